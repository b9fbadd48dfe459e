"""The ground that is corrected: the prediction, the overlay on it, and the map that both make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional, Protocol

import numpy as np

from ..geodata.grid import PixelGrid, Window
from .pixels.runs import Runs

UNTOUCHED = 0
"""Value of the overlay where nothing was corrected: the prediction shows."""
BLANK = 255
"""Value of the overlay that was corrected to nodata; no class has it."""
TILE = 512
"""Rasters are worked through in rows of tiles of this side: those of predictions are so large, an overlay's smaller."""
_TILES_AT_ONCE = 16


class Reader(Protocol):
    """A raster of class ids that can be read."""

    def read(self, window: Window) -> np.ndarray:
        """Give the values (H, W) uint8 of a window inside the raster."""
        ...


class Overlay(Protocol):
    """The sparse raster of what was corrected: `UNTOUCHED`, a class id, or `BLANK`."""

    def read(self, window: Window) -> Optional[np.ndarray]:
        """Give the values (H, W) uint8 of a window, the caller's own; None where nothing was ever written."""
        ...

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write the values (H, W) uint8 of a window.

        Raises:
            DiskError: When it can't be written.
        """
        ...

    def flush(self) -> None:
        """Make what was written visible to all readers."""
        ...


class Ground:
    """A prediction and its overlay, on the same pixels.

    Attributes:
        place: Where the pixels lie.
        prediction: What was predicted.
        overlay: What was corrected.
    """

    def __init__(self, grid: PixelGrid, prediction: Reader, overlay: Overlay, tile: int = TILE) -> None:
        """Keep the rasters; what is painted is divided by tiles of that side."""
        self.place, self.prediction, self.overlay, self._tile = grid, prediction, overlay, tile

    def read(self, window: Window) -> np.ndarray:
        """Give what the map says in a window: class ids (H, W), 0 for nodata."""
        return over(self.prediction.read(window), self.overlay.read(window))

    def value_at(self, row: int, col: int) -> int:
        """Give what the map says at a pixel; 0 for nodata and outside."""
        window = Window(row, col, 1, 1).clipped(self.place.height, self.place.width)
        return int(self.read(window)[0, 0]) if window.height and window.width else 0

    def is_corrected(self, row: int, col: int) -> bool:
        """Say whether a pixel was corrected."""
        window = Window(row, col, 1, 1).clipped(self.place.height, self.place.width)
        values = self.overlay.read(window) if window.height and window.width else None
        return values is not None and int(values[0, 0]) != UNTOUCHED

    def parts(self, runs: Runs) -> Iterator[tuple[Window, Runs]]:
        """Divide pixels of this raster by its tiles, several at a time: windows and what lies in each."""
        return parts(runs, self._tile)


def parts(runs: Runs, tile: int = TILE) -> Iterator[tuple[Window, Runs]]:
    """Divide pixels by tiles, several at a time: the smallest windows around what lies in them, and that."""
    around = runs.window
    width = tile * _TILES_AT_ONCE
    for row in range(around.row // tile * tile, around.row + around.height, tile):
        band = runs.clipped(Window(row, around.col, tile, around.width))
        inside = band.window
        for col in range(inside.col // width * width, inside.col + inside.width, width):
            part = band.clipped(Window(row, col, tile, width))
            if not part.is_empty:
                yield part.window, part


def over(prediction: np.ndarray, overlay: Optional[np.ndarray]) -> np.ndarray:
    """Lay corrections over a prediction (H, W): 0 for nodata."""
    if overlay is None:
        return prediction
    shown = overlay if overlay.all() else np.where(overlay == UNTOUCHED, prediction, overlay)
    return np.where(overlay == BLANK, np.uint8(0), shown) if (overlay == BLANK).any() else shown
