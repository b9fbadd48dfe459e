"""The raster with the finest pixels gives the grid, and all are still read as they were said to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.geodata.stack import Stack
from outcrop.core.preparation.base.finest import on_finest_grid


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, float, int], str]:
    def one(name: str, pixel_m: float, value: int) -> str:
        side, path = int(120 / pixel_m), str(tmp_path / f"{name}.tif")
        profile = {"driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "uint8", "crs": "EPSG:32633"}
        place = Affine(pixel_m, 0, 500_000, 0, -pixel_m, 4_500_000)
        with rasterio.open(path, "w", transform=place, **profile) as dataset:
            dataset.write(np.full((1, side, side), value, np.uint8))
        return path

    return one


def test_the_finest_gives_the_grid_and_settings_stay(write: Callable) -> None:
    images = [write("coarse", 30, 3), write("fine", 10, 8)]
    with Stack(images, (), ("1=measurement,scale=2", "2=category")) as given, on_finest_grid(given) as finest:
        assert finest.images == (images[1], images[0])
        assert finest.grid.width == 12
        assert [str(band.settings) for band in finest.bands] == [str(band.settings) for band in given.bands]
        assert finest.read(finest.grid.window)[0][:, 5, 5].tolist() == [6, 8]


def test_a_stack_whose_first_is_the_finest_stays(write: Callable) -> None:
    with Stack([write("fine", 10, 8), write("coarse", 30, 3)]) as given:
        assert on_finest_grid(given) is given
