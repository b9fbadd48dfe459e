"""Where a model may be trusted: the dissimilarity index and the area of applicability.

Meyer & Pebesma 2021, Predicting into unknown space? Methods in Ecology and Evolution 12, 1620–1633, doi
10.1111/2041-210X.13650: the distance in the space of predictors, scaled by their spread and weighted by their
importance, from a place to the nearest training place, divided by the mean distance between training places. The
threshold is the largest index that training places have to those of other folds, outliers (beyond the upper whisker)
left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ..errors import BadInputError

_PAIRS = 2000
_MOST_COMPONENTS, _SHARE = 8, 0.99


@dataclass(frozen=True, eq=False)
class Components:
    """The directions in which features vary most, once each is scaled by its spread (Pearson 1901; Jolliffe 2002).

    Attributes:
        mean: Of each feature (F,).
        axes: (F, K), K at most 8, which hold 99 % of the variance where so few do.
    """

    mean: np.ndarray
    axes: np.ndarray

    def of(self, samples: np.ndarray) -> np.ndarray:
        """Give the components (N, K) of samples (N, F)."""
        projected: np.ndarray = (samples - self.mean) @ self.axes
        return projected


def principal(samples: np.ndarray) -> Components:
    """Find the components of samples (N, F): distances in many features that say the same would say little."""
    mean, spread = samples.mean(axis=0), samples.std(axis=0)
    scale = np.divide(1.0, spread, out=np.zeros(len(spread)), where=spread > 1e-9)
    scaled = (samples - mean) * scale
    values, axes = np.linalg.eigh(scaled.T @ scaled / len(samples))
    order = np.argsort(values)[::-1]
    shares = np.cumsum(values[order]) / max(values.sum(), 1e-12)
    kept = order[: min(_MOST_COMPONENTS, int(np.searchsorted(shares, _SHARE)) + 1)]
    return Components(mean, scale[:, None] * axes[:, kept])


@dataclass(frozen=True, eq=False)
class Applicability:
    """What was learnt of the training places.

    Attributes:
        mean: Of each predictor (F,).
        scale: Weight over standard deviation of each (F,).
        tree: The training places, scaled, to look up the nearest.
        mean_distance: Between training places.
        threshold: The index up to which a model may be trusted.
    """

    mean: np.ndarray
    scale: np.ndarray
    tree: Any
    mean_distance: float
    threshold: float

    def index(self, samples: np.ndarray) -> np.ndarray:
        """Give the dissimilarity index (N,) of samples (N, F): 0 like a training place."""
        distances, _ = self.tree.query((samples - self.mean) * self.scale, workers=-1)
        return np.asarray(distances / self.mean_distance)


def fit(samples: np.ndarray, folds: np.ndarray, weights: Optional[np.ndarray] = None, seed: int = 0) -> Applicability:
    """Learn from training places.

    Args:
        samples: Predictors (N, F).
        folds: The fold of each, such as its block (N,); neighbours of the same fold don't count for the threshold.
        weights: Importance of each predictor (F,); all alike where none is given.
        seed: Of the pairs between which the mean distance is taken.

    Raises:
        BadInputError: When there are fewer than two folds, or all places are alike.
    """
    from scipy.spatial import cKDTree

    kinds = np.unique(folds)
    if len(kinds) < 2:
        raise BadInputError(
            "The training labels lie in one block only, so it can't be told how far a model may be trusted. Draw "
            "polygons in more places, or choose smaller blocks."
        )
    spread = samples.std(axis=0)
    importances = np.ones(samples.shape[1]) if weights is None else np.maximum(weights, 0)
    scale = np.divide(importances / max(importances.mean(), 1e-12), spread, out=np.zeros(len(spread)), where=spread > 0)
    scaled = (samples - samples.mean(axis=0)) * scale
    random = np.random.default_rng(seed)
    pairs = random.integers(0, len(scaled), (2, _PAIRS))
    pairs = pairs[:, pairs[0] != pairs[1]]
    mean_distance = float(np.linalg.norm(scaled[pairs[0]] - scaled[pairs[1]], axis=1).mean())
    if mean_distance <= 0:
        raise BadInputError("All training pixels have the same values, so no distance to them means anything.")
    between = np.empty(len(scaled))
    for kind in kinds:
        inside = folds == kind
        between[inside] = cKDTree(scaled[~inside]).query(scaled[inside])[0]
    low, high = np.quantile(between / mean_distance, [0.25, 0.75])
    kept = between / mean_distance
    threshold = float(kept[kept <= high + 1.5 * (high - low)].max())
    return Applicability(samples.mean(axis=0), scale, cKDTree(scaled), mean_distance, threshold)
