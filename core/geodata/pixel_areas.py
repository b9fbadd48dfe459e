"""What a pixel covers on the ground: metres on the ellipsoid, whatever the projection makes of them."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from pyproj import CRS, Geod, Transformer
from pyproj.exceptions import ProjError

from .grid import Grid, Window

_UNIT_OF_DEGREES = math.radians(1.0)


class _Ground:
    """Brings coordinates of a coordinate system to the ellipsoid and measures there."""

    def __init__(self, wkt: str) -> None:
        crs = CRS.from_wkt(wkt)
        on_earth = crs.geodetic_crs
        if on_earth is None or crs.ellipsoid is None:
            raise ProjError("no ellipsoid")
        self._to_degrees = Transformer.from_crs(crs, on_earth, always_xy=True)
        self._unit = on_earth.axis_info[0].unit_conversion_factor / _UNIT_OF_DEGREES if on_earth.axis_info else 1.0
        self._geod = Geod(a=crs.ellipsoid.semi_major_metre, b=crs.ellipsoid.semi_minor_metre)

    def steps(self, x: np.ndarray, y: np.ndarray, step: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
        """Give bearing in radians and length in metres of a step with its middle at every place (N,)."""
        begin = self._to_degrees.transform(x - step[0] / 2, y - step[1] / 2)
        end = self._to_degrees.transform(x + step[0] / 2, y + step[1] / 2)
        west, south, east, north = (np.asarray(values) * self._unit for values in (*begin, *end))
        bearing, _, length = self._geod.inv(west, south, east, north)
        return np.radians(bearing), np.asarray(length)


@lru_cache(maxsize=64)
def _ground(wkt: str) -> _Ground | None:
    """Give the ground of a coordinate system; None for one that has no place on the earth, such as a local grid."""
    try:
        return _Ground(wkt)
    except ProjError:
        return None


def row_areas_m2(grid: Grid, window: Window) -> np.ndarray:
    """Give the area in m² of one pixel in each row of a window (H,), in the window's middle column."""
    rows = window.row + 0.5 + np.arange(window.height)
    return _measured(grid, rows, window.col + window.width / 2)[2]


def row_steps_m(grid: Grid, window: Window) -> np.ndarray:
    """Give how far east and north a step across and a step down lead, in m, in each row of a window (H, 2, 2).

    Axis 1 is east and north, axis 2 the step across and the step down. North is true north; on a local grid, which has
    none, it is the axis of the coordinates.
    """
    rows, col = window.row + 0.5 + np.arange(window.height), window.col + window.width / 2
    transform, unit = grid.transform, _linear_unit(grid)
    plain = np.array([[transform.a, transform.b], [transform.d, transform.e]]) * unit
    ground = _ground(grid.crs.to_wkt())
    if ground is None:
        return np.tile(plain, (len(rows), 1, 1))
    x, y = transform.a * col + transform.b * rows + transform.c, transform.d * col + transform.e * rows + transform.f
    steps = np.empty((len(rows), 2, 2))
    for step, (dx, dy) in enumerate(((transform.a, transform.d), (transform.b, transform.e))):
        bearing, length = ground.steps(x, y, (dx, dy))
        steps[:, :, step] = np.stack([length * np.sin(bearing), length * np.cos(bearing)], axis=1)
    area = np.linalg.det(steps)
    return np.where((np.isfinite(area) & (area != 0))[:, None, None], steps, plain)


def metres_per_pixel(grid: Grid) -> tuple[float, float]:
    """Give the length in metres of a column's and of a row's step, at the grid's centre."""
    across, down, _ = _measured(grid, np.array([grid.height / 2]), grid.width / 2)
    return float(across[0]), float(down[0])


def metres_per_unit(grid: Grid) -> tuple[float, float]:
    """Give the length in metres of one unit of the coordinate system to the east and to the north, at the centre."""
    transform = grid.transform
    x, y = transform @ (grid.width / 2, grid.height / 2)
    side = math.sqrt(abs(transform.determinant))
    ground = _ground(grid.crs.to_wkt())
    if ground is not None:
        east, north = (ground.steps(np.array([x]), np.array([y]), step)[1][0] / side for step in ((side, 0), (0, side)))
        if math.isfinite(east) and math.isfinite(north) and east > 0 and north > 0:
            return float(east), float(north)
    unit = _linear_unit(grid)
    return unit, unit


def centre_area_m2(grid: Grid) -> float:
    """Give the area in m² of a pixel at the grid's centre."""
    return float(_measured(grid, np.array([grid.height / 2]), grid.width / 2)[2][0])


def _measured(grid: Grid, rows: np.ndarray, col: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the steps across and down in metres and the area in m² of pixels with their middles there (N,)."""
    transform = grid.transform
    x, y = transform.a * col + transform.b * rows + transform.c, transform.d * col + transform.e * rows + transform.f
    unit = _linear_unit(grid)
    across, down = (
        np.full(len(rows), math.hypot(*step) * unit)
        for step in ((transform.a, transform.d), (transform.b, transform.e))
    )
    area = np.full(len(rows), abs(transform.determinant) * unit**2)
    ground = _ground(grid.crs.to_wkt())
    if ground is None:
        return across, down, area
    (east, own_across), (north, own_down) = (
        ground.steps(x, y, s) for s in ((transform.a, transform.d), (transform.b, transform.e))
    )
    own_area = own_across * own_down * np.abs(np.sin(north - east))
    known = np.isfinite(own_area) & (own_area > 0)
    return np.where(known, own_across, across), np.where(known, own_down, down), np.where(known, own_area, area)


def _linear_unit(grid: Grid) -> float:
    """Give the metres of a coordinate system's unit as such, for places that the ellipsoid doesn't know."""
    from rasterio.errors import CRSError

    if grid.crs.is_geographic:
        return 111_320.0
    try:
        return float(grid.crs.linear_units_factor[1])
    except CRSError:
        return 1.0
