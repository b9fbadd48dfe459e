"""Scatter: mean and covariance of all pixels of a raster, gathered window by window in one pass."""

from __future__ import annotations

import numpy as np


class Scatter:
    """Count, mean (B,) and covariance (B, B) of values that come in parts.

    Parts are merged as in Chan, Golub & LeVeque 1983, The American Statistician 37(3), 242–247, so that large means
    take no digits from small variances.
    """

    def __init__(self, bands: int) -> None:
        self.count, self.mean = 0, np.zeros(bands)
        self._sums = np.zeros((bands, bands))

    def add(self, values: np.ndarray) -> None:
        """Add values (B, n)."""
        count = values.shape[1]
        if not count:
            return
        mean = values.mean(axis=1)
        away = values - mean[:, None]
        apart, total = mean - self.mean, self.count + count
        self._sums += away @ away.T + np.outer(apart, apart) * (self.count * count / total)
        self.mean += apart * (count / total)
        self.count = total

    @property
    def covariance(self) -> np.ndarray:
        """Covariance of what was added."""
        return self._sums / max(1, self.count - 1)
