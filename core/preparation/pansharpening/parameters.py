"""How multispectral bands are sharpened by a panchromatic one."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import BadInputError
from ...parameters import parameter

CUBIC = "cubic"


@dataclass(frozen=True)
class PanSharpeningParameters:
    """What each band adds to the panchromatic one, and how bands are brought to its pixels."""

    weights: tuple[float, ...] = parameter(
        (), "Weights (such as 0.2, 0.4, 0.4)",
        "Of the multispectral bands in order, with commas between: how much each adds to what the panchromatic band "
        "sees, such as 0.2, 0.4, 0.4, 0 where the fourth lies beyond its spectrum. They are brought to a sum of 1; "
        "empty lets all weigh alike.",
    )  # fmt: skip
    resampling: str = parameter(
        CUBIC, "Interpolation", "How the multispectral bands are brought to the finer pixels.",
        choices=(CUBIC, "bilinear", "cubic_spline", "lanczos"), advanced=True,
    )  # fmt: skip

    def checked(self) -> PanSharpeningParameters:
        """Give itself.

        Raises:
            BadInputError: For weights below 0, or only such as are 0.
        """
        if self.weights and (min(self.weights) < 0 or not sum(self.weights) > 0):
            raise BadInputError("Weights are 0 or more, and one at least is above 0. Leave them empty to weigh alike.")
        return self
