"""What the worker needs of an interpreter, package by package, and what one that was found can do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """One package.

    Attributes:
        module: The name it is imported by.
        package: The name it is installed by.
        lowest: The oldest version whose interface the code here uses.
        networks: Only networks need it; the classifiers work without.
        imported: Whether importing it alone proves it; what needs a guard first is only looked up.
    """

    module: str
    package: str
    lowest: str
    networks: bool = False
    imported: bool = True


NEEDS = (
    Need("numpy", "numpy", "1.26"),
    Need("scipy", "scipy", "1.11"),
    Need("sklearn", "scikit-learn", "1.4"),
    Need("skimage", "scikit-image", "0.22"),
    Need("rasterio", "rasterio", "1.3"),
    Need("pyogrio", "pyogrio", "0.7"),
    Need("shapely", "shapely", "2.0"),
    Need("pyproj", "pyproj", "3.6"),
    Need("safetensors", "safetensors", "0.4"),
    Need("matplotlib", "matplotlib", "3.7"),
    Need("torch", "torch", "2.4", networks=True),
    Need("torchvision", "torchvision", "0.19", networks=True, imported=False),
    Need("timm", "timm", "1.0", networks=True, imported=False),
)


@dataclass(frozen=True)
class Verdict:
    """What an interpreter can do: the packages that are missing or too old, for classifiers and for networks."""

    classifiers_lack: tuple[str, ...]
    networks_lack: tuple[str, ...]

    @property
    def classifiers(self) -> bool:
        """Whether the classifiers work."""
        return not self.classifiers_lack

    @property
    def networks(self) -> bool:
        """Whether the networks work as well."""
        return not self.classifiers_lack and not self.networks_lack


def needed_imports(*, networks: bool) -> tuple[str, ...]:
    """List the modules that prove an environment whole when they are imported."""
    return tuple(need.module for need in NEEDS if need.imported and (networks or not need.networks))


def judge(versions: Mapping[str, str]) -> Verdict:
    """Judge the versions that were found, by module; an empty version is one that doesn't say."""

    def lacking(need: Need) -> str:
        if need.module not in versions:
            return need.package
        version = versions[need.module]
        if version and version_numbers(version) < version_numbers(need.lowest):
            return f"{need.package} {need.lowest} (there is {version})"
        return ""

    lacks = {networks: tuple(filter(None, (lacking(need) for need in NEEDS if need.networks is networks)))
             for networks in (False, True)}  # fmt: skip
    return Verdict(lacks[False], lacks[True])


def version_numbers(version: str) -> tuple[int, ...]:
    """Give the numbers that a version begins with: (2, 13, 0) for "2.13.0+cpu"."""
    start = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, start.group().split("."))) if start else ()
