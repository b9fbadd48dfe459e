"""Checks of a finished map: what its classes' shares say of whether the model fits the scene."""

from __future__ import annotations

from collections.abc import Mapping

from ..message import Message, joined
from ..model.model_card import ModelCard

CLASS_SHARES = "class_shares"
"""Where a card's provenance holds the share of each class in training areas that were labelled completely."""
FEWEST_PIXELS = 300_000
"""A smaller map may well lie in one field: nothing is said of it."""
_TIMES, _LEAST_SHARE = 4.0, 0.02
_ALMOST_ALL = 0.995


def share_warnings(card: ModelCard, shares: Mapping[str, float], pixels: int) -> list[Message]:
    """Say which classes cover far more or less of a map than of the training areas, or that one or none covers it.

    Args:
        card: Of the model, or the first of several.
        shares: Of the map's pixels, by class name.
        pixels: How many the map has.
    """
    if not pixels:
        return [Message("The map is empty: no pixel of the imagery holds data here. Check its nodata value.")]
    if pixels < FEWEST_PIXELS:
        return []
    known = card.provenance.get(CLASS_SHARES) or {}
    largest = max(shares, key=lambda name: shares[name], default="")
    if len(shares) > 1 and shares[largest] >= _ALMOST_ALL and known.get(largest, 0.0) < _ALMOST_ALL:
        return [
            Message(
                (
                    "“{class_name}” covers {share} of the map: “{model}” has found next to nothing else. It may not "
                    "fit this scene. Fit the scaling to this scene, or train on some polygons of it."
                ),
                class_name=largest,
                share=_percent(shares[largest]),
                model=card.name,
            )
        ]
    far = [
        Message(
            "“{class_name}” covers {share} of the map, {known} of the training area",
            class_name=name,
            share=_percent(shares.get(name, 0.0)),
            known=_percent(share),
        )
        for name, share in known.items()
        if _is_far(shares.get(name, 0.0), share)
    ]
    if not far:
        return []
    return [
        Message(
            "{far}. Look closely at the map: there may be more or less of it here, or the model is wrong.",
            far=joined(far, "; "),
        )
    ]


def _is_far(share: float, known: float) -> bool:
    low, high = sorted((share, known))
    return high >= _LEAST_SHARE and high > _TIMES * low


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %" if 0.001 <= share <= 0.999 or share in (0.0, 1.0) else f"{100 * share:.2f} %"
