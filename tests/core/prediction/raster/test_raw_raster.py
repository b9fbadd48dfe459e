"""What the raster in the making counts of what is written to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.prediction.raster.raw_raster import RawRaster
from outcrop.core.prediction.raster.vrt import BandLook
from rasterio.crs import CRS


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (4, 6)])
def test_every_value_is_counted(shape: tuple[int, int], tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    grid = Grid(shape[1], shape[0], Affine.identity(), CRS.from_epsg(32654))
    raster = RawRaster(tmp_path / "a.tif", grid, [BandLook("class")], {})

    raster.write(Window(0, 0, *shape), values[None])
    raster.remove()

    assert raster.counts[0].tolist() == np.bincount(values.ravel(), minlength=256).tolist()


def test_a_disk_that_takes_only_a_part_is_given_the_rest(tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 256, (1, 40, 50)).astype(np.uint8)
    raster = RawRaster(
        tmp_path / "a.tif", Grid(50, 40, Affine.identity(), CRS.from_epsg(32654)), [BandLook("class")], {}
    )
    raster._bytes = SlowDisk(raster._bytes)  # type: ignore[assignment]

    raster.write(Window(0, 0, 40, 50), values)
    raster.finish()

    with rasterio.open(raster.vrt) as file:
        assert np.array_equal(file.read(), values)


class SlowDisk:
    """A file that takes at most 300 bytes at a time."""

    def __init__(self, file: Any) -> None:
        self.seek, self.close, self._write = file.seek, file.close, file.write

    def write(self, values: memoryview) -> int:
        return int(self._write(values[:300]))
