"""Intervals and tests by blocks of the map: pixels of one block depend on each other, blocks hardly do.

Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 13 and 16; percentile intervals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Measure = Callable[[np.ndarray], np.ndarray]
"""Gives a measure (…,) of confusion matrices (…, K, K), rows true."""
DRAWS = 2000


@dataclass(frozen=True)
class Interval:
    """A measure with the limits of its bootstrap interval."""

    value: float
    low: float
    high: float


def class_measure(name: str, number: int) -> Measure:
    """Give one class's precision, recall, F1 or IoU; 0 where it has no pixel."""

    def measure(matrices: np.ndarray) -> np.ndarray:
        right = matrices[..., number, number].astype(float)
        true, predicted = matrices[..., number, :].sum(axis=-1), matrices[..., number].sum(axis=-1)
        below = {"precision": predicted, "recall": true, "f1": (true + predicted) / 2, "iou": true + predicted - right}
        return _divided(right, below[name])

    return measure


def mean_measure(name: str, classes: list[int]) -> Measure:
    """Give the plain mean of some classes' measure, over those that occur in the truth or in the prediction."""
    measures = [class_measure(name, number) for number in classes]

    def measure(matrices: np.ndarray) -> np.ndarray:
        values = np.stack([one(matrices) for one in measures])
        occurs = np.stack([
            matrices[..., number, :].sum(axis=-1) + matrices[..., number].sum(axis=-1) > 0 for number in classes
        ])  # fmt: skip
        return _divided((values * occurs).sum(axis=0), occurs.sum(axis=0).astype(float))

    return measure


def accuracy(matrices: np.ndarray) -> np.ndarray:
    """Give the share of pixels that are right."""
    return _divided(np.trace(matrices, axis1=-2, axis2=-1).astype(float), matrices.sum(axis=(-2, -1)).astype(float))


def resampled(counts: np.ndarray, seed: int = 0, draws: int = DRAWS) -> np.ndarray:
    """Draw blocks with replacement, the same ones whatever the counts hold, and give their matrices.

    Args:
        counts: Pixels by seed, block, true and predicted class (S, B, K, K).
        seed: The same seed draws the same blocks, so that models are compared on the same ones.
        draws: How often.

    Returns:
        Matrices by draw and seed (draws, S, K, K).
    """
    random = np.random.default_rng(seed)
    blocks = counts.shape[1]
    weights = random.multinomial(blocks, np.full(blocks, 1 / blocks), draws).astype(float)
    return np.einsum("rb,sbij->rsij", weights, counts.astype(float), optimize=True)


def interval(counts: np.ndarray, measure: Measure, confidence: float = 0.95, seed: int = 0) -> Interval:
    """Give a measure, averaged over seeds, with its interval over blocks and seeds (S, B, K, K)."""
    value = float(measure(counts.sum(axis=1)).mean())
    drawn = _over_seeds(measure(resampled(counts, seed)), seed + 1)
    tail = (1 - confidence) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Interval(value, float(min(low, value)), float(max(high, value)))


@dataclass(frozen=True)
class Difference:
    """By how much one model's measure exceeds another's, with interval and two-sided p-value, paired over blocks."""

    value: float
    low: float
    high: float
    p_value: float


def difference(
    first: np.ndarray, second: np.ndarray, measure: Measure, confidence: float = 0.95, seed: int = 0
) -> Difference:
    """Compare two models on the same blocks: every draw gives both the same ones.

    Args:
        first: Counts of the first (S, B, K, K).
        second: Counts of the second (T, B, K, K).
        measure: What is compared.
        confidence: Of the interval.
        seed: Of the draws.
    """
    value = float(measure(first.sum(axis=1)).mean() - measure(second.sum(axis=1)).mean())
    one, other = (
        _over_seeds(measure(resampled(counts, seed)), seed + offset) for offset, counts in ((1, first), (2, second))
    )
    drawn = one - other
    tail = (1 - confidence) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    below, above = np.count_nonzero(drawn <= 0) + 1, np.count_nonzero(drawn >= 0) + 1
    p_value = min(1.0, 2.0 * min(below, above) / (len(drawn) + 1))
    return Difference(value, float(low), float(high), float(p_value))


def mcnemar(first_right: int, second_right: int) -> float:
    """Give the exact two-sided p-value that two models are as good, from places where just one of them is right."""
    from scipy.stats import binomtest

    total = first_right + second_right
    return float(binomtest(first_right, total).pvalue) if total else 1.0


def holm(p_values: list[float]) -> list[float]:
    """Correct p-values for how many there are (Holm 1979, Scandinavian Journal of Statistics 6, 65–70)."""
    order = np.argsort(p_values)
    corrected = np.zeros(len(p_values))
    highest = 0.0
    for rank, index in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[index]))
        corrected[index] = highest
    return [float(value) for value in corrected]


def _over_seeds(values: np.ndarray, seed: int) -> np.ndarray:
    """Average a measure (draws, S) over seeds that are drawn with replacement too."""
    draws, seeds = values.shape
    if seeds == 1:
        return values[:, 0]
    chosen = np.random.default_rng(seed).integers(0, seeds, (draws, seeds))
    means: np.ndarray = np.take_along_axis(values, chosen, axis=1).mean(axis=1)
    return means


def _divided(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    result: np.ndarray = np.divide(above, below, out=np.zeros(np.broadcast(above, below).shape), where=below > 0)
    return result
