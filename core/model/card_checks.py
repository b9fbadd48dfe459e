"""What a model card may say: every number in its range, lists as long as one another, before anybody trusts them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import BadInputError
from ..geodata.normalisation import GIVEN, METHODS
from ..geodata.sources.settings import SourceSettings
from .companion import MOST
from .model_card import ModelCard

_TYPES: dict[str, Any] = {
    **dict.fromkeys(("name", "architecture", "data_type", "notes"), str),
    **dict.fromkeys(("architecture_parameters", "recipe", "measures", "provenance", "band_filters", "sources"), dict),
    **dict.fromkeys(("tile_px", "margin_px"), int),
    **dict.fromkeys(("pixel_size_m", "temperature"), (int, float)),
    "bands": tuple,
}
_RANGES = {"tile_px": (1, 65_536), "margin_px": (0, 2_048), "pixel_size_m": (1e-6, 1e7), "temperature": (1e-6, 1e6)}
"""Wider than any model needs, narrow enough for memory."""
_MOST_BANDS = 4_096
_MOST_WEIGHT = 1_000.0
_LONGEST_TEXT, _LONGEST_NAME = 100_000, 1_000
_MAY_BE_UNKNOWN = ("low", "high", "mean", "deviation")


def check_card(card: ModelCard) -> None:
    """Refuse a card that no training has written.

    Raises:
        ValueError: Naming what is wrong in it.
    """
    for name, kind in _TYPES.items():
        value = getattr(card, name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise ValueError(f"“{name}” is of the wrong type")  # noqa: TRY004  (it becomes one message with the others)
        if isinstance(value, str) and len(value) > (_LONGEST_TEXT if name == "notes" else _LONGEST_NAME):
            raise ValueError(f"“{name}” is too long")
    for name, (low, high) in _RANGES.items():
        if not low <= getattr(card, name) <= high:  # also where it is NaN
            raise ValueError(f"“{name}” is out of range")
    if not 1 <= len(card.bands) <= _MOST_BANDS or not all(isinstance(band, str) for band in card.bands):
        raise ValueError("“bands” names no bands")
    if any(len(text) > _LONGEST_NAME for text in (*card.bands, *card.legend.names)):
        raise ValueError("a name is too long")
    if not card.legend.classes:
        raise ValueError("“legend” names no class")
    _check_scaling(card)
    _check_measures(card.measures, len(card.legend))
    if not all(isinstance(value, str) for value in card.band_filters.values()):
        raise ValueError("“band_filters” is of the wrong type")
    _check_sources(card.sources)
    _check_companions(card)
    _check_factors(card)


def _check_factors(card: ModelCard) -> None:
    factors = card.class_factors
    if not all(isinstance(one, (int, float)) and not isinstance(one, bool) and 0 < one <= 1 for one in factors):
        raise ValueError("“class_factors” is out of range")
    if factors and len(factors) != len(card.legend):
        raise ValueError(f"“class_factors” are of {len(factors)} classes, not of {len(card.legend)}")


def _check_sources(sources: Mapping[str, Any]) -> None:
    for name, text in sources.items():
        if not isinstance(text, str) or len(text) > _LONGEST_NAME:
            raise ValueError("“sources” is of the wrong type")
        try:
            SourceSettings.read(text)
        except BadInputError as error:
            raise ValueError(f"the source of “{name}”: {error}") from error


def _check_companions(card: ModelCard) -> None:
    if len(card.companions) > MOST:
        raise ValueError("there are too many “companions”")
    for companion, member in zip(card.companions, card.members[1:]):
        for name in ("weight", "weight_elsewhere"):
            if not 0 <= getattr(companion, name) <= _MOST_WEIGHT:
                raise ValueError(f"“{name}” is out of range")
        check_card(member)


def _check_scaling(card: ModelCard) -> None:
    if card.values is not None and len(card.values.mean) != len(card.bands):
        raise ValueError(f"“values” are of {len(card.values.mean)} bands, not of {len(card.bands)}")
    look = card.normalisation
    if look.method not in (*METHODS, GIVEN):
        raise ValueError(f"there is no normalisation “{look.method}”")
    for name in ("offset", "scale", *_MAY_BE_UNKNOWN):
        numbers: Sequence[float] = getattr(look, name)
        if len(numbers) != len(card.bands):
            raise ValueError(f"“{name}” has {len(numbers)} values for {len(card.bands)} bands")
        if any(math.isinf(number) for number in numbers):
            raise ValueError(f"“{name}” isn't finite")
        if name not in _MAY_BE_UNKNOWN and any(math.isnan(number) for number in numbers):
            raise ValueError(f"“{name}” isn't a number")
    if any(scale == 0 or (scale < 0 and look.method != GIVEN) for scale in look.scale):
        raise ValueError("a “scale” is 0 or negative")


def _check_measures(measures: Mapping[str, Any], classes: int) -> None:
    for name, value in measures.items():
        if not isinstance(value, (int, float, str, dict, list)) and value is not None:
            raise ValueError(f"the measure “{name}” is of the wrong type")
    for name, values in _mapping(measures.get("classes"), "classes").items():
        for number in _mapping(values, name).values():
            if number is not None and not isinstance(number, (int, float, str, dict, list)):
                raise ValueError(f"the measures of “{name}” are of the wrong type")
    confusion = _mapping(measures.get("confusion"), "confusion")
    for row in confusion.get("matrix", ()):
        if len(row) != classes or len(confusion["matrix"]) != classes:
            raise ValueError("“confusion” is of another shape than the legend")


def _mapping(value: Any, name: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError(f"“{name}” is of the wrong type")  # noqa: TRY004  (it becomes one message with the others)
    return value
