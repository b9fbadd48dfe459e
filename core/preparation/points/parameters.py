"""How points become a grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...errors import BadInputError
from ...parameters import parameter

NEAREST, INVERSE_DISTANCE, KRIGING, SPLINE = "nearest", "inverse_distance", "ordinary_kriging", "thin_plate_spline"
BEST = "best"
MODELS = ("spherical", "exponential", "gaussian")


@dataclass(frozen=True)
class GridParameters:
    """The method and its settings."""

    method: str = parameter(
        KRIGING, "Method",
        "Ordinary kriging weighs points by a fitted variogram and tells its standard error; a thin-plate spline is the "
        "smoothest surface through the points (minimum curvature); inverse distance and nearest need no model.",
        choices=(KRIGING, SPLINE, INVERSE_DISTANCE, NEAREST),
    )  # fmt: skip
    neighbours: int = parameter(
        24, "Neighbours", "How many of the nearest points tell a value (kriging, inverse distance).", low=2, high=200
    )
    model: str = parameter(
        BEST, "Variogram model", "Best takes the one that fits closest.", choices=(BEST, *MODELS), advanced=True
    )
    nugget: Optional[float] = parameter(
        None, "Nugget", "Semivariance at no distance, in the values' unit squared; empty is fitted.", low=0.0,
        advanced=True,
    )  # fmt: skip
    sill: Optional[float] = parameter(
        None, "Sill", "Semivariance that is reached far away, nugget included; empty is fitted.", low=0.0, advanced=True
    )
    range_m: Optional[float] = parameter(
        None, "Range", "Distance from which points tell nothing of each other; empty is fitted.", unit="m", low=0.0,
        advanced=True,
    )  # fmt: skip
    power: float = parameter(
        2.0, "Power of the distance", "How fast a point loses weight (inverse distance).", low=0.1, high=10.0,
        advanced=True,
    )  # fmt: skip
    smoothing: float = parameter(
        0.0, "Smoothing", "0 leads the spline through every point; more lets it pass by.", low=0.0, high=1e6,
        advanced=True,
    )  # fmt: skip
    reach_m: Optional[float] = parameter(
        None, "Farthest from a point", "Pixels farther than this from every point get no value; empty fills all.",
        unit="m", low=0.0,
    )  # fmt: skip

    def checked(self) -> GridParameters:
        """Give itself.

        Raises:
            BadInputError: For a sill or range of 0, or a sill below the nugget.
        """
        if self.sill is not None and not self.sill > (self.nugget or 0.0) * (1 - 1e-9):
            raise BadInputError(
                "The sill of a variogram is above 0 and no less than its nugget, which is a part of it. Leave both "
                "empty to fit them."
            )
        if self.range_m == 0:
            raise BadInputError("The range of a variogram is above 0. Leave it empty to fit it.")
        return self
