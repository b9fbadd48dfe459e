"""Whether probabilities are calibrated: the calibration curve, the expected calibration error, temperature scaling.

Guo et al. 2017, On calibration of modern neural networks, arXiv 1706.04599.
"""

from __future__ import annotations

from typing import Any

import numpy as np

BINS = 15
_LEAST, _LOWEST, _HIGHEST = 1e-7, 0.05, 20.0
_FEWEST = 50


class CalibrationTally:
    """Pixels by the probability of their likeliest class, and how many of them are right."""

    def __init__(self, bins: int = BINS) -> None:
        """Start without a pixel."""
        self._bins = bins
        self._counts = np.zeros(bins, np.int64)
        self._right = np.zeros(bins, np.int64)
        self._sums = np.zeros(bins)

    def add(self, probabilities: np.ndarray, truth: np.ndarray) -> None:
        """Count pixels: probabilities (C, N) and true class ids from 1 (N,)."""
        confidence = probabilities.max(axis=0).astype(np.float64)
        right = probabilities.argmax(axis=0) + 1 == truth
        bins = np.clip(np.ceil(confidence * self._bins).astype(int) - 1, 0, self._bins - 1)
        self._counts += np.bincount(bins, minlength=self._bins)
        self._right += np.bincount(bins[right], minlength=self._bins)
        self._sums += np.bincount(bins, confidence, self._bins)

    def merge(self, other: CalibrationTally) -> None:
        """Add another tally's pixels, of as many bins."""
        self._counts += other._counts
        self._right += other._right
        self._sums += other._sums

    @property
    def error(self) -> float:
        """The expected calibration error: the mean distance of confidence and accuracy, weighted by pixels."""
        total = self._counts.sum()
        return float(np.abs(self._right - self._sums).sum() / total) if total else 0.0

    def curve(self) -> list[dict[str, float]]:
        """Give every bin that has pixels: mean confidence, share that is right, pixels."""
        return [
            {"confidence": float(total / count), "accuracy": float(right / count), "pixels": int(count)}
            for count, right, total in zip(self._counts, self._right, self._sums)
            if count
        ]

    def report(self) -> dict[str, Any]:
        """Give error, curve and pixels as plain values."""
        return {"error": self.error, "curve": self.curve(), "pixels": int(self._counts.sum())}


def fit_temperature(probabilities: np.ndarray, truth: np.ndarray) -> float:
    """Fit the temperature T by which softmax(ln p / T) has the least cross-entropy on held-back pixels.

    Args:
        probabilities: (C, N), as the model gives them.
        truth: True class ids from 1 (N,).

    Returns:
        Above 1 where the model is too sure, below 1 where it is too timid; 1 where there are too few pixels, or where
        all are right, so that nothing can be told.
    """
    from scipy.optimize import minimize_scalar

    right = probabilities.argmax(axis=0) + 1 == truth
    if len(truth) < _FEWEST or right.all() or not right.any():
        return 1.0
    logs = np.log(np.maximum(probabilities.astype(np.float64), _LEAST))
    true_logs = logs[truth - 1, np.arange(len(truth))]

    def loss(inverse: float) -> float:
        scaled = logs * inverse
        top = scaled.max(axis=0)
        return float((top + np.log(np.exp(scaled - top).sum(axis=0)) - true_logs * inverse).mean())

    optimum = minimize_scalar(loss, bounds=(1.0 / _HIGHEST, 1.0 / _LOWEST), method="bounded", options={"xatol": 1e-5})
    return float(round(1.0 / optimum.x, 4))


def tempered(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Give softmax(ln p / T) of probabilities with the classes on the third axis from the end (…, C, H, W), float32.

    Pixels without any probability, outside the imagery, stay so.
    """
    if temperature == 1.0:
        return probabilities
    powered = np.power(np.asarray(probabilities, np.float32), np.float32(1.0 / temperature))
    total = powered.sum(axis=-3, keepdims=True)
    scaled: np.ndarray = np.divide(powered, total, out=powered, where=total > 0)
    return scaled
