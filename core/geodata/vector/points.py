"""Points: those in geometries of any kind, each with whose it is."""

from __future__ import annotations

import numpy as np
import shapely

_POINT = 0


def points_of(geometry: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the coordinates (P, 2) of the points in WKB geometries (N,), and the number of the one that each is of (P,).

    Points of multipoints count one by one; empty ones and other shapes give none.
    """
    parts, owner = shapely.get_parts(shapely.from_wkb(geometry), return_index=True)
    is_point = (shapely.get_type_id(parts) == _POINT) & ~shapely.is_empty(parts)
    return shapely.get_coordinates(parts[is_point]), owner[is_point]
