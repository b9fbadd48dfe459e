"""Points written with a few words, and grids made of them as the worker does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import LayerJob


@pytest.fixture
def points(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes points at places (N, 2) with a field of values."""

    def do(places: np.ndarray, values: Any, crs: str = "EPSG:32633", name: str = "points.gpkg") -> str:
        path = tmp_path / name
        wkb = shapely.to_wkb(shapely.points(np.asarray(places, np.float64)))
        pyogrio.raw.write(path, wkb, [np.asarray(values)], ["zn"], geometry_type="Point", crs=crs, driver="GPKG")
        return str(path)

    return do


@pytest.fixture
def grid_of(write: Callable[..., str], tmp_path: Path) -> Callable[..., Any]:
    """Give a function that grids points over a raster (H, W) of 10 m and gives bands, result, and what was told."""

    def do(file: str, size: tuple[int, int] = (40, 50), image: str = "", **settings: Any) -> Any:
        image = image or write("image.tif", np.ones(size))
        out, told = tmp_path / "grid.tif", []
        job = LayerJob(
            "points-to-grid", (image,), str(out), (), settings, file, field="zn", page=str(tmp_path / "page.html")
        )
        result = execute(job, Events(told.append))
        with rasterio.open(out) as dataset:
            bands = dict(zip(dataset.descriptions, dataset.read().astype(np.float64)))
        return bands, result, [str(event["text"]) for event in told if event["event"] in ("log", "warning")]

    return do
