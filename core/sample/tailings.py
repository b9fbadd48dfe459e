"""The tailings scene: ponds behind dams among mines in dry hills, at 8 m in four bands.

A stand-in for the setting of the tailings-pond paper (GF-6 imagery, 8 m): lakes, pits, dumps and bare fields share the
colours of ponds, not their make-up: a dam, a pale beach and water at its far end.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from . import polygons
from .light import light_on
from .noise import Field, curve, fractal, patchwork, quantile, standardised, step
from .rocks import BANDS, GRAVEL, ROAD, Cube, lay_over, mixture, plain
from .sensor import reflectance_numbers
from .shapes import coverage, strip
from .target import BACKGROUND, TARGET, write_scene
from .terrain import Terrain, downhill, make_terrain, steepness

PIXEL_M, SIZE_PX = 8.0, 768
SHRUB = (0.058, 0.076, 0.078, 0.190)
DRY = (0.105, 0.130, 0.158, 0.212)
CROP = (0.046, 0.078, 0.060, 0.310)
TAILINGS = (0.215, 0.245, 0.268, 0.288)
WET_TAILINGS = (0.128, 0.150, 0.160, 0.158)
POND_WATER = (0.088, 0.128, 0.112, 0.052)
LAKE_WATER = (0.052, 0.060, 0.044, 0.022)
DAM = (0.170, 0.190, 0.208, 0.232)
ROCK = (0.190, 0.205, 0.220, 0.240)
ROOF = (0.240, 0.260, 0.300, 0.300)
_PIXELS_A_BASIN, _EVERY_LAKE = 45_000, 4
_AREA_PX = (150, 3_400)
_TRIES = 4_000
_REACH_PX = 70
_ARCH = 0.012
_STOUT = 0.75
"""A basin covers at least this share of the square over its dam."""


@dataclass(frozen=True)
class _Basin:
    """What a dam holds back: its pixels, its dam's, and how far each pixel is from the dam."""

    inside: NDArray[np.bool_]
    dam: NDArray[np.bool_]
    from_dam: Field


def make_tailings(folder: Path, seed: int, size_px: int) -> dict[str, Path]:
    """Make the scene from a seed and write its files into a folder; the same seed and size give the same again."""
    land, plants, dams, mines, camera = np.random.default_rng(seed).spawn(5)
    shape = (size_px, size_px)
    terrain = make_terrain(land, shape)
    height = 0.55 * terrain.elevation
    ground = _cover(plants, terrain)
    _lay_mines(mines, ground, terrain)
    basins = _basins(dams, terrain)
    classes = np.full(shape, BACKGROUND, np.uint8)
    for number, basin in enumerate(basins):
        if number % _EVERY_LAKE == _EVERY_LAKE - 1:
            lay_over(ground, plain(LAKE_WATER, shape), _soft(basin.inside))
            lay_over(ground, plain(DAM, shape), _soft(basin.dam & ~basin.inside) * 0.9)
        else:
            _lay_pond(dams, ground, basin)
            classes[basin.inside | basin.dam] = TARGET
        level = float(np.median(height[basin.inside]))
        height = np.where(basin.inside, level, height).astype(np.float32)
        height = np.where(basin.dam & ~basin.inside, level + 1.0, height).astype(np.float32)
    light = light_on(ndimage.gaussian_filter(height, 0.7))
    seen = ground * (0.88 * light.sun + 0.26 * light.sky) + 0.012
    seen = ndimage.gaussian_filter(seen, (0, 0.6, 0.6))
    seen += 0.0025 * camera.standard_normal(ground.shape, dtype=np.float32)
    numbers = reflectance_numbers(seen)
    return write_scene(folder, numbers, BANDS, classes, "tailings pond", PIXEL_M, {})


def _cover(rng: np.random.Generator, terrain: Terrain) -> Cube:
    """Clothe dry hills with shrubs in hollows, fields in the valley, a stream bed and a road."""
    shape = terrain.elevation.shape
    moist = 1.2 * terrain.gullies + 0.12 * fractal(rng, shape, longest_px=80, shortest_px=2, slope=1.4)
    ground = mixture(DRY, SHRUB, step(moist, 0.35, 0.3))
    kind = patchwork(rng, shape, 16.0, 11.0)
    near = step(-np.abs(terrain.valley_distance), -58, 10)
    lay_over(ground, mixture(DRY, CROP, np.clip(2.2 * kind - 0.7, 0, 1)) * (0.85 + 0.3 * kind), 0.95 * near)
    bed = step(-np.abs(terrain.valley_distance + 4 * fractal(rng, shape, longest_px=40, slope=1.6)), -4, 1.5)
    lay_over(ground, plain(GRAVEL, shape), bed)
    xs = np.arange(-8, shape[1] + 8, 4)
    row = np.interp(xs, np.arange(shape[1]), terrain.valley_row) - 26 - 4 * curve(rng, xs.size, 18)
    lay_over(ground, plain(ROAD, shape), 0.9 * coverage([strip(np.column_stack([xs, row]), 1.6)], shape))
    ground *= 1 + 0.07 * fractal(rng, shape, longest_px=6, shortest_px=0.6, slope=0.7)
    return np.asarray(ground * (1 + 0.06 * fractal(rng, shape, longest_px=90, slope=1.5)), np.float32)


def _lay_mines(rng: np.random.Generator, ground: Cube, terrain: Terrain) -> None:
    """Open pits with benches, pile dumps beside them, lead roads to them and build some sheds."""
    shape = terrain.elevation.shape
    rows, columns = np.indices(shape, dtype=np.float32)
    for _ in range(5):
        row, col = rng.uniform(0.08, 0.62) * shape[0], rng.uniform(0.08, 0.92) * shape[1]
        size, flat = rng.uniform(14, 30), rng.uniform(0.6, 1.0)
        rough = 0.14 * fractal(rng, shape, longest_px=40, shortest_px=3, slope=1.6)
        reach = np.hypot((rows - row) / (size * flat), (columns - col) / size) + rough
        benches = 0.86 + 0.2 * (np.sin(reach * 22) > 0)
        lay_over(ground, plain(ROCK, shape) * benches.astype(np.float32), step(-reach, -1.0, 0.06))
        aside = (
            np.hypot((rows - row - 1.3 * size) / (0.5 * size), (columns - col + 1.2 * size) / (0.9 * size)) + 2 * rough
        )
        lay_over(ground, plain(DAM, shape) * (0.85 + 0.12 * np.sin(aside * 14)), 0.92 * step(-aside, -1.0, 0.12))
        x = col + 1.6 * size
        yard = Point(x, row).buffer(5).envelope
        sheds: list[BaseGeometry] = [
            yard.intersection(Point(x + aside_px, row + down_px).buffer(1.6))
            for aside_px, down_px in rng.uniform(-5, 5, (6, 2)).tolist()
        ]
        lay_over(ground, plain(ROOF, shape), coverage(sheds, shape))


def _basins(rng: np.random.Generator, terrain: Terrain) -> list[_Basin]:
    """Dam gullies here and there: what then lies below the dam's crest, behind it, is flooded."""
    shape = terrain.elevation.shape
    elevation = ndimage.gaussian_filter(terrain.elevation, 2)
    down, right = downhill(terrain.elevation, 6)
    score = standardised(terrain.gullies) - 0.6 * standardised(steepness(elevation))
    score[np.abs(terrain.valley_distance) < 40] = -np.inf
    likely = np.argwhere(score > quantile(score, 0.12))
    taken = np.zeros(shape, bool)
    wanted = max(2, round(shape[0] * shape[1] / _PIXELS_A_BASIN))
    sides: tuple[list[_Basin], list[_Basin]] = ([], [])
    for row, col in likely[rng.integers(len(likely), size=_TRIES)]:
        side = sides[int(col > polygons.LABELLED_SHARE * shape[1])]
        level = elevation[row, col] + float(rng.uniform(4.0, 13.0))
        if 2 * len(side) >= wanted:
            continue
        basin = _dammed(elevation, (row, col), np.array([down[row, col], right[row, col]]), level)
        if basin is not None and not (basin.inside & taken).any():
            side.append(basin)
            taken |= ndimage.binary_dilation(basin.inside, iterations=12)
    return [*sides[0], *sides[1]]


def _dammed(elevation: Field, at: tuple[int, int], aim: NDArray[np.floating], level: float) -> Optional[_Basin]:
    """Raise a dam across the slope at a pixel; None where it holds back too little, too much, or is too long for it."""
    row, col = at
    top, left = max(row - _REACH_PX, 0), max(col - _REACH_PX, 0)
    part = np.s_[top : row + _REACH_PX, left : col + _REACH_PX]
    rows, columns = np.indices(elevation[part].shape, dtype=np.float32)
    across = (columns + left - col) * aim[0] - (rows + top - row) * aim[1]
    ahead = (rows + top - row) * aim[0] + (columns + left - col) * aim[1] + _ARCH * across**2
    pieces, _ = ndimage.label((elevation[part] < level) & (ahead < 0))
    behind = np.array([row - top, col - left]) - 3 * aim
    number = pieces[tuple(np.clip(behind, 0, np.array(pieces.shape) - 1).astype(int))]
    inside = ndimage.binary_opening(pieces == number, iterations=2) if number else np.zeros(pieces.shape, bool)
    if not _AREA_PX[0] <= inside.sum() <= _AREA_PX[1] or inside[[0, -1]].any() or inside[:, [0, -1]].any():
        return None
    at_dam = across[inside & (ahead > -2.5)]
    if not at_dam.size or inside.sum() < _STOUT * float(np.ptp(at_dam)) ** 2:
        return None
    dam = ndimage.binary_dilation(inside, iterations=4) & (ahead >= -0.5) & (ahead < 4.5)
    whole = [np.zeros(elevation.shape, kind) for kind in (bool, bool, np.float32)]
    for array, values in zip(whole, (inside, dam, -ahead)):
        array[part] = values
    return _Basin(*whole)


def _lay_pond(rng: np.random.Generator, ground: Cube, basin: _Basin) -> None:
    """Fill a basin: pale, dry beach at the dam, wet further on, water at the far end; the dam rises in steps."""
    shape = basin.inside.shape
    far = float(np.quantile(basin.from_dam[basin.inside], 0.95))
    along = basin.from_dam / max(far, 1.0) + 0.10 * fractal(rng, shape, longest_px=30, shortest_px=2, slope=1.6)
    beach = mixture(TAILINGS, WET_TAILINGS, step(along, rng.uniform(0.35, 0.6), 0.2))
    beach *= 1 + 0.05 * fractal(rng, shape, longest_px=14, shortest_px=1, slope=1.0)
    lay_over(ground, beach, _soft(basin.inside))
    water = step(along, rng.uniform(0.5, 0.8), 0.04) * _soft(basin.inside)
    lay_over(ground, plain(POND_WATER, shape), water)
    steps = 0.9 + 0.2 * (np.sin(basin.from_dam * 2.6) > 0)
    lay_over(ground, plain(DAM, shape) * steps.astype(np.float32), 0.95 * _soft(basin.dam & ~basin.inside))


def _soft(mask: NDArray[np.bool_]) -> Field:
    return np.asarray(np.clip(ndimage.gaussian_filter(mask.astype(np.float32), 0.6), 0, 1), np.float32)
