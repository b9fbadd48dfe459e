"""The guess: what a raster layer's numbers are, as far as its file lets one see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal

from ...core.geodata.sources.settings import ANGLE, CATEGORY, DOMAIN, EMBEDDING, ITEM, SourceSettings
from ..gdal_calls import GdalError, opened
from ..layers.band_windows import spread_windows
from ..layers.classes.classified import names_classes

_FEW_NUMBERS = 12
"""Whole numbers of which there are so few stand for names (ours): no sensor tells so little."""
_WINDOWS, _WINDOW_PX, _FEWEST = 5, 64, 1000
_EMBEDDING_BANDS, _BYTE_NODATA = (64, 128), -128
_WHOLE = {gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_UInt32, gdal.GDT_Int32}
_INT8 = getattr(gdal, "GDT_Int8", -1)
_DIRECTIONS = re.compile(r"(?<![a-z])(aspect|azimuth|bearing|strike|dip[ _-]?direction|orientation|坡向|方位)", re.I)
_COMPONENTS = re.compile(r"(?<![a-z])(sine?|cos(ine)?)(?![a-z])", re.I)
_LEAST_RANGE, _MOST_DEGREES = 90.0, 360.0


def guess(path: str, options: Sequence[str] = ()) -> SourceSettings:
    """Guess how a raster is read; where it says so itself, or can't be read, nothing is guessed."""
    try:
        changed = Path(path).stat().st_mtime_ns if Path(path).exists() else 0
    except OSError:
        changed = 0
    return _guess(path, tuple(options), changed)


@lru_cache(maxsize=256)
def _guess(path: str, options: tuple[str, ...], _changed: int) -> SourceSettings:
    try:
        dataset = opened(gdal.OpenEx, path, gdal.OF_RASTER, open_options=list(options))
        role = _role(dataset, Path(path).stem)
    except GdalError:
        role = ""
    return SourceSettings(role) if role else SourceSettings()


def _role(dataset: gdal.Dataset, stem: str) -> str:
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    if not bands or any(band.GetMetadataItem(ITEM, DOMAIN) for band in bands):
        return ""
    if _is_embedding(bands, stem):
        return EMBEDDING
    if len(bands) > 1 or bands[0].DataType not in _WHOLE | {gdal.GDT_Float32, gdal.GDT_Float64}:
        return ""
    (band,) = bands
    if band.GetColorInterpretation() == gdal.GCI_PaletteIndex or names_classes(band):
        return CATEGORY
    values = _sample(band)
    if values is None:
        return ""
    if _is_direction(values, f"{stem} {band.GetDescription()}"):
        return ANGLE
    few = len(np.unique(values)) <= _FEW_NUMBERS and values.min() < values.max()
    return CATEGORY if few and band.DataType in _WHOLE else ""


def _is_embedding(bands: Sequence[gdal.Band], stem: str) -> bool:
    """Say whether bands look like AlphaEarth's bytes, or are Tessera's by their file's name."""
    if len(bands) not in _EMBEDDING_BANDS:
        return False
    are_bytes = all(
        band.DataType == _INT8 or band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE" for band in bands
    )
    has_gaps = bands[0].GetNoDataValue() == _BYTE_NODATA
    return (are_bytes and has_gaps) or bool(re.search("alpha ?_?earth|tessera|embedding", stem, re.I))


def _is_direction(values: np.ndarray, name: str) -> bool:
    named = _DIRECTIONS.search(name) and not _COMPONENTS.search(name)
    return bool(named) and values.min() >= -_MOST_DEGREES / 2 and _LEAST_RANGE < np.ptp(values) <= _MOST_DEGREES


def _sample(band: gdal.Band) -> Optional[np.ndarray]:
    """Give the values in small windows spread over a band; None where there are hardly any."""
    values = np.concatenate([values[valid] for values, valid in spread_windows(band, _WINDOWS, _WINDOW_PX)])
    return values if len(values) >= _FEWEST else None
