"""Labelled pixels counted in the squares of a grid: what the spatial split weighs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from ..geodata.grid import Grid
from .class_raster import BLOCK_PX

_LEAST_CELL_PX = 4
_CELLS_ALONG = 128


@dataclass(frozen=True, eq=False)
class BlockTable:
    """Pixels of each class in each square of a grid.

    Attributes:
        side_px: Side of the squares.
        counts: (rows, columns, C), class 1 first.
    """

    side_px: int
    counts: np.ndarray

    @classmethod
    def count(cls, label_paths: list[Path], side_px: int, classes: int) -> BlockTable:
        """Count the label rasters of one grid together, window by window."""
        total: np.ndarray | None = None
        for path in label_paths:
            with rasterio.open(path) as dataset:
                grid = Grid.of(dataset)
                rows, cols = -(-grid.height // side_px), -(-grid.width // side_px)
                if total is None:
                    total = np.zeros((rows, cols, classes), np.int64)
                for window in grid.blocks(max(1, BLOCK_PX // side_px) * side_px):
                    block = dataset.read(1, window=window.rasterio())
                    if not block.any():
                        continue
                    height, width = -(-window.height // side_px), -(-window.width // side_px)
                    cell = (np.arange(window.height) // side_px)[:, None] * width + np.arange(window.width) // side_px
                    table = np.bincount(
                        (cell * (classes + 1) + block).ravel(), minlength=height * width * (classes + 1)
                    ).reshape(height, width, classes + 1)
                    row, col = window.row // side_px, window.col // side_px
                    total[row : row + height, col : col + width] += table[:, :, 1:]
        return cls(side_px, total if total is not None else np.zeros((0, 0, classes), np.int64))

    def merged(self, times: int) -> BlockTable:
        """Give the counts in squares that are so many times as wide."""
        rows, cols, _ = self.counts.shape
        rows_starts, cols_starts = np.arange(0, rows, times), np.arange(0, cols, times)
        wide = np.add.reduceat(np.add.reduceat(self.counts, rows_starts, axis=0), cols_starts, axis=1)
        return BlockTable(self.side_px * times, wide)


def cell_px(height: int, width: int) -> int:
    """Give a cell size with which a grid of any size has at most some 65,000 cells."""
    side = _LEAST_CELL_PX
    while 2 * side * _CELLS_ALONG <= (height * width) ** 0.5:
        side *= 2
    return side
