"""The model's stack: imagery opened as models read theirs, band by band."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import BadInputError
from ..geodata.stack import Stack
from ..model.model_card import ModelCard
from .bands import match_bands


def open_model_stack(card: ModelCard, images: Sequence[str], bands: Sequence[str]) -> Stack:
    """Open imagery with bands as chosen, those of a model read as in its training.

    Raises:
        BadInputError: When the model's bands aren't there.
    """
    stack = Stack(images, bands)
    if not card.sources and not card.masks_missing:
        return stack
    with stack:
        said = sources_of([(card, match_bands(card.bands, stack.names, Path(stack.images[0]).stem))], stack)
    return Stack(images, bands, said, is_masked=card.masks_missing)


def sources_of(matched: Iterable[tuple[ModelCard, Sequence[int]]], stack: Stack) -> tuple[str, ...]:
    """Say how models read the bands of a stack, as the stack takes it.

    Args:
        matched: Models' cards, each with the places of its bands in the stack.
        stack: The imagery.

    Raises:
        BadInputError: When two models read one band differently.
    """
    found: dict[int, tuple[str, str]] = {}
    for card, places in matched:
        for name, place in zip(card.bands, places):
            text = card.sources.get(name, "")
            known, first = found.setdefault(place, (text, card.name))
            if known != text:
                raise BadInputError(
                    "“{first}” reads “{band}” as “{known}”, “{second}” as “{text}”. Predict with one at a time.",
                    first=first,
                    band=stack.bands[place].name,
                    known=known or "measurement",
                    second=card.name,
                    text=text or "measurement",
                )
    return tuple(f"{stack.bands[place].key}={text}" for place, (text, _name) in sorted(found.items()) if text)
