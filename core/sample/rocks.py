"""What the ground is made of: reflectances by band, and the host rock with its layers and weathering."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .noise import Field, azimuth_vector, curve, fractal, quantile, step
from .terrain import Terrain, steepness

BANDS = ("Blue", "Green", "Red", "Near infrared")
Spectrum = tuple[float, ...]
Cube = NDArray[np.float32]

SCHIST: Spectrum = (0.112, 0.121, 0.130, 0.148)
GNEISS: Spectrum = (0.165, 0.176, 0.188, 0.208)
PALE_LAYER: Spectrum = (0.240, 0.263, 0.283, 0.308)
SOIL: Spectrum = (0.112, 0.132, 0.156, 0.200)
PEGMATITE: Spectrum = (0.330, 0.352, 0.370, 0.395)
STAINED_PEGMATITE: Spectrum = (0.242, 0.276, 0.312, 0.343)
RUBBLE: Spectrum = (0.192, 0.207, 0.223, 0.247)
GRAVEL: Spectrum = (0.235, 0.258, 0.278, 0.305)
ROAD: Spectrum = (0.250, 0.278, 0.305, 0.335)
WATER: Spectrum = (0.085, 0.090, 0.075, 0.040)
PLANTS: Spectrum = (0.055, 0.080, 0.080, 0.270)
OLD_SNOW: Spectrum = (0.400, 0.415, 0.425, 0.425)
FRESH_SNOW: Spectrum = (0.640, 0.640, 0.630, 0.580)

_FOLIATION_DEG = 72.0


def plain(spectrum: Spectrum, shape: tuple[int, int]) -> Cube:
    """Fill a cube (bands, rows, columns) with one reflectance."""
    return np.broadcast_to(column(spectrum), (len(spectrum), *shape)).copy()


def column(spectrum: Spectrum) -> Cube:
    """Shape a spectrum so that it spreads over rows and columns."""
    return np.array(spectrum, np.float32)[:, None, None]


def lay_over(ground: Cube, material: Cube, share: Field) -> None:
    """Cover a share of every pixel of the ground with another material, in place."""
    ground += share * (material - ground)


def mixture(one: Spectrum, other: Spectrum, share: Field) -> Cube:
    """Mix two materials pixel by pixel: `share` 0 is the first, 1 the second."""
    return column(one) + share * (column(other) - column(one))


def host_rock(rng: np.random.Generator, terrain: Terrain) -> Cube:
    """Make folded schist and gneiss with lenses of a pale layer, weathered, and soil where the slope is gentle."""
    shape = terrain.elevation.shape
    down, right = np.indices(shape, dtype=np.float32)
    east, south = azimuth_vector(_FOLIATION_DEG)
    depth = down * east - right * south + 0.35 * terrain.elevation
    depth += 26 * fractal(rng, shape, longest_px=260, shortest_px=30, slope=2.2, stretch=1.6, trend_deg=_FOLIATION_DEG)
    depth += 1.6 * fractal(rng, shape, longest_px=20, shortest_px=3, slope=1.5)

    beds = _beds(rng, depth, 16.0) + 0.7 * _beds(rng, depth, 3.2)
    beds += 1.0 * fractal(rng, shape, longest_px=200, shortest_px=6, slope=1.6, stretch=2.5, trend_deg=_FOLIATION_DEG)
    ground = mixture(SCHIST, GNEISS, step(beds, 0.2, 1.6))

    lenses = fractal(rng, shape, longest_px=160, shortest_px=12, slope=2.0, stretch=3.0, trend_deg=_FOLIATION_DEG)
    pale = _beds(rng, depth, 4.5) + 0.9 * lenses
    lay_over(ground, plain(PALE_LAYER, shape), 0.85 * step(pale, quantile(pale, 0.035), 0.25))

    bare = fractal(rng, shape, longest_px=90, shortest_px=2, slope=1.4) + 2.2 * (steepness(terrain.elevation) - 0.45)
    lay_over(ground, plain(SOIL, shape), 0.75 * step(-bare, 0.9, 0.8))

    ground *= _texture(rng, shape)
    warmth = 0.025 * fractal(rng, shape, longest_px=140, shortest_px=4, slope=1.6)
    ground *= 1 + warmth * column((-1.2, -0.4, 0.6, 0.8))
    return ground


def weathered_pegmatite(rng: np.random.Generator, shape: tuple[int, int]) -> Cube:
    """Make pegmatite between white and iron-stained, with lichen, joints and coarse crystals."""
    stain = step(fractal(rng, shape, longest_px=70, shortest_px=2, slope=1.3), 0.1, 1.6)
    return mixture(PEGMATITE, STAINED_PEGMATITE, stain) * _texture(rng, shape)


def _texture(rng: np.random.Generator, shape: tuple[int, int]) -> Field:
    """Multiply brightness by roughness at three scales, the finest along the foliation."""
    grain = fractal(rng, shape, longest_px=5, shortest_px=0.4, slope=0.4)
    ribs = fractal(rng, shape, longest_px=24, shortest_px=1.2, slope=1.0, stretch=3.0, trend_deg=_FOLIATION_DEG)
    patches = fractal(rng, shape, longest_px=80, shortest_px=8, slope=1.4)
    return np.clip(1 + 0.11 * grain + 0.065 * ribs + 0.06 * patches, 0.5, 1.6).astype(np.float32)


def _beds(rng: np.random.Generator, depth: Field, thickness_px: float) -> Field:
    """Read a random succession of beds at every pixel's depth in it."""
    low = math.floor(float(depth.min()))
    layers = curve(rng, math.ceil(float(depth.max())) - low + 2, thickness_px)
    return np.interp(depth, np.arange(layers.size) + low, layers).astype(np.float32)
