"""Bands: which of the imagery's bands are the ones that a model was trained on."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import BadInputError
from ..message import Message


def match_bands(wanted: Sequence[str], present: Sequence[str], imagery: str) -> tuple[int, ...]:
    """Find a model's bands in the imagery: by name when all names are there, else by position when the count is equal.

    Args:
        wanted: The model's band names in order.
        present: The imagery's band names in order.
        imagery: What the imagery is called in messages.

    Returns:
        For every wanted band its position (from 0) among those present.

    Raises:
        BadInputError: Saying what the model wants and what the imagery has.
    """
    names = [plain_band(name) for name in present]
    if all(names.count(plain_band(name)) == 1 for name in wanted):
        return tuple(names.index(plain_band(name)) for name in wanted)
    if len(wanted) == len(present):
        return tuple(range(len(wanted)))
    missing = [name for name in wanted if plain_band(name) not in names]
    lacks = Message(" has {names}", names=_listed(present))
    if missing and len(missing) < len(wanted):
        lacks = Message(" has no {names}", names=_listed(missing))
    raise BadInputError(
        (
            "This model was trained on {listed}. “{imagery}”{lacks}. Choose imagery that has it, choose {wanted_count} "
            "bands in that order, or train a model on {present}."
        )
        if len(wanted) == 1
        else (
            "This model was trained on {listed}. “{imagery}”{lacks}. Choose imagery that has them, choose "
            "{wanted_count} bands in that order, or train a model on {present}."
        ),
        listed=_listed(wanted),
        imagery=imagery,
        lacks=lacks,
        wanted_count=len(wanted),
        present=_listed(present),
    )


def out_of_place(wanted: Sequence[str], present: Sequence[str], order: Sequence[int]) -> tuple[str, ...]:
    """List the model's bands that the imagery names at another position than the one they are taken from."""
    names = [plain_band(name) for name in present]
    pairs = [(name, plain_band(name), index) for name, index in zip(wanted, order)]
    return tuple(name for name, plain, index in pairs if plain in names and names.index(plain) != index)


def plain_band(name: str) -> str:
    """Give a band's name without what may differ: capitals, underscores, blanks."""
    return " ".join(name.lower().replace("_", " ").split())


def _listed(names: Sequence[str]) -> str:
    shown = [*names[:12], f"{len(names) - 12} more"] if len(names) > 13 else list(names)
    return ", ".join(shown)
