"""The pixels on which a model is measured: there has to be one."""

from __future__ import annotations

from ...errors import BadInputError


def check_measured(pixels: int) -> None:
    """Refuse a measurement that rests on nothing.

    Raises:
        BadInputError: When not one pixel was compared.
    """
    if not pixels:
        raise BadInputError(
            "The imagery has no data at any pixel held back for validation. "
            "Draw polygons where the imagery isn't nodata, or train without validation."
        )
