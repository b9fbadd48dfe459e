"""The mask of a prediction: polygons outside which nothing is predicted."""

from __future__ import annotations

import math

import numpy as np
import shapely

from ..errors import BadInputError
from ..geodata.grid import Grid, Window
from ..labels.burner import Burner
from ..labels.label_layer import read_area


class Mask:
    """Polygons within a window of a grid.

    Attributes:
        window: The smallest part of the window that holds all of them.
        warnings: What was left out of them, in words.
    """

    def __init__(self, grid: Grid, window: Window, path: str, layer: str) -> None:
        """Read them.

        Raises:
            BadInputError: When none lies in the window, or they can't be read.
        """
        shapes, self.warnings = read_area(path, layer, grid)
        shapes = shapes[shapely.intersects(shapes, _box(window))]
        if not len(shapes):
            raise BadInputError(
                "The polygons of “{mask}” miss the chosen extent. Choose another extent, or the whole layer.", mask=path
            )
        self._tree = shapely.STRtree(shapes)
        self._burner = Burner(shapes)
        self.window = _within(window, shapely.total_bounds(shapes))

    def touches(self, window: Window) -> bool:
        """Say whether a polygon reaches into a window."""
        return len(self._tree.query(_box(window), predicate="intersects")) > 0

    def covers(self, window: Window) -> np.ndarray:
        """Say which pixels of a window the polygons cover, (H, W)."""
        return self._burner.inside(window)


def _box(window: Window) -> shapely.Polygon:
    return shapely.box(window.col, window.row, window.col + window.width, window.row + window.height)


def _within(window: Window, bounds: np.ndarray) -> Window:
    """Give the part of a window that bounds (left, top, right, bottom) cover, a pixel at least."""
    left, top, right, bottom = bounds.tolist()
    first_row, first_col = max(window.row, math.floor(top)), max(window.col, math.floor(left))
    last_row = min(window.row + window.height, max(math.ceil(bottom), first_row + 1))
    last_col = min(window.col + window.width, max(math.ceil(right), first_col + 1))
    return Window(first_row, first_col, last_row - first_row, last_col - first_col)
