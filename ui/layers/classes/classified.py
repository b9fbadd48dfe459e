"""Classified rasters: maps of classes are known by what is in the file, whoever has saved it."""

from __future__ import annotations

import numpy as np
from osgeo import gdal

from ...gdal_calls import GdalError
from ..band_windows import spread_windows
from .class_field import MOST_LIKELY

_WINDOWS, _WINDOW_PX = 6, 48
_LEAST_EQUAL, _LEAST_JUMPS = 0.6, 0.1
"""In a map more neighbours are equal than this share; of those that aren't, more than this share differ by over 1."""
_HIGHEST, _FEW_VALUES = 255, 5
"""Classes are numbered up to here; so few values in patches are a map, whatever lies beside what."""


def names_classes(band: gdal.Band) -> bool:
    """Say whether a band names its values, or says that they are classes."""
    return any(band.GetCategoryNames() or ()) or (band.GetMetadataItem("LAYER_TYPE") or "").lower() == "thematic"


def looks_classified(dataset: gdal.Dataset) -> bool:
    """Guess whether a raster holds classes: one band that names its values, or holds few whole numbers in patches.

    Patches tell maps from dark imagery, in which neighbours seldom are equal, and jumps between them from flat ground,
    whose heights go up and down one by one. Programs that drop a map's palette and tags leave its values.
    """
    if dataset.RasterCount != 1:
        return False
    band = dataset.GetRasterBand(1)
    if gdal.DataTypeIsComplex(band.DataType):
        return False
    if names_classes(band):
        return True
    try:
        windows = spread_windows(band, _WINDOWS, _WINDOW_PX)
    except GdalError:
        return False
    distinct = np.unique(np.concatenate([values[valid] for values, valid in windows]))
    if not 2 <= len(distinct) <= MOST_LIKELY or distinct[0] < 0 or distinct[-1] > _HIGHEST:
        return False
    if (distinct % 1).any():
        return False
    return band.GetColorTable() is not None or _is_in_patches(windows, len(distinct))


def _is_in_patches(windows: list[tuple[np.ndarray, np.ndarray]], values: int) -> bool:
    steps = np.concatenate([_steps(*window) for window in windows])
    if not len(steps) or np.mean(steps == 0) < _LEAST_EQUAL:
        return False
    changes = steps[steps > 0]
    return values <= _FEW_VALUES or (len(changes) > 0 and float(np.mean(changes > 1)) >= _LEAST_JUMPS)


def _steps(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Give by how much neighbours differ, along rows and columns."""
    numbers = np.where(valid, values, 0).astype(float)
    across, down = valid[:, 1:] & valid[:, :-1], valid[1:] & valid[:-1]
    return np.abs(np.concatenate([np.diff(numbers, axis=1)[across], np.diff(numbers, axis=0)[down]]))
