"""The values of a scene's bands: how they are distributed, each and together, so that scenes can be compared.

Two scenes are compared band by band and jointly. One whose ground merely differs, as the two halves of a scene do,
shifts its bands together; other light, another season or another sensor shifts them against each other. The joint
distance is Mahalanobis' between the means (1936), averaged over the components: it counts in deviations of what the
bands have in common and of what they haven't.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

LEVELS = (0.5, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99, 99.5)
"""Per cent of the pixels that lie below a quantile."""
LOW, HIGH = LEVELS.index(2), LEVELS.index(98)
_FIRST, _LAST = LEVELS.index(1), LEVELS.index(99)
DIFFERENT = 0.6
"""Scenes farther apart than this look different: the halves of one are mostly at 0.2 to 0.6, other scenes of the same
sensor at 0.6 to 1.0, other dates and stretches at 1.3 and more (benchmarks/README.md)."""
MOST_TOGETHER = 64
"""Of more bands than these it isn't told how they vary together: the numbers would outweigh the model."""
_LEAST_SHARE = 0.02
"""Of a band's variance: what the bands share so nearly that only noise is left mustn't decide (ours)."""

Numbers = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class BandValues:
    """How the values of the bands of one scene, or of several, are distributed.

    Attributes:
        quantiles: Of every band at the levels (B, L).
        mean: Of every band, tails cut at the 1st and 99th percentile (B,).
        covariance: Of these values (B, B); empty for very many bands.
    """

    quantiles: Numbers
    mean: tuple[float, ...]
    covariance: Numbers = ()

    @classmethod
    def of(cls, values: np.ndarray) -> BandValues:
        """Describe values (B, n)."""
        import numpy as np

        quantiles = np.percentile(values, LEVELS, axis=1).T
        cut = np.clip(values, quantiles[:, _FIRST, None], quantiles[:, _LAST, None])
        covariance = np.atleast_2d(np.cov(cut)) if len(values) <= MOST_TOGETHER else np.zeros((0, 0))
        return cls(_numbers(quantiles), _numbers(cut.mean(axis=1)[None])[0], _numbers(covariance))

    def distance(self, seen: BandValues) -> float:
        """Give how far another scene's values lie from these, in deviations; of very many bands, the farthest's."""
        import numpy as np

        away = np.asarray(seen.mean) - np.asarray(self.mean)
        if not self.covariance:
            widths = np.array([band[HIGH] - band[LOW] for band in self.quantiles])
            return float((np.abs(away) / np.maximum(widths / 4, 1e-12)).max())
        covariance = np.asarray(self.covariance)
        deviation = np.sqrt(np.diag(covariance))
        varies = deviation > 0
        if not varies.any():
            return 0.0
        correlation = covariance[np.ix_(varies, varies)] / np.outer(deviation[varies], deviation[varies])
        shares, directions = np.linalg.eigh(correlation)
        along = directions.T @ (away[varies] / deviation[varies])
        return float(np.sqrt((along**2 / np.maximum(shares, _LEAST_SHARE)).mean()))

    def differs(self, seen: BandValues) -> bool:
        """Say whether another scene looks different."""
        return self.distance(seen) > DIFFERENT

    def chosen(self, indices: tuple[int, ...]) -> BandValues:
        """Give the values of some of the bands, by their indices, in that order."""
        rows = indices if self.covariance else ()
        return BandValues(
            tuple(self.quantiles[index] for index in indices),
            tuple(self.mean[index] for index in indices),
            tuple(tuple(self.covariance[row][col] for col in indices) for row in rows),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the plain form that JSON can hold."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> BandValues:
        """Make it from the plain form.

        Raises:
            ValueError: For numbers that don't belong together or aren't finite.
        """
        quantiles, covariance = (
            tuple(tuple(float(value) for value in row) for row in values[name]) for name in ("quantiles", "covariance")
        )
        mean = tuple(float(value) for value in values["mean"])
        bands = len(mean)
        fits = len(quantiles) == bands and all(len(row) == len(LEVELS) for row in quantiles)
        fits &= len(covariance) in (0, bands) and all(len(row) == bands for row in covariance)
        if not fits or not all(math.isfinite(value) for row in (*quantiles, *covariance, mean) for value in row):
            raise ValueError("the bands' values don't belong together")
        return cls(quantiles, mean, covariance)


def _numbers(values: np.ndarray) -> Numbers:
    """Give rows of numbers with twelve figures that count: no sensor has more."""
    return tuple(tuple(float(f"{value:.12g}") for value in row) for row in values.tolist())
