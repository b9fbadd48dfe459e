"""The thin-plate spline: the surface of least bending through the points, which is that of minimum curvature."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import RBFInterpolator

from ...errors import BadInputError

MOST_AT_ONCE = 2_000
_LOCAL = 64
"""With more points than can be solved at once, how many of the nearest tell a value."""
_COLLINEAR = 1e-6


class ThinPlateSpline:
    """A thin-plate spline by SciPy; of many points by the nearest ones of every place.

    Duchon 1977, in: Constructive Theory of Functions of Several Variables, 85–100, doi 10.1007/BFb0086566; what
    geophysics calls minimum curvature: Briggs 1974, Geophysics 39(1), 39–48, doi 10.1190/1.1440410.
    """

    def __init__(self, points: np.ndarray, values: np.ndarray, smoothing: float = 0.0) -> None:
        """Solve it.

        Raises:
            BadInputError: For points on one line, which leave the surface free to turn about it.
        """
        _, stretch, _ = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)
        if stretch[-1] <= _COLLINEAR * stretch[0]:
            raise BadInputError(
                "All points lie on one line, through which a spline isn't held. Take inverse distance or nearest."
            )
        self._centre, self._scale = points.mean(axis=0), float(np.ptp(points, axis=0).max())
        self._places, self._values, self._smoothing = (points - self._centre) / self._scale, values, smoothing
        self._surface = self._fitted(None)

    def at(self, points: np.ndarray) -> np.ndarray:
        """Give the surface at places (M, 2) as (1, M)."""
        return np.asarray(self._surface((points - self._centre) / self._scale))[None]

    def left_out(self, chosen: np.ndarray) -> np.ndarray:
        """Give what the others tell at the chosen points (C,)."""
        if self._surface.neighbors is not None:
            return self._left_out_nearby(chosen)
        # Rippa 1999, Advances in Computational Mathematics 11, 193–210, doi 10.1023/A:1018975909870
        count = len(self._values)
        square = ((self._places[:, None] - self._places[None]) ** 2).sum(axis=-1)
        matrix = np.zeros((count + 3, count + 3))
        matrix[:count, :count] = np.where(square > 0, 0.5 * square * np.log(np.where(square > 0, square, 1.0)), 0.0)
        matrix[range(count), range(count)] += self._smoothing
        matrix[:count, count:] = np.column_stack([np.ones(count), self._places])
        matrix[count:, :count] = matrix[:count, count:].T
        inverse = np.linalg.inv(matrix)
        error = (inverse[:count, :count] @ self._values) / np.diag(inverse)[:count]
        return np.asarray((self._values - error)[chosen])

    def _left_out_nearby(self, chosen: np.ndarray) -> np.ndarray:
        estimates = np.empty(len(chosen))
        for number, one in enumerate(chosen):
            others = self._fitted(one)
            estimates[number] = others(self._places[one : one + 1])[0]
        return estimates

    def _fitted(self, without: int | None) -> RBFInterpolator:
        kept = np.ones(len(self._values), bool)
        if without is not None:
            away = ((self._places - self._places[without]) ** 2).sum(axis=1)
            kept[:] = False
            kept[np.argsort(away, kind="stable")[1 : _LOCAL + 1]] = True
        local = _LOCAL if len(self._values) > MOST_AT_ONCE and without is None else None
        return RBFInterpolator(
            self._places[kept], self._values[kept], neighbors=local, smoothing=self._smoothing,
            kernel="thin_plate_spline",
        )  # fmt: skip
