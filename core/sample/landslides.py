"""The landslide scene: fresh scars on forested slopes after a storm, at 10 m, with the elevation of the same place.

A stand-in for the setting of the two landslide papers: what is bare without having slid (fields, river bars, roads, old
scars that grow over) looks like it pixel by pixel.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from .light import light_on
from .noise import Field, curve, fractal, patchwork, quantile, standardised, step
from .rocks import Cube, lay_over, mixture, plain
from .sensor import reflectance_numbers
from .shapes import coverage, ribbon, strip
from .target import BACKGROUND, TARGET, write_scene
from .terrain import Terrain, downhill, make_terrain, steepness

PIXEL_M, SIZE_PX = 10.0, 768
BANDS = ("Blue", "Green", "Red", "Near infrared", "Short-wave infrared 1")
FOREST = (0.022, 0.042, 0.030, 0.270, 0.120)
SHRUB = (0.036, 0.066, 0.052, 0.285, 0.175)
GRASS = (0.050, 0.085, 0.082, 0.270, 0.225)
BARE = (0.105, 0.135, 0.168, 0.225, 0.300)
SCAR = (0.098, 0.128, 0.166, 0.214, 0.272)
PALE_SCAR = (0.155, 0.185, 0.218, 0.262, 0.312)
GRAVEL = (0.160, 0.180, 0.196, 0.220, 0.240)
WATER = (0.070, 0.078, 0.060, 0.030, 0.014)
_PIXELS_A_SLIDE = 1_900
_OLD_SHARE = 0.3
_LENGTH_PX, _LENGTH_SPREAD = 17.0, 0.6
_SMALLEST_PX = 6


def make_landslides(folder: Path, seed: int, size_px: int) -> dict[str, Path]:
    """Make the scene from a seed and write its files into a folder; the same seed and size give the same again."""
    land, plants, fields, water, scars, camera = np.random.default_rng(seed).spawn(6)
    shape = (size_px, size_px)
    terrain = make_terrain(land, shape)
    ground = _cover(plants, terrain)
    _lay_fields(fields, ground, terrain)
    slides = _slides(scars, terrain)
    old = round(_OLD_SHARE * len(slides))
    regrown = mixture(SHRUB, SCAR, 0.35 + 0.1 * fractal(plants, shape, longest_px=9))
    lay_over(ground, regrown, coverage(slides[:old], shape))
    fresh = coverage(slides[old:], shape)
    debris = step(fractal(scars, shape, longest_px=14, shortest_px=1, slope=1.1), 0.4, 1.4)
    grain = 1 + 0.10 * fractal(scars, shape, longest_px=4, shortest_px=0.5, slope=0.6)
    lay_over(ground, mixture(SCAR, PALE_SCAR, debris) * grain, 0.96 * fresh)
    river = _lay_river(water, ground, terrain)
    light = light_on(terrain.elevation - 0.25 * ndimage.gaussian_filter(fresh, 1.5))
    seen = ground * (0.88 * light.sun + 0.26 * light.sky)
    seen += 0.0015 * camera.standard_normal(ground.shape, dtype=np.float32)
    numbers = reflectance_numbers(seen)
    classes = np.where(fresh * (1 - river) >= 0.5, TARGET, BACKGROUND).astype(np.uint8)
    patches, _ = ndimage.label(classes == TARGET)
    classes[np.bincount(patches.ravel())[patches] < _SMALLEST_PX] = BACKGROUND
    heights = (terrain.elevation * PIXEL_M).astype(np.float32)
    return write_scene(folder, numbers, BANDS, classes, "landslide", PIXEL_M, {"elevation": (heights, "Elevation (m)")})


def _cover(rng: np.random.Generator, terrain: Terrain) -> Cube:
    """Clothe the slopes in forest, shrubs where it is steep and high, grass on ridges."""
    shape = terrain.elevation.shape
    high = standardised(terrain.elevation) + 0.9 * fractal(rng, shape, longest_px=120, shortest_px=4, slope=1.7)
    ground = mixture(FOREST, SHRUB, step(high, 0.4, 0.8))
    lay_over(ground, plain(GRASS, shape), 0.9 * step(high, quantile(high, 0.10), 0.35))
    clearing = fractal(rng, shape, longest_px=60, shortest_px=3, slope=1.6)
    lay_over(ground, plain(GRASS, shape), 0.8 * step(clearing, quantile(clearing, 0.05), 0.2))
    crowns = 1 + 0.09 * fractal(rng, shape, longest_px=5, shortest_px=0.6, slope=0.7)
    return np.asarray(ground * crowns * (1 + 0.05 * fractal(rng, shape, longest_px=50, slope=1.4)), np.float32)


def _lay_fields(rng: np.random.Generator, ground: Cube, terrain: Terrain) -> None:
    """Lay fields, some ploughed, on the gentle ground beside the river, and roads along it and up the slope."""
    rows, columns = terrain.elevation.shape
    kind = patchwork(rng, (rows, columns), 13.0, 9.0)
    gentle = step(-steepness(ndimage.gaussian_filter(terrain.elevation, 3)), -0.5, 0.2)
    near = step(-np.abs(terrain.valley_distance), -48, 10) * gentle
    lay_over(ground, mixture(GRASS, BARE, np.clip(1.5 * kind - 0.35, 0, 1)), 0.95 * near)
    columns_at = np.arange(-8, columns + 8, 4)
    valley = np.interp(columns_at, np.arange(columns), terrain.valley_row)
    road = np.column_stack([columns_at, valley - 22 - 3 * curve(rng, columns_at.size, 18)])
    paths: list[BaseGeometry] = [strip(road, 1.2)]
    for _ in range(3):
        row, col = rng.uniform(0.1, 0.6) * rows, rng.uniform(0, 0.7) * columns
        xs = np.arange(0, 0.4 * columns, 4)
        paths.append(strip(np.column_stack([col + xs, row + 12 * curve(rng, xs.size, 12)]), 0.8))
    lay_over(ground, plain(BARE, (rows, columns)), 0.9 * coverage(paths, (rows, columns)))


def _lay_river(rng: np.random.Generator, ground: Cube, terrain: Terrain) -> Field:
    shape = terrain.elevation.shape
    half = np.clip(7 + 2.5 * curve(rng, shape[1], 40), 3, 13)
    ragged = 1.4 * fractal(rng, shape, longest_px=20, shortest_px=1.5, slope=1.5)
    floor = step(half[None, :] - np.abs(terrain.valley_distance) + ragged, 0.0, 1.0)
    lay_over(ground, plain(GRAVEL, shape) * (1 + 0.07 * fractal(rng, shape, longest_px=6, slope=0.6)), floor)
    sway = terrain.valley_row + 0.5 * half * np.tanh(curve(rng, shape[1], 22))
    line = np.column_stack([np.arange(shape[1]), sway])
    lay_over(ground, plain(WATER, shape), coverage([strip(line, 3.4)], shape))
    return floor


def _slides(rng: np.random.Generator, terrain: Terrain) -> list[BaseGeometry]:
    """Let slopes fail where they are steep and hollow: each a head, a track down the slope and a toe."""
    rows, columns = terrain.elevation.shape
    smooth = ndimage.gaussian_filter(terrain.elevation, 3)
    hollow = ndimage.gaussian_filter(terrain.elevation, 10) - smooth
    storm = fractal(rng, (rows, columns), longest_px=240, shortest_px=40, slope=2.0)
    score = standardised(steepness(smooth)) + 0.5 * standardised(hollow) + 0.9 * storm
    score += 0.8 * rng.standard_normal((rows, columns), dtype=np.float32)
    score[np.abs(terrain.valley_distance) < 18] = -np.inf
    heads = np.argwhere((score == ndimage.maximum_filter(score, 13)) & (score > 0))
    heads = heads[np.argsort(-score[tuple(heads.T)], kind="stable")][: rows * columns // _PIXELS_A_SLIDE]
    down, right = downhill(terrain.elevation, 4)
    return [_slide(rng, head, down, right) for head in rng.permutation(heads)]


def _slide(rng: np.random.Generator, head: NDArray[np.intp], down: Field, right: Field) -> BaseGeometry:
    rows, columns = down.shape
    length = int(np.clip(_LENGTH_PX * np.exp(_LENGTH_SPREAD * rng.standard_normal()), 5, 70))
    place, heading = head.astype(float) + 0.5, np.zeros(2)
    track = [place]
    for _ in range(length):
        row, col = np.clip(place, 0, (rows - 1, columns - 1)).astype(int)
        heading = 0.6 * heading + np.array([down[row, col], right[row, col]]) + 0.12 * rng.standard_normal(2)
        heading = heading / max(float(np.linalg.norm(heading)), 1e-6)
        place = place + heading
        track.append(place)
    line = np.array(track)[:, ::-1]
    at = np.linspace(0, 1, len(line))
    widest = float(np.clip(0.19 * length * np.exp(0.3 * rng.standard_normal()), 1.0, 7.0))
    half = widest * (0.35 + 0.65 * np.exp(-(((at - 0.22) / 0.24) ** 2)) + 0.18 * at) * np.sqrt(np.clip(at * 8, 0.15, 1))
    return ribbon(line, half * (1 + 0.2 * curve(rng, len(line), 3)), half * (1 + 0.2 * curve(rng, len(line), 3)))
