"""Band names: what the bands of rasters are called, alike in QGIS's process and the worker, which match by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Optional

from ...files.plain_name import plain_name

RED, GREEN, BLUE, ALPHA = 3, 4, 5, 6
"""GDAL's colour interpretations, which rasterio numbers alike."""
_COLOUR_NAMES = {RED: "Red", GREEN: "Green", BLUE: "Blue"}


def own_name(description: Optional[str], colour: int) -> str:
    """Give a band's name by its description, else by its colour interpretation; empty where it has neither."""
    return (plain_name(description) if description else "") or _COLOUR_NAMES.get(colour, "")


def alpha_number(colours: Sequence[int]) -> int:
    """Give the number, from 1, of the first band whose colour interpretation is alpha; 0 where none is."""
    return list(colours).index(ALPHA) + 1 if ALPHA in colours else 0


def stack_names(rasters: Sequence[tuple[str, Sequence[tuple[int, str]]]]) -> list[str]:
    """Name the bands of a stack.

    A band without a name of its own is numbered. A name that occurs twice gets the raster's before it and the band's
    number after it, and the raster's number too where that isn't enough.

    Args:
        rasters: The stem of each file, with the number (from 1) and own name of each of its bands.

    Returns:
        One name a band, raster after raster.
    """
    bands = [(raster, stem, *band) for raster, (stem, named) in enumerate(rasters, start=1) for band in named]
    prefixes = ["band" if len(rasters) == 1 else stem for _, stem, _, _ in bands]
    names = [band_name or f"{prefix} {number}" for prefix, (_, _, number, band_name) in zip(prefixes, bands)]
    times = Counter(names)
    longer = [
        name if times[name] == 1 else f"{stem} {name} {number}" for name, (_, stem, number, _) in zip(names, bands)
    ]
    times = Counter(longer)
    return [name if times[name] == 1 else f"{name} ({raster})" for name, (raster, _, _, _) in zip(longer, bands)]
