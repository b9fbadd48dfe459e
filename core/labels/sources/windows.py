"""Windows: how labels are worked through on a grid, and what of a window lies outside an extent."""

from __future__ import annotations

import numpy as np

from ...geodata.extent import Extent
from ...geodata.grid import Grid, Window
from ..class_raster import BLOCK_PX


def windows(grid: Grid, extent: Extent | None) -> list[Window]:
    """Give the windows in which a grid is worked through, those that an extent misses left out."""
    within = grid.window if extent is None else grid.window_of(extent)
    last_row, last_col = within.row + within.height, within.col + within.width
    return [
        window
        for window in grid.blocks(BLOCK_PX)
        if window.row < last_row
        and window.col < last_col
        and window.row + window.height > within.row
        and window.col + window.width > within.col
    ]


def outside(grid: Grid, window: Window, extent: Extent) -> np.ndarray:
    """Say which pixels' centres lie outside an extent (H, W); neighbouring extents never share one."""
    rows, cols = np.arange(window.height)[:, None] + window.row, np.arange(window.width)[None, :] + window.col
    return pixels_outside(grid, rows, cols, extent)


def pixels_outside(grid: Grid, rows: np.ndarray, cols: np.ndarray, extent: Extent) -> np.ndarray:
    """Do what `outside` does for single pixels; rows and columns are broadcast together."""
    xmin, ymin, xmax, ymax = extent
    rows, cols, transform = rows + 0.5, cols + 0.5, grid.transform
    x = transform.a * cols + transform.b * rows + transform.c
    y = transform.d * cols + transform.e * rows + transform.f
    return np.asarray((x < xmin) | (x >= xmax) | (y < ymin) | (y >= ymax))
