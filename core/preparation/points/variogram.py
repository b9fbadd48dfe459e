"""The variogram: how values differ with the distance between them, measured on the points and fitted by a model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares
from scipy.spatial.distance import pdist

from ...errors import BadInputError
from .parameters import BEST, MODELS, GridParameters

_LAGS, _MOST_POINTS = 15, 2_000
_LEAST_NUGGET = {"gaussian": 1e-4}
"""Of the variance: a smooth model without any nugget can't be solved."""


def spherical(distance: np.ndarray) -> np.ndarray:
    """Give the share of the sill that is reached at a distance in ranges; all of it beyond one."""
    return np.where(distance < 1, 1.5 * distance - 0.5 * distance**3, 1.0)


def exponential(distance: np.ndarray) -> np.ndarray:
    """Give the share of the sill that is reached at a distance in ranges, 95 % at one."""
    return np.asarray(1 - np.exp(-3 * distance))


def gaussian(distance: np.ndarray) -> np.ndarray:
    """Give the share of the sill that is reached at a distance in ranges, 95 % at one."""
    return np.asarray(1 - np.exp(-3 * distance**2))


def _shape(model: str) -> Callable[[np.ndarray], np.ndarray]:
    """Give the function of a model's name, one of `parameters.MODELS`."""
    shape: Callable[[np.ndarray], np.ndarray] = globals()[model]
    return shape


@dataclass(frozen=True, eq=False)
class Variogram:
    """A fitted variogram.

    Attributes:
        model: One of the models.
        nugget: Semivariance at no distance.
        partial_sill: What is added far away.
        range_m: Distance from which it is.
        lags_m: Mean distance of the pairs in each class (L,).
        measured: Half the mean squared difference of the pairs in each class (L,).
        pairs: How many there are (L,).
    """

    model: str
    nugget: float
    partial_sill: float
    range_m: float
    lags_m: np.ndarray
    measured: np.ndarray
    pairs: np.ndarray

    @property
    def sill(self) -> float:
        """Semivariance far away."""
        return self.nugget + self.partial_sill

    def semivariance(self, distance_m: np.ndarray) -> np.ndarray:
        """Give the model's semivariance; 0 at no distance, where a value is what it is."""
        away = self.nugget + self.partial_sill * _shape(self.model)(distance_m / self.range_m)
        return np.where(distance_m > 0, away, 0.0)


def fit_variogram(points: np.ndarray, values: np.ndarray, parameters: GridParameters) -> Variogram:
    """Measure the variogram of points (N, 2), in m, and fit a model by weighted least squares.

    What the parameters give of nugget, sill and range stays so, but that a smooth model has some nugget, and the rest
    is fitted to it. Pairs up to half the largest distance, in 15 classes; weights are pairs over squared model
    semivariance: Cressie 1985, Mathematical Geology 17(5), 563–586, doi 10.1007/BF01032109.

    Raises:
        BadInputError: For values that are all the same.
    """
    if len(values) > _MOST_POINTS:
        some = np.random.default_rng(0).choice(len(values), _MOST_POINTS, replace=False)
        points, values = points[some], values[some]
    variance = float(values.var())
    if variance <= 0 or np.ptp(values) <= 1e-12 * np.abs(values).max():
        raise BadInputError("All points have the same value, so there is no variogram. Choose another field or method.")
    lags, measured, pairs = _measured(points, values)
    models = MODELS if parameters.model == BEST else (parameters.model,)
    fitted = [_fit(model, lags, measured, pairs, variance, parameters) for model in models]
    return min(fitted, key=lambda pair: pair[1])[0]


def _measured(points: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    distance, half = pdist(points), pdist(values[:, None], "sqeuclidean") / 2
    edges = np.linspace(0, distance.max() / 2, _LAGS + 1)
    which = np.digitize(distance, edges) - 1
    near = which < _LAGS
    pairs = np.bincount(which[near], minlength=_LAGS)[:_LAGS]
    there = pairs > 0
    sums = (np.bincount(which[near], weights=of[near], minlength=_LAGS)[:_LAGS] for of in (distance, half))
    lags, measured = (total[there] / pairs[there] for total in sums)
    return lags, measured, pairs[there]


def _fit(
    model: str, lags: np.ndarray, measured: np.ndarray, pairs: np.ndarray, variance: float, given: GridParameters
) -> tuple[Variogram, float]:
    """Give the model that fits closest, and how far it is from what was measured; what is given is fitted around."""
    least, longest = _LEAST_NUGGET.get(model, 0.0) * variance, float(lags.max())
    tiny, top = 1e-9 * variance, 4 * max(variance, float(measured.max()))
    shape = _shape(model)

    def settled(free: np.ndarray) -> tuple[float, float, float]:
        """Give nugget, partial sill and range of numbers that count where none is given."""
        nugget = float(free[0]) if given.nugget is None else max(given.nugget, least)
        partial_sill = float(free[1]) if given.sill is None else max(given.sill - nugget, 0.0)
        return nugget, partial_sill, given.range_m or float(free[2])

    def away(free: np.ndarray) -> np.ndarray:
        nugget, partial_sill, range_m = settled(free)
        told = nugget + partial_sill * shape(lags / range_m)
        return np.asarray(np.sqrt(pairs) * (measured / np.maximum(told, tiny) - 1))

    low = np.array([least, tiny, 0.02 * longest])
    high = np.array([top if given.sill is None else max(given.sill, least + tiny), top, 3 * longest])
    tries = [
        least_squares(
            away,
            np.clip([share * variance, (1 - share) * variance, part * longest], low, high),
            bounds=(low, high),
            x_scale=[variance, variance, longest],
        )
        for share in (0.05, 0.4)
        for part in (0.2, 0.6)
    ]
    best = min(tries, key=lambda one: one.cost)
    return Variogram(model, *settled(best.x), lags, measured, pairs), float(best.cost)
