"""Small windows spread over a band of a raster, from which one guesses what its numbers are."""

from __future__ import annotations

import numpy as np
from osgeo import gdal

from ..gdal_calls import opened


def spread_windows(band: gdal.Band, count: int, side: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Read so many windows a side, of this side: they touch few of a large file's blocks; of a small band all.

    Returns:
        Of each window the values (H, W), and which of them are data.

    Raises:
        GdalError: They can't be read.
    """
    windows = []
    for top, high in _places(band.YSize, count, side):
        for left, wide in _places(band.XSize, count, side):
            values = opened(band.ReadAsArray, left, top, wide, high)
            mask = opened(band.GetMaskBand().ReadAsArray, left, top, wide, high)
            windows.append((values, (mask > 0) & np.isfinite(values)))
    return windows


def _places(length: int, count: int, side: int) -> list[tuple[int, int]]:
    """Give where windows begin along a side, and how long they are."""
    if length <= count * side:
        return [(0, length)]
    return [(start, side) for start in np.linspace(0, length - side, count).astype(int).tolist()]
