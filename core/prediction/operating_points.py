"""Operating points: precision and recall of one class against the rest at every threshold, from held-back pixels.

Provost & Fawcett 2001, Robust classification for imprecise environments, Machine Learning 42, 203–231,
doi 10.1023/A:1007601015854 (a threshold is chosen after training, by what is wanted of the map).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ..labels.legend import Legend
from .raster.uncertainty import STEPS, to_bytes

MEASURE = "probability_counts"
"""Where a card's measures keep the counts."""


@dataclass(frozen=True)
class Held:
    """Held-back pixels: probabilities (C, n), true ids from 1 (n,), and for how many pixels each of them stands."""

    probabilities: np.ndarray
    truth: np.ndarray
    weight: float = 1.0


@dataclass(frozen=True)
class OperatingPoints:
    """Held-back pixels of one class and of the rest by its probability, (255,) each, from 0 to 1 in equal steps."""

    own: np.ndarray
    rest: np.ndarray

    def at(self, byte: int) -> tuple[Optional[float], Optional[float]]:
        """Give precision and recall where values from `byte` (1…255) are the class; None where nothing tells."""
        right, wrong = float(self.own[byte - 1 :].sum()), float(self.rest[byte - 1 :].sum())
        total = float(self.own.sum())
        return (right / (right + wrong) if right + wrong else None), (right / total if total else None)

    @property
    def pixels(self) -> int:
        """How many held-back pixels stand behind it."""
        return int(self.own.sum() + self.rest.sum())


def count_probabilities(held: Sequence[Held], legend: Legend) -> dict[str, Any]:
    """Count held-back pixels by the probability of every class, as a card's measures keep it; empty without pixels."""
    if not held:
        return {}
    counts = np.zeros((len(legend), 2, STEPS + 1))
    for part in held:
        for index, values in enumerate(to_bytes(part.probabilities)):
            of_class = part.truth == index + 1
            for row, chosen in enumerate((of_class, ~of_class)):
                counts[index, row] += part.weight * np.bincount(values[chosen] - 1, minlength=STEPS + 1)
    pairs = np.rint(counts).astype(int).tolist()
    return {name: {"own": own_counts, "rest": rest} for name, (own_counts, rest) in zip(legend.names, pairs)}


def points_of(measures: Mapping[str, Any], class_name: str) -> Optional[OperatingPoints]:
    """Read the operating points of a class from a card's measures; None where a model has none or they are damaged."""
    kept = measures.get(MEASURE)
    values = kept.get(class_name) if isinstance(kept, Mapping) else None
    if not isinstance(values, Mapping):
        return None
    try:
        of_class, rest = (np.asarray(values[name], np.int64) for name in ("own", "rest"))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    if (
        of_class.shape != (STEPS + 1,)
        or rest.shape != of_class.shape
        or min(of_class.min(), rest.min()) < 0
        or not of_class.sum()
    ):
        return None
    return OperatingPoints(of_class, rest)
