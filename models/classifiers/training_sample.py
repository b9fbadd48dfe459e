"""The training sample of a per-pixel classifier: checked, and drawn class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...core.errors import BadInputError
from ...core.message import Message

_FEW = 20
"""A class with fewer pixels is learned with a note (ours)."""


@dataclass(frozen=True)
class SampleSize:
    """How much of the labelled pixels is learned from.

    Attributes:
        share: Of each class's pixels.
        at_least: So many of each class however small the share, where there are as many.
        at_most: Of all classes together; the classes are cut down alike, none below two pixels.
    """

    share: float = 1.0
    at_least: int = 1
    at_most: int = 1_000_000


@dataclass(frozen=True)
class TrainingSample:
    """Pixels to learn from.

    Attributes:
        samples: Features (n, F) float32.
        labels: Class ids (n,) in 1…C.
        counts: Pixels of each class that occurs, by class id.
        notes: What the analyst should know, as sentences; classes are named by id, as `class_id` among the values.
    """

    samples: np.ndarray
    labels: np.ndarray
    counts: dict[int, int]
    notes: tuple[str, ...]


def draw(
    samples: np.ndarray, labels: np.ndarray, classes: int, names: Sequence[str], size: SampleSize, seed: int
) -> TrainingSample:
    """Check labelled pixels and draw a sample of each class.

    Args:
        samples: Features (n, F).
        labels: Class ids (n,); 0 is unlabelled and left out.
        classes: Number of classes C.
        names: The features' names, for messages.
        size: How much to draw.
        seed: Of the draw.

    Raises:
        BadInputError: For shapes or ids that don't fit, values that are no numbers, one class only, or bands that tell
            nothing.
    """
    samples, labels = _checked(samples, labels, classes, names)
    ids, counts = np.unique(labels, return_counts=True)
    if len(ids) < 2:
        only = (
            Message("all training pixels belong to class {id}", id=ids[0])
            if len(ids)
            else Message("there are no training pixels")
        )
        raise BadInputError(
            "At least two classes are needed, but {only}. Draw polygons of another class too.", only=only
        )
    notes = _constant_bands(samples, names)
    missing = sorted(set(range(1, classes + 1)) - set(ids.tolist()))
    notes += [
        Message("Class {class_id} has no training pixels: it will not be predicted.", class_id=number, count=0)
        for number in missing
    ]
    notes += [
        Message(
            "Class {class_id} has only {count} training pixels. Draw more for a result to trust."
            if count > 1
            else "Class {class_id} has only {count} training pixel. Draw more for a result to trust.",
            class_id=number,
            count=count,
        )
        for number, count in zip(ids.tolist(), counts.tolist())
        if count < _FEW
    ]
    wanted = _wanted(counts, size)
    rng = np.random.default_rng(seed)
    chosen = [np.flatnonzero(labels == number) for number in ids]
    chosen = [rng.choice(rows, want, replace=False) if want < len(rows) else rows for rows, want in zip(chosen, wanted)]
    order = np.sort(np.concatenate(chosen))
    kept = {int(number): int(want) for number, want in zip(ids, wanted)}
    return TrainingSample(samples[order], labels[order], kept, tuple(notes))


def _checked(
    samples: np.ndarray, labels: np.ndarray, classes: int, names: Sequence[str]
) -> tuple[np.ndarray, np.ndarray]:
    if samples.ndim != 2 or samples.shape[1] != len(names) or labels.shape != samples.shape[:1]:
        raise BadInputError(
            (
                "Training pixels of shape {samples_shape} with labels of shape {labels_shape} don't fit a model of "
                "{name_count} features. Give one row of features and one class id for each pixel."
            ),
            samples_shape=samples.shape,
            labels_shape=labels.shape,
            name_count=len(names),
        )
    known = labels != 0
    samples, labels = np.asarray(samples[known], np.float32), labels[known].astype(np.int64)
    if labels.size and not 1 <= labels.min() <= labels.max() <= classes:
        raise BadInputError(
            "Class ids must be 1 to {classes}, but {smallest} to {largest} occur.",
            classes=classes,
            smallest=labels.min(),
            largest=labels.max(),
        )
    bad = ~np.isfinite(samples)
    if bad.any():
        name = names[int(bad.any(axis=0).argmax())]
        raise BadInputError(
            (
                "{count} of {sample_count} training pixels have values that are no numbers, first in “{name}”. Set the "
                "imagery's nodata value, or leave this band out."
            ),
            count=int(bad.any(axis=1).sum()),
            sample_count=len(samples),
            name=name,
        )
    return samples, labels


def _constant_bands(samples: np.ndarray, names: Sequence[str]) -> list[str]:
    constant = np.ptp(samples, axis=0) == 0
    if constant.all():
        raise BadInputError("Every band has one and the same value in all training pixels. Choose other imagery.")
    return [
        Message("“{name}” has one and the same value in all training pixels: it was left out.", name=name)
        for name, same in zip(names, constant)
        if same
    ]


def _wanted(counts: np.ndarray, size: SampleSize) -> list[int]:
    """Give how many pixels of each class to draw."""
    wanted = np.minimum(counts, np.maximum(np.ceil(counts * size.share), size.at_least))
    if wanted.sum() > size.at_most:
        wanted = np.minimum(wanted, np.maximum(np.floor(wanted * (size.at_most / wanted.sum())), 2))
    return [int(number) for number in wanted]
