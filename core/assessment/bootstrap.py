"""Intervals and tests by blocks of the map: pixels of one block depend on each other, blocks hardly do.

Intervals are the percentiles of draws of whole blocks and the basic limits, both (Davison & Hinkley 1997, Bootstrap
Methods and their Application, chapter 5). Few blocks draw too narrow ones, so that they are expanded by Student's t
and the bias of the variance of a small sample (Hesterberg 2015, The American Statistician 69, 371–386, doi
10.1080/00031305.2015.1089789). Pairs of models are told apart by a randomisation test, which is exact for any number
of blocks: two of three blocks prove nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Measure = Callable[[np.ndarray], np.ndarray]
"""Gives a measure (…,) from 0 to 1 of confusion matrices (…, K, K), rows true; NaN where there is nothing to tell."""
DRAWS = 2000
_ALIKE = 1e-12
"""Measures that differ by less are the same but for rounding."""


@dataclass(frozen=True)
class Interval:
    """A measure with the limits of its bootstrap interval."""

    value: float
    low: float
    high: float


def class_measure(name: str, number: int) -> Measure:
    """Give one class's precision, recall, F1 or IoU; NaN where it is neither in the truth nor in the prediction."""

    def measure(matrices: np.ndarray) -> np.ndarray:
        right = matrices[..., number, number].astype(float)
        true, predicted = matrices[..., number, :].sum(axis=-1), matrices[..., number].sum(axis=-1)
        below = {"precision": predicted, "recall": true, "f1": (true + predicted) / 2, "iou": true + predicted - right}
        return np.where(true + predicted > 0, _divided(right, below[name]), np.nan)

    return measure


def mean_measure(name: str, classes: list[int], predicted_too: bool = False) -> Measure:
    """Give the plain mean of some classes' measure, over those that occur in the truth; 0 where none does.

    Which classes that are doesn't depend on the model, so that models can be compared: a false alarm of a class that
    isn't there takes its pixels from another one, but adds no class to the mean.

    Args:
        name: As for `class_measure`.
        classes: Which classes, from 0.
        predicted_too: Average over those that occur in the prediction, too, as `Confusion.average` does.
    """
    measures = [class_measure(name, number) for number in classes]

    def measure(matrices: np.ndarray) -> np.ndarray:
        values = np.stack([one(matrices) for one in measures])
        occurs = np.isfinite(values)
        if not predicted_too:
            occurs &= np.stack([matrices[..., number, :].sum(axis=-1) > 0 for number in classes])
        return _divided(np.where(occurs, values, 0.0).sum(axis=0), occurs.sum(axis=0).astype(float))

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


def interval(counts: np.ndarray, measure: Measure, confidence: float = 0.95, seed: int = 0) -> Interval | None:
    """Give a measure, averaged over seeds, with its interval over blocks and seeds (S, B, K, K).

    Draws in which there is nothing to tell don't count; where there is nothing at all the answer is None. From 0 to 1
    where one block is all there is. Blocks that are all alike, as where each is right, don't say that the next one is:
    so many may be otherwise as n successes in n trials leave open (Clopper & Pearson 1934, Biometrika 26, 404–413).
    """
    value, blocks = _mean(measure(counts.sum(axis=1))), counts.shape[1]
    if math.isnan(value):
        return None
    low, high = _limits(blocks, _over_seeds(measure(resampled(counts, seed)), seed + 1), value, confidence)
    if high - low < _ALIKE:
        alike = _surely_alike(np.isfinite(measure(counts.sum(axis=0))), confidence)
        low, high = value * alike, 1 - (1 - value) * alike
    return Interval(value, min(max(low, 0.0), value), max(min(high, 1.0), value))


def _surely_alike(telling: np.ndarray, confidence: float) -> float:
    """Give the least share of all blocks that are as these are, where those that tell something (B,) are all alike."""
    return float(((1 - confidence) / 2) ** (1 / max(1, int(np.count_nonzero(telling)))))


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
        confidence: Of the interval; as wide as `interval` leaves open where all blocks are alike.
        seed: Of the draws.
    """
    value = _mean(measure(first.sum(axis=1))) - _mean(measure(second.sum(axis=1)))
    one, other = (
        _over_seeds(measure(resampled(counts, seed)), seed + offset) for offset, counts in ((1, first), (2, second))
    )
    low, high = _limits(first.shape[1], one - other, value, confidence)
    if high - low < _ALIKE:
        telling = np.isfinite(measure(first.sum(axis=0))) & np.isfinite(measure(second.sum(axis=0)))
        alike = _surely_alike(telling, confidence)
        low, high = value * alike - (1 - alike), value * alike + (1 - alike)
    return Difference(value, max(low, -1.0), min(high, 1.0), randomisation_test(first, second, measure, seed))


def randomisation_test(first: np.ndarray, second: np.ndarray, measure: Measure, seed: int = 0) -> float:
    """Give the two-sided p-value that it doesn't matter which model mapped which block.

    In every block both models change places or don't (Edgington & Onghena 2007, Randomization Tests; Yeh 2000, arXiv
    cs/0008005, on F-scores): all ways where these are few, else `DRAWS` of them. It tells of these models, not of
    others that the same recipes might have made.

    Args:
        first: Counts of the first (S, B, K, K); the mean over S is compared.
        second: Counts of the second (T, B, K, K).
        measure: What is compared.
        seed: The same seed changes the same blocks.
    """
    seeds, blocks = max(len(first), len(second)), first.shape[1]
    one, other = (counts[np.arange(seeds) % len(counts)].astype(float) for counts in (first, second))
    every = 2**blocks <= DRAWS
    changed = (
        (np.arange(2**blocks)[:, None] >> np.arange(blocks)) & 1 if every
        else np.random.default_rng(seed).integers(0, 2, (DRAWS, blocks))
    )  # fmt: skip
    moved = np.einsum("rb,sbij->rsij", changed.astype(float), other - one, optimize=True)
    differences = np.nanmean(measure(one.sum(axis=1) + moved) - measure(other.sum(axis=1) - moved), axis=1)
    observed = abs(_mean(measure(one.sum(axis=1))) - _mean(measure(other.sum(axis=1))))
    as_far = int(np.count_nonzero(np.abs(differences) >= observed - _ALIKE))
    return as_far / len(differences) if every else (as_far + 1) / (len(differences) + 1)


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


def _limits(blocks: int, drawn: np.ndarray, value: float, confidence: float) -> tuple[float, float]:
    """Give the limits of an interval from draws (R,), farther from the value the fewer blocks there are.

    Percentiles fail where draws lie below the value as the value lies below the truth: of few blocks, a mean over
    classes lacks some of them. The basic limits, which are as far above the value as the draws are below it, fail
    where a measure that is near 1 may as well be low. Where the draws are even, both are the same.
    """
    if blocks < 2:
        return -math.inf, math.inf
    from scipy.stats import norm, t

    tail = (1 - confidence) / 2
    expansion = float(t.ppf(1 - tail, blocks - 1) / norm.ppf(1 - tail)) * math.sqrt(blocks / (blocks - 1))
    low, high = np.quantile(drawn[np.isfinite(drawn)], [tail, 1 - tail])
    reach = expansion * max(value - float(low), float(high) - value)
    return value - reach, value + reach


def _over_seeds(values: np.ndarray, seed: int) -> np.ndarray:
    """Average a measure (draws, S) over seeds that are drawn with replacement too."""
    draws, seeds = values.shape
    if seeds == 1:
        return values[:, 0]
    chosen = np.random.default_rng(seed).integers(0, seeds, (draws, seeds))
    means: np.ndarray = np.take_along_axis(values, chosen, axis=1).mean(axis=1)
    return means


def _mean(values: np.ndarray) -> float:
    """Average what there is to tell; NaN of nothing."""
    told = values[np.isfinite(values)]
    return float(told.mean()) if len(told) else math.nan


def _divided(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    result: np.ndarray = np.divide(above, below, out=np.zeros(np.broadcast(above, below).shape), where=below > 0)
    return result
