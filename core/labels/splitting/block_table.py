"""Labelled pixels counted in the squares of a grid: what the spatial split weighs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from ...geodata.grid import Grid, Window
from ..class_raster import BLOCK_PX

_LEAST_CELL_PX = 4
_CELLS_ALONG = 128


@dataclass(frozen=True, eq=False)
class BlockTable:
    """Pixels of each class in each square of a grid, or of the part of it that is labelled.

    Attributes:
        side_px: Side of the squares.
        counts: (rows, columns, C), class 1 first.
        origin: Row and column of the first square's first pixel.
    """

    side_px: int
    counts: np.ndarray
    origin: tuple[int, int] = (0, 0)

    @classmethod
    def count(cls, label_paths: list[Path], side_px: int, classes: int, within: Window | None = None) -> BlockTable:
        """Count the label rasters of one grid together, window by window.

        Args:
            label_paths: The label rasters.
            side_px: Side of the squares.
            classes: How many classes there are.
            within: Where to count, and where squares begin; None takes the whole grid.
        """
        with rasterio.open(label_paths[0]) as dataset:
            area = within or Grid.of(dataset).window
        total = np.zeros((-(-area.height // side_px), -(-area.width // side_px), classes), np.int64)
        for path in label_paths:
            with rasterio.open(path) as dataset:
                for window in Grid.of(dataset).blocks(max(1, BLOCK_PX // side_px) * side_px, area):
                    block = dataset.read(1, window=window.rasterio())
                    if block.any():
                        table = _tally(block, side_px, classes)
                        row, col = (window.row - area.row) // side_px, (window.col - area.col) // side_px
                        total[row : row + table.shape[0], col : col + table.shape[1]] += table
        return cls(side_px, total, (area.row, area.col))

    @property
    def labelled(self) -> Window | None:
        """The smallest window of squares that holds every label; None where there is none."""
        rows, cols = (np.flatnonzero(self.counts.any(axis=(2, axis))) for axis in (1, 0))
        if not len(rows):
            return None
        side = self.side_px
        first = self.origin[0] + int(rows[0]) * side, self.origin[1] + int(cols[0]) * side
        return Window(*first, int(rows[-1] - rows[0] + 1) * side, int(cols[-1] - cols[0] + 1) * side)

    def merged(self, times: int) -> BlockTable:
        """Give the counts in squares that are so many times as wide."""
        rows, cols, _ = self.counts.shape
        rows_starts, cols_starts = np.arange(0, rows, times), np.arange(0, cols, times)
        wide = np.add.reduceat(np.add.reduceat(self.counts, rows_starts, axis=0), cols_starts, axis=1)
        return BlockTable(self.side_px * times, wide, self.origin)


def cell_px(height: int, width: int) -> int:
    """Give a cell size with which a grid of any size has at most some 65,000 cells."""
    side = _LEAST_CELL_PX
    while 2 * side * _CELLS_ALONG <= (height * width) ** 0.5:
        side *= 2
    return side


def _tally(block: np.ndarray, side_px: int, classes: int) -> np.ndarray:
    """Count the pixels of each class in the squares of a block (H, W) of ids: (rows, columns, C)."""
    height, width = -(-block.shape[0] // side_px), -(-block.shape[1] // side_px)
    square = (np.arange(block.shape[0]) // side_px)[:, None] * width + np.arange(block.shape[1]) // side_px
    counts = np.bincount((square * (classes + 1) + block).ravel(), minlength=height * width * (classes + 1))
    return counts.reshape(height, width, classes + 1)[:, :, 1:]
