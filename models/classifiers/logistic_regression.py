"""Logistic regression: one linear score for each class, fitted in a fraction of a second."""

from __future__ import annotations

import numpy as np

from ..classifier_parameters import LogisticRegressionParameters
from .parallel import calm_blas, calm_length, in_slices
from .pixel_classifier import Learned, PixelClassifier, Predictor
from .standardisation import Standardisation
from .training_sample import SampleSize, TrainingSample

_CHUNK = 1 << 14
_ITERATIONS = 300


class LogisticRegression(PixelClassifier):
    """Multinomial logistic regression on standardised features; labels are scikit-learn's.

    Hastie et al. 2009, The Elements of Statistical Learning, ch. 4.4, doi 10.1007/978-0-387-84858-7.
    """

    joins_equal_rows = False

    def __init__(self, bands: tuple[str, ...], classes: int, parameters: LogisticRegressionParameters) -> None:
        super().__init__(bands, classes, parameters)
        self.parameters = parameters
        self.sample_size = SampleSize(at_most=parameters.samples_at_most)

    def prepared(self, samples: np.ndarray) -> np.ndarray:
        """Give samples (n, F) standardised, in float64."""
        arrays = self.arrays()
        return Standardisation(arrays["mean"], arrays["factor"]).apply(np.asarray(samples, np.float32))

    def _learn(self, sample: TrainingSample, seed: int) -> Learned:
        from sklearn.linear_model import LogisticRegression as Regression

        del seed  # nothing is left to chance
        standardisation = Standardisation.of(sample.samples)
        weights = "balanced" if self.parameters.class_weights == "balanced" else None
        self.estimator = Regression(C=self.parameters.c, class_weight=weights, max_iter=_ITERATIONS)
        with calm_blas():
            self.estimator.fit(standardisation.apply(sample.samples), sample.labels)
        slopes, offsets = self.estimator.coef_, self.estimator.intercept_
        if len(slopes) == 1:  # two classes share one score: the first one's is 0
            slopes, offsets = np.vstack([0.0 * slopes, slopes]), np.concatenate([[0.0], offsets])
        return {
            "mean": standardisation.mean,
            "factor": standardisation.factor,
            "slopes": np.ascontiguousarray(slopes, np.float64),
            "offsets": np.asarray(offsets, np.float64),
        }

    def _make_predictor(self, learned: Learned) -> Predictor:
        features = len(self.feature_names)
        if learned["mean"].shape != (features,) or learned["slopes"].shape != (len(self.fitted_on), features):
            raise ValueError("another number of features or classes was expected")
        matrix = (learned["slopes"] * learned["factor"]).T
        offsets = learned["offsets"] - learned["mean"] @ matrix
        return _Scores(np.ascontiguousarray(matrix), offsets)


class _Scores:
    """Linear scores ready for prediction: a matrix (F, K) for raw features, and offsets (K,)."""

    def __init__(self, matrix: np.ndarray, offsets: np.ndarray) -> None:
        self._matrix, self._offsets = matrix, offsets
        self._calm = calm_length(matrix.size)

    def __call__(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the winner (n,) among K classes and the probabilities (n, K) float32 of samples (n, F) float32."""
        count, classes = len(samples), len(self._offsets)
        winners, shares = np.empty(count, np.intp), np.empty((count, classes), np.float32)

        def work(part: slice) -> None:
            for first in range(part.start, part.stop, self._calm):
                piece = slice(first, min(first + self._calm, part.stop))
                scores = samples[piece].astype(np.float64) @ self._matrix + self._offsets
                winners[piece] = scores.argmax(axis=1)
                scores -= scores.max(axis=1, keepdims=True)
                np.exp(scores, out=scores)
                shares[piece] = scores / scores.sum(axis=1, keepdims=True)

        in_slices(work, count, _CHUNK)
        return winners, shares


def build(bands: tuple[str, ...], classes: int, parameters: LogisticRegressionParameters) -> LogisticRegression:
    """Build a logistic regression for the named bands and a number of classes."""
    return LogisticRegression(bands, classes, parameters)
