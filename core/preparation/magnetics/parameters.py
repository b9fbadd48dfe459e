"""What is made of a magnetic survey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...errors import BadInputError
from ...parameters import parameter

LAYERS: dict[str, tuple[tuple[str, str], ...]] = {
    "field": (("magnetic field", "nT"),),
    "vertical_derivative": (("vertical derivative", "nT/m"),),
    "horizontal_derivatives": (("derivative to the east", "nT/m"), ("derivative to the north", "nT/m")),
    "total_gradient": (("total gradient", "nT/m"),),
    "tilt": (("tilt", "degree"),),
}
"""The bands of each layer, with their units, in the order in which they are written."""


@dataclass(frozen=True)
class MagneticParameters:
    """The layers, the direction of the field, and how the field is treated before."""

    field: bool = parameter(True, "Field", "The field itself, reduced and continued as set below, in nT.")
    vertical_derivative: bool = parameter(
        False, "Vertical derivative", "How the field grows downwards, in nT/m: sharpens what lies shallow."
    )
    horizontal_derivatives: bool = parameter(
        False, "Horizontal derivatives", "How the field grows to the east and to the north, in nT/m."
    )
    total_gradient: bool = parameter(
        True, "Total gradient", "Length of the gradient (analytic signal), in nT/m: highest over the sources' edges."
    )
    tilt: bool = parameter(
        True, "Tilt", "Angle of the gradient, in degrees: shows weak and strong sources alike; 0 near their edges."
    )
    reduce_to_pole: bool = parameter(
        True, "Reduce to the pole", "Moves anomalies over their sources, as if the field were vertical."
    )
    inclination_deg: Optional[float] = parameter(
        None, "Inclination", "Of the field, down is positive; empty is told from place and year.", unit="°", low=-90.0,
        high=90.0,
    )  # fmt: skip
    declination_deg: Optional[float] = parameter(
        None, "Declination", "Of the field from true north, east is positive; empty is told from place and year.",
        unit="°", low=-180.0, high=180.0,
    )  # fmt: skip
    year: Optional[float] = parameter(
        None, "Year of the survey", "Tells inclination and declination by the reference field, such as 1998.5.",
        low=1900.0, high=2030.0,
    )  # fmt: skip
    least_inclination_deg: float = parameter(
        20.0, "Least inclination", "Near the equator the reduction is damped as if the field dipped as much as this.",
        unit="°", low=0.0, high=90.0, advanced=True,
    )  # fmt: skip
    upward_m: float = parameter(
        0.0, "Continued upwards by", "Smooths as if the survey had flown higher.", unit="m", low=0.0, high=1e5
    )

    def checked(self) -> MagneticParameters:
        """Give itself.

        Raises:
            BadInputError: When no layer is asked for, or the field's direction can't be told.
        """
        if not any(getattr(self, layer) for layer in LAYERS):
            raise BadInputError("No layer is chosen. Choose the field, its tilt or another one.")
        known = self.inclination_deg is not None and self.declination_deg is not None
        if self.reduce_to_pole and not known and self.year is None:
            raise BadInputError(
                "Reduction to the pole needs the direction of the field. Give the year of the survey, or inclination "
                "and declination."
            )
        return self
