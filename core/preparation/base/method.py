"""The method: what a raster function does with one window, after it has looked at the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np

from .ground_steps import GroundSteps

LOOKING = 0.45
"""Up to which share progress may be told before a method is ready."""
Apply = Callable[[np.ndarray, GroundSteps], np.ndarray]


def _nothing() -> None:
    """Close nothing."""


@dataclass(frozen=True)
class OutputBand:
    """A band that is written: its name, and the unit of its values, empty where they have none."""

    name: str
    unit: str = ""


@dataclass(frozen=True)
class Method:
    """A raster function that is ready to be applied window by window, in any order.

    Attributes:
        bands: What it writes, in order.
        apply: Gives the bands (K, H, W) of a window from the values (B, H + 2·margin, W + 2·margin) of the bands that
            it needs, as float64 with NaN where one has no value, and the window's place on the ground. What it can't
            tell is NaN.
        margin: How many pixels beyond a window its values depend on.
        needed: Places of the bands that it needs among those chosen; None needs all, an empty list none: then
            none is read. Only where one of these has no value has the result none.
        begun: The share of the whole time, up to `LOOKING`, that was spent on looking at the whole.
        report: What was found out on the way, as JSON can hold it.
        by_parts: Whether it remembers what it found out about the part of the raster that it was in last, so that
            windows near each other have to follow one another.
        close: Closes what it reads besides.
        data_type: Of the values that are written: float32, with NaN for nodata, or whole numbers, whose lowest is it.
    """

    bands: tuple[OutputBand, ...]
    apply: Apply
    margin: int = 0
    needed: Optional[tuple[int, ...]] = None
    begun: float = 0.0
    report: Mapping[str, Any] = field(default_factory=dict)
    by_parts: bool = False
    close: Callable[[], None] = _nothing
    data_type: str = "float32"
