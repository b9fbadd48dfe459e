"""What the per-pixel classifiers share: features, training sample, device, and plain arrays for the model file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from ...core.errors import BadInputError
from ...core.message import Message
from ..classifier_parameters import PixelFeatureParameters
from .distinct_rows import distinct_rows
from .pixel_features import PixelFeatures
from .training_sample import SampleSize, TrainingSample, draw

Learned = dict[str, np.ndarray]
Predictor = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]
"""Maps samples (n, F) to the winner (n,) among the K learned classes, and their probabilities (n, K) float32."""

_CLASS_IDS, _COUNTS = "class_ids", "class_counts"


class PixelClassifier(ABC):
    """A per-pixel estimator, `core.model.architecture.Classifier`.

    Labels are those that scikit-learn's `predict` gives, and the probabilities' largest entry is always the label's.

    Attributes:
        margin_px: How far around a pixel its features reach.
        feature_names: Names of the features in order.
        fitted_on: How many pixels of each class id the estimator learned from.
        notes: What the analyst should know about the last fit, as sentences.
        device: Where labels are computed: “cpu” or a CUDA device.
        estimator: The scikit-learn estimator after `fit`, where there is one; never written to the model file.
        importance: After `fit`, each feature's share in the decisions by its name, where the estimator tells it.
    """

    sample_size = SampleSize()
    joins_equal_rows = True
    """Whether a pixel costs so much that pixels with equal features are worth finding first."""

    def __init__(self, bands: tuple[str, ...], classes: int, parameters: PixelFeatureParameters) -> None:
        self._pixel_features = PixelFeatures(bands, parameters)
        self.margin_px = self._pixel_features.margin_px
        self.feature_names = self._pixel_features.names
        self.classes = classes
        self.fitted_on: dict[int, int] = {}
        self.notes: tuple[str, ...] = ()
        self.device = "cpu"
        self.estimator: Any = None
        self.importance: dict[str, float] = {}
        self._learned: Learned = {}
        self._predictor: Predictor | None = None

    def to(self, device: Any) -> PixelClassifier:
        """Compute on this device from now on; whatever isn't CUDA means the CPU."""
        name = str(device) if str(device).startswith("cuda") else "cpu"
        if name != self.device:
            self.device, self._predictor = name, None
        return self

    def features(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Compute features (F, H, W) of a normalised image (B, H, W) with its valid mask (H, W)."""
        return self._pixel_features.compute(image, valid)

    def prepared(self, samples: np.ndarray) -> np.ndarray:
        """Give samples (n, F) as the scikit-learn estimator sees them."""
        return samples

    def fit(self, samples: np.ndarray, labels: np.ndarray, seed: int) -> None:
        """Learn from samples (n, F) with class ids (n,) in 1…C; 0 is unlabelled. The sample is cut down by class.

        Raises:
            BadInputError: For samples that can't be learned from; the message says why.
        """
        sample = draw(samples, labels, self.classes, self.feature_names, self.sample_size, seed)
        self.notes = sample.notes
        learned = self._learn(sample, seed)
        ids = sorted(sample.counts)
        counts = [sample.counts[number] for number in ids]
        self._take({_CLASS_IDS: np.array(ids, np.int32), _COUNTS: np.array(counts, np.int64), **learned})

    def probabilities(self, samples: np.ndarray) -> np.ndarray:
        """Give class probabilities (n, C) float32 of samples (n, F); classes without training pixels get 0.

        Raises:
            BadInputError: For samples of another number of features or with values that are no numbers.
        """
        shares = _led_by(*self._decide(samples))
        if len(self._ids) == self.classes:
            return shares
        probabilities = np.zeros((len(shares), self.classes), np.float32)
        probabilities[:, self._ids - 1] = shares
        return probabilities

    def labels(self, samples: np.ndarray) -> np.ndarray:
        """Give class ids (n,) uint8 of samples (n, F): those of the largest probability."""
        labels: np.ndarray = self._ids.astype(np.uint8)[self._decide(samples)[0]]
        return labels

    def arrays(self) -> Learned:
        """Give everything learned as plain arrays for the model file."""
        self._demand_fit()
        return dict(self._learned)

    def load_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Take back what `arrays` gave.

        Raises:
            BadInputError: When an array is missing or they don't fit each other.
        """
        try:
            self._take({name: np.asarray(array) for name, array in arrays.items()})
            self._predictor = self._make_predictor(self._learned)
        except (KeyError, IndexError, ValueError, TypeError) as error:
            self._learned, self._predictor = {}, None
            reason = Message("{kind}: {error}", kind=type(error).__name__, error=error)
            raise BadInputError(
                "The model file doesn't fit this kind of model ({reason}). Train it again.", reason=reason
            ) from error

    @abstractmethod
    def _learn(self, sample: TrainingSample, seed: int) -> Learned:
        """Fit, and give everything that prediction needs as plain arrays."""

    @abstractmethod
    def _make_predictor(self, learned: Learned) -> Predictor:
        """Make what maps samples to labels on the chosen device."""

    @property
    def _ids(self) -> np.ndarray:
        self._demand_fit()
        return self._learned[_CLASS_IDS]

    def _take(self, learned: Learned) -> None:
        ids, counts = learned[_CLASS_IDS], learned[_COUNTS]
        if ids.shape != counts.shape or not 1 <= ids.min() <= ids.max() <= self.classes:
            raise ValueError(f"its classes {ids.tolist()} are not among the legend's {self.classes}")
        self.fitted_on = dict(zip(ids.tolist(), counts.tolist()))
        self._learned, self._predictor = learned, None

    def _decide(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self._demand_fit()
        samples = np.ascontiguousarray(samples, np.float32)
        if samples.ndim != 2 or samples.shape[1] != len(self.feature_names):
            raise BadInputError(
                "Pixels of shape {samples_shape} don't fit a model of {feature_name_count} features ({feature_names}).",
                samples_shape=samples.shape,
                feature_name_count=len(self.feature_names),
                feature_names=", ".join(self.feature_names),
            )
        if not np.isfinite(samples).all():
            raise BadInputError("Some pixels have values that are no numbers. Set the imagery's nodata value.")
        if self._predictor is None:
            self._predictor = self._make_predictor(self._learned)
        if not self.joins_equal_rows or self.device != "cpu":
            return self._predictor(samples)
        rows, inverse = distinct_rows(samples)
        winners, shares = self._predictor(rows)
        return (winners, shares) if inverse is None else (winners[inverse], shares[inverse])

    def _demand_fit(self) -> None:
        if not self._learned:
            raise BadInputError("This classifier has not been trained yet. Train it, or load a model file.")


def _led_by(winners: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Make the winner's entry the first largest of each row of shares (n, K), where rounding or votes say otherwise."""
    wrong = np.flatnonzero(shares.argmax(axis=1) != winners)
    if wrong.size:
        rows, largest = shares[wrong], shares[wrong].max(axis=1)
        lines = np.arange(len(wrong))
        rows[lines, rows.argmax(axis=1)] = rows[lines, winners[wrong]]
        rows[lines, winners[wrong]] = np.nextafter(largest, np.float32(2.0))
        shares[wrong] = rows
    return shares
