"""The bright part of a scene: clouds or snow that nobody has masked, told from the ground beside them."""

from __future__ import annotations

import numpy as np

from .band_values import LEVELS, BandValues

_MIDDLE, _TOP = LEVELS.index(50), LEVELS.index(99.5)
_BRIGHT = 2.0
_LEAST_BRIGHT, _LEAST_GROUND = 0.02, 0.2
_MOST_BETWEEN = 0.25


def bright_part(values: np.ndarray, known: BandValues) -> np.ndarray:
    """Say which pixels of a scene are bright as nothing of the training was, and set apart from the others.

    A pixel's brightness is how far it lies above the training's middle, by how far the training's 99.5th percentile
    does, in the band in which that is least. What lies above 2 is bright. Other light and other sensors move all
    pixels, and leave some at every brightness; clouds leave few between 1 and 2: a quarter as many as are bright, and
    as are ground, at most (ours).

    Args:
        values: Of the scene's pixels (B, n).
        known: How the training's values are distributed.

    Returns:
        (n,) bool; none of them where too little is bright, too little is ground, or nothing sets them apart.
    """
    quantiles = np.asarray(known.quantiles)
    height = np.maximum(quantiles[:, _TOP] - quantiles[:, _MIDDLE], 1e-12)
    brightness = ((values - quantiles[:, _MIDDLE, None]) / height[:, None]).min(axis=0)
    bright, ground = brightness > _BRIGHT, brightness <= 1
    shares = bright.mean(), ground.mean()
    is_apart = 1 - sum(shares) <= _MOST_BETWEEN * min(shares)
    if shares[0] < _LEAST_BRIGHT or shares[1] < _LEAST_GROUND or not is_apart:
        return np.zeros(values.shape[1], bool)
    return bright
