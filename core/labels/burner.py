"""Burning polygons into the windows of a grid: only those near a window are touched, so memory follows the window."""

from __future__ import annotations

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

from ..geodata.grid import Window

_HEAVY = 2_000
"""Shapes with more vertices than this are clipped before they are burnt."""


class Burner:
    """Polygons in pixel coordinates, found by place, burnt in drawing order: the last one wins."""

    def __init__(self, shapes: np.ndarray, all_touched: bool = False) -> None:
        """Index the shapes (N,), in drawing order."""
        self._shapes = shapes
        self._all_touched = all_touched
        self._tree = shapely.STRtree(shapes)
        self._vertices = shapely.get_num_coordinates(shapes)

    def burn(self, window: Window, values: np.ndarray) -> np.ndarray:
        """Give the window (H, W) with each shape's value (N,) as uint8 where it lies, 0 elsewhere."""
        frame = (window.col - 2, window.row - 2, window.col + window.width + 2, window.row + window.height + 2)
        near = np.sort(self._tree.query(shapely.box(*frame)))
        pairs = [(shape, int(values[place])) for place in near if not (shape := self._clipped(place, frame)).is_empty]
        if not pairs:
            return np.zeros(window.shape, np.uint8)
        transform = Affine.translation(window.col, window.row)
        burnt: np.ndarray = rasterize(
            pairs, out_shape=window.shape, transform=transform, all_touched=self._all_touched, dtype=np.uint8
        )
        return burnt

    def _clipped(self, place: int, frame: tuple[int, int, int, int]) -> shapely.Geometry:
        shape = self._shapes[place]
        return shapely.clip_by_rect(shape, *frame) if self._vertices[place] > _HEAVY else shape


def overlapping(shapes: np.ndarray, codes: np.ndarray, least_area: float = 0.5) -> int:
    """Count the shapes that share more than `least_area` pixels with a shape of another class.

    Args:
        shapes: (N,) valid shapes in pixels.
        codes: (N,) their classes.
        least_area: Smaller overlaps are digitising noise along common borders.
    """
    tree = shapely.STRtree(shapes)
    found = np.zeros(len(shapes), bool)
    for place in range(len(shapes)):
        near = tree.query(shapes[place])
        near = near[(near > place) & (codes[near] != codes[place])]
        near = near[~found[near]] if found[place] else near
        if not len(near):
            continue
        hits = near[shapely.area(shapely.intersection(shapes[place], shapes[near])) > least_area]
        found[hits] = True
        found[place] |= bool(len(hits))
    return int(np.count_nonzero(found))
