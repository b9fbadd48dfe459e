"""Which log-ratios are taken, and what stands for values that were too small to measure."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import BadInputError, UnknownNameError
from ...parameters import parameter

CENTRED, ADDITIVE, ISOMETRIC = "centred", "additive", "isometric"
UNITS = {"%": 1e-2, "wt%": 1e-2, "ppm": 1e-6, "mg/kg": 1e-6, "g/t": 1e-6, "ppb": 1e-9}
"""The share of the whole that one of a unit is."""


@dataclass(frozen=True)
class LogRatioParameters:
    """The kind of log-ratio, the parts' units, and how values below detection are dealt with."""

    transform: str = parameter(
        CENTRED, "Log-ratio",
        "Centred: each part over the geometric mean of all. Additive: each over one of them. Isometric: balances of "
        "the first parts and the next one, one fewer than there are parts, free of each other.",
        choices=(CENTRED, ADDITIVE, ISOMETRIC),
    )  # fmt: skip
    denominator: str = parameter(
        "", "Divided by", "The part by which the others are divided (additive); empty takes the last."
    )
    units: tuple[str, ...] = parameter(
        (), "Units (such as %, %, ppm)",
        "Of each part in order, or one for all: %, ppm, mg/kg, g/t, ppb. Empty takes all to be in the same unit.",
    )  # fmt: skip
    detection_limits: tuple[float, ...] = parameter(
        (), "Detection limits",
        "Of each part in order and in its unit, or one for all. What lies below, 0 too, becomes 65 % of the limit; the "
        "other parts give way in proportion. Empty takes the smallest value above 0 that the part has.",
    )  # fmt: skip
    negative_censored: bool = parameter(
        False, "Negative values mean “less than”",
        "−0.5 then stands for less than 0.5, as laboratories write it; otherwise negative parts are refused.",
    )  # fmt: skip

    def checked(self) -> LogRatioParameters:
        """Give itself.

        Raises:
            UnknownNameError: For an unknown unit.
            BadInputError: For a limit that isn't above 0.
        """
        for unit in self.units:
            if unit not in UNITS:
                raise UnknownNameError("unit", unit, UNITS)
        if any(not limit > 0 for limit in self.detection_limits):
            raise BadInputError("Detection limits are above 0. Leave them empty where they aren't known.")
        return self
