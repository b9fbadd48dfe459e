"""The audit sample: random places of a map with known chances, from which alone its accuracy is told.

Stratified by the map's classes; estimators of Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi
10.1016/j.rse.2014.02.015.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

_SURE = 1.959964
"""Standard normal deviate of a 95 % interval."""
LEAST_EACH = 5


@dataclass(frozen=True)
class AuditPlace:
    """One pixel of the sample: row, column, the map's class there, and its chance to be drawn."""

    row: int
    col: int
    mapped: int
    probability: float


@dataclass(frozen=True)
class Accuracy:
    """The share of the map that is right, as far as the answers tell.

    Attributes:
        share: The estimate, 0 to 1.
        low: Lower end of the 95 % interval.
        high: Upper end.
        answers: How many places were answered.
        more: How many more answers halve the interval.
    """

    share: float
    low: float
    high: float
    answers: int
    more: int


def quotas(pixels: Mapping[int, int], count: int) -> dict[int, int]:
    """Share places among the map's classes: by their pixels, at least `LEAST_EACH` each where there are as many."""
    total = sum(pixels.values())
    wanted = {value: min(own, max(LEAST_EACH, round(count * own / total))) for value, own in pixels.items() if own > 0}
    while sum(wanted.values()) > max(count, len(wanted)):
        largest = max(wanted, key=lambda value: wanted[value])
        if wanted[largest] <= 1:
            break
        wanted[largest] -= 1
    return wanted


def chance(value: int, wanted: Mapping[int, int], pixels: Mapping[int, int]) -> float:
    """Give the chance that each pixel of a class has to be drawn."""
    return wanted.get(value, 0) / pixels[value] if pixels.get(value) else 0.0


def accuracy(answers: Sequence[tuple[int, bool]], pixels: Mapping[int, int]) -> Accuracy | None:
    """Estimate how much of a map is right.

    Args:
        answers: Of each place that was answered: the map's class when it was drawn, and whether the map is right now.
        pixels: How many pixels the map had of each class when the sample was drawn.

    Returns:
        The estimate; None while a class of the map has no answer yet, since nothing is known of it.
    """
    total = sum(pixels.values())
    strata = [value for value, own in pixels.items() if own > 0]
    right = {value: [is_right for mapped, is_right in answers if mapped == value] for value in strata}
    if not total or any(not own for own in right.values()):
        return None
    share = variance = 0.0
    for value in strata:
        weight, count = pixels[value] / total, len(right[value])
        smoothed = (sum(right[value]) + 0.5) / (count + 1)  # so that a few right answers alone aren't certainty
        share += weight * sum(right[value]) / count
        variance += weight**2 * smoothed * (1 - smoothed) / count
    reach = _SURE * math.sqrt(variance)
    count = sum(len(own) for own in right.values())
    return Accuracy(share, max(0.0, share - reach), min(1.0, share + reach), count, 3 * count)


def drawn_places(
    ids: np.ndarray, wanted: Mapping[int, int], pixels: Mapping[int, int], first: tuple[int, int],
    keys: Mapping[int, list[tuple[float, AuditPlace]]], rng: np.random.Generator,
) -> None:  # fmt: skip
    """Take a block of the map (H, W) into a sample that is drawn block by block (a reservoir by random keys).

    Args:
        ids: The map's classes, 0 where there is none.
        wanted: Places by class.
        pixels: Pixels by class of the whole map.
        first: The block's first row and column.
        keys: The sample so far by class, changed in place: random keys with their places, the smallest kept.
        rng: Source of chance.
    """
    for value, count in wanted.items():
        rows, cols = np.nonzero(ids == value)
        if not len(rows):
            continue
        numbers = rng.random(len(rows))
        best = np.argpartition(numbers, min(count, len(rows)) - 1)[:count]
        own = keys[value]
        probability = chance(value, wanted, pixels)
        own += [
            (float(numbers[n]), AuditPlace(int(rows[n]) + first[0], int(cols[n]) + first[1], value, probability))
            for n in best
        ]
        own.sort(key=lambda entry: entry[0])
        del own[count:]
