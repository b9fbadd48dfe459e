"""GDAL keeps few blocks of rasters in tiles while they are read once, and what it kept before afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from outcrop.core.geodata.block_cache import blocks_read_once
from rasterio.env import get_gdal_config, set_gdal_config

NAME = "GDAL_CACHEMAX"


def write(path: Path, **layout: object) -> Path:
    profile = {"driver": "GTiff", "width": 512, "height": 512, "count": 1, "dtype": "uint8", **layout}
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(np.ones((1, 512, 512), np.uint8))
    return path


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = get_gdal_config(NAME)
    set_gdal_config(NAME, 200 << 20)
    yield
    set_gdal_config(NAME, before or (256 << 20))


def test_few_blocks_are_kept_and_then_as_many_as_before(tmp_path: Path) -> None:
    tiled = write(tmp_path / "tiled.tif", tiled=True, blockxsize=256, blockysize=256)
    with blocks_read_once(tiled):
        assert get_gdal_config(NAME) == 32 << 20
    assert get_gdal_config(NAME) == 200 << 20


def test_a_smaller_cache_is_not_made_larger(tmp_path: Path) -> None:
    set_gdal_config(NAME, 8 << 20)
    with blocks_read_once(write(tmp_path / "tiled.tif", tiled=True)):
        assert get_gdal_config(NAME) == 8 << 20


def test_rows_from_edge_to_edge_stay_in_the_cache_for_the_window_beside(tmp_path: Path) -> None:
    tiled, rows = write(tmp_path / "tiled.tif", tiled=True, blockxsize=256, blockysize=256), write(tmp_path / "r.tif")
    with blocks_read_once(tiled, rows):
        assert get_gdal_config(NAME) == 200 << 20


def test_what_is_no_raster_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "polygons.gpkg").write_text("none")
    with blocks_read_once(tmp_path / "polygons.gpkg", tmp_path / "missing.tif"):
        assert get_gdal_config(NAME) == 32 << 20
