"""How many blocks GDAL keeps: few, where rasters are worked through once from corner to corner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import rasterio
from rasterio.env import get_gdal_config, set_gdal_config
from rasterio.errors import RasterioError

_BYTES = 32 << 20
_NAME = "GDAL_CACHEMAX"


@contextmanager
def blocks_read_once(*files: str | Path) -> Iterator[None]:
    """Keep few blocks while files are read once, window by window, so that memory doesn't grow with the raster.

    A raster in rows from edge to edge is left what there is: its blocks are met again in the window beside.

    Args:
        files: Rasters; files that are none, such as polygons, don't matter.
    """
    before = get_gdal_config(_NAME)
    if any(map(_is_in_rows, files)):
        yield
        return
    set_gdal_config(_NAME, min(_BYTES, before) if isinstance(before, int) and before > 0 else _BYTES)
    try:
        yield
    finally:
        if before is not None:
            set_gdal_config(_NAME, before)


def _is_in_rows(file: str | Path) -> bool:
    with suppress(RasterioError), rasterio.open(file) as dataset:
        return any(block[1] == dataset.width for block in dataset.block_shapes)
    return False
