"""Wavelengths and bad bands, as hyperspectral files tell them: ENVI headers, and GDAL's metadata of bands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from ...geodata.raster_file import open_raster
from ...geodata.stack import Stack

_UM = {"nanometers": 1e-3, "nanometres": 1e-3, "nm": 1e-3}
_NM_FROM = 100.0
"""A wavelength without a unit from here on is in nm: no sensor of rocks looks beyond 100 µm."""


def wavelengths_um(stack: Stack) -> tuple[Optional[float], ...]:
    """Give the centre of each band of a stack in µm; None where its file doesn't tell."""
    facts = _facts(stack)
    return tuple(facts[band.image][band.number][0] for band in stack.bands)


def bad_places(stack: Stack) -> frozenset[int]:
    """Give the places of the bands that their file's list of bad bands has."""
    facts = _facts(stack)
    return frozenset(index for index, band in enumerate(stack.bands) if facts[band.image][band.number][1])


def _facts(stack: Stack) -> dict[int, dict[int, tuple[Optional[float], bool]]]:
    """Give centre and badness of every band by image and number."""
    facts = {}
    for image in {band.image for band in stack.bands}:
        with open_raster(stack.images[image]) as dataset:
            header = dataset.tags(ns="ENVI")
            good = _listed(header.get("bbl"))
            centres = _listed(header.get("wavelength"))
            facts[image] = {
                number: (
                    _centre(dataset, number, centres, header),
                    len(good) >= number and good[number - 1] == 0,
                )
                for number in dataset.indexes
            }
    return facts


def _centre(dataset: Any, number: int, centres: list[float], header: Mapping[str, str]) -> Optional[float]:
    told = _number(dataset.tags(number, ns="IMAGERY").get("CENTRAL_WAVELENGTH_UM"))
    if told is not None:
        return told
    tags = dataset.tags(number)
    value = _number(tags.get("wavelength") or tags.get("WAVELENGTH"))
    unit = tags.get("wavelength_units") or tags.get("WAVELENGTH_UNITS") or header.get("wavelength_units") or ""
    if value is None and len(centres) >= number:
        value = centres[number - 1]
    if value is None:
        return None
    return value * _UM.get(unit.strip().lower(), 1e-3 if value >= _NM_FROM else 1.0)


def _listed(text: Optional[str]) -> list[float]:
    """Read “{ 1, 0, 1 }”; nothing where it isn't that."""
    parts = [_number(part) for part in (text or "").strip(" {}\n").split(",") if part.strip()]
    return [part for part in parts if part is not None] if None not in parts else []


def _number(text: Optional[str]) -> Optional[float]:
    try:
        return float(text) if text else None
    except ValueError:
        return None
