"""What a device's memory has no room for."""

from __future__ import annotations

from ..errors import OutcropError


class TileTooLargeError(OutcropError):
    """One tile is too much for the device's memory."""
