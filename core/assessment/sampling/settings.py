"""What an accuracy sample is drawn by, and how it is evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...parameters import parameter

ALLOCATIONS = ("balanced", "proportional", "equal", "optimal")
CONFIDENCES = ("0.9", "0.95", "0.99")


@dataclass(frozen=True)
class SampleSettings:
    """How many points are drawn, and how they are shared out among the classes of the map."""

    half_width: float = parameter(
        0.04, "Half width of the interval",
        "So far the overall accuracy's 95 % interval is to reach to either side: 0.04 is ± 4 %.", low=0.002, high=0.5,
    )  # fmt: skip
    standard_error: Optional[float] = parameter(
        None, "Standard error", "Of the overall accuracy, in place of the interval's half width.", low=0.001, high=0.25,
        advanced=True,
    )  # fmt: skip
    points: Optional[int] = parameter(
        None, "Points", "How many there are in all, in place of a wanted error.", unit="points", low=2, high=1_000_000
    )
    allocation: str = parameter(
        "balanced", "Allocation",
        "balanced: the least number for each class, the rest by area; proportional: by area; equal: alike; optimal: by "
        "area and expected spread (Neyman).",
        choices=ALLOCATIONS,
    )  # fmt: skip
    least_per_class: int = parameter(
        50, "Least points a class", "Rare classes get no fewer than that.", unit="points", low=2, high=100_000
    )
    expected: dict[str, float] = parameter(
        {}, "Expected accuracy", "User's accuracy of each class that is reckoned with; 0.8 where nothing is given.",
        advanced=True,
    )  # fmt: skip
