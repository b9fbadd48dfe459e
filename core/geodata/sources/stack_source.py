"""The stack source: bands of one file of a stack that are read alike."""

from __future__ import annotations

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
    """

    file: str
    bands: tuple[int, ...]
    places: tuple[int, ...]
    settings: SourceSettings
