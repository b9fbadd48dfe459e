"""Which versions are installed: of Outcrop itself, and of packages."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_METADATA = Path(__file__).resolve().parents[2] / "metadata.txt"
_THAT_COMPUTE = ("numpy", "scikit-learn", "torch", "timm", "rasterio")


def own_version() -> str:
    """Give the version of Outcrop."""
    lines = _METADATA.read_text(encoding="utf-8").splitlines()
    return next((line.partition("=")[2].strip() for line in lines if line.startswith("version=")), "unknown")


def version_of(package: str) -> str:
    """Give the version of an installed package, empty where there is none; nothing is imported."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def versions_that_compute() -> dict[str, str]:
    """Give by name the versions on which figures depend."""
    versions = {"Outcrop": own_version(), "Python": platform.python_version()}
    versions.update({package: version_of(package) for package in _THAT_COMPUTE})
    return {name: number for name, number in versions.items() if number}
