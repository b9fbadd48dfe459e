"""Writing: a raster function run over a raster of any size, window by window, into a GeoTIFF that appears whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
from rasterio.enums import Resampling

from ...errors import BadInputError
from ...events import Events
from ...files.disk import check_room
from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack
from ...geodata.written import new_raster
from ...wording import translatable
from .ground_steps import GroundSteps
from .method import Method

LAYER_TAG = "OUTCROP_LAYER"
"""The name under which a raster says of itself how it was made."""
_WINDOW_PX, _SMALLEST_OVERVIEW = 512, 256
_SPARE_BYTES = 1_000_000
_NO_ROOM = translatable(
    "The layer needs up to {needed} in “{folder}”, where {free} are free. Free some space, or choose another place."
)
_WRITING_SHARE = 0.9
"""Of the time; the rest goes into overviews."""


@dataclass
class Written:
    """What was written: pixels, those with a value, and the range of each band (K, 2), NaN where it has none."""

    pixels: int
    valid: int
    ranges: np.ndarray


def write_layer(stack: Stack, method: Method, out: str, details: dict[str, Any], events: Events) -> Written:
    """Write what a method makes of a stack in the method's data type, in memory that doesn't grow with it.

    Args:
        stack: The rasters, open; bands that the method doesn't need are passed over.
        method: What to do.
        out: The GeoTIFF.
        details: How it was made, which the file keeps.
        events: Where progress is told.

    Raises:
        BadInputError: Without room on the disk, or where no pixel has a value.
        DiskError: A file can't be read or written; what was there before stays.
    """
    grid = stack.grid
    kind = np.dtype(method.data_type)
    needed_bytes = grid.width * grid.height * len(method.bands) * kind.itemsize * 4 // 3 + _SPARE_BYTES
    check_room(Path(out).resolve().parent, needed_bytes, _NO_ROOM)
    needed = stack.part(method.needed) if method.needed else stack
    try:
        side = _side(max(len(needed.bands), len(method.bands)))
        with new_raster(out, **_profile(grid, len(method.bands), side, kind)) as dataset:
            dataset.update_tags(**{LAYER_TAG: json.dumps(details, ensure_ascii=False)})
            for number, band in enumerate(method.bands, start=1):
                dataset.set_band_description(number, band.name)
                dataset.set_band_unit(number, band.unit)
            windows = near_each_other(grid, side) if method.by_parts else list(grid.blocks(side))
            written = Written(grid.width * grid.height, 0, np.full((len(method.bands), 2), np.nan))
            for number, window in enumerate(windows):
                share = method.begun + (_WRITING_SHARE - method.begun) * number / len(windows)
                events.progress(share, "Writing the layer")
                values = _storable(computed(needed, method, window), kind)
                dataset.write(_stored(values, kind), window=window.rasterio())
                _count(written, values)
            if not written.valid:
                raise BadInputError(
                    "“{image}” has no pixel from which a value follows: all of it is nodata, or none of it can be "
                    "computed. Look at its bands and its nodata value.",
                    image=stack.images[0],
                )
            events.progress(_WRITING_SHARE, "Making overviews")
            dataset.build_overviews(list(_factors(grid)), Resampling.average)
    finally:
        method.close()
        if needed is not stack:
            needed.close()
    return written


def computed(stack: Stack, method: Method, window: Window) -> np.ndarray:
    """Give what a method makes of one window (K, H, W), float64."""
    around = window.padded(method.margin)
    values = read_values(stack, around) if method.needed != () else np.empty((0, *around.shape))
    with np.errstate(all="ignore"):
        return method.apply(values, GroundSteps(stack.grid, window, method.margin))


def read_values(stack: Stack, window: Window) -> np.ndarray:
    """Read a window as float64 (B, H, W), NaN where a band has no value and beyond the grid."""
    image, valid = stack.read(window)
    values = image.astype(np.float64)
    if not valid.all():
        values[~stack.valid_by_band(window)] = np.nan
    return values


def windows_of(stack: Stack, window: Optional[Window] = None) -> list[Window]:
    """Cut a stack, or a window of it, into windows that take some tens of MB each, however many bands it has."""
    return list(stack.grid.blocks(_side(len(stack.bands)), window))


def side_of_windows(stack: Stack) -> int:
    """Give the largest side of windows in which layers of a stack are written; smaller ones divide it."""
    return _side(len(stack.bands))


def near_each_other(grid: Grid, side: int) -> list[Window]:
    """Cut a grid into windows in an order that leaves no square of 2, 4, 8… windows a side before all of it is done."""

    def place(window: Window) -> int:
        row, col = window.row // side, window.col // side
        return sum((row >> bit & 1) << 2 * bit + 1 | (col >> bit & 1) << 2 * bit for bit in range(32))

    return sorted(grid.blocks(side), key=place)


def _side(bands: int) -> int:
    """Give the side of a window, and of the blocks that are written, for so many bands."""
    return next((side for side, most in ((_WINDOW_PX, 16), (_WINDOW_PX // 2, 64)) if bands <= most), _WINDOW_PX // 4)


def _storable(values: np.ndarray, kind: np.dtype[Any]) -> np.ndarray:
    """Give values as a type can hold them, NaN where there is none; the lowest whole number is kept for nodata."""
    if kind.kind == "f":
        values = values.astype(kind)
    else:
        limits = np.iinfo(kind)
        values = np.clip(np.rint(values), limits.min + 1, limits.max)
    values[~np.isfinite(values)] = np.nan
    return values


def _stored(values: np.ndarray, kind: np.dtype[Any]) -> np.ndarray:
    """Give values as they are written."""
    return values if kind.kind == "f" else np.where(np.isnan(values), np.iinfo(kind).min, values).astype(kind)


def _profile(grid: Grid, bands: int, side: int, kind: np.dtype[Any]) -> dict[str, Any]:
    nodata, predictor = (float("nan"), 3) if kind.kind == "f" else (int(np.iinfo(kind).min), 2)
    return {
        "driver": "GTiff", "count": bands, "height": grid.height, "width": grid.width, "dtype": kind.name,
        "crs": grid.crs, "transform": grid.transform, "nodata": nodata, "tiled": True, "compress": "deflate",
        "predictor": predictor, "zlevel": 1, "num_threads": "all_cpus", "interleave": "band", "BIGTIFF": "IF_SAFER",
        "blockxsize": side, "blockysize": side,
    }  # fmt: skip


def _factors(grid: Grid) -> Iterable[int]:
    """Give by how much the overviews are smaller, until one fits into a block."""
    factor = 2
    while max(grid.width, grid.height) > _SMALLEST_OVERVIEW * factor:
        yield factor
        factor *= 2


def _count(written: Written, values: np.ndarray) -> None:
    known = np.isfinite(values)
    written.valid += int(known.any(axis=0).sum())
    low = np.where(known, values, np.inf).min(axis=(1, 2))
    high = np.where(known, values, -np.inf).max(axis=(1, 2))
    seen = known.any(axis=(1, 2))
    written.ranges[seen, 0] = np.fmin(written.ranges[seen, 0], low[seen])
    written.ranges[seen, 1] = np.fmax(written.ranges[seen, 1], high[seen])
