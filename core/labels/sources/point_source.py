"""The point source: points with a class, each the label of the pixel that it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from ...errors import BadInputError
from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ...geodata.vector.vector_layer import holds_points, is_vector
from ...message import Message
from ..legend import Legend
from ..point_layer import LabelPoints, read_points
from .label_source import LabelSource, ids_of, unknown_warnings
from .windows import pixels_outside


def open_points(scene: Scene, grid: Grid, all_touched: bool) -> LabelSource | None:
    """Read a scene's points that lie on the grid, and within the scene's extent; None where its labels are none.

    Raises:
        BadInputError: For points that can't be used, or of which none is left.
    """
    del all_touched
    if not scene.labels or not is_vector(scene.labels) or not holds_points(scene.labels, scene.layer):
        return None
    points = read_points(scene.labels, scene.layer, scene.class_field, grid)
    inside = np.ones(len(points.rows), bool)
    if scene.extent is not None:
        grid.window_of(scene.extent)  # refuses one that misses the grid
        inside = ~pixels_outside(grid, points.rows, points.cols, scene.extent)
    if not inside.any():
        raise BadInputError("No point of “{labels}” lies within the extent. Choose an extent over points.",
                            labels=scene.labels)  # fmt: skip
    return PointSource(replace(points, rows=points.rows[inside], cols=points.cols[inside], codes=points.codes[inside]))


class PointSource(LabelSource):
    """Points, looked up where they are read."""

    def __init__(self, points: LabelPoints) -> None:
        """Take the points."""
        super().__init__(None, points.warnings)
        order = np.argsort(points.rows, kind="stable")  # of one pixel's the last one stays the last
        self._rows, self._cols, self._codes = points.rows[order], points.cols[order], points.codes[order]
        self._classes, self._told = points.classes, points.warnings
        self._ids = np.zeros(len(order), np.uint8)

    @property
    def shapes(self) -> np.ndarray:
        """The squares (N,) of the pixels that have a point, in pixels."""
        boxes: np.ndarray = shapely.box(self._cols, self._rows, self._cols + 1, self._rows + 1)
        return boxes

    def class_names(self) -> Sequence[str]:
        """Give the classes of the points."""
        return [self._classes[code] for code in np.unique(self._codes).tolist()]

    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; points of other classes are left out, and told."""
        names = self.class_names()
        by_name = dict(zip(names, ids_of(names, legend).tolist()))
        self._ids = np.array([by_name.get(name, 0) for name in self._classes], np.uint8)[self._codes]
        self.warnings = (*self._told, *unknown_warnings(names, legend), *self._contradictions())

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8."""
        block = np.zeros(window.shape, np.uint8)
        first, end = np.searchsorted(self._rows, (window.row, window.row + window.height))
        cols, ids = self._cols[first:end] - window.col, self._ids[first:end]
        known = (ids > 0) & (cols >= 0) & (cols < window.width)
        block[self._rows[first:end][known] - window.row, cols[known]] = ids[known]
        return block

    def _contradictions(self) -> tuple[str, ...]:
        """Tell how many pixels have points of several classes."""
        known = self._ids > 0
        pixels = np.stack([self._rows[known], self._cols[known], self._ids[known]], axis=1)
        _, classes = np.unique(np.unique(pixels, axis=0)[:, :2], axis=0, return_counts=True)
        count = int(np.count_nonzero(classes > 1))
        if not count:
            return ()
        places = Message("1 pixel") if count == 1 else Message("{count} pixels", count=count)
        return (Message("Points of more than one class in {pixels}; there the last one counts.", pixels=places),)
