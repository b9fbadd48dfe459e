"""Rasters written with a few words, and raster functions run on them as the worker does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import LayerJob

PLACE = Affine(10, 0, 499_000, 0, -10, 4_500_000)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes bands (B, H, W) as a float raster."""

    def do(name: str, values: np.ndarray, crs: str = "EPSG:32633", place: Affine = PLACE, names: tuple = ()) -> str:
        values = np.asarray(values, np.float32)
        values = values[None] if values.ndim == 2 else values
        path = tmp_path / name
        profile = {"driver": "GTiff", "count": len(values), "height": values.shape[1], "width": values.shape[2]}
        with rasterio.open(
            path, "w", **profile, dtype="float32", crs=crs, transform=place, nodata=float("nan")
        ) as file:
            file.write(values)
            for number, band in enumerate(names, start=1):
                file.set_band_description(number, band)
        return str(path)

    return do


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., dict[str, np.ndarray]]:
    """Give a function that runs a raster function and gives the bands (H, W) that it wrote by their names."""

    def do(
        function: str, *images: str, bands: tuple[str, ...] = (), sources: tuple[str, ...] = (),
        heard: Callable[[Any], None] = lambda _event: None, **settings: Any,
    ) -> dict[str, np.ndarray]:  # fmt: skip
        out = tmp_path / "made.tif"
        execute(LayerJob(function, images, str(out), bands, settings, sources=sources), Events(heard))
        with rasterio.open(out) as file:
            assert np.isnan(file.nodata)
            return dict(zip(file.descriptions, file.read().astype(np.float64)))

    return do
