"""Gaussian maximum likelihood: the class under whose normal distribution a pixel is the likeliest."""

from __future__ import annotations

import numpy as np

from ...core.message import Message
from ..classifier_parameters import MaximumLikelihoodParameters
from .likelihood_engine import Gaussians, Likelihoods
from .pixel_classifier import Learned, PixelClassifier, Predictor
from .standardisation import Standardisation
from .training_sample import SampleSize, TrainingSample

_SINGULAR = 1e-9
"""A covariance whose smallest eigenvalue is under this share of the largest is singular (ours)."""
_COLLINEAR, _FEW_PIXELS = 1e-4, 0.1
"""How far a singular covariance is pulled towards a sphere: where bands depend on others, or pixels are few (ours)."""


class MaximumLikelihood(PixelClassifier):
    """Maximum likelihood with one full covariance for each class: scikit-learn's quadratic discriminant analysis.

    It is fitted here, since scikit-learn refuses classes with few pixels; elsewhere the labels are scikit-learn's.
    A probability is the share of the class's likelihood times its prior. Strahler 1980, doi
    10.1016/0034-4257(80)90011-7.
    """

    joins_equal_rows = False

    def __init__(self, bands: tuple[str, ...], classes: int, parameters: MaximumLikelihoodParameters) -> None:
        super().__init__(bands, classes, parameters)
        self.parameters = parameters
        self.sample_size = SampleSize(at_most=parameters.samples_at_most)

    def prepared(self, samples: np.ndarray) -> np.ndarray:
        """Give samples (n, F') standardised, in float64, without the features that were constant in training."""
        arrays = self.arrays()
        standardised = Standardisation(arrays["mean"], arrays["factor"]).apply(np.asarray(samples, np.float32))
        return standardised[:, arrays["factor"] > 0]

    def _learn(self, sample: TrainingSample, seed: int) -> Learned:
        del seed  # nothing is left to chance
        standardisation = Standardisation.of(sample.samples)
        points = standardisation.apply(sample.samples)[:, standardisation.factor > 0]
        ids, counts = np.unique(sample.labels, return_counts=True)
        equal = self.parameters.priors == "equal"
        priors = np.full(len(ids), 1 / len(ids)) if equal else counts / counts.sum()
        centres, spreads, axes = [], [], []
        for number in ids:
            members = points[sample.labels == number]
            centres.append(members.mean(axis=0))
            variances, directions, pull = _covariance(members, self.parameters.regularisation)
            spreads.append(variances)
            axes.append(directions)
            if pull > self.parameters.regularisation:
                note = Message(
                    (
                        "Class {class_id}: its pixels ({own_count}) don't fill a covariance of {columns} features, "
                        "so it was regularised by {pull:g}. Draw more of it, or leave out bands that depend on others."
                    ),
                    class_id=number,
                    own_count=len(members),
                    columns=points.shape[1],
                    pull=pull,
                )
                self.notes += (note,)
        return {
            "mean": standardisation.mean,
            "factor": standardisation.factor,
            "priors": priors,
            "centres": np.stack(centres),
            "variances": np.stack(spreads),
            "directions": np.stack(axes),
        }

    def _make_predictor(self, learned: Learned) -> Predictor:
        if learned["mean"].shape != (len(self.feature_names),) or len(learned["centres"]) != len(self.fitted_on):
            raise ValueError("another number of features or classes was expected")
        standardisation = Standardisation(learned["mean"], learned["factor"])
        gaussians = Gaussians(learned["priors"], learned["centres"], learned["variances"], learned["directions"])
        return Likelihoods(gaussians, standardisation, self.device)


def _covariance(points: np.ndarray, regularisation: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Give the covariance of points (n, F) as variances (F,) along directions (F, F), and its regularisation."""
    centred = points - points.mean(axis=0)
    variances, directions = np.linalg.eigh(centred.T @ centred / len(points))
    variances = np.maximum(variances, 0.0)
    pull = regularisation
    if variances.min() * (1 - pull) + pull <= _SINGULAR * max(variances.max(), 1.0):
        pull = _COLLINEAR if len(points) > points.shape[1] else _FEW_PIXELS
    return (1 - pull) * variances + pull, directions, pull


def build(bands: tuple[str, ...], classes: int, parameters: MaximumLikelihoodParameters) -> MaximumLikelihood:
    """Build a maximum-likelihood classifier for the named bands and a number of classes."""
    return MaximumLikelihood(bands, classes, parameters)
