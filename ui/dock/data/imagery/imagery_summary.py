"""The line below the imagery: how many bands, how large the pixels, which coordinate system and type."""

from __future__ import annotations

from ....layers.imagery import Imagery, usual_bands
from ....texts import count_text, number_text, tr

_AS_GOOD_AS_WHOLE = 2e-3
"""A pixel of 10 m in UTM has 9.99 to 10.01 m on the ground."""


def imagery_summary(imagery: Imagery) -> str:
    """Say what imagery is like in a few words."""
    one, many = tr("{n} band"), tr("{n} bands")
    size = imagery.pixel_size_m
    is_whole = abs(size - round(size)) < _AS_GOOD_AS_WHOLE * size
    side = number_text(size, 0 if is_whole else 2 if size < 10 else 1)
    bands = count_text(len(imagery.bands), one, many)
    if len(imagery.bands) < len(usual_bands(imagery.available)):
        bands = tr("{n} of {bands}", n=len(imagery.bands), bands=count_text(len(imagery.available), one, many))
    return f"{bands} · {tr('{side} m', side=side)} · {imagery.crs.authid() or tr('own CRS')} · {imagery.data_type}"
