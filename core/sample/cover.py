"""What lies on the rock: scree and dike rubble that rolled downhill, sparse plants, and patches of snow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .noise import Field, fractal, quantile, standardised, step
from .rocks import FRESH_SNOW, OLD_SNOW, PEGMATITE, PLANTS, RUBBLE, Cube, lay_over, mixture, plain
from .terrain import Terrain, downhill, steepness

_STRIDE_PX = 2.0
_CONE_EVERY_PX = 34_000
_BLOCKS_PER_CONE = 3_000
_RUBBLE_PER_PIXEL = 1.1


def lay_scree(rng: np.random.Generator, ground: Cube, terrain: Terrain, dikes: Field) -> Field:
    """Let blocks roll from gullies into cones and from dikes into trains of rubble; give the share they cover.

    Args:
        rng: The source of randomness.
        ground: Reflectances (bands, rows, columns), changed in place.
        terrain: The slope that blocks follow.
        dikes: The share of each pixel that dikes cover.
    """
    shape = terrain.elevation.shape
    cones = _rolled(rng, terrain, _gully_mouths(rng, terrain), reach_px=75, spread=0.75)
    cones = step(ndimage.gaussian_filter(cones, 1.0), 0.5, 0.5)
    sources = np.argwhere(dikes > 0.5)
    picked = sources[rng.integers(0, max(len(sources), 1), int(_RUBBLE_PER_PIXEL * len(sources)))]
    rubble = _rolled(rng, terrain, picked, reach_px=26, spread=0.6)
    rubble = np.clip(0.16 * ndimage.gaussian_filter(rubble, 0.5), 0, 0.45)

    grain = 1 + 0.10 * fractal(rng, shape, longest_px=4, shortest_px=0.5, slope=0.4)
    streaks = step(fractal(rng, shape, longest_px=40, shortest_px=1.5, slope=1.3), 0.3, 1.5)
    lay_over(ground, mixture(RUBBLE, PEGMATITE, 0.30 * streaks) * grain, 0.85 * cones)
    lay_over(ground, plain(PEGMATITE, shape) * (0.92 * grain), rubble * (1 - dikes))
    return cones


def lay_plants(rng: np.random.Generator, ground: Cube, terrain: Terrain, dikes: Field) -> Field:
    """Grow tufts where water gathers, fewer on dikes; give the share of each pixel that they cover."""
    shape = terrain.elevation.shape
    moist = 1.4 * terrain.gullies - 0.006 * np.abs(terrain.valley_distance)
    moist = standardised(moist) + 0.9 * fractal(rng, shape, longest_px=110, shortest_px=6, slope=1.6)
    meadow = step(moist, quantile(moist, 0.16), 0.8)
    tufts = step(fractal(rng, shape, longest_px=7, shortest_px=0.8, slope=0.9), 0.2, 1.0)
    share = 0.75 * meadow * tufts * (1 - 0.6 * dikes)
    lay_over(ground, plain(PLANTS, shape), share)
    return share


def lay_snow(rng: np.random.Generator, ground: Cube, terrain: Terrain, sunlight: Field) -> Field:
    """Keep old snow where the sun is weak and wind leaves it: hollows, gullies, ledges; give the share it covers."""
    shape = terrain.elevation.shape
    hollow = ndimage.gaussian_filter(terrain.elevation, 9) - ndimage.gaussian_filter(terrain.elevation, 1.5)
    score = 0.9 * standardised(hollow) - 0.75 * standardised(ndimage.gaussian_filter(sunlight, 2))
    score += 0.35 * standardised(terrain.elevation)
    score += 0.7 * fractal(rng, shape, longest_px=160, shortest_px=12, slope=1.8)
    score += 0.35 * fractal(rng, shape, longest_px=16, shortest_px=2, slope=1.3)
    score -= 3.0 * step(-np.abs(terrain.valley_distance), -30, 12)
    share = step(score, quantile(score, 0.05), 0.14)
    clean = step(score, quantile(score, 0.012), 0.7)
    dirt = 1 + 0.06 * fractal(rng, shape, longest_px=20, shortest_px=1, slope=1.2)
    lay_over(ground, mixture(OLD_SNOW, FRESH_SNOW, clean) * dirt, 0.95 * share)
    return share


def _gully_mouths(rng: np.random.Generator, terrain: Terrain) -> NDArray[np.intp]:
    """Choose steep places in gullies, and many blocks to start around each: (blocks, 2) rows and columns."""
    rows, columns = terrain.elevation.shape
    score = standardised(steepness(ndimage.gaussian_filter(terrain.elevation, 4))) + 0.6 * standardised(terrain.gullies)
    score += 0.8 * fractal(rng, (rows, columns), longest_px=60, shortest_px=6, slope=1.5)
    peaks = np.argwhere((score == ndimage.maximum_filter(score, 61)) & (score > 0))
    order = np.argsort(-score[tuple(peaks.T)], kind="stable")
    apexes = peaks[order][: max(2, rows * columns // _CONE_EVERY_PX)]
    blocks = np.repeat(apexes, _BLOCKS_PER_CONE, axis=0) + rng.normal(0, 3.0, (len(apexes) * _BLOCKS_PER_CONE, 2))
    return np.clip(blocks, 0, (rows - 1, columns - 1)).astype(np.intp)


def _rolled(
    rng: np.random.Generator, terrain: Terrain, starts: NDArray[np.intp], *, reach_px: float, spread: float
) -> Field:
    """Roll blocks downhill, each for its own distance, and count how many passed or stopped at every pixel."""
    rows, columns = terrain.elevation.shape
    down, right = downhill(terrain.elevation, 3)
    place = starts.astype(np.float32) + rng.uniform(0, 1, starts.shape).astype(np.float32)
    drift = rng.normal(0, spread, starts.shape).astype(np.float32)
    left_px = rng.gamma(2.0, reach_px / 2, len(starts))
    visits: list[NDArray[np.intp]] = []
    while len(place):
        row, col = np.floor(place).astype(np.intp).T
        going = (left_px > 0) & (row >= 0) & (row < rows) & (col >= 0) & (col < columns)
        place, drift, left_px, row, col = place[going], drift[going], left_px[going], row[going], col[going]
        visits.append(row * columns + col)
        place = place + _STRIDE_PX * (np.column_stack([down[row, col], right[row, col]]) + drift * 0.5)
        drift = 0.9 * drift + rng.normal(0, 0.3 * spread, drift.shape).astype(np.float32)
        left_px = left_px - _STRIDE_PX
    counts = np.bincount(np.concatenate(visits), minlength=rows * columns) if visits else np.zeros(rows * columns)
    return counts.reshape(rows, columns).astype(np.float32)
