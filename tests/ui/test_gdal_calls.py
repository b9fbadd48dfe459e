"""GDAL's failures are seen whether its exceptions are on or off, as another plugin may have set them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from outcrop.ui.gdal_calls import GdalError, check_raster, done, opened

_MODULES = (gdal, ogr, osr)


@pytest.fixture(params=[False, True], ids=["exceptions off", "exceptions on"], autouse=True)
def _exceptions(request: pytest.FixtureRequest) -> Iterator[None]:
    was = [module for module in _MODULES if module.GetUseExceptions()]
    _raise_in(_MODULES if request.param else ())
    yield
    _raise_in(was)


def _raise_in(wanted: Sequence[Any]) -> None:
    """Have some of GDAL's modules raise and the others not; the last one that began has to end first."""
    for module in reversed(_MODULES):
        if module.GetUseExceptions():
            module.DontUseExceptions()
    for module in wanted:
        if not module.GetUseExceptions():
            module.UseExceptions()


def raster(path: Path) -> gdal.Dataset:
    return opened(gdal.GetDriverByName("GTiff").Create, str(path), 40, 30, 1, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])


def test_what_is_not_there_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(GdalError, match=r"gone\.tif"):
        opened(gdal.Open, str(tmp_path / "gone.tif"))
    with pytest.raises(GdalError):
        opened(gdal.GetDriverByName("GTiff").Create, str(tmp_path / "no" / "a.tif"), 4, 4)


def test_writing_that_fails_is_said(tmp_path: Path) -> None:
    dataset = raster(tmp_path / "a.tif")  # a band lives no longer than it
    band = dataset.GetRasterBand(1)
    assert done(band.WriteArray, np.ones((30, 40), np.uint8)) == gdal.CE_None
    with pytest.raises(GdalError):
        done(band.WriteRaster, 90, 90, 5, 5, bytes(25))
    with pytest.raises(GdalError):
        done(gdal.GetDriverByName("GTiff").Delete, str(tmp_path / "gone.tif"))


def test_a_raster_that_is_cut_short_is_found(tmp_path: Path) -> None:
    dataset = raster(tmp_path / "a.tif")
    done(dataset.GetRasterBand(1).WriteArray, np.random.default_rng(0).integers(0, 255, (30, 40), np.uint8))
    done(dataset.FlushCache)
    del dataset
    check_raster(tmp_path / "a.tif")
    whole = (tmp_path / "a.tif").read_bytes()
    (tmp_path / "b.tif").write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(GdalError):
        check_raster(tmp_path / "b.tif")
