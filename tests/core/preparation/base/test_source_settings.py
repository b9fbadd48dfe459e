"""How files are read by settings reaches whatever a raster function reads: what it looks at, and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from affine import Affine
from scipy.ndimage import gaussian_filter

PLACE = Affine(10, 0, 499_000, 0, -10, 4_500_000)
RNG = np.random.default_rng(7)


def smooth(bands: int, side: int) -> np.ndarray:
    return np.stack([20 + 60 * gaussian_filter(RNG.normal(size=(side, side)), 3) for _ in range(bands)])


SURVEY = {"names": ("K", "Th", "U")}
CASES: dict[str, tuple[list[tuple[np.ndarray, int, dict[str, Any]]], int]] = {
    "principal-components": ([(smooth(3, 60), 1, {})], 1),
    "minimum-noise-fraction": ([(smooth(3, 60), 1, {})], 1),
    "radiometrics": ([(np.abs(smooth(3, 60)) + 1, 1, SURVEY)], 1),
    "fusion": ([(smooth(2, 60), 1, {}), (smooth(1, 15), 4, {})], 2),
    "pan-sharpening": ([(smooth(1, 60), 1, {}), (smooth(3, 30), 2, {})], 2),
}
"""Rasters with how many times as large their pixels are, and which of them is read by settings."""


@pytest.mark.parametrize("function", CASES)
def test_stored_numbers_are_read_by_settings(function: str, write: Callable, make: Callable) -> None:
    rasters, which = CASES[function]
    files: dict[str, list[str]] = {"plain": [], "stored": []}
    for number, (values, ratio, more) in enumerate(rasters, start=1):
        holes = values.copy()
        if number == which:
            holes[:, 5:9, 4:11] = np.nan
        stored = np.where(np.isfinite(holes), 16 * (holes - 5), -9_999) if number == which else holes
        place = PLACE @ Affine.scale(ratio)
        for kind, own in (("plain", holes), ("stored", stored)):
            files[kind].append(write(f"{kind}{number}.tif", own, place=place, **more))
    settings = f"{which}=scale=0.0625,offset=5,nodata=-9999"
    wanted = make(function, *files["plain"])
    found = make(function, *files["stored"], sources=(settings,))
    for own, other in zip(found.values(), wanted.values()):
        assert (np.isfinite(own) == np.isfinite(other)).all()
        known = np.isfinite(other)
        assert np.allclose(own[known], other[known], rtol=1e-3, atol=1e-3 * np.abs(other[known]).max())
