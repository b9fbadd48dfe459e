"""What was written, opened again: a disk that gets full, or a library that only logs it, may leave half a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import rasterio
from rasterio.enums import Interleaving

from ..files.whole_file import whole_file

_RASTERS = (".tif", ".tiff", ".png")


@contextmanager
def new_raster(path: str | Path, **profile: Any) -> Iterator[Any]:
    """Give a dataset to write to, which appears under its name, read once more, when the block ends without an error.

    The fourth of four bands of bytes is one as the others, not the alpha band that GDAL takes it for.

    Raises:
        DiskError: When the disk is full.
    """
    options = {"alpha": "unspecified", **profile} if profile["driver"] == "GTiff" else profile
    with whole_file(path, check_raster) as partial, rasterio.open(partial, "w", **options) as dataset:
        yield dataset


def check_raster(path: Path) -> None:
    """Read every block of a GeoTIFF or PNG; other files are passed over.

    Raises:
        RasterioError: When a block is missing or damaged.
    """
    if path.suffix.lower() not in _RASTERS:
        return
    with rasterio.open(path) as dataset:
        _read_blocks(dataset)
        levels = len(dataset.overviews(1))
    for level in range(levels):
        with rasterio.open(path, overview_level=level) as dataset:
            _read_blocks(dataset)


def _read_blocks(dataset: rasterio.DatasetReader) -> None:
    """Read every block once: those that hold all bands of their pixels, with all of them."""
    together = dataset.interleaving is Interleaving.pixel
    for numbers in [dataset.indexes] if together else [[number] for number in dataset.indexes]:
        for _, window in dataset.block_windows(numbers[0]):
            dataset.read(numbers, window=window)


def check_geopackage(path: Path) -> None:
    """Have SQLite look at every page of a GeoPackage, and at its list of layers.

    Raises:
        sqlite3.Error: When it isn't one or is damaged.
    """
    with closing(sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)) as database:
        (answer,) = database.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise sqlite3.DatabaseError(str(answer))
        database.execute("SELECT table_name FROM gpkg_contents").fetchall()
