"""Burning polygons into the windows of a grid: only those near a window are touched, so memory follows the window."""

from __future__ import annotations

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

from ..geodata.grid import Window

_HEAVY = 2_000
"""Shapes with more vertices than this are clipped before they are burnt."""
_AT_A_TIME = 256


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
        pairs = [(shape, int(values[index])) for index in near if not (shape := self._clipped(index, frame)).is_empty]
        if not pairs:
            return np.zeros(window.shape, np.uint8)
        transform = Affine.translation(window.col, window.row)
        burnt: np.ndarray = rasterize(
            pairs, out_shape=window.shape, transform=transform, all_touched=self._all_touched, dtype=np.uint8
        )
        return burnt

    def inside(self, window: Window) -> np.ndarray:
        """Say which pixels (H, W) of a window a shape covers, whichever."""
        return self.burn(window, np.ones(len(self._shapes), np.uint8)) > 0

    def pixels_inside(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Say which of some pixels (N,) have their centre in a shape."""
        within = self._tree.query(shapely.points(cols + 0.5, rows + 0.5), predicate="within")[0]
        return np.isin(np.arange(len(rows)), within)

    def _clipped(self, index: int, frame: tuple[int, int, int, int]) -> shapely.Geometry:
        shape = self._shapes[index]
        return shapely.clip_by_rect(shape, *frame) if self._vertices[index] > _HEAVY else shape


def overlapping(shapes: np.ndarray, codes: np.ndarray, least_area: float = 0.5) -> int:
    """Count the shapes that share more than `least_area` pixels with a shape of another class.

    Args:
        shapes: (N,) valid shapes in pixels.
        codes: (N,) their classes.
        least_area: Smaller overlaps are digitising noise along common borders.
    """
    tree = shapely.STRtree(shapes)
    overlaps = np.zeros(len(shapes), bool)
    for start in range(0, len(shapes), _AT_A_TIME):
        first, second = tree.query(shapes[start : start + _AT_A_TIME])
        first = first + start
        open_pairs = (second > first) & (codes[first] != codes[second]) & ~(overlaps[first] & overlaps[second])
        first, second = first[open_pairs], second[open_pairs]
        hits = shapely.area(shapely.intersection(shapes[first], shapes[second])) > least_area
        overlaps[first[hits]] = overlaps[second[hits]] = True
    return int(np.count_nonzero(overlaps))
