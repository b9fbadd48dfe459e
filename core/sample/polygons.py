"""Outlines of the dikes, exact and as an analyst draws them, and the areas for training and for evaluation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import shapes
from shapely.geometry import Polygon, box, shape
from shapely.geometry.base import BaseGeometry

LABELLED_SHARE = 0.60
GAP_SHARE = 0.04
_MARGIN_PX = 3.0
_BRIDGED_PX = 1.0
_GENEROUS_PX = 0.15
_SIMPLIFIED_PX = 0.6
_SMALLEST_DRAWN_PX = 20.0


def exact_outlines(mask: NDArray[np.bool_]) -> list[Polygon]:
    """Follow the pixel edges of a mask; polygons in pixel coordinates (x to the east, y to the south)."""
    return [shape(geometry) for geometry, _ in shapes(mask.astype(np.uint8), mask=mask, connectivity=4)]


def drawn_outlines(exact: Sequence[Polygon], area: Polygon) -> list[Polygon]:
    """Redraw outlines inside an area as an analyst would: smoother, generous, small gaps bridged, specks left out."""
    inside = shapely.union_all(shapely.intersection(np.array(exact, dtype=object), area))
    drawn = inside.buffer(_BRIDGED_PX + _GENEROUS_PX).buffer(-_BRIDGED_PX).simplify(_SIMPLIFIED_PX)
    return [part for part in parts(drawn.intersection(area)) if part.area >= _SMALLEST_DRAWN_PX]


def labelled_area(rows: int, columns: int) -> Polygon:
    """Give the western part of the scene, all of which the analyst labelled; its east edge is drawn by hand."""
    east = LABELLED_SHARE * columns
    return Polygon([
        (_MARGIN_PX, _MARGIN_PX),
        (east, _MARGIN_PX),
        (0.97 * east, 0.55 * rows),
        (0.99 * east, rows - _MARGIN_PX),
        (_MARGIN_PX, rows - _MARGIN_PX),
    ])  # fmt: skip


def evaluation_area(rows: int, columns: int) -> Polygon:
    """Give the eastern part of the scene, which training never sees, a gap away from the labelled area."""
    return box((LABELLED_SHARE + GAP_SHARE) * columns, _MARGIN_PX, columns - _MARGIN_PX, rows - _MARGIN_PX)


def parts(geometry: BaseGeometry) -> list[Polygon]:
    """Give the polygons of a geometry."""
    return [part for part in shapely.get_parts(geometry).tolist() if isinstance(part, Polygon)]
