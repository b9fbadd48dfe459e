"""From reflectance to digital numbers: light, haze, blur, the fusion of two resolutions, noise and stripes."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .light import Light
from .noise import curve
from .rocks import Cube, column

NODATA = 0
HIGHEST_DN = 1023
_SUN = (0.90, 0.96, 1.00, 1.00)
_SKY = (0.260, 0.190, 0.140, 0.100)
_HAZE = (0.040, 0.026, 0.016, 0.008)
_GAIN = 1560.0
_PAN_WEIGHTS = (0.15, 0.30, 0.35, 0.20)
_PAN_BLUR_PX = 0.55
_COLOUR_BLUR_PX = 1.7
_READ_NOISE_DN = 2.6
_SHOT_NOISE_DN = 0.22
_STRIPE_DN = 0.9
_SWATH_EDGE_TILT = 0.22
_SWATH_EDGE_START = 0.13


def observe(rng: np.random.Generator, ground: Cube, light: Light) -> NDArray[np.uint16]:
    """Photograph the ground: 10-bit numbers (bands, rows, columns), 0 outside the swath and nowhere else."""
    radiance = ground * (column(_SUN) * light.sun + column(_SKY) * light.sky) + column(_HAZE)
    radiance = _fused(radiance)
    numbers = _GAIN * radiance
    spread = np.sqrt(_READ_NOISE_DN**2 + _SHOT_NOISE_DN**2 * numbers)
    numbers += spread * rng.standard_normal(numbers.shape, dtype=np.float32)
    numbers += _stripes(rng, numbers.shape)
    picture = np.clip(np.rint(numbers), NODATA + 1, HIGHEST_DN).astype(np.uint16)
    picture[:, ~inside_swath(ground.shape[1:])] = NODATA
    return picture


def reflectance_numbers(seen: Cube) -> NDArray[np.uint16]:
    """Give reflectance (bands, rows, columns) times 10,000, as satellites' products have it; 0 is left for nodata."""
    return np.clip(np.rint(10_000 * seen), NODATA + 1, 10_000).astype(np.uint16)


def inside_swath(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Tell which pixels the sensor saw: the swath's slanted west edge cuts the scene's north-west corner."""
    rows, columns = shape
    row, col = np.indices((rows, columns))
    return col + 0.5 > _SWATH_EDGE_START * columns - _SWATH_EDGE_TILT * row


def _fused(radiance: Cube) -> Cube:
    """Take colour from a coarse picture and detail from a sharp grey one, as fused imagery has them."""
    grey = np.tensordot(np.array(_PAN_WEIGHTS, np.float32), radiance, axes=1)
    sharp = ndimage.gaussian_filter(grey, _PAN_BLUR_PX)
    detail = sharp / ndimage.gaussian_filter(grey, _COLOUR_BLUR_PX)
    return ndimage.gaussian_filter(radiance, (0, _COLOUR_BLUR_PX, _COLOUR_BLUR_PX)) * detail


def _stripes(rng: np.random.Generator, shape: tuple[int, ...]) -> Cube:
    """Give every detector an offset of its own; detectors run parallel to the swath's edge."""
    bands, rows, columns = shape
    row, col = np.indices((rows, columns))
    detector = col + _SWATH_EDGE_TILT * row
    count = math.ceil(float(detector.max())) + 2
    offsets = [_STRIPE_DN * (0.6 * rng.standard_normal(count) + curve(rng, count, 5)) for _ in range(bands)]
    return np.stack([np.interp(detector, np.arange(count), offset) for offset in offsets]).astype(np.float32)
