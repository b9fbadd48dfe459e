"""Derivatives of the ground at every pixel, in metres, on any grid: rotated, in degrees, with unequal sides."""

from __future__ import annotations

import numpy as np

_SIDES = ((-1, 0), (0, -1), (0, 1), (1, 0))
_CORNERS = ((-1, -1), (-1, 1), (1, -1), (1, 1))
_PLACES = ((0, 0), *_SIDES, *_CORNERS)


class Neighbourhood:
    """The eight neighbours of every pixel; one that is missing lies on the line through what lies opposite.

    So edges of the raster and of nodata have values, those of GDAL's `-compute_edges`. Where nothing lies opposite, the
    ground is taken to be level that way.
    """

    def __init__(self, ground: np.ndarray) -> None:
        """Take elevations (H + 2, W + 2), NaN where there is none."""
        height, width = ground.shape[0] - 2, ground.shape[1] - 2
        raw = {(r, c): ground[1 + r : 1 + r + height, 1 + c : 1 + c + width] for r, c in _PLACES}
        self.middle = raw[0, 0]
        self._of = {(0, 0): self.middle}
        for row, col in _SIDES:
            self._of[row, col] = _first(raw[row, col], 2 * self.middle - raw[-row, -col], self.middle)
        for row, col in _CORNERS:
            below, beside = 2 * raw[0, col] - raw[-row, col], 2 * raw[row, 0] - raw[row, -col]
            level = self._of[row, 0] + self._of[0, col] - self.middle
            self._of[row, col] = _first(raw[row, col], below, beside, 2 * self.middle - raw[-row, -col], level)

    def __getitem__(self, offset: tuple[int, int]) -> np.ndarray:
        """Give the neighbours so many rows down and columns to the right (H, W)."""
        return self._of[offset]

    def others(self) -> list[np.ndarray]:
        """Give all eight."""
        return [values for offset, values in self._of.items() if offset != (0, 0)]


def _first(*ways: np.ndarray) -> np.ndarray:
    """Give the first of several values that is known, pixel by pixel."""
    filled = ways[0]
    for way in ways[1:]:
        lacking = np.isnan(filled)
        if not lacking.any():
            break
        filled = np.where(lacking, way, filled)
    return filled


def gradient(near: Neighbourhood, inverse: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give how steeply the ground rises to the east and to the north, in m/m (H, W each).

    Horn 1981, Proceedings of the IEEE 69(1), 14–47: weighted differences of the columns and of the rows, doi
    10.1109/PROC.1981.11918.

    Args:
        near: Elevations in m.
        inverse: Columns and rows (2) that a metre east and north (2) lead, by row (H, 2, 2).
    """
    right, left = (near[-1, side] + 2 * near[0, side] + near[1, side] for side in (1, -1))
    below, above = (near[side, -1] + 2 * near[side, 0] + near[side, 1] for side in (1, -1))
    by_column, by_row = (right - left) / 8, (below - above) / 8
    at = inverse[:, :, :, None]
    return by_column * at[:, 0, 0] + by_row * at[:, 1, 0], by_column * at[:, 0, 1] + by_row * at[:, 1, 1]


def bends(near: Neighbourhood, inverse: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the second derivatives of the ground: east–east, east–north, north–north, in 1/m (H, W each).

    Central differences as in Zevenbergen & Thorne 1987, Earth Surface Processes and Landforms 12, 47–56.
    """
    cc = near[0, 1] - 2 * near.middle + near[0, -1]
    rr = near[1, 0] - 2 * near.middle + near[-1, 0]
    cr = (near[1, 1] - near[1, -1] - near[-1, 1] + near[-1, -1]) / 4
    at = inverse[:, :, :, None]
    ce, cn, re, rn = at[:, 0, 0], at[:, 0, 1], at[:, 1, 0], at[:, 1, 1]
    return (
        cc * ce**2 + 2 * cr * ce * re + rr * re**2,
        cc * ce * cn + cr * (ce * rn + cn * re) + rr * re * rn,
        cc * cn**2 + 2 * cr * cn * rn + rr * rn**2,
    )


def curvatures(
    east: np.ndarray, north: np.ndarray, second: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Give normal curvature along the slope line (profile) and across it (tangential), in 1/m; above 0 is convex.

    Minár, Evans & Jenčo 2020, Earth-Science Reviews 211, 103414, doi 10.1016/j.earscirev.2020.103414. On level ground,
    which has no slope line, both are the mean curvature.
    """
    ee, en, nn = second
    steep = east**2 + north**2
    level = steep < 1e-12
    safe = np.where(level, 1.0, steep)
    along = -(ee * east**2 + 2 * en * east * north + nn * north**2) / (safe * (1 + steep) ** 1.5)
    across = -(ee * north**2 - 2 * en * east * north + nn * east**2) / (safe * np.sqrt(1 + steep))
    mean = -(ee + nn) / 2
    return np.where(level, mean, along), np.where(level, mean, across)


def shade(east: np.ndarray, north: np.ndarray, altitude: float) -> np.ndarray:
    """Give the light on the ground from the south-west, west, north-west and north at once, from 0 to 1 (H, W).

    After Mark 1992, U.S. Geological Survey Open-File Report 92-422, doi 10.3133/ofr92422; a light counts by the squared
    cosine of the angle between its direction and the slope's, as in gdaldem's `-multidirectional`.

    Args:
        east: Rise to the east, m/m.
        north: Rise to the north, m/m.
        altitude: Of the light above the horizon, in radians.
    """
    lit = np.zeros_like(east)
    steep = east**2 + north**2
    safe = np.where(steep > 0, steep, 1.0)
    for azimuth in np.radians([225, 270, 315, 360]):
        to_east, to_north = np.sin(azimuth), np.cos(azimuth)
        facing = -(east * to_east + north * to_north)
        weight = np.where(steep > 0, facing**2 / safe, 0.5)
        lit += weight * np.maximum(np.sin(altitude) + np.cos(altitude) * facing, 0) / np.sqrt(1 + steep)
    return lit / 2
