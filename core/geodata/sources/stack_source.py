"""The stack source: bands of one file of a stack that are read alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .settings import SourceSettings


@dataclass(frozen=True)
class StackSource:
    """Bands of one file, and how they are read.

    Attributes:
        file: The raster.
        bands: Their numbers in it, from 1, in the stack's order.
        places: Their places in the stack, from 0.
        settings: How they are read, with a role.
        layer: What they are called together: what the file says, else its name.
    """

    file: str
    bands: tuple[int, ...]
    places: tuple[int, ...]
    settings: SourceSettings
    layer: str


def layer_names(names: Sequence[str]) -> tuple[str, ...]:
    """Tell layers of one name apart by numbers."""
    return tuple(
        name if names.count(name) == 1 else f"{name} ({list(names[: place + 1]).count(name)})"
        for place, name in enumerate(names)
    )
