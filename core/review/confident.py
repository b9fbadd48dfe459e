"""Confident disagreement: labels that models which never saw them contradict with certainty.

Confident learning (Northcutt et al. 2021, Journal of Artificial Intelligence Research 70, 1373–1411, arXiv 1911.00068):
how sure a model has to be of a class follows from how sure it is, on average, of what carries that class, so that a
class which is hard to tell isn't suspected as a whole. Here a label is a polygon, and all models have to agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class SuspectLabel:
    """A label that models disagree with.

    Attributes:
        place: Its place in the list.
        other: The class that the models see instead, from 0.
        own_share: The mean probability of its own class.
        other_share: That of the other.
    """

    place: int
    other: int
    own_share: float
    other_share: float


def suspects(shares: np.ndarray, labels: np.ndarray) -> list[SuspectLabel]:
    """Find the labels that every model disagrees with confidently, the most certain first.

    Args:
        shares: Mean probabilities (M, N, C) of M models that didn't learn from the label; NaN where there are none.
        labels: The class of each label (N,), from 0.
    """
    known = np.isfinite(shares).all(axis=(0, 2))
    count, classes = shares.shape[1], shares.shape[2]
    least = np.full((len(shares), classes), np.inf)
    for number in range(classes):
        of_class = known & (labels == number)
        if of_class.any():
            least[:, number] = shares[:, of_class, number].mean(axis=1)
    own_shares = shares[:, np.arange(count), labels]
    others = shares.copy()
    others[:, np.arange(count), labels] = -1.0
    flagged = []
    for index in np.flatnonzero(known):
        seen = others[:, index].argmax(axis=1)
        best = others[np.arange(len(shares)), index, seen]
        agree = (seen == seen[0]).all()
        if agree and (best >= least[:, seen[0]]).all() and (best > own_shares[:, index]).all():
            flagged.append(
                SuspectLabel(int(index), int(seen[0]), float(own_shares[:, index].mean()), float(best.mean()))
            )  # fmt: skip
    return sorted(flagged, key=lambda one: one.own_share - one.other_share)


def folds(labels: np.ndarray, most: int, rng: np.random.Generator) -> np.ndarray:
    """Deal labels (N,) into folds so that each has about as many of every class; −1 for the only one of its class.

    Args:
        labels: The class of each label.
        most: How many folds there are at most; no more than the most frequent class has labels.
        rng: Source of chance.
    """
    dealt = np.full(len(labels), -1)
    for number in np.unique(labels):
        members = rng.permutation(np.flatnonzero(labels == number))
        if len(members) > 1:
            dealt[members] = (np.arange(len(members)) + rng.integers(most)) % most
    return dealt
