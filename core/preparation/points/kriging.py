"""Ordinary kriging of the nearest points, in batches of small systems of equations."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from .variogram import Variogram

_BATCH_NUMBERS = 4_000_000
"""Of the matrices that are solved at once."""


class Kriging:
    """The best linear unbiased estimate from the nearest points, and its standard error.

    Matheron 1963, Economic Geology 58, 1246–1266, doi 10.2113/gsecongeo.58.8.1246. At a point it is that point's value,
    with a standard error of 0; right beside it the error is that of the nugget.
    """

    def __init__(self, points: np.ndarray, values: np.ndarray, variogram: Variogram, neighbours: int) -> None:
        self._tree, self._places, self._values = cKDTree(points), points, values
        self._variogram, self._neighbours = variogram, min(neighbours, len(values))

    def at(self, points: np.ndarray) -> np.ndarray:
        """Give estimates and standard errors at places (M, 2) as (2, M)."""
        estimates = np.empty((2, len(points)))
        for part in self._batches(len(points)):
            distance, which = self._tree.query(points[part], self._neighbours)
            estimates[:, part] = self._solved(
                distance.reshape(-1, self._neighbours), which.reshape(-1, self._neighbours)
            )
        return estimates

    def left_out(self, chosen: np.ndarray) -> np.ndarray:
        """Give what the others tell at the chosen points (C,)."""
        count = min(self._neighbours + 1, len(self._values))
        estimates = np.empty(len(chosen))
        for part in self._batches(len(chosen)):
            distance, which = self._tree.query(self._places[chosen[part]], count)
            estimates[part] = self._solved(distance[:, 1:], which[:, 1:])[0]
        return estimates

    def _batches(self, count: int) -> list[slice]:
        size = max(1, _BATCH_NUMBERS // (self._neighbours + 1) ** 2)
        return [slice(begin, begin + size) for begin in range(0, count, size)]

    def _solved(self, distance: np.ndarray, which: np.ndarray) -> np.ndarray:
        """Solve the system of every place (M, K): its weights sum to 1 and make the error smallest.

        Places with the same neighbours share a matrix, which is inverted once.
        """
        order = np.argsort(which, axis=1)
        which, distance = (np.take_along_axis(of, order, axis=1) for of in (which, distance))
        shared, whose = np.unique(which, axis=0, return_inverse=True)
        points, count = self._places[shared], which.shape[1]
        apart = np.linalg.norm(points[:, :, None] - points[:, None], axis=-1)
        sill = self._variogram.sill
        matrix = np.ones((len(shared), count + 1, count + 1))
        matrix[:, :count, :count] = sill - self._variogram.semivariance(apart)
        matrix[:, count, count] = 0
        right = np.ones((len(which), count + 1))
        right[:, :count] = sill - self._variogram.semivariance(distance)
        weights = np.einsum("mij,mj->mi", np.linalg.inv(matrix)[whose.ravel()], right)
        estimate = (weights[:, :count] * self._values[which]).sum(axis=1)
        variance = sill - (weights * right).sum(axis=1)
        return np.stack([estimate, np.sqrt(np.maximum(variance, 0))])
