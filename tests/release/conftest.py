"""The package, packed once for all tests of it."""

from __future__ import annotations

import runpy
import zipfile
from pathlib import Path

import pytest

PACK = runpy.run_path(str(Path(__file__).resolve().parents[2] / "release" / "pack.py"))


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of the package."""
    file = tmp_path_factory.mktemp("package") / "dist" / "outcrop.zip"
    PACK["pack"](file)
    return file


@pytest.fixture(scope="session")
def unpacked(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which the package was unpacked, as QGIS unpacks it."""
    folder = tmp_path_factory.mktemp("plugins")
    zipfile.ZipFile(packed).extractall(folder)
    return folder
