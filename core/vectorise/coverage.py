"""Coverages: polygons that share their borders, simplified and smoothed without gaps or overlaps."""

from __future__ import annotations

import numpy as np
import shapely

_SMALLEST_FACE = 1e-9
_LARGEST_CUT = 2.0
"""A corner is cut at a quarter of its sides, as Chaikin does, but no further from it than this, in pixels."""


def simplify(shapes: np.ndarray, tolerance: float) -> np.ndarray:
    """Simplify polygons (N,) that share borders; a border stays one for both of its sides.

    Args:
        shapes: Polygons that don't overlap.
        tolerance: Corners that stand out by about this much or less are taken away.
    """
    if not tolerance or not len(shapes):
        return shapes
    simplified: np.ndarray = shapely.coverage_simplify(shapes, tolerance)
    return simplified


def smooth(shapes: np.ndarray, rounds: int) -> np.ndarray:
    """Round the corners of polygons (N,) that share borders, by cutting them again and again (Chaikin 1974).

    Borders are cut into arcs between the points where three polygons meet; these points stay, every arc is smoothed
    once for both of its sides, and polygons are put together from the arcs.

    Args:
        shapes: Polygons that don't overlap, in pixels.
        rounds: How often corners are cut; 2 or 3 look smooth.
    """
    if not rounds or not len(shapes):
        return shapes
    arcs = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(shapes))))
    smoothed = np.array([shapely.linestrings(_cut_corners(shapely.get_coordinates(arc), rounds)) for arc in arcs])
    noded = shapely.get_parts(shapely.union_all(smoothed))
    faces = shapely.get_parts(shapely.polygonize(noded))
    return _reassembled(shapes, faces)


def _cut_corners(points: np.ndarray, rounds: int) -> np.ndarray:
    """Replace every corner of a line (N, 2) by two points on its sides; ends stay, rings stay closed."""
    closed = len(points) > 2 and bool((points[0] == points[-1]).all())
    for _ in range(rounds):
        start, side = points[:-1], np.diff(points, axis=0)
        share = np.minimum(0.25, _LARGEST_CUT / np.maximum(np.hypot(*side.T), 1e-12))[:, None]
        cut = np.empty((2 * len(start), 2))
        cut[0::2], cut[1::2] = start + share * side, points[1:] - share * side
        points = np.concatenate([cut, cut[:1]]) if closed else np.concatenate([points[:1], cut[1:-1], points[-1:]])
    return points


def _reassembled(shapes: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Give every polygon (N,) the faces that lie in it; one that lost all of them stays as it is."""
    faces = faces[shapely.area(faces) > _SMALLEST_FACE]
    face_places, owners = shapely.STRtree(shapes).query(shapely.point_on_surface(faces), predicate="within")
    order = np.argsort(owners, kind="stable")
    face_places, owners = face_places[order], owners[order]
    result = shapes.copy()
    unique_owners, starts = np.unique(owners, return_index=True)
    for owner, parts in zip(unique_owners.tolist(), np.split(face_places, starts[1:])):
        result[owner] = faces[parts[0]] if len(parts) == 1 else shapely.union_all(faces[parts])
    return result
