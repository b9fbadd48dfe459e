"""Support vector machine with a radial kernel: one against one, the class with the most duels won."""

from __future__ import annotations

import numpy as np

from ...core.message import Message
from ..classifier_parameters import SvmParameters
from .pixel_classifier import Learned, PixelClassifier, Predictor
from .standardisation import Standardisation
from .svm_engine import SupportVectors, VotingSvm
from .training_sample import SampleSize, TrainingSample

_MOST = "At most in all"  # the parameter's label


class SupportVectorMachine(PixelClassifier):
    """Support vector machine, fitted by scikit-learn on standardised features.

    The label is the class that wins the most of its duels with the others, the lower class id where two win as many.
    A probability is the product of the class's chances in its duels, 1 / (1 + exp(−2 · decision)) each, scaled to a sum
    of 1: it orders pixels by how sure the label is, but isn't calibrated. Cortes & Vapnik 1995, doi 10.1007/BF00994018.
    """

    def __init__(self, bands: tuple[str, ...], classes: int, parameters: SvmParameters) -> None:
        super().__init__(bands, classes, parameters)
        self.parameters = parameters
        self.sample_size = SampleSize(at_most=parameters.samples_at_most)

    def prepared(self, samples: np.ndarray) -> np.ndarray:
        """Give samples (n, F) standardised, in float64."""
        arrays = self.arrays()
        return Standardisation(arrays["mean"], arrays["factor"]).apply(np.asarray(samples, np.float32))

    def fit(self, samples: np.ndarray, labels: np.ndarray, seed: int) -> None:
        """Learn from samples (n, F) with class ids (n,) in 1…C; a note says when not from all of them.

        Raises:
            BadInputError: For samples that can't be learned from; the message says why.
        """
        super().fit(samples, labels, seed)
        count, taken = int((labels != 0).sum()), sum(self.fitted_on.values())
        if taken < count:
            self.notes += (
                Message(
                    (
                        "Learned from {taken:,} of {given:,} training pixels, drawn class by class; “{most}” sets the "
                        "most."
                    ),
                    taken=taken,
                    given=count,
                    most=_MOST,
                ),
            )

    def _learn(self, sample: TrainingSample, seed: int) -> Learned:
        from sklearn.svm import SVC

        chosen = self.parameters
        standardisation = Standardisation.of(sample.samples)
        features = int((standardisation.factor > 0).sum())
        gamma = chosen.gamma or 1.0 / features
        weights = None if chosen.class_weights == "none" else chosen.class_weights
        self.estimator = SVC(C=chosen.c, gamma=gamma, class_weight=weights, random_state=seed % 2**32)
        self.estimator.fit(standardisation.apply(sample.samples), sample.labels)
        # Of two classes scikit-learn turns the signs round, so that the second is the positive one.
        sign = -1.0 if len(sample.counts) == 2 else 1.0
        return {
            "mean": standardisation.mean,
            "factor": standardisation.factor,
            "gamma": np.array([gamma]),
            "vectors": np.asarray(self.estimator.support_vectors_, np.float64),
            "vector_counts": np.asarray(self.estimator.n_support_, np.int32),
            "coefficients": sign * np.asarray(self.estimator.dual_coef_, np.float64),
            "intercepts": sign * np.asarray(self.estimator.intercept_, np.float64),
        }

    def _make_predictor(self, learned: Learned) -> Predictor:
        if learned["mean"].shape != (len(self.feature_names),) or len(learned["vector_counts"]) != len(self.fitted_on):
            raise ValueError("another number of features or classes was expected")
        standardisation = Standardisation(learned["mean"], learned["factor"])
        machine = SupportVectors.from_arrays(learned)
        return VotingSvm(machine, standardisation, self.device)


def build(bands: tuple[str, ...], classes: int, parameters: SvmParameters) -> SupportVectorMachine:
    """Build a support vector machine for the named bands and a number of classes."""
    return SupportVectorMachine(bands, classes, parameters)
