"""What was written, opened again: a disk that gets full, or a library that only logs it, may leave half a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import rasterio

_RASTERS = (".tif", ".tiff")


def check_raster(path: Path) -> None:
    """Read every block of a GeoTIFF; other files are passed over.

    Raises:
        RasterioError: When a block is missing or damaged.
    """
    if path.suffix.lower() not in _RASTERS:
        return
    with rasterio.open(path) as dataset:
        for number in dataset.indexes:
            dataset.checksum(number)
        levels = len(dataset.overviews(1))
    for level in range(levels):
        with rasterio.open(path, overview_level=level) as dataset:
            for number in dataset.indexes:
                dataset.checksum(number)


def check_geopackage(path: Path) -> None:
    """Have SQLite look at every page of a GeoPackage, and at its list of layers.

    Raises:
        sqlite3.Error: When it isn't one or is damaged.
    """
    with closing(sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)) as database:
        (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(str(found))
        database.execute("SELECT table_name FROM gpkg_contents").fetchall()
