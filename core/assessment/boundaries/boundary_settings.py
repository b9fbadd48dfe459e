"""How boundaries, objects and lines of a map are assessed."""

from __future__ import annotations

from dataclasses import dataclass

from ...parameters import parameter


@dataclass(frozen=True)
class BoundarySettings:
    """What counts as met, and in what units the contact margin is calibrated."""

    tolerance_m: float = parameter(
        30.0, "Tolerance", "A boundary counts as met where the other lies within this distance.", unit="m", low=0.01,
        high=1e6,
    )  # fmt: skip
    object_share: float = parameter(
        0.5, "Share of an object", "How much of a patch the other side must cover for it to be found.", low=0.01,
        high=1.0, advanced=True,
    )  # fmt: skip
    linear: bool = parameter(
        False, "Linear features", "Measure lengths of middle lines too: for dikes, faults and roads."
    )
    confidence: float = parameter(
        0.9, "Confidence of the contact margin", "The share of true boundaries that are to lie within it.", low=0.5,
        high=0.99,
    )  # fmt: skip
    block_m: float = parameter(
        0.0, "Block size",
        "Side of the blocks by which the contact margin is calibrated; 0 takes 64 pixels.", unit="m", low=0.0, high=1e7,
        advanced=True,
    )  # fmt: skip
