"""Tiling: how an area is cut into tiles that fit it, with a margin around each that is computed and dropped."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ...geodata.grid import Window


@dataclass(frozen=True)
class Tile:
    """One piece of work: `read` is what the model sees (it may reach beyond the grid), `core` what is kept of it."""

    read: Window
    core: Window


@dataclass(frozen=True)
class Tiling:
    """Tiles of one size that cover an area, each pixel kept from exactly one of them.

    Tiles begin at multiples of the network's stride from the grid's first pixel, so that its coarse maps fall on the
    same places in every tile, in a part of a raster and in the whole.

    Attributes:
        area: The window that is predicted, in the grid's pixels.
        origin: Row and column at which the first tile's core begins, at or before the area's.
        margin: Pixels dropped at every side of a tile.
        core: Height and width of what is kept of a tile; less at the area's edges.
    """

    area: Window
    origin: tuple[int, int]
    margin: int
    core: tuple[int, int]

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of a tile with its margin."""
        return self.core[0] + 2 * self.margin, self.core[1] + 2 * self.margin

    @property
    def counts(self) -> tuple[int, int]:
        """How many rows and columns of tiles there are."""
        ends = self.area.row + self.area.height, self.area.col + self.area.width
        rows, cols = (math.ceil((end - first) / core) for end, first, core in zip(ends, self.origin, self.core))
        return rows, cols

    def tiles(self) -> list[Tile]:
        """List the tiles row by row."""
        rows, cols = self.counts
        return [self._tile(row, col) for row in range(rows) for col in range(cols)]

    def place(self, tile: Tile) -> tuple[int, int]:
        """Give the number of a tile's row and column."""
        first = tile.read.row + self.margin - self.origin[0], tile.read.col + self.margin - self.origin[1]
        return first[0] // self.core[0], first[1] // self.core[1]

    def _tile(self, row: int, col: int) -> Tile:
        first = Window(self.origin[0] + row * self.core[0], self.origin[1] + col * self.core[1], *self.core)
        top, left = max(first.row, self.area.row), max(first.col, self.area.col)
        bottom = min(first.row + first.height, self.area.row + self.area.height)
        right = min(first.col + first.width, self.area.col + self.area.width)
        return Tile(first.padded(self.margin), Window(top, left, bottom - top, right - left))


def fit(area: Window, margin: int, stride: int, largest: int, square: bool = False, tallest: int = 0) -> Tiling:
    """Fit tiles to an area: as few as the largest allows, then as small as these can be.

    Args:
        area: What is to be covered.
        margin: Pixels to drop at every side of a tile at least.
        stride: A tile's sides, its margin and its place are multiples of it.
        largest: The largest side of a tile; more where less than half of it would be left.
        square: Whether both sides must be equal.
        tallest: The largest height of a tile that needn't be square, where it is less; 0 leaves it.
    """
    margin = _multiple(margin, stride)
    origin = area.row // stride * stride, area.col // stride * stride
    lengths = area.row + area.height - origin[0], area.col + area.width - origin[1]
    sides = min(largest, tallest or largest), largest
    most = [max(side // stride * stride - 2 * margin, 2 * margin, stride) for side in sides]
    core = [
        _multiple(math.ceil(length / math.ceil(length / longest)), stride) for length, longest in zip(lengths, most)
    ]
    if square:
        core = [max(core)] * 2
    return Tiling(area, origin, margin, (core[0], core[1]))


def outwards(tiles: Sequence[Tile], row: float, col: float, by_rows: bool = False) -> list[Tile]:
    """Order tiles by the distance of their centre from a place, nearest first, or row by row with the nearest first."""

    def distance(tile: Tile) -> tuple[float, float]:
        core = tile.core
        down, across = abs(core.row + core.height / 2 - row), abs(core.col + core.width / 2 - col)
        return (down, across) if by_rows else (math.hypot(down, across), 0.0)

    return sorted(tiles, key=distance)


def _multiple(value: int, of: int) -> int:
    return math.ceil(value / of) * of
