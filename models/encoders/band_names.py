"""Which filter a band's name means: by its colour, in the languages and spellings of rasters, or by its wavelength.

A number alone never means a colour: B4 is red on Sentinel-2 and near infrared on Gaofen-1. Only where the filters
themselves are Sentinel-2 bands do numbers count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional

_RED = ("red", "r", "rouge", "rot", "rojo", "rosso", "vermelho", "rood", "czerwony", "красный", "红", "红光", "红波段")
_GREEN = ("green", "g", "vert", "grün", "gruen", "verde", "groen", "zielony", "зелёный", "绿", "绿光", "绿波段")
_BLUE = ("blue", "b", "bleu", "blau", "azul", "blu", "blauw", "niebieski", "синий", "蓝", "蓝光", "蓝波段")

MEANINGS: dict[str, tuple[str, ...]] = {
    "red": _RED,
    "green": _GREEN,
    "blue": _BLUE,
    "B01": ("coastal", "coastal aerosol", "aerosol", "aerosols", "coastal blue"),
    "B02": _BLUE,
    "B03": _GREEN,
    "B04": _RED,
    "B05": ("red edge 1", "rededge 1", "rededge1", "vegetation red edge 1"),
    "B06": ("red edge 2", "rededge 2", "rededge2", "vegetation red edge 2"),
    "B07": ("red edge 3", "rededge 3", "rededge3", "vegetation red edge 3"),
    "B08": ("nir", "near infrared", "near infra red", "proche infrarouge", "nahes infrarot", "近红外"),
    "B8A": ("narrow nir", "nir narrow", "narrow near infrared", "red edge 4"),
    "B09": ("water vapour", "water vapor"),
    "B10": ("cirrus",),
    "B11": ("swir 1", "swir1", "shortwave infrared 1", "short wave infrared 1"),
    "B12": ("swir 2", "swir2", "shortwave infrared 2", "short wave infrared 2"),
    "VV": ("vv",),
    "VH": ("vh",),
}
"""Words that mean each filter of the pretrained encoders, in lower case."""

_WAVELENGTHS_NM = {
    "blue": (450, 515), "green": (515, 600), "red": (620, 700),
    "B01": (430, 456), "B02": (456, 525), "B03": (535, 585), "B04": (645, 690), "B05": (690, 722), "B06": (727, 760),
    "B07": (765, 805), "B08": (805, 856), "B8A": (856, 885), "B09": (930, 960), "B10": (1355, 1395),
    "B11": (1550, 1690), "B12": (2080, 2320),
}  # fmt: skip
"""Where a band's centre may lie for each filter: bands of ESA's Sentinel-2 User Handbook 2015, a bit wider (ours)."""
_WAVELENGTH = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(nm|nanomet(?:er|re)s?|µm|μm|um|micromet(?:er|re)s?|microns?)\b", re.IGNORECASE
)
_SAYS_NOTHING = {
    "band", "bands", "bande", "kanal", "channel", "ch", "sr", "boa", "toa", "refl", "reflectance", "surface", "dn",
    "visible", "light", "colour", "color", "sentinel", "s1", "s2", "landsat", "l8", "l9", "oli", "msi", "gf1", "gf2",
    "gf6", "nm", "um", "µm", "μm", "nanometers", "nanometer", "micrometers", "micrometer", "db", "sigma0", "gamma0",
    "backscatter",
}  # fmt: skip
_NUMBER = re.compile(r"(?:b|band|ch|channel)?\d+(?:a|nm|um)?")
_SENTINEL2_NUMBER = re.compile(r"b0*(\d+a?)")


def matching_filter(band: str, filters: Sequence[str]) -> Optional[str]:
    """Give the filter that a band's name means, or None.

    The name is taken without words that say nothing (“band”, “reflectance”, numbers, wavelengths); what is left must
    mean one filter as a whole. “B4 - Red (665 nm)” is red; “Red edge”, “Infrared” and “Coastal blue” are no colour.
    Where words mean none, a wavelength with its unit does.
    """
    words = re.findall(r"\w+", re.sub(r"\bb (?=\d)", "b", band.replace("_", " ").lower()))
    telling = [word for word in words if word not in _SAYS_NOTHING]
    spoken = [word for word in telling if not _NUMBER.fullmatch(word)]
    for text in (" ".join(telling), " ".join(spoken)):
        for name in filters:
            if text and text in MEANINGS.get(name, ()):
                return name
    return _by_wavelength(band, filters) or (None if spoken else _numbered(telling, filters))


def _by_wavelength(band: str, filters: Sequence[str]) -> Optional[str]:
    """Give the filter in whose range a wavelength lies that a name tells, such as “Band 12 (0.665 µm)”."""
    told = _WAVELENGTH.search(band)
    if told is None:
        return None
    centre = float(told.group(1).replace(",", ".")) * (1 if told.group(2).lower().startswith("n") else 1000)
    ranges = ((name, _WAVELENGTHS_NM.get(name, (0, 0))) for name in filters)
    return next((name for name, (low, high) in ranges if low <= centre < high), None)


def _numbered(words: list[str], filters: Sequence[str]) -> Optional[str]:
    """Give the Sentinel-2 filter of a name that is nothing but a band's number, such as “B04” or “B4”."""
    numbers = [number.group(1).upper() for number in map(_SENTINEL2_NUMBER.fullmatch, words) if number]
    wanted = f"B{numbers[0]:0>2}" if len(numbers) == 1 else ""
    return wanted if wanted in filters else None
