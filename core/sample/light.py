"""Sun and sky on a rough surface: how much of either reaches each pixel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .noise import Field, azimuth_vector

SUN_AZIMUTH_DEG = 148.0
SUN_HEIGHT_DEG = 40.0
_COARSE_M = 3
_FURTHEST_SHADOW_M = 135.0
_RAY_STEPS = 20


@dataclass(frozen=True)
class Light:
    """The light at every pixel, each (rows, columns).

    Attributes:
        sun: Direct light, 1 where the sun stands square on the surface, 0 in shade.
        sky: The share of the sky that is seen, roughly.
    """

    sun: Field
    sky: Field


def light_on(elevation: Field) -> Light:
    """Light a surface of heights in metres on a 1 m grid; slopes shade themselves and one another."""
    south, east = np.gradient(elevation)
    to_sun_east, to_sun_south = azimuth_vector(SUN_AZIMUTH_DEG)
    height = math.radians(SUN_HEIGHT_DEG)
    normal = np.sqrt(1 + south**2 + east**2)
    cosine = math.sin(height) - math.cos(height) * (east * to_sun_east + south * to_sun_south)
    sun = np.maximum(cosine / normal, 0) * _unshadowed(elevation)
    hollow = np.clip(ndimage.gaussian_filter(elevation, 12) - elevation, 0, 12)
    sky = np.clip((1 + 1 / normal) / 2 - 0.012 * hollow, 0.4, 1)
    return Light(sun.astype(np.float32), sky.astype(np.float32))


def _unshadowed(elevation: Field) -> Field:
    """Follow the ray to the sun over the coarse land and see whether ground rises above it: 1 lit, 0 in shadow."""
    coarse = ndimage.zoom(elevation, 1 / _COARSE_M, order=1)
    east, south = azimuth_vector(SUN_AZIMUTH_DEG)
    rise = _COARSE_M * math.tan(math.radians(SUN_HEIGHT_DEG))
    excess = np.full(coarse.shape, -np.inf, np.float32)
    for reach in np.geomspace(1, _FURTHEST_SHADOW_M / _COARSE_M, _RAY_STEPS).tolist():
        ahead = ndimage.shift(coarse, (-south * reach, -east * reach), order=1, mode="nearest")
        np.maximum(excess, ahead - coarse - rise * reach, out=excess)
    scale = np.array(elevation.shape) / np.array(coarse.shape)
    return np.clip(0.5 - ndimage.zoom(excess, scale, order=1) / 2, 0, 1).astype(np.float32)
