"""Values from the nearest points alone: the nearest one's, or the mean weighted by the inverse distance."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree


class InverseDistance:
    """Mean of the nearest points, each weighing 1 / distanceᵖ; with one neighbour the nearest point's value.

    Shepard 1968, Proceedings of the 23rd ACM National Conference, 517–524, doi 10.1145/800186.810616.
    """

    def __init__(self, points: np.ndarray, values: np.ndarray, neighbours: int, power: float = 2.0) -> None:
        self._tree, self._places, self._values = cKDTree(points), points, values
        self._neighbours, self._power = min(neighbours, len(values)), power

    def at(self, points: np.ndarray) -> np.ndarray:
        """Give the means at places (M, 2) as (1, M)."""
        distance, which = self._tree.query(points, self._neighbours)
        return self._mean(distance.reshape(len(points), -1), which.reshape(len(points), -1))[None]

    def left_out(self, chosen: np.ndarray) -> np.ndarray:
        """Give the means of the others at the chosen points (C,)."""
        count = min(self._neighbours + 1, len(self._values))
        distance, which = self._tree.query(self._places[chosen], count)
        return self._mean(distance[:, 1:], which[:, 1:])

    def _mean(self, distance: np.ndarray, which: np.ndarray) -> np.ndarray:
        nearest = distance[:, :1]
        with np.errstate(divide="ignore", invalid="ignore"):
            weights = np.where(nearest > 0, (nearest / distance) ** self._power, distance == 0)
        return np.asarray((weights * self._values[which]).sum(axis=1) / weights.sum(axis=1))
