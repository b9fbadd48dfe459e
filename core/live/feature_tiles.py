"""Feature tiles: what a small model sees of the imagery, square by square, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Callable, Optional

import numpy as np

from ..geodata.grid import Window
from ..geodata.normalisation import Normalisation
from .reduced import Reduced

TILE_PX = 256
_MARGIN_STEP = 4
MOST_NUMBERS = 200_000_000
"""How many features of pixels are kept: 800 MB of float32."""
Features = Callable[[np.ndarray, np.ndarray], np.ndarray]
TileNumber = tuple[int, int]
"""Row and column of a tile."""


@dataclass(frozen=True)
class FeatureTile:
    """Features (n, F) float32 of a tile's valid pixels, row by row, and which those are (H, W)."""

    samples: np.ndarray
    valid: np.ndarray


class FeatureTiles:
    """The tiles of a reduced stack; safe from several threads."""

    def __init__(
        self, reduced: Reduced, normalisation: Normalisation, features: Features, margin_px: int,
        most_numbers: int = MOST_NUMBERS,
    ) -> None:  # fmt: skip
        """Start with none.

        Args:
            reduced: The imagery.
            normalisation: Its scaling.
            features: Computes features (F, H, W) of a normalised image (B, H, W) with its valid mask (H, W).
            margin_px: How far around a pixel they look.
            most_numbers: How many features of pixels are kept.
        """
        self._reduced, self._normalisation, self._features = reduced, normalisation, features
        self._margin = -(-margin_px // _MARGIN_STEP) * _MARGIN_STEP
        self._most, self._held = most_numbers, 0
        self._kept: OrderedDict[TileNumber, FeatureTile] = OrderedDict()
        self._lock = Lock()

    def window(self, number: TileNumber) -> Window:
        """Give a tile's window in the reduced grid; those at the end are smaller."""
        grid = self._reduced.grid
        return Window(number[0] * TILE_PX, number[1] * TILE_PX, TILE_PX, TILE_PX).clipped(grid.height, grid.width)

    def over(self, window: Window) -> list[TileNumber]:
        """List the tiles over a window, those next to its centre first."""
        grid = self._reduced.grid
        inside = window.clipped(grid.height, grid.width)
        if not inside.height or not inside.width:
            return []
        middle = inside.row + inside.height / 2, inside.col + inside.width / 2
        numbers = [
            (row, col)
            for row in range(inside.row // TILE_PX, -(-(inside.row + inside.height) // TILE_PX))
            for col in range(inside.col // TILE_PX, -(-(inside.col + inside.width) // TILE_PX))
        ]
        return sorted(numbers, key=lambda number: _distance(number, middle))

    def holds(self, number: TileNumber) -> bool:
        """Say whether a tile is there already."""
        return number in self._kept

    def get(self, number: TileNumber) -> FeatureTile:
        """Give a tile, computed now if need be.

        Raises:
            DiskError: When the imagery can't be read.
        """
        with self._lock:
            tile: Optional[FeatureTile] = self._kept.get(number)
            if tile is not None:
                self._kept.move_to_end(number)
                return tile
        tile = self._compute(self.window(number))
        with self._lock:
            if number not in self._kept:
                self._kept[number] = tile
                self._held += tile.samples.size
            while self._held > self._most and len(self._kept) > 1:
                self._held -= self._kept.popitem(last=False)[1].samples.size
        return tile

    def _compute(self, window: Window) -> FeatureTile:
        image, valid = self._reduced.read(window.padded(self._margin))
        features = self._features(self._normalisation.apply(image, valid), valid)
        inner = slice(self._margin, self._margin + window.height), slice(self._margin, self._margin + window.width)
        known = valid[inner]
        return FeatureTile(np.ascontiguousarray(features[:, inner[0], inner[1]][:, known].T, np.float32), known)


def _distance(number: TileNumber, middle: tuple[float, float]) -> float:
    return sum(((index + 0.5) * TILE_PX - centre) ** 2 for index, centre in zip(number, middle))


def tiles_under(shapes: np.ndarray, middle: tuple[float, float]) -> list[TileNumber]:
    """List the tiles that the boxes of shapes (N,) touch, in pixels, those next to a (row, column) first."""
    import shapely

    boxes = np.floor_divide(shapely.bounds(shapes), TILE_PX).astype(int)
    numbers = {
        (row, col)
        for left, top, right, bottom in np.unique(boxes, axis=0).tolist()
        for row in range(top, bottom + 1)
        for col in range(left, right + 1)
    }
    return sorted(numbers, key=lambda number: _distance(number, middle))
