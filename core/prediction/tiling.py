"""Tiling: how an area is cut into tiles that fit it, with a margin around each that is computed and dropped."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..geodata.grid import Window


@dataclass(frozen=True)
class Tile:
    """One piece of work: `read` is what the model sees (it may reach beyond the grid), `core` what is kept of it."""

    read: Window
    core: Window


@dataclass(frozen=True)
class Tiling:
    """Tiles of one size that cover an area, each pixel kept from exactly one of them.

    Attributes:
        area: The window that is predicted, in the grid's pixels.
        margin: Pixels dropped at every side of a tile.
        core: Height and width of what is kept of a tile; less at the area's end.
    """

    area: Window
    margin: int
    core: tuple[int, int]

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of a tile with its margin."""
        return self.core[0] + 2 * self.margin, self.core[1] + 2 * self.margin

    @property
    def counts(self) -> tuple[int, int]:
        """How many rows and columns of tiles there are."""
        return math.ceil(self.area.height / self.core[0]), math.ceil(self.area.width / self.core[1])

    @property
    def redundancy(self) -> float:
        """Pixels computed for every pixel kept."""
        rows, cols = self.counts
        return rows * cols * self.size[0] * self.size[1] / (self.area.height * self.area.width)

    def tiles(self) -> list[Tile]:
        """List the tiles row by row."""
        rows, cols = self.counts
        return [self._tile(row, col) for row in range(rows) for col in range(cols)]

    def _tile(self, row: int, col: int) -> Tile:
        first_row, first_col = self.area.row + row * self.core[0], self.area.col + col * self.core[1]
        full = Window(first_row, first_col, *self.core)
        height = min(self.core[0], self.area.row + self.area.height - first_row)
        width = min(self.core[1], self.area.col + self.area.width - first_col)
        return Tile(full.padded(self.margin), Window(first_row, first_col, height, width))


def fit(area: Window, margin: int, stride: int, largest: int, square: bool = False) -> Tiling:
    """Fit tiles to an area: as few as the largest allows, then as small as these can be.

    Args:
        area: What is to be covered.
        margin: Pixels dropped at every side of a tile.
        stride: A tile's sides are multiples of it.
        largest: The largest side of a tile.
        square: Whether both sides must be equal.
    """
    sides = [_fit_side(length, margin, stride, largest) for length in area.shape]
    if square:
        sides = [max(sides)] * 2
    return Tiling(area, margin, (sides[0] - 2 * margin, sides[1] - 2 * margin))


def _fit_side(length: int, margin: int, stride: int, largest: int) -> int:
    biggest = max(largest // stride * stride, _multiple(2 * margin + 1, stride))
    count = math.ceil(length / (biggest - 2 * margin))
    return _multiple(math.ceil(length / count) + 2 * margin, stride)


def _multiple(value: int, of: int) -> int:
    return math.ceil(value / of) * of


def outwards(tiles: Sequence[Tile], row: float, col: float) -> list[Tile]:
    """Order tiles by the distance of their centre from a place, nearest first."""

    def distance(tile: Tile) -> float:
        core = tile.core
        return math.hypot(core.row + core.height / 2 - row, core.col + core.width / 2 - col)

    return sorted(tiles, key=distance)


def kept(tiles: Iterable[Tile], wanted: Callable[[Window], bool]) -> list[Tile]:
    """Leave out tiles whose core nobody wants: outside a mask, or without a valid pixel."""
    return [tile for tile in tiles if wanted(tile.core)]
