"""How coarse layers are sharpened."""

from __future__ import annotations

from dataclasses import dataclass

from ...parameters import parameter

MEAN, GAUSSIAN = "mean", "gaussian"
LEAST_SQUARES, CORRELATION = "least_squares", "correlation"


@dataclass(frozen=True)
class FusionParameters:
    """What the background of the bands is, and how it is related to the coarse layer."""

    low_pass: str = parameter(
        MEAN, "Background of the bands",
        "What is taken from the bands to leave their detail: their mean in each coarse pixel, or this smoothed by a "
        "Gaussian.",
        choices=(MEAN, GAUSSIAN),
    )  # fmt: skip
    scale: float = parameter(
        1.0, "Width of the Gaussian", "Its standard deviation, in coarse pixels.", low=0.1, high=50.0, advanced=True
    )
    relation: str = parameter(
        LEAST_SQUARES, "Relation to the bands",
        "Least squares takes all bands together; correlation each by itself, and the mean of what they say.",
        choices=(LEAST_SQUARES, CORRELATION),
    )  # fmt: skip
    window_px: int = parameter(
        0, "Window",
        "Within how many coarse pixels the relation is told, at every place anew; 0 tells one for the whole raster.",
        unit="px", low=0, high=1_000,
    )  # fmt: skip

    def checked(self) -> FusionParameters:
        """Give itself."""
        return self
