"""One class against the rest: its threshold, as a model remembers it and as a map is made by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np

from ...errors import BadInputError
from ...labels.legend import Legend
from ...model.model_card import ModelCard
from .uncertainty import STEPS, to_bytes

_CARD = "threshold"
"""Where a card's provenance keeps it: readers that know nothing of it leave it where it is."""


@dataclass(frozen=True)
class Threshold:
    """Pixels are class c where p_c ≥ t, else the likeliest of the rest.

    Attributes:
        class_name: c.
        at: t, from 0 (everywhere) to 1. It is compared in steps of 1/254, as probabilities are kept, so that a map
            made by prediction and one made of kept probabilities are the same.
    """

    class_name: str
    at: float

    @property
    def byte(self) -> int:
        """The least kept value (1…255) that is the class."""
        return round(min(1.0, max(0.0, self.at)) * STEPS) + 1

    def labels(self, probabilities: np.ndarray, legend: Legend) -> np.ndarray:
        """Give class ids (H, W) uint8 of probabilities (C, H, W)."""
        index = legend.id_of(self.class_name) - 1
        return np.where(to_bytes(probabilities[index]) >= self.byte, np.uint8(index + 1), rest_of(probabilities, index))

    def to_dict(self) -> dict[str, Any]:
        """Give the plain form that JSON can hold."""
        return {"class": self.class_name, "at": self.at}

    @classmethod
    def from_dict(cls, values: Any) -> Optional[Threshold]:
        """Read the plain form; None where it isn't one."""
        if not isinstance(values, Mapping):
            return None
        name, at = values.get("class"), values.get("at")
        if not isinstance(name, str) or isinstance(at, bool) or not isinstance(at, (int, float)) or not 0 <= at <= 1:
            return None
        return cls(name, float(at))


def rest_of(probabilities: np.ndarray, class_index: int) -> np.ndarray:
    """Give the id (H, W) uint8, from 1, of the likeliest class but that at `class_index` of probabilities (C, H, W).

    They may be kept as bytes; of classes that are equally likely the first one is taken.
    """
    others = np.array([index for index in range(len(probabilities)) if index != class_index], np.uint8)
    best: np.ndarray = others[probabilities[others].argmax(axis=0)] + np.uint8(1)
    return best


def thresholded(
    labels: np.ndarray, probabilities: np.ndarray, rest: np.ndarray, class_id: int, byte: int
) -> np.ndarray:
    """Give a map's class ids (H, W) uint8 with a class where it is likely enough, else the likeliest of the rest.

    Args:
        labels: The map (H, W); 0 where it has no class, which stays.
        probabilities: The kept probability of the class (H, W); 0 where none was kept, and the map stays.
        rest: The likeliest of the other classes (H, W).
        class_id: The class, from 1.
        byte: The least kept probability that is the class.
    """
    new = np.where(probabilities >= byte, np.uint8(class_id), np.where(labels == class_id, rest, labels))
    return np.where((labels > 0) & (probabilities > 0), new, labels)


def check_threshold(threshold: Threshold, legend: Legend) -> None:
    """Refuse a threshold that fits no map of these classes.

    Raises:
        BadInputError: When there is no such class, no other one, or the threshold isn't from 0 to 1.
    """
    legend.id_of(threshold.class_name)
    if len(legend) < 2:
        raise BadInputError(
            "“{name}” is the only class; there is no rest to set against it.", name=threshold.class_name
        )
    if not 0 <= threshold.at <= 1:
        raise BadInputError("A threshold is from 0 to 1, not {at}.", at=threshold.at)


def remembered(card: ModelCard) -> Optional[Threshold]:
    """Give the threshold that a model file remembers, where it is of one of its classes."""
    threshold = Threshold.from_dict(card.provenance.get(_CARD))
    return threshold if threshold is not None and threshold.class_name in card.legend.names else None


def remembering(card: ModelCard, threshold: Threshold) -> ModelCard:
    """Give the same card with a threshold to remember, instead of the one before."""
    return replace(card, provenance={**card.provenance, _CARD: threshold.to_dict()})
