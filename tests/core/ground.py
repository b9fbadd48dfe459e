"""What a square metre and a metre of a map are on the ground, by the projection's own factors."""

from __future__ import annotations

from typing import Any

from outcrop.core.geodata.grid import Grid
from pyproj import CRS, Proj, Transformer


def area_scale(grid: Grid) -> float:
    """Give how many square metres of the ellipsoid one of a projected map covers, at a grid's centre."""
    return 1.0 / float(_factors(grid).areal_scale)


def length_scale(grid: Grid) -> float:
    """Give how many metres on the ellipsoid one of a conformal map covers, at a grid's centre."""
    return 1.0 / float(_factors(grid).meridional_scale)


def _factors(grid: Grid) -> Any:
    crs = CRS.from_wkt(grid.crs.to_wkt())
    assert crs.geodetic_crs is not None
    x, y = grid.transform @ (grid.width / 2, grid.height / 2)
    degrees = Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True).transform(x, y)
    return Proj(crs).get_factors(*degrees)
