"""A real QGIS window loads the plugin from a fresh profile and goes through the loop by mouse, with a stub worker."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest
from osgeo import gdal, osr

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

DESKTOP = runpy.run_path(str(Path(__file__).with_name("desktop.py")))
NEEDED = ("qgis", "xvfb-run", "xdotool")


@pytest.mark.skipif(any(shutil.which(name) is None for name in NEEDED), reason=f"needs {', '.join(NEEDED)}")
def test_loop_by_mouse(tmp_path: Path) -> None:
    image = tmp_path / "imagery.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(image), 60, 60, 3, gdal.GDT_Byte)
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    for number in (1, 2, 3):
        dataset.GetRasterBand(number).Fill(number)
    dataset.FlushCache()
    del dataset
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "work")
    stub = DESKTOP["ROOT"] / "tests" / "ui" / "stub_worker.py"
    told = DESKTOP["run_script"](
        DESKTOP["HERE"] / "quick.py",
        profile,
        {"image": str(image)},
        120.0,
        OUTCROP_PYTHON=str(stub),
        OUTCROP_STUB="slow",
    )
    print(told)
    assert told["cancel_s"] < 2.0
    assert told["worker_gone"]
    assert told["group"] == "Outcrop · imagery"
    assert told["open"]
