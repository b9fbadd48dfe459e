"""A coarse raster below a fine grid: which of its pixels each fine one lies in, and what lies between their centres."""

from __future__ import annotations

import numpy as np
from affine import Affine
from pyproj import CRS
from scipy.ndimage import map_coordinates

from ...geodata.datum import way_between
from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack
from ..base.writing import read_values

_EDGE_POINTS, _MARGIN = 65, 2


class CoarseLayer:
    """Some bands of a coarse raster below a window of a fine grid.

    Attributes:
        values: (K, H, W) float64, NaN where one has none.
    """

    def __init__(self, fine: Grid, window: Window, stack: Stack) -> None:
        """Read the part of it that lies below the window, of its bands on their own grid."""
        self._grid = stack.grid
        source, target = (CRS.from_wkt(grid.crs.to_wkt()) for grid in (fine, stack.grid))
        self._move = way_between(source, target)
        self._fine, self._window = fine, Window(0, 0, 0, 0)
        self._window = self._below(window).padded(_MARGIN).clipped(stack.grid.height, stack.grid.width)
        self.values = read_values(stack, self._window)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the part."""
        return self._window.shape

    def places(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Give rows and columns (H, W each) of a fine window's pixel centres; a coarse centre lies at whole numbers."""
        cols, rows = np.meshgrid(
            window.col + 0.5 + np.arange(window.width), window.row + 0.5 + np.arange(window.height)
        )
        return self._coarse(cols, rows)

    def cells(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Give the flat number of the coarse pixel in which each place lies; −1 beyond the raster."""
        row, col = (np.floor(of + 0.5).astype(np.int64) for of in (rows, cols))
        height, width = self.shape
        inside = (row >= 0) & (row < height) & (col >= 0) & (col < width)
        return np.where(inside, row * width + col, -1)

    def between(self, values: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Give coarse values (H, W) at places, by straight lines between the centres that have one; NaN elsewhere."""
        top, left = (max(0, int(np.floor(of.min())) - 1) for of in (rows, cols))
        part = values[top : max(0, int(np.ceil(rows.max())) + 2), left : max(0, int(np.ceil(cols.max())) + 2)]
        if 0 in part.shape:
            return np.full(rows.shape, np.nan)
        known = np.isfinite(part)
        at = (rows - top, cols - left)
        interpolated = map_coordinates(np.where(known, part, 0.0), at, order=1, mode="nearest")
        weight = map_coordinates(known.astype(np.float64), at, order=1, mode="nearest")
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(weight > 1e-6, interpolated / weight, np.nan)

    def centres_in(self, window: Window) -> np.ndarray:
        """Say which coarse pixels (H, W) have their centre in a fine window."""
        cols, rows = np.meshgrid(*(np.arange(length, dtype=np.float64) for length in self.shape[::-1]))
        row, col = self._fine_places(rows, cols)
        inside_rows = (row >= window.row) & (row < window.row + window.height)
        return np.asarray(inside_rows & (col >= window.col) & (col < window.col + window.width))

    def _below(self, window: Window) -> Window:
        """Give the window of the coarse raster below a fine window's outline."""
        way = np.linspace(0, 1, _EDGE_POINTS)
        across, down = window.col + way * window.width, window.row + way * window.height
        first, last = np.full((2, _EDGE_POINTS), [[window.col], [window.col + window.width]])
        cols = np.concatenate([across, across, first, last])
        first, last = np.full((2, _EDGE_POINTS), [[window.row], [window.row + window.height]])
        rows = np.concatenate([first, last, down, down])
        at_rows, at_cols = (np.floor(of + 0.5) for of in self._coarse(cols, rows))
        top, left = int(at_rows.min()), int(at_cols.min())
        return Window(top, left, int(at_rows.max()) - top + 1, int(at_cols.max()) - left + 1)

    def _fine_places(self, rows: np.ndarray, cols: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give rows and columns of the fine grid, from its corner, of places among the coarse pixels."""
        x, y = _moved(self._grid.transform, cols + 0.5 + self._window.col, rows + 0.5 + self._window.row)
        if self._move is not None:
            x, y = self._move.transform(x, y, direction="INVERSE")
        col, row = _moved(~self._fine.transform, x, y)
        return row, col

    def _coarse(self, cols: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        x, y = _moved(self._fine.transform, cols, rows)
        if self._move is not None:
            x, y = self._move.transform(x, y)
        col, row = _moved(~self._grid.transform, x, y)
        return row - 0.5 - self._window.row, col - 0.5 - self._window.col


def _moved(transform: Affine, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return transform.a * x + transform.b * y + transform.c, transform.d * x + transform.e * y + transform.f


class CellMeans:
    """Means of fine values in every coarse pixel, gathered window by window."""

    def __init__(self, bands: int, shape: tuple[int, int]) -> None:
        self._sums, self.counts, self._shape = np.zeros((bands, shape[0] * shape[1])), np.zeros(shape).ravel(), shape

    def add(self, cells: np.ndarray, values: np.ndarray) -> None:
        """Add values (B, H, W) in coarse pixels by number (H, W); those with any NaN, or beyond, are left out."""
        known = (cells >= 0) & np.isfinite(values).all(axis=0)
        if not known.any():
            return
        numbers, cell_index = np.unique(cells[known], return_inverse=True)
        self.counts[numbers] += np.bincount(cell_index, minlength=len(numbers))
        for sums, band in zip(self._sums, values):
            sums[numbers] += np.bincount(cell_index, weights=band[known], minlength=len(numbers))

    def means(self) -> np.ndarray:
        """Give the means (B, H, W), NaN where nothing was added."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return (self._sums / self.counts).reshape(len(self._sums), *self._shape)
