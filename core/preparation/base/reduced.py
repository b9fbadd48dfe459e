"""A raster reduced by a whole factor, for what has to see all of it at once."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack

_PIXELS_AT_ONCE = 4_000_000


def reduced_grid(grid: Grid, factor: int) -> Grid:
    """Give the grid whose pixels are so many times as large; it may reach beyond the other's end."""
    from affine import Affine

    size = math.ceil(grid.width / factor), math.ceil(grid.height / factor)
    return Grid(*size, grid.transform @ Affine.scale(factor), grid.crs)


def reduced(stack: Stack, factor: int, tell: Callable[[float], None]) -> np.ndarray:
    """Give the means (H / factor, W / factor) of squares of pixels of a stack's one band, NaN where none has a value.

    It is read some rows at a time; `tell` hears which share is read.
    """
    grid = reduced_grid(stack.grid, factor)
    values = np.full((grid.height, grid.width), np.nan)
    step = max(1, _PIXELS_AT_ONCE // (grid.width * factor**2))
    for row in range(0, grid.height, step):
        rows = min(step, grid.height - row)
        window = Window(row * factor, 0, rows * factor, grid.width * factor)
        values[row : row + rows] = _means(stack, window, factor)
        tell((row + rows) / grid.height)
    return values


def _means(stack: Stack, window: Window, factor: int) -> np.ndarray:
    image, valid = stack.read(window)
    shape = (window.height // factor, factor, window.width // factor, factor)
    sums = np.where(valid, image[0].astype(np.float64), 0.0).reshape(shape).sum(axis=(1, 3))
    counts = valid.reshape(shape).sum(axis=(1, 3))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(sums / counts)
