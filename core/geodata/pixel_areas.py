"""What a pixel covers on the ground, row by row: in degrees the rows of a raster differ."""

from __future__ import annotations

import numpy as np

from .grid import Grid, Window

_SEMI_MAJOR_M, _ECCENTRICITY_SQUARED = 6_378_137.0, 0.006_694_379_990_14
"""The ellipsoid of WGS 84."""


def row_areas_m2(grid: Grid, window: Window) -> np.ndarray:
    """Give the area in m² of one pixel in each row of a window (H,).

    In degrees it is that of a cell on the WGS 84 ellipsoid at the latitude of the row's middle; elsewhere it is the
    same in all rows.
    """
    if not grid.crs.is_geographic:
        return np.full(window.height, grid.pixel_area_m2)
    place = grid.transform
    rows = window.row + 0.5 + np.arange(window.height)
    latitudes = np.radians(place.d * (window.col + window.width / 2) + place.e * rows + place.f)
    radians2 = abs(place.determinant) * np.radians(1.0) ** 2
    squeeze = 1.0 - _ECCENTRICITY_SQUARED * np.sin(latitudes) ** 2
    areas: np.ndarray = (
        radians2 * _SEMI_MAJOR_M**2 * (1.0 - _ECCENTRICITY_SQUARED) / squeeze**2 * np.maximum(np.cos(latitudes), 0.0)
    )
    return areas


def metres_per_pixel(grid: Grid) -> tuple[float, float]:
    """Give the length in metres of a column's and of a row's step, in degrees at the grid's centre."""
    place = grid.transform
    if not grid.crs.is_geographic:
        unit = (grid.pixel_area_m2 / abs(place.determinant)) ** 0.5
        return float(np.hypot(place.a, place.d)) * unit, float(np.hypot(place.b, place.e)) * unit
    _, latitude = place @ (grid.width / 2, grid.height / 2)
    squeeze = 1.0 - _ECCENTRICITY_SQUARED * np.sin(np.radians(latitude)) ** 2
    east = _SEMI_MAJOR_M * np.radians(1.0) * max(np.cos(np.radians(latitude)), 1e-9) / squeeze**0.5
    north = _SEMI_MAJOR_M * np.radians(1.0) * (1.0 - _ECCENTRICITY_SQUARED) / squeeze**1.5
    return float(np.hypot(place.a * east, place.d * north)), float(np.hypot(place.b * east, place.e * north))
