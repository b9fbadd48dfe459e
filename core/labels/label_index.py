"""The label index: where which class is labelled, kept so sparsely that tiles are drawn from rasters of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from ..errors import BadInputError
from ..geodata.grid import Grid, Window
from .class_raster import BLOCK_PX
from .names.class_names import raster_class_names
from .parts import SEVERAL

CELL_PX = 32


@dataclass(frozen=True)
class _ClassCells:
    """The cells that hold a class, and the running sum of its pixels in them."""

    cells: np.ndarray
    cumulated: np.ndarray


class LabelIndex:
    """Labelled pixels of one part of the split, counted by class in square cells; cells without any are not kept.

    Attributes:
        grid: The label raster's grid.
        class_counts: Pixels of each class (C,), class 1 first.
    """

    def __init__(self, label_path: Path, split_path: Path | None, part: int, classes: int, cell_px: int) -> None:
        """Count, block by block; `build` finds out how many classes there are."""
        self._paths, self._part, self._cell_px = (label_path, split_path), part, cell_px
        with rasterio.open(label_path) as dataset:
            self.grid = Grid.of(dataset)
        self._cell_cols = -(-self.grid.width // cell_px)
        self._by_class = self._counted(classes)
        totals = [int(of_class.cumulated[-1]) if len(of_class.cumulated) else 0 for of_class in self._by_class]
        self.class_counts = np.array(totals, np.int64)

    @classmethod
    def build(
        cls, label_path: Path, split_path: Path | None, part: int, classes: int | None = None, cell_px: int = CELL_PX
    ) -> LabelIndex:
        """Count a part's labelled pixels.

        Args:
            label_path: The label raster.
            split_path: The split raster on the same grid; None takes all labelled pixels.
            part: Code of the part; a pixel of several parts counts for each.
            classes: How many classes the legend has; None takes what the label raster names.
            cell_px: Side of the cells; tiles should not be smaller.
        """
        if classes is None:
            classes = max(raster_class_names(label_path), default=0)
        return cls(label_path, split_path, part, classes, cell_px)

    def __len__(self) -> int:
        """Give the number of labelled pixels."""
        return int(self.class_counts.sum())

    def draw(self, rng: np.random.Generator, count: int, tile_px: int, weights: np.ndarray) -> list[Window]:
        """Draw tiles at random, each over labelled pixels.

        A class is chosen with probability ∝ its weight (C,), a cell ∝ its pixels of that class, and a place at random
        such that the tile holds the cell. Tiles stay within the grid where the grid is as large as a tile.

        Raises:
            BadInputError: When the part has no labelled pixel.
        """
        if not len(self):
            raise BadInputError("There is no labelled pixel to draw tiles from. Draw more polygons or hold back fewer.")
        present = np.flatnonzero(self.class_counts)
        chances = weights[present]
        chosen = rng.choice(present, size=count, p=chances / chances.sum())
        cells = np.empty(count, np.int64)
        for index in present:
            where = np.flatnonzero(chosen == index)
            of_class = self._by_class[index]
            picks = rng.integers(0, of_class.cumulated[-1], size=len(where))
            cells[where] = of_class.cells[np.searchsorted(of_class.cumulated, picks, side="right")]
        rows = self._starts(rng, cells // self._cell_cols, tile_px, self.grid.height)
        cols = self._starts(rng, cells % self._cell_cols, tile_px, self.grid.width)
        return [Window(row, col, tile_px, tile_px) for row, col in zip(rows.tolist(), cols.tolist())]

    def cover(self, tile_px: int, stride_px: int) -> list[Window]:
        """Give the windows of a regular pattern that hold a labelled pixel of this part, row by row.

        The last row and column of windows end with the grid; a grid smaller than a tile lies in the middle of it.
        """
        rows, cols = starts(self.grid.height, tile_px, stride_px), starts(self.grid.width, tile_px, stride_px)
        occupied = np.zeros((-(-self.grid.height // self._cell_px), self._cell_cols), np.int32)
        for of_class in self._by_class:
            occupied.ravel()[of_class.cells] = 1
        sums = np.pad(occupied.cumsum(0, dtype=np.int32).cumsum(1, dtype=np.int32), ((1, 0), (1, 0)))
        whole_rows, some_rows = self._spans(rows, tile_px, self.grid.height)
        whole_cols, some_cols = self._spans(cols, tile_px, self.grid.width)
        windows = []
        with self._reader() as labelled:
            for index, row in enumerate(rows.tolist()):
                surely = _inside(sums, whole_rows[:, index], whole_cols) > 0
                maybe = _inside(sums, some_rows[:, index], some_cols) > 0
                for col_index in np.flatnonzero(maybe).tolist():
                    window = Window(row, int(cols[col_index]), tile_px, tile_px)
                    if surely[col_index] or (labelled(window.clipped(self.grid.height, self.grid.width)) > 0).any():
                        windows.append(window)
        return windows

    @property
    def frame(self) -> Window | None:
        """The cells around all labelled pixels, to the cell's side; None where there are none."""
        cells = np.unique(np.concatenate([of_class.cells for of_class in self._by_class]))
        if not len(cells):
            return None
        rows, cols, side = cells // self._cell_cols, cells % self._cell_cols, self._cell_px
        row, col = int(rows.min()) * side, int(cols.min()) * side
        around = Window(row, col, (int(rows.max()) + 1) * side - row, (int(cols.max()) + 1) * side - col)
        return around.clipped(self.grid.height, self.grid.width)

    def blocks_drawn_from(self, tile_px: int, block_px: int) -> int:
        """Count the square blocks that tiles of a side touch, wherever they are drawn over labelled pixels."""
        cells = np.unique(np.concatenate([of_class.cells for of_class in self._by_class]))
        touched = np.zeros([-(-length // block_px) for length in (self.grid.height, self.grid.width)], bool)
        axes = (cells // self._cell_cols, self.grid.height), (cells % self._cell_cols, self.grid.width)
        spans = []
        for numbers, length in axes:
            low, high = self._between(numbers, tile_px, length)
            spans.append((low // block_px, (np.minimum(high + tile_px, length) - 1) // block_px))
        (top, bottom), (left, right) = spans
        for row in range(int((bottom - top).max(initial=0)) + 1):
            for col in range(int((right - left).max(initial=0)) + 1):
                touched[np.minimum(top + row, bottom), np.minimum(left + col, right)] = True
        return int(touched.sum())

    def _starts(self, rng: np.random.Generator, cells: np.ndarray, tile_px: int, length: int) -> np.ndarray:
        """Draw first rows (or columns) of tiles that hold the given rows (or columns) of cells."""
        if length < tile_px:
            return rng.integers(length - tile_px, 1, size=len(cells))
        low, high = self._between(cells, tile_px, length)
        return rng.integers(low, high + 1)

    def _between(self, cells: np.ndarray, tile_px: int, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Give the least and greatest first row (or column) of tiles on the grid that hold given rows of cells."""
        first, last = cells * self._cell_px, max(0, length - tile_px)
        reach = np.minimum(first + self._cell_px, length) - tile_px
        return np.clip(np.minimum(first, reach), 0, last), np.clip(np.maximum(first, reach), 0, last)

    def _spans(self, first: np.ndarray, tile_px: int, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Give first and end cell (2, N) of those wholly within each window, and of those that it touches."""
        start, end = np.clip(first, 0, length), np.clip(first + tile_px, 0, length)
        side = self._cell_px
        whole_start = -(-start // side)
        whole_end = np.where(end == length, -(-end // side), end // side)
        whole = np.stack([whole_start, np.maximum(whole_end, whole_start)])
        return whole, np.stack([start // side, -(-end // side)])

    def _counted(self, classes: int) -> list[_ClassCells]:
        """Count pixels by cell and class."""
        cells: list[list[np.ndarray]] = [[] for _ in range(classes)]
        counts: list[list[np.ndarray]] = [[] for _ in range(classes)]
        side = self._cell_px
        with self._reader() as labelled:
            for window in self.grid.blocks(max(side, BLOCK_PX // side * side)):
                block = labelled(window)
                if not block.any():
                    continue
                local_cols = -(-window.width // side)
                cell = (np.arange(window.height) // side)[:, None] * local_cols + np.arange(window.width) // side
                size = -(-window.height // side) * local_cols
                table = np.bincount((cell * (classes + 1) + block).ravel(), minlength=size * (classes + 1))
                table = table.reshape(size, classes + 1)[:, 1:]
                origin = window.row // side * self._cell_cols + window.col // side
                for index in np.flatnonzero(table.any(axis=0)):
                    local = np.flatnonzero(table[:, index])
                    at = origin + local // local_cols * self._cell_cols + local % local_cols
                    cells[index].append(at.astype(np.int32))
                    counts[index].append(table[local, index])
        return [
            _ClassCells(np.concatenate(of_class), np.concatenate(number).cumsum(dtype=np.int64))
            if of_class
            else _ClassCells(np.zeros(0, np.int32), np.zeros(0, np.int64))
            for of_class, number in zip(cells, counts)
        ]

    @contextmanager
    def _reader(self) -> Iterator[Callable[[Window], np.ndarray]]:
        """Give a function that reads class ids (H, W) of this part, 0 elsewhere."""
        with ExitStack() as stack:
            label_path, split_path = self._paths
            labels = stack.enter_context(rasterio.open(label_path))
            split = stack.enter_context(rasterio.open(split_path)) if split_path is not None else None

            def read(window: Window) -> np.ndarray:
                block: np.ndarray = labels.read(1, window=window.rasterio())
                if split is not None and block.any():
                    part = split.read(1, window=window.rasterio())
                    block[(part != self._part) & (part != SEVERAL)] = 0
                return block

            yield read


def drawing_weights(indexes: Sequence[LabelIndex], balance: float) -> np.ndarray:
    """Give how often tiles are drawn over each class of each scene (S, C), up to a factor.

    Of a class with n pixels in all scenes it is n^(1 − balance), shared among the scenes by the pixels they have of it.
    """
    pixels = np.array([index.class_counts for index in indexes], dtype=np.float64)
    of_class = np.maximum(pixels.sum(axis=0), 1.0)
    return np.asarray(pixels / of_class * of_class ** (1.0 - balance))


def starts(length: int, tile_px: int, stride_px: int) -> np.ndarray:
    """Give the first pixels of tiles along an axis: at every stride, and one that ends with the axis.

    Along an axis shorter than a tile there is one, and the axis lies in its middle.
    """
    if length <= tile_px:
        return np.array([-((tile_px - length) // 2)])
    regular = np.arange(0, length - tile_px + 1, stride_px)
    return regular if regular[-1] == length - tile_px else np.append(regular, length - tile_px)


def _inside(sums: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """Sum cells (N,) between two rows (2,) and the columns of each window (2, N), from two-way running sums."""
    (top, bottom), (left, right) = rows, cols
    return np.asarray(sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left])
