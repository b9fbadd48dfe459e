"""What is made of a gamma-ray survey."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import BadInputError
from ...parameters import parameter


@dataclass(frozen=True)
class RadiometricParameters:
    """The layers, and below which contents a ratio says nothing."""

    ratios: bool = parameter(
        True, "Ratios", "K/Th, U/Th, U/K and K·U/Th (the F parameter, high where potassium was brought in)."
    )
    shares: bool = parameter(
        False, "Shares", "Of K, Th and U in their sum, each as a multiple of its mean: three bands that sum up to 1."
    )
    ternary: bool = parameter(
        True,
        "Ternary picture",
        "Red potassium, green thorium, blue uranium, from 0 to 255, stretched between percentiles. It comes first.",
    )
    least_k_percent: float = parameter(
        0.1, "Least potassium", "Below it no ratio that it is in is told.", unit="%", low=0.0, high=100.0, advanced=True
    )
    least_th_ppm: float = parameter(
        0.5, "Least thorium", "Below it no ratio that it is in is told.", unit="ppm", low=0.0, high=1e4, advanced=True
    )
    least_u_ppm: float = parameter(
        0.1, "Least uranium", "Below it no ratio that it is in is told.", unit="ppm", low=0.0, high=1e4, advanced=True
    )
    clipped_percent: float = parameter(
        2.0,
        "Clipped at each end",
        "Of the values, in the ternary picture.",
        unit="%",
        low=0.0,
        high=25.0,
        advanced=True,
    )

    def checked(self) -> RadiometricParameters:
        """Give itself.

        Raises:
            BadInputError: When no layer is asked for.
        """
        if not (self.ratios or self.shares or self.ternary):
            raise BadInputError("No layer is chosen. Choose ratios, shares or the ternary picture.")
        return self
