"""What lies around every pixel: range and mean of the values within a square, however large, where there are some."""

from __future__ import annotations

import numpy as np
from scipy import ndimage


def relief(ground: np.ndarray, radius: int) -> np.ndarray:
    """Give the highest less the lowest value within a radius (H, W) of values (H + 2r, W + 2r), NaN left out.

    With a radius of 1 it is what gdaldem calls roughness (Wilson et al. 2007, Marine Geodesy 30, 3–35).
    """
    known = ~np.isnan(ground)
    side = 2 * radius + 1
    high = ndimage.maximum_filter(np.where(known, ground, -np.inf), side, mode="constant", cval=-np.inf)
    low = ndimage.minimum_filter(np.where(known, ground, np.inf), side, mode="constant", cval=np.inf)
    return _where_known(high - low, known, radius)


def position(ground: np.ndarray, radius: int) -> np.ndarray:
    """Give the value less the mean of the others within a radius (H, W) of values (H + 2r, W + 2r), NaN left out.

    Weiss 2001, Topographic position and landforms analysis, ESRI user conference; with a radius of 1 as gdaldem's TPI.
    """
    known = ~np.isnan(ground)
    base = float(ground[known].mean()) if known.any() else 0.0  # sums of small numbers keep their digits
    above = np.where(known, ground - base, 0.0)
    total, count = (_sums(values, radius) for values in (above, known.astype(np.float64)))
    inner = (slice(radius, -radius),) * 2
    others = count[inner] - 1
    mean = (total[inner] - above[inner]) / np.maximum(others, 1)
    return np.where(known[inner], np.where(others > 0, above[inner] - mean, 0.0), np.nan)


def _sums(values: np.ndarray, radius: int) -> np.ndarray:
    side = 2 * radius + 1
    return np.asarray(ndimage.uniform_filter(values, side, mode="constant")) * float(side) ** 2


def _where_known(values: np.ndarray, known: np.ndarray, radius: int) -> np.ndarray:
    inner = (slice(radius, -radius),) * 2
    return np.where(known[inner], values[inner], np.nan)
