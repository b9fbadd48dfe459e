"""What follows a prediction, as parameters that are read without any library: cleaning, polygons, centre lines."""

from __future__ import annotations

from dataclasses import dataclass

from ..parameters import parameter


@dataclass(frozen=True)
class CleanParameters:
    """What is cleaned, in this order: opening and closing of classes, majority, small patches."""

    opened: dict[str, int] = parameter(
        {}, "Opening", "Removes what is thinner than twice this many pixels of a class, by class name."
    )
    closed: dict[str, int] = parameter(
        {}, "Closing", "Fills gaps thinner than twice this many pixels in a class, by class name."
    )
    majority_px: int = parameter(
        0, "Majority", "Gives every pixel the class that most have within so many pixels of it; 0 leaves it.",
        unit="px", low=0, high=50,
    )  # fmt: skip
    least_area_m2: float = parameter(
        0.0, "Smallest patch", "Gives patches smaller than this to the largest neighbour; 0 leaves them.",
        unit="m²", low=0.0, high=1e12,
    )  # fmt: skip


@dataclass(frozen=True)
class PolygonParameters:
    """How a class raster becomes polygons."""

    least_area_m2: float = parameter(
        0.0, "Smallest polygon", "Patches smaller than this go to their largest neighbour first; 0 keeps all.",
        unit="m²", low=0.0, high=1e12,
    )  # fmt: skip
    simplify_px: float = parameter(
        1.0, "Simplify", "Corners that stand out by about this much are taken away, on both sides of a border alike.",
        unit="px", low=0.0, high=100.0,
    )  # fmt: skip
    smooth_rounds: int = parameter(
        2, "Smooth", "How often corners are rounded, on both sides of a border alike; 0 leaves them.", low=0, high=5
    )
    classes: tuple[str, ...] = parameter((), "Classes", "Names of the classes to draw; none draws all.")


@dataclass(frozen=True)
class CentreLineParameters:
    """Which lines are drawn, and how."""

    least_length_m: float = parameter(0.0, "Shortest line", "Shorter lines are left out.", unit="m", low=0.0, high=1e7)
    simplify_px: float = parameter(
        0.5, "Simplify", "Points that stand out by less than this are taken away.", unit="px", low=0.0, high=100.0
    )
