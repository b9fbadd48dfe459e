"""The lie of the land: a mountain side that water has cut, with a main valley along its foot."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .noise import Field, curve, fractal, step

_COARSE_M = 8
_UPLIFT_STEPS = 40
_MEAN_SLOPE = 0.42
_NEIGHBOURS = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1) if (down, right) != (0, 0))


@dataclass(frozen=True)
class Terrain:
    """Heights in metres on the 1 m grid, and what water makes of them.

    Attributes:
        elevation: (rows, columns), metres above the lowest point.
        gullies: 0 on ridges to 1 in the deepest gully or the valley: logarithm of the area drained.
        valley_row: For every column the row of the main valley's axis.
        valley_distance: Rows between a pixel and the valley's axis; negative north of it.
    """

    elevation: Field
    gullies: Field
    valley_row: NDArray[np.float64]
    valley_distance: Field


def make_terrain(rng: np.random.Generator, shape: tuple[int, int]) -> Terrain:
    """Raise a block of rock, let streams cut it on a coarse grid, and give it roughness on the 1 m grid."""
    rows, columns = shape
    valley_row = _valley(rng, rows, columns)
    distance = (np.arange(rows)[:, None] - valley_row[None, :]).astype(np.float32)

    coarse_shape = (math.ceil(rows / _COARSE_M), math.ceil(columns / _COARSE_M))
    coarse_distance = ndimage.zoom(distance, np.array(coarse_shape) / np.array(shape), order=1)
    start = np.abs(coarse_distance) / _COARSE_M * 0.05
    start += fractal(rng, coarse_shape, longest_px=120, shortest_px=2, slope=2.0) * 1.2
    floor = np.abs(coarse_distance) < np.interp(np.arange(coarse_shape[1]), *_floor_widths(rng, coarse_shape[1]))
    height, area = _eroded(start - start.min(), floor)

    warp = _warp(rng, shape)
    elevation = ndimage.map_coordinates(height, warp, order=3, mode="nearest")
    gullies = ndimage.map_coordinates(ndimage.gaussian_filter(np.log1p(area), 0.8), warp, order=1, mode="nearest")
    away = np.clip((np.abs(distance) - 10) / 40, 0, 1)
    elevation *= _MEAN_SLOPE / max(float(steepness(elevation)[away > 0.9].mean()), 1e-9)
    elevation += away * _roughness(rng, shape, elevation)
    return Terrain((elevation - elevation.min()).astype(np.float32), _unit(gullies), valley_row, distance)


def downhill(elevation: Field, smoothing_px: float) -> tuple[Field, Field]:
    """Give the unit vector (rows, columns) that points down the smoothed slope; 0 where it is flat."""
    south, east = np.gradient(ndimage.gaussian_filter(elevation, smoothing_px))
    length = np.hypot(south, east) + 1e-3
    return (-south / length).astype(np.float32), (-east / length).astype(np.float32)


def steepness(elevation: Field) -> Field:
    """Measure the slope as rise over run."""
    return np.hypot(*np.gradient(elevation))


def _valley(rng: np.random.Generator, rows: int, columns: int) -> NDArray[np.float64]:
    bends = curve(rng, columns, 85) * 26 + curve(rng, columns, 30) * 4
    tilt = np.linspace(-0.5, 0.5, columns) * rng.uniform(-0.12, 0.12) * rows
    return rows * rng.uniform(0.70, 0.78) + tilt + bends


def _floor_widths(rng: np.random.Generator, columns: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    knots = np.linspace(0, columns, max(3, columns // 24))
    return knots, rng.uniform(9, 30, knots.size)


def _eroded(height: Field, floor: NDArray[np.bool_]) -> tuple[Field, Field]:
    """Cut streams by the stream power law, implicitly, as Braun and Willett (2013) do, level by level of the tree.

    Returns:
        Height, and the number of cells that drain through each.
    """
    flat = height.astype(np.float64).ravel()
    fixed = floor.ravel()
    flat[fixed] *= 0.1
    for _ in range(_UPLIFT_STEPS):
        receiver, distance = _receivers(flat.reshape(height.shape))
        receiver[fixed] = np.flatnonzero(fixed)
        levels = _levels(receiver)
        area = np.ones(flat.size)
        for level in reversed(levels):
            np.add.at(area, receiver[level], area[level])
        flat[~fixed] += 1.0
        for level in levels:
            cut = 0.5 * area[level] ** 0.35 / distance[level]
            flat[level] = (flat[level] + cut * flat[receiver[level]]) / (1 + cut)
        smooth = ndimage.gaussian_filter(flat.reshape(height.shape), 0.8).ravel()
        flat = np.where(fixed, flat, smooth)
    return flat.reshape(height.shape).astype(np.float32), area.reshape(height.shape).astype(np.float32)


def _receivers(height: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Find for every cell the neighbour that lies steepest below it (itself in a pit), and how far that is."""
    rows, columns = height.shape
    padded = np.pad(height, 1, constant_values=np.inf)
    own = np.arange(height.size).reshape(height.shape)
    best = np.zeros(height.shape)
    receiver, distance = own.copy(), np.ones(height.shape)
    for down, right in _NEIGHBOURS:
        length = math.hypot(down, right)
        drop = (height - padded[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]) / length
        steeper = drop > best
        best[steeper] = drop[steeper]
        receiver[steeper] = own[steeper] + down * columns + right
        distance[steeper] = length
    return receiver.ravel(), distance.ravel()


def _levels(receiver: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Group the cells by their number of steps to the root, roots left out, the nearest first."""
    jump = receiver.copy()
    depth = (jump != np.arange(jump.size)).astype(np.int64)
    while True:
        further = depth[jump]
        if not further.any():
            break
        depth += further
        jump = jump[jump]
    order = np.argsort(depth, kind="stable")
    bounds = np.searchsorted(depth[order], np.arange(1, depth.max() + 2))
    return [order[start:stop] for start, stop in zip(bounds[:-1], bounds[1:])]


def _warp(rng: np.random.Generator, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Place the 1 m pixels on the coarse grid, a little off, so that its eight directions don't show."""
    grid = np.indices(shape, dtype=np.float32)
    for axis in range(2):
        grid[axis] += fractal(rng, shape, longest_px=60, shortest_px=6, slope=1.6) * 3.0
    return grid / np.float32(_COARSE_M)


def _roughness(rng: np.random.Generator, shape: tuple[int, int], elevation: Field) -> Field:
    outcrop = step(fractal(rng, shape, longest_px=150, shortest_px=8, slope=1.6), 0.0, 1.2)
    steep = np.clip(ndimage.gaussian_filter(steepness(elevation), 8) / 0.5, 0.25, 1.6) * (0.35 + outcrop)
    hills = fractal(rng, shape, longest_px=90, shortest_px=2, slope=1.9) * 1.5
    crags = fractal(rng, shape, longest_px=14, shortest_px=1, slope=1.3) * 0.18
    return hills + steep * crags


def _unit(field: NDArray[np.floating]) -> Field:
    return ((field - field.min()) / max(float(np.ptp(field)), 1e-12)).astype(np.float32)
