"""The valley's floor: a braided river between gravel bars, the road beside it, and tracks up the slope."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .noise import Field, azimuth_vector, curve, fractal, step
from .rocks import GRAVEL, ROAD, SOIL, WATER, Cube, column, lay_over, mixture, plain
from .shapes import coverage, ribbon, strip
from .terrain import Terrain

_ROAD_WIDTH_PX = 6.5
_TRACK_WIDTH_PX = 3.6


def lay_river(rng: np.random.Generator, ground: Cube, terrain: Terrain) -> Field:
    """Spread gravel over the floor and lead strands of water through it; give the share of each pixel that changed."""
    shape = terrain.elevation.shape
    columns = shape[1]
    half_width = np.clip(20 + 7 * curve(rng, columns, 40) + 2 * curve(rng, columns, 6), 7, 40)
    ragged = 3.0 * fractal(rng, shape, longest_px=30, shortest_px=2, slope=1.5)
    floor = step(half_width[None, :] - np.abs(terrain.valley_distance) + ragged, 0.0, 2.0)
    bars = fractal(rng, shape, longest_px=26, shortest_px=1.5, slope=1.4, stretch=4.0, trend_deg=90)
    gravel = mixture(GRAVEL, SOIL, step(bars, 0.55, 1.1)) * (1 + 0.06 * fractal(rng, shape, longest_px=4, slope=0.5))
    lay_over(ground, gravel, floor)
    water = coverage(_strands(rng, terrain, half_width), shape)
    depth = 1 + 0.12 * fractal(rng, shape, longest_px=20, shortest_px=2, slope=1.5)
    lay_over(ground, plain(WATER, shape) * depth, 0.93 * water)
    return np.maximum(floor, water)


def lay_roads(rng: np.random.Generator, ground: Cube, terrain: Terrain) -> Field:
    """Lay a road along the valley and two tracks up from it; give the share of each pixel that they cover."""
    shape = terrain.elevation.shape
    road = _road_line(rng, terrain)
    tracks = [_track_line(rng, road, share) for share in (rng.uniform(0.16, 0.34), rng.uniform(0.66, 0.86))]
    dust = (1 + 0.035 * fractal(rng, shape, longest_px=8, shortest_px=1, slope=0.8)) * column(ROAD)
    bank = coverage([strip(road + np.array([0.0, 4.0]), _ROAD_WIDTH_PX)], shape)
    lay_over(ground, plain(SOIL, shape), 0.55 * bank)
    made = coverage([strip(road, _ROAD_WIDTH_PX)], shape)
    lay_over(ground, dust, made)
    paths = coverage([strip(line, _TRACK_WIDTH_PX) for line in tracks], shape)
    lay_over(ground, 0.94 * dust, 0.88 * paths)
    return np.maximum(made, paths)


def _strands(rng: np.random.Generator, terrain: Terrain, half_width: NDArray[np.float64]) -> list[BaseGeometry]:
    columns = np.arange(-4, terrain.valley_row.size + 4, 2)
    row = np.interp(columns, np.arange(terrain.valley_row.size), terrain.valley_row)
    room = np.interp(columns, np.arange(half_width.size), half_width)
    strands = []
    for width in (7.0, 2.8, 2.0):
        sway = np.tanh(0.8 * curve(rng, columns.size, 13)) * 0.75 * room
        half = width / 2 * np.clip(1 + 0.4 * curve(rng, columns.size, 5), 0.35, 2)
        strands.append(ribbon(np.column_stack([columns, row + sway]), half, half))
    return strands


def _road_line(rng: np.random.Generator, terrain: Terrain) -> NDArray[np.float64]:
    columns = np.arange(-8, terrain.valley_row.size + 8, 4)
    row = np.interp(columns, np.arange(terrain.valley_row.size), terrain.valley_row)
    above = 36 + 5 * curve(rng, columns.size, 18)
    smooth = np.convolve(np.pad(row - above, 12, mode="edge"), np.ones(25) / 25, mode="valid")
    return np.column_stack([columns, smooth])


def _track_line(rng: np.random.Generator, road: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Climb from the road in legs that lean to one side and the other in turn, with bends that a lorry can take."""
    start = road[int(share * (len(road) - 1))]
    size = float(np.ptp(road[:, 0])) / 1024
    legs = rng.integers(3, 6)
    heading, side = rng.uniform(10, 40), 1
    azimuths: list[float] = []
    for _ in range(legs):
        count = int(rng.uniform(60, 130) * size / 3)
        azimuths += [side * (heading + 22)] * count
        side = -side
    turning = np.convolve(np.pad(np.array(azimuths), 5, mode="edge"), np.ones(11) / 11, mode="valid")
    turning += 9 * curve(rng, turning.size, 8)
    moves = np.array([azimuth_vector(azimuth) for azimuth in turning.tolist()]) * 3
    return np.vstack([start, start + np.cumsum(moves, axis=0)])
