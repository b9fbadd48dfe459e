"""The form of every label and split raster: a tiled 8-bit GeoTIFF with colours and names, 0 where there is no class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rasterio

from ..files.whole_file import whole_files
from ..geodata.grid import Grid
from ..geodata.written import check_raster
from .legend import LABELS, LABELS_TAG
from .names.class_names import class_names_xml

BLOCK_PX = 1024
"""Side of the windows in which rasters are worked through; a multiple of the file's own tiles."""
_FILE_TILE_PX = 256


@contextmanager
def class_raster(
    path: str | Path, grid: Grid, names: Mapping[int, str], colours: Mapping[int, str], holds: str = LABELS
) -> Iterator[Any]:
    """Give a dataset to write classes to, which appears under its name when the block ends without an error.

    What is never written stays 0 and takes no space on the disk.

    Args:
        path: The GeoTIFF; its names go to a file beside it.
        grid: Its grid.
        names: Name by value.
        colours: Colour as “#rrggbb” by value; 0 is transparent.
        holds: What the file says of itself: that these are labels, or what else they are.
    """
    profile = {
        "driver": "GTiff", "width": grid.width, "height": grid.height, "count": 1, "dtype": "uint8", "nodata": 0,
        "crs": grid.crs, "transform": grid.transform, "tiled": True, "blockxsize": _FILE_TILE_PX,
        "blockysize": _FILE_TILE_PX, "compress": "deflate", "SPARSE_OK": True, "BIGTIFF": "IF_SAFER",
    }  # fmt: skip
    palette = {value: (*bytes.fromhex(colour[1:]), 255) for value, colour in colours.items()}
    with whole_files([path, f"{path}.aux.xml"], check_raster) as (partial, beside):
        with rasterio.open(partial, "w", **profile) as dataset:
            dataset.update_tags(**{LABELS_TAG: holds})
            dataset.write_colormap(1, {**palette, 0: (0, 0, 0, 0)})
            yield dataset
        beside.write_text(class_names_xml(names), encoding="utf-8", errors="replace")
