"""What lies around every pixel: range and mean of the values within a square, however large, where there are some."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

Radius = tuple[int, int]
"""Rows and columns to either side, 1 at least."""


def relief(ground: np.ndarray, radius: Radius) -> np.ndarray:
    """Give the highest less the lowest value within a radius (H, W) of values (H + 2r, W + 2r), NaN left out.

    With a radius of 1 it is what gdaldem calls roughness (Wilson et al. 2007, Marine Geodesy 30, 3–35).
    """
    known = ~np.isnan(ground)
    high = ndimage.maximum_filter(np.where(known, ground, -np.inf), _sides(radius), mode="constant", cval=-np.inf)
    low = ndimage.minimum_filter(np.where(known, ground, np.inf), _sides(radius), mode="constant", cval=np.inf)
    inner = _inner(radius)
    return np.where(known[inner], (high - low)[inner], np.nan)


def position(ground: np.ndarray, radius: Radius) -> np.ndarray:
    """Give the value less the mean of the others within a radius (H, W) of values (H + 2r, W + 2r), NaN left out.

    Weiss 2001, Topographic position and landforms analysis, ESRI user conference; with a radius of 1 as gdaldem's TPI.
    """
    known = ~np.isnan(ground)
    base = float(ground[known].mean()) if known.any() else 0.0  # sums of small numbers keep their digits
    above = np.where(known, ground - base, 0.0)
    total, count = (_sums(values, radius) for values in (above, known.astype(np.float64)))
    inner = _inner(radius)
    others = np.rint(count[inner]) - 1
    mean = (total[inner] - above[inner]) / np.maximum(others, 1)
    return np.where(known[inner], np.where(others > 0, above[inner] - mean, 0.0), np.nan)


def _sums(values: np.ndarray, radius: Radius) -> np.ndarray:
    sides = _sides(radius)
    return np.asarray(ndimage.uniform_filter(values, sides, mode="constant")) * float(sides[0] * sides[1])


def _sides(radius: Radius) -> tuple[int, int]:
    return 2 * radius[0] + 1, 2 * radius[1] + 1


def _inner(radius: Radius) -> tuple[slice, slice]:
    return slice(radius[0], -radius[0]), slice(radius[1], -radius[1])
