"""The confusion matrix, streamed over windows, and every measure that follows from it.

Unlabelled pixels (truth 0) are never counted. Labelled pixels without a prediction (predicted 0: nodata in the imagery)
are counted apart and enter no measure. Measures are numbers from 0 to 1 (kappa and the Matthews coefficient from −1),
never NaN: a class that neither the truth nor the prediction holds is left out of every average and has 0 everywhere;
where a measure of another class has no denominator (the precision of a class that was never predicted, the recall of
one that isn't there), it is 0; kappa and the Matthews coefficient are 0 where all is of one class.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Optional

import numpy as np

from ..errors import BadInputError
from ..labels.legend import BACKGROUND, Legend

CLASS_MEASURES = ("precision", "recall", "f1", "iou")
"""What is measured of every class, in the order in which it is told."""


@dataclass(frozen=True)
class ClassMeasures:
    """What one class achieves, in its own pixels.

    Attributes:
        precision: TP / (TP + FP), also called user's accuracy.
        recall: TP / (TP + FN), also called producer's accuracy.
        f1: 2 TP / (2 TP + FP + FN).
        iou: TP / (TP + FP + FN).
        true_px: Labelled pixels of the class that have a prediction.
        predicted_px: Labelled pixels that were predicted to be it.
    """

    precision: float
    recall: float
    f1: float
    iou: float
    true_px: int
    predicted_px: int

    @property
    def occurs(self) -> bool:
        """Whether the class is in the truth or in the prediction."""
        return self.true_px + self.predicted_px > 0


@dataclass(frozen=True)
class Average:
    """The plain mean of classes' measures, and over which classes.

    Attributes:
        over: The ids of the classes that it is over, those that occur.
        precision: Mean of the classes' precision.
        recall: Mean of the classes' recall.
        f1: Mean of the classes' F1, not the F1 of the mean precision and recall.
        iou: Mean of the classes' IoU (mIoU).
    """

    over: tuple[int, ...]
    precision: float
    recall: float
    f1: float
    iou: float


class Confusion:
    """Counts of pixels by true class and predicted class.

    Attributes:
        counts: (K, K + 1) int64; row c − 1 holds the pixels of true class c, column p those predicted as p, column 0
            those without a prediction. Counts of several processes may be added up in it in place.
        areas_m2: (K, K + 1) float64, the same in m², of the pixels whose area was told.
    """

    def __init__(self, classes: int) -> None:
        """Start without a pixel, for class ids 1…classes."""
        self.counts = np.zeros((classes, classes + 1), dtype=np.int64)
        self.areas_m2 = np.zeros((classes, classes + 1))

    @property
    def classes(self) -> int:
        """The number of classes K."""
        return len(self.counts)

    @property
    def matrix(self) -> np.ndarray:
        """The confusion matrix (K, K), rows truth, columns predicted."""
        return self.counts[:, 1:]

    @property
    def unpredicted(self) -> np.ndarray:
        """Labelled pixels without a prediction by true class (K,)."""
        return self.counts[:, 0]

    @property
    def total(self) -> int:
        """The number of pixels that the measures are made of."""
        return int(self.matrix.sum())

    def add(self, truth: np.ndarray, predicted: np.ndarray, row_areas_m2: Optional[np.ndarray] = None) -> None:
        """Count pixels: true and predicted class ids, whole numbers of one shape, 0 = unlabelled and not predicted.

        Args:
            truth: True class ids.
            predicted: Predicted ones.
            row_areas_m2: The area of a pixel in each row (H,) of arrays (H, W), where areas matter.

        Raises:
            BadInputError: For arrays that don't fit each other or the classes.
        """
        if truth.shape != predicted.shape:
            raise BadInputError(
                "Labels {truth_shape} and prediction {predicted_shape} don't cover the same pixels.",
                truth_shape=truth.shape,
                predicted_shape=predicted.shape,
            )
        for name, values in (("Labels", truth), ("Predictions", predicted)):
            if values.dtype.kind not in "ui":
                raise BadInputError(
                    "{name} must be class ids, whole numbers, not {values_dtype}.", name=name, values_dtype=values.dtype
                )
            if values.size and not 0 <= int(values.min()) <= int(values.max()) <= self.classes:
                raise BadInputError(
                    "{name} from {smallest} to {largest} don't fit a legend of {classes} classes.",
                    name=name,
                    smallest=values.min(),
                    largest=values.max(),
                    classes=self.classes,
                )
        width = self.classes + 1
        small = np.dtype("uint8" if width * width <= 256 else "uint16" if width * width <= 65_536 else "int64")
        pairs = truth.astype(small) * np.array(width, small) + predicted.astype(small)
        if row_areas_m2 is not None and np.ptp(row_areas_m2) > 0:
            rows = len(row_areas_m2)
            starts = np.arange(rows)[:, None] * (width * width)
            by_row = np.bincount((pairs + starts).ravel(), minlength=rows * width * width).reshape(rows, width, width)
            counts = by_row.sum(axis=0)
            self.areas_m2 += np.tensordot(row_areas_m2, by_row, 1)[1:]
        else:
            counts = np.bincount(pairs.ravel(), minlength=width * width).reshape(width, width)
            if row_areas_m2 is not None and len(row_areas_m2):
                self.areas_m2 += counts[1:] * row_areas_m2[0]
        self.counts += counts[1:]

    def merge(self, other: Confusion) -> None:
        """Add another confusion's pixels to this one.

        Raises:
            BadInputError: When it is of another number of classes.
        """
        if other.classes != self.classes:
            raise BadInputError(
                "Measures of {classes} and of {classes_2} classes can't be added up.",
                classes=other.classes,
                classes_2=self.classes,
            )
        self.counts += other.counts
        self.areas_m2 += other.areas_m2

    def of_classes(self) -> tuple[ClassMeasures, ...]:
        """Give the measures of every class, in the order of their ids."""
        right = self.matrix.diagonal().astype(np.float64)
        true, predicted = self.matrix.sum(axis=1), self.matrix.sum(axis=0)
        columns = (
            _ratio(right, predicted),
            _ratio(right, true),
            _ratio(2.0 * right, true + predicted),
            _ratio(right, true + predicted - right),
        )
        numbers = zip(*(column.tolist() for column in columns), true.tolist(), predicted.tolist())
        return tuple(ClassMeasures(*row) for row in numbers)

    def average(self, without: Optional[int] = None) -> Average:
        """Average the measures of the classes that occur, all of them or all but the class `without` (an id)."""
        rows = {position: row for position, row in enumerate(self.of_classes(), start=1) if row.occurs}
        rows.pop(without or 0, None)
        means = (_mean(getattr(row, name) for row in rows.values()) for name in CLASS_MEASURES)
        return Average(tuple(rows), *means)

    def pixel_accuracy(self) -> float:
        """Give the share of pixels that are right."""
        return float(_ratio(self.matrix.trace(), self.total))

    def balanced_accuracy(self) -> float:
        """Give the mean recall of the classes in the truth."""
        return _mean(row.recall for row in self.of_classes() if row.true_px > 0)

    def frequency_weighted_iou(self) -> float:
        """Give the mean IoU weighted by the classes' true pixels."""
        return float(_ratio(sum(row.iou * row.true_px for row in self.of_classes()), self.total))

    def kappa(self) -> float:
        """Give Cohen's kappa: agreement beyond that of chance (Cohen 1960, doi 10.1177/001316446002000104)."""
        total, agreement, by_chance, _, _ = self._products()
        return float(_ratio(agreement - by_chance, total * total - by_chance))

    def matthews(self) -> float:
        """Give the Matthews correlation of K classes (Gorodkin 2004, doi 10.1016/j.compbiolchem.2004.09.006)."""
        total, agreement, by_chance, true_squared, predicted_squared = self._products()
        spread = (total * total - true_squared) * (total * total - predicted_squared)
        return float(_ratio(agreement - by_chance, math.sqrt(spread)))

    def _products(self) -> tuple[int, int, int, int, int]:
        """Give the total n, n · right, and Σ true · predicted, Σ true², Σ predicted²: exact, beyond 64 bits."""
        true = [int(count) for count in self.matrix.sum(axis=1)]
        predicted = [int(count) for count in self.matrix.sum(axis=0)]
        by_chance = sum(t * p for t, p in zip(true, predicted))
        true_squared, predicted_squared = sum(t * t for t in true), sum(p * p for p in predicted)
        return self.total, self.total * int(self.matrix.trace()), by_chance, true_squared, predicted_squared

    def measures(self, legend: Legend) -> dict[str, Any]:
        """Give every measure by name, as plain values for a model file or a report.

        The averages are `all_classes` and, where the legend has a background, `foreground` without it; `over` lists the
        classes that each is over.

        Raises:
            BadInputError: When the legend has another number of classes.
        """
        if len(legend) != self.classes:
            raise BadInputError(
                "Measures of {classes} classes don't fit a legend of {legend_count}.",
                classes=self.classes,
                legend_count=len(legend),
            )
        names = legend.names
        averages = {"all_classes": self.average()}
        if BACKGROUND in names:
            averages["foreground"] = self.average(without=legend.id_of(BACKGROUND))
        return {
            "pixels": self.total,
            "unpredicted_pixels": int(self.unpredicted.sum()),
            "pixel_accuracy": self.pixel_accuracy(),
            "balanced_accuracy": self.balanced_accuracy(),
            "kappa": self.kappa(),
            "matthews": self.matthews(),
            "frequency_weighted_iou": self.frequency_weighted_iou(),
            "averages": {
                name: {**asdict(average), "over": [names[position - 1] for position in average.over]}
                for name, average in averages.items()
            },
            "classes": {name: asdict(row) for name, row in zip(names, self.of_classes())},
        }

    def to_dict(self) -> dict[str, Any]:
        """Give the plain form that JSON can hold."""
        return {"matrix": self.matrix.tolist(), "unpredicted": self.unpredicted.tolist()}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Confusion:
        """Make a confusion from the plain form."""
        confusion = cls(len(values["matrix"]))
        confusion.matrix[:] = values["matrix"]
        confusion.unpredicted[:] = values["unpredicted"]
        return confusion


def _ratio(numerator: Any, denominator: Any) -> np.ndarray:
    """Divide as float64; 0 where the denominator is not above 0."""
    numerator, denominator = np.asarray(numerator, dtype=np.float64), np.asarray(denominator, dtype=np.float64)
    numerator, denominator = np.broadcast_arrays(numerator, denominator)
    return np.divide(numerator, denominator, out=np.zeros(numerator.shape), where=denominator > 0)


def _mean(values: Iterable[float]) -> float:
    """Average numbers; 0 of none."""
    listed = list(values)
    return float(np.mean(listed)) if listed else 0.0
