"""How many points a stratified sample needs, and how they are shared out among its strata.

Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015, equation 13 (Cochran
1977, equation 5.25), and section 5.1 on allocation.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from ...errors import BadInputError
from .settings import SampleSettings

EXPECTED_ACCURACY = 0.8
_Z_95 = 1.959_963_984_540_054


def allocate(names: Sequence[str], pixels: np.ndarray, settings: SampleSettings) -> np.ndarray:
    """Give the number of points (H,) of each stratum, from the pixels that each has (H,); 0 for one of fewer than two.

    Raises:
        BadInputError: When an expected accuracy doesn't fit, or no stratum has two pixels.
    """
    pixels = np.asarray(pixels, np.int64)
    if not (pixels >= 2).any():
        raise BadInputError("No class of the map has two pixels, so there is nothing to draw a sample from.")
    pixels = np.where(pixels < 2, 0, pixels)
    shares = pixels / pixels.sum()
    spread = np.sqrt([accuracy * (1 - accuracy) for accuracy in _expected(names, settings.expected)])
    total = settings.points or needed(shares, spread, int(pixels.sum()), _error(settings))
    least = np.minimum(settings.least_per_class, pixels)
    if settings.allocation == "equal":
        wanted = np.full(len(names), total / np.count_nonzero(pixels))
    elif settings.allocation == "proportional":
        wanted, least = total * shares, np.minimum(2, pixels)
    elif settings.allocation == "optimal":
        wanted, least = total * shares * spread / max(float((shares * spread).sum()), 1e-12), np.minimum(2, pixels)
    else:
        wanted = _balanced(total, shares, least)
    points: np.ndarray = np.minimum(np.maximum(np.ceil(np.round(wanted, 6)).astype(np.int64), least), pixels)
    points[pixels == 0] = 0
    return points


def needed(shares: np.ndarray, spread: np.ndarray, pixels: int, standard_error: float) -> int:
    """Give the number of points for a standard error of the overall accuracy (equation 13).

    Args:
        shares: The strata's shares of the map (H,).
        spread: The standard deviation of right and wrong in each (H,), √(U (1 − U)).
        pixels: Of the whole map.
        standard_error: The one wanted.
    """
    squared = standard_error**2
    return math.ceil((shares @ spread) ** 2 / (squared + (shares @ spread**2) / pixels))


def _balanced(total: int, shares: np.ndarray, least: np.ndarray) -> np.ndarray:
    """Share out by area, but no stratum gets fewer than its least; the others share what is left."""
    fixed = np.zeros(len(shares), bool)
    wanted = total * shares
    while True:
        rest = max(total - int(least[fixed].sum()), 0)
        free = shares[~fixed].sum()
        wanted = np.where(fixed, least, rest * shares / free if free else 0.0)
        short = ~fixed & (wanted < least)
        if not short.any():
            return wanted
        fixed |= short


def _error(settings: SampleSettings) -> float:
    return settings.standard_error or settings.half_width / _Z_95


def _expected(names: Sequence[str], accuracies: Mapping[str, float]) -> list[float]:
    for name, value in accuracies.items():
        if name not in names:
            raise BadInputError(
                "An accuracy is expected of “{name}”, but the map has: {names}.", name=name, names=", ".join(names)
            )
        try:
            fits = 0.0 < float(value) <= 1.0
        except (TypeError, ValueError):
            fits = False
        if not fits:
            raise BadInputError(
                "The expected accuracy of “{name}” must lie between 0 and 1, not {value}.", name=name, value=value
            )
    return [float(accuracies.get(name, EXPECTED_ACCURACY)) for name in names]
