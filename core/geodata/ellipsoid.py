"""The ellipsoid of a coordinate system, on which steps and areas of pixels are measured in metres."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pyproj
from affine import Affine
from pyproj.exceptions import ProjError
from rasterio.crs import CRS
from rasterio.errors import CRSError

if TYPE_CHECKING:
    import shapely

_UNIT_OF_DEGREES = math.radians(1.0)


class Ellipsoid:
    """Brings coordinates of a coordinate system to its ellipsoid and measures there."""

    def __init__(self, wkt: str) -> None:
        crs = pyproj.CRS.from_wkt(wkt)
        on_earth = crs.geodetic_crs
        if on_earth is None or crs.ellipsoid is None:
            raise ProjError("no ellipsoid")
        self._to_degrees = pyproj.Transformer.from_crs(crs, on_earth, always_xy=True)
        self._unit = on_earth.axis_info[0].unit_conversion_factor / _UNIT_OF_DEGREES if on_earth.axis_info else 1.0
        self._geod = pyproj.Geod(a=crs.ellipsoid.semi_major_metre, b=crs.ellipsoid.semi_minor_metre)

    def steps(self, x: np.ndarray, y: np.ndarray, step: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
        """Give bearing in radians and length in metres of a step with its middle at every place (N,)."""
        begin = self._to_degrees.transform(x - step[0] / 2, y - step[1] / 2)
        end = self._to_degrees.transform(x + step[0] / 2, y + step[1] / 2)
        west, south, east, north = (np.asarray(values) * self._unit for values in (*begin, *end))
        bearing, _, length = self._geod.inv(west, south, east, north)
        return np.radians(bearing), np.asarray(length)

    def sizes(self, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give areas in m² and perimeters in m (N,) of polygons in the coordinate system."""
        pairs = [self._geod.geometry_area_perimeter(shape) for shape in self._in_degrees(shapes)]
        return np.array([abs(area) for area, _ in pairs]), np.array([length for _, length in pairs])

    def length(self, line: shapely.LineString) -> float:
        """Give the length in m of a line in the coordinate system."""
        return float(self._geod.geometry_length(self._in_degrees(np.array([line], dtype=object))[0]))

    def _in_degrees(self, shapes: np.ndarray) -> np.ndarray:
        def move(points: np.ndarray) -> np.ndarray:
            return np.column_stack(self._to_degrees.transform(points[:, 0], points[:, 1])) * self._unit

        import shapely  # only here, since every raster asks for the size of its pixels and few for shapes

        moved: np.ndarray = shapely.transform(shapely.force_2d(shapes), move)
        return moved


def ellipsoid_of(crs: CRS) -> Ellipsoid | None:
    """Give that of a coordinate system; None for one that has no place on the earth, such as a local grid."""
    return _ellipsoid(crs.to_wkt())


@lru_cache(maxsize=64)
def _ellipsoid(wkt: str) -> Ellipsoid | None:
    try:
        return Ellipsoid(wkt)
    except ProjError:
        return None


def measured(transform: Affine, crs: CRS, rows: np.ndarray, col: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the steps across and down in metres and the area in m² of pixels with their middles there (N,)."""
    x, y = transform.a * col + transform.b * rows + transform.c, transform.d * col + transform.e * rows + transform.f
    unit = linear_unit(crs)
    across, down = (
        np.full(len(rows), math.hypot(*step) * unit)
        for step in ((transform.a, transform.d), (transform.b, transform.e))
    )
    area = np.full(len(rows), abs(transform.determinant) * unit**2)
    ellipsoid = ellipsoid_of(crs)
    if ellipsoid is None:
        return across, down, area
    (east, own_across), (north, own_down) = (
        ellipsoid.steps(x, y, s) for s in ((transform.a, transform.d), (transform.b, transform.e))
    )
    own_area = own_across * own_down * np.abs(np.sin(north - east))
    known = np.isfinite(own_area) & (own_area > 0)
    return np.where(known, own_across, across), np.where(known, own_down, down), np.where(known, own_area, area)


def linear_unit(crs: CRS) -> float:
    """Give the metres of a coordinate system's unit as such, for places that the ellipsoid doesn't know."""
    if crs.is_geographic:
        return 111_320.0
    try:
        return float(crs.linear_units_factor[1])
    except CRSError:
        return 1.0
