"""What a pixel covers on the ground: metres on the ellipsoid, whatever the projection makes of them."""

from __future__ import annotations

import math

import numpy as np

from .ellipsoid import ellipsoid_of, linear_unit, measured
from .grid import Grid, Window


def row_areas_m2(grid: Grid, window: Window) -> np.ndarray:
    """Give the area in m² of one pixel in each row of a window (H,), in the window's middle column."""
    rows = window.row + 0.5 + np.arange(window.height)
    return measured(grid.transform, grid.crs, rows, window.col + window.width / 2)[2]


def row_steps_m(grid: Grid, window: Window) -> np.ndarray:
    """Give how far east and north a step across and a step down lead, in m, in each row of a window (H, 2, 2).

    Axis 1 is east and north, axis 2 the step across and the step down. North is true north; on a local grid, which has
    none, it is the axis of the coordinates.
    """
    rows, col = window.row + 0.5 + np.arange(window.height), window.col + window.width / 2
    transform, unit = grid.transform, linear_unit(grid.crs)
    plain = np.array([[transform.a, transform.b], [transform.d, transform.e]]) * unit
    ellipsoid = ellipsoid_of(grid.crs)
    if ellipsoid is None:
        return np.tile(plain, (len(rows), 1, 1))
    x, y = transform.a * col + transform.b * rows + transform.c, transform.d * col + transform.e * rows + transform.f
    steps = np.empty((len(rows), 2, 2))
    for step, (dx, dy) in enumerate(((transform.a, transform.d), (transform.b, transform.e))):
        bearing, length = ellipsoid.steps(x, y, (dx, dy))
        steps[:, :, step] = np.stack([length * np.sin(bearing), length * np.cos(bearing)], axis=1)
    area = np.linalg.det(steps)
    return np.where((np.isfinite(area) & (area != 0))[:, None, None], steps, plain)


def metres_per_pixel(grid: Grid) -> tuple[float, float]:
    """Give the length in metres of a column's and of a row's step, at the grid's centre."""
    across, down, _ = measured(grid.transform, grid.crs, np.array([grid.height / 2]), grid.width / 2)
    return float(across[0]), float(down[0])


def metres_per_unit(grid: Grid) -> tuple[float, float]:
    """Give the length in metres of one unit of the coordinate system to the east and to the north, at the centre."""
    transform = grid.transform
    x, y = transform @ (grid.width / 2, grid.height / 2)
    side = math.sqrt(abs(transform.determinant))
    ellipsoid = ellipsoid_of(grid.crs)
    if ellipsoid is not None:
        east, north = (
            ellipsoid.steps(np.array([x]), np.array([y]), step)[1][0] / side for step in ((side, 0), (0, side))
        )
        if math.isfinite(east) and math.isfinite(north) and east > 0 and north > 0:
            return float(east), float(north)
    unit = linear_unit(grid.crs)
    return unit, unit
