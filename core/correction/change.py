"""What a step of a session has changed, and what all have come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from ..geodata.grid import Window

EDIT, UNDO, REDO, REVERT = "edit", "undo", "redo", "revert"


@dataclass(frozen=True)
class Change:
    """What a step has changed.

    Attributes:
        kind: `EDIT`, `UNDO`, `REDO` or `REVERT`.
        step: The step's number.
        fids: The corrections made, taken back or made again.
        window: The smallest window around the pixels.
        pixels: How many pixels.
        outside: How many were cut off because they lie outside the prediction.
        nodata: How many were left as they are because the prediction has nothing there.
        overlay_stale: Whether the session is saved, but the overlay couldn't be written and must be made anew.
    """

    kind: str
    step: int
    fids: tuple[int, ...]
    window: Window
    pixels: int
    outside: int = 0
    nodata: int = 0
    overlay_stale: bool = False


@dataclass(frozen=True)
class SessionTotals:
    """What a session has come to, undone corrections left out.

    Attributes:
        corrections: How many.
        pixels: How many pixels they have painted, those painted twice counted twice.
        area_m2: Area of these.
        last: When the last was made, in UTC.
    """

    corrections: int = 0
    pixels: int = 0
    area_m2: float = 0.0
    last: Optional[datetime] = None
