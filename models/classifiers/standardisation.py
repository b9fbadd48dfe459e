"""Features of mean 0 and deviation 1, so that a classifier doesn't depend on their units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Standardisation:
    """Mean (F,) and factor (F,) in float64; the factor of a constant feature is 0, which takes it out.

    Like every estimator here it works on features (n, F).
    """

    mean: np.ndarray
    factor: np.ndarray

    @classmethod
    def of(cls, samples: np.ndarray) -> Standardisation:
        """Learn from samples (n, F)."""
        exact = samples.astype(np.float64)
        deviation = exact.std(axis=0)
        varies = (np.ptp(samples, axis=0) > 0) & (deviation > 0)
        return cls(exact.mean(axis=0), np.where(varies, 1.0 / np.where(varies, deviation, 1.0), 0.0))

    def apply(self, samples: np.ndarray) -> np.ndarray:
        """Standardise samples (n, F) to float64."""
        return (samples.astype(np.float64) - self.mean) * self.factor
