"""The predicted area: a window of the grid, and polygons within it."""

from __future__ import annotations

import math

import numpy as np
import shapely

from ..errors import BadInputError
from ..geodata.extent import Extent
from ..geodata.grid import Grid, Window
from ..labels.burner import Burner
from ..labels.label_layer import read_area


class PredictionArea:
    """The pixels to be predicted.

    Attributes:
        window: The smallest window that holds all of them.
        warnings: What was left out of the mask, in words.
    """

    def __init__(self, grid: Grid, extent: Extent | None = None, mask: str = "", mask_layer: str = "") -> None:
        """Take the whole grid, an extent of it, or what polygons cover of either.

        Raises:
            BadInputError: When extent, mask and grid have no pixel in common, or the mask can't be read.
        """
        self.window = grid.window_of(extent) if extent else grid.window
        self.warnings: tuple[str, ...] = ()
        self._burner: Burner | None = None
        if not mask:
            return
        shapes, self.warnings = read_area(mask, mask_layer, grid)
        frame = shapely.box(
            self.window.col, self.window.row, self.window.col + self.window.width, self.window.row + self.window.height
        )
        shapes = shapes[shapely.intersects(shapes, frame)]
        if not len(shapes):
            raise BadInputError(
                "The polygons of “{mask}” miss the chosen extent. Choose another extent, or the whole layer.", mask=mask
            )
        self._tree = shapely.STRtree(shapes)
        self._burner = Burner(shapes)
        self._ones = np.ones(len(shapes), np.uint8)
        self.window = _within(self.window, shapely.total_bounds(shapes))

    def touches(self, window: Window) -> bool:
        """Say whether anything may be wanted in a window."""
        if self._burner is None:
            return True
        box = shapely.box(window.col, window.row, window.col + window.width, window.row + window.height)
        return len(self._tree.query(box, predicate="intersects")) > 0

    def wanted(self, window: Window) -> np.ndarray | None:
        """Say which pixels of a window within the area are wanted, (H, W); None for all of them."""
        if self._burner is None:
            return None
        return self._burner.burn(window, self._ones) > 0


def _within(window: Window, bounds: np.ndarray) -> Window:
    """Give the part of a window that bounds (left, top, right, bottom) cover, a pixel at least."""
    left, top, right, bottom = bounds.tolist()
    first_row, first_col = max(window.row, math.floor(top)), max(window.col, math.floor(left))
    last_row = min(window.row + window.height, max(math.ceil(bottom), first_row + 1))
    last_col = min(window.col + window.width, max(math.ceil(right), first_col + 1))
    return Window(first_row, first_col, last_row - first_row, last_col - first_col)
