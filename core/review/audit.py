"""The audit: accuracy of maps at random places that were answered and never learned from.

The places are a simple random sample of the map's pixels, so that they tell of every map of that extent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.959963984540054
"""Of 95 % intervals."""
_MOST_MORE = 1_000_000


@dataclass(frozen=True)
class AccuracyEstimate:
    """The share of places at which a map is right, with its 95 % interval.

    Attributes:
        value: The share.
        low: Lower end of the interval.
        high: Upper end.
        answers: How many answers it rests on.
        more: How many more answers halve the interval, if the share stays.
    """

    value: float
    low: float
    high: float
    answers: int
    more: int


@dataclass(frozen=True)
class Gain:
    """By how much the share of one map exceeds that of another at the same places, with its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def accuracy(right: int, answers: int) -> AccuracyEstimate:
    """Tell a map's accuracy from a simple random sample (Wilson 1927, doi 10.1080/01621459.1927.10502953).

    Args:
        right: At how many answered places the map is right.
        answers: How many places were answered, at least 1.
    """
    share = right / answers
    low, high = _wilson(share, answers)
    return AccuracyEstimate(share, min(low, share), max(high, share), answers, _more(share, answers, (high - low) / 2))


def gain(before_only: int, after_only: int, answers: int) -> Gain:
    """Compare two maps at the same places (Agresti & Min 2005, doi 10.1002/sim.1781: half an answer a cell is added).

    Args:
        before_only: At how many places only the first map is right.
        after_only: At how many only the second.
        answers: How many places were answered, at least 1.
    """
    lost, won, total = before_only + 0.5, after_only + 0.5, answers + 2.0
    middle = (won - lost) / total
    reach = _Z * math.sqrt(max(0.0, won + lost - (won - lost) ** 2 / total)) / total
    return Gain((after_only - before_only) / answers, max(-1.0, middle - reach), min(1.0, middle + reach))


def _wilson(share: float, answers: float) -> tuple[float, float]:
    shrunk = 1.0 + _Z**2 / answers
    middle = (share + _Z**2 / (2 * answers)) / shrunk
    reach = _Z * math.sqrt(share * (1 - share) / answers + _Z**2 / (4 * answers**2)) / shrunk
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _more(share: float, answers: int, width: float) -> int:
    """Find how many more answers bring the interval down to a width, by halving."""
    few, many = 0, 1
    while many < _MOST_MORE and _width(share, answers + many) > width:
        few, many = many, 2 * many
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (middle, many) if _width(share, answers + middle) > width else (few, middle)
    return many


def _width(share: float, answers: int) -> float:
    low, high = _wilson(share, answers)
    return high - low
