"""What a layer says beyond its file reaches the worker: read back by the worker's own interpreter."""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.errors import BadInputError
from outcrop.ui.layers.gdal_source import gdal_source
from outcrop.ui.layers.imagery import is_no_file, read_imagery, worker_path
from outcrop.ui.layers.layer_view import table
from qgis.core import QgsRasterLayer, QgsRasterRange, QgsRasterTransparency

Maker = Callable[..., QgsRasterLayer]
PYTHON = Path(__file__).resolve().parents[3] / ".venv" / "bin" / "python"
READ = """
import json, sys
sys.path.insert(0, sys.argv[1])
import benchmarks
from outcrop.core.geodata.stack import Stack
with Stack([sys.argv[2]], sys.argv[3:]) as stack:
    values, valid = stack.read(stack.grid.window)
print(json.dumps([values.astype(float).tolist(), valid.tolist()]))
"""


def seen(path: str, *bands: str) -> tuple[np.ndarray, np.ndarray]:
    """Read bands as the worker does."""
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [str(PYTHON), "-c", READ, str(root), path, *bands], capture_output=True, text=True, timeout=60, check=True
    )
    values, valid = json.loads(done.stdout)
    return np.array(values), np.array(valid)


@pytest.fixture
def ramp(tmp_path: Path) -> QgsRasterLayer:
    """Give a layer of three bands whose values are 0 to 239; 7 is the file's nodata."""
    path = tmp_path / "ramp.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 24, 10, 3, gdal.GDT_Byte)
    dataset.SetGeoTransform((600_000, 10, 0, 4_740_000, 0, -10))
    dataset.SetProjection(_wkt())
    for number in (1, 2, 3):
        dataset.GetRasterBand(number).WriteArray(values() if number < 3 else 255 - values())
        dataset.GetRasterBand(number).SetNoDataValue(7)
    dataset.FlushCache()
    del dataset
    return QgsRasterLayer(str(path), "ramp")


def values() -> np.ndarray:
    return np.arange(240, dtype=np.uint8).reshape(10, 24)


def _wkt() -> str:
    from osgeo import osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(32654)
    return str(system.ExportToWkt())


def test_additional_no_data_is_empty_for_the_worker(ramp: QgsRasterLayer, tmp_path: Path) -> None:
    ramp.dataProvider().setUserNoDataValue(1, [QgsRasterRange(30, 100), QgsRasterRange(200, math.nan)])
    path = worker_path(ramp, tmp_path)
    found, valid = seen(path, "1")
    hidden = (values() >= 30) & (values() <= 100) | (values() >= 200) | (values() == 7)
    assert np.array_equal(valid, ~hidden)
    assert np.array_equal(found[0][valid], values()[valid])
    assert np.array_equal(seen(path, "2")[1], values() != 7)


def test_no_data_that_is_switched_off_is_a_value(ramp: QgsRasterLayer, tmp_path: Path) -> None:
    ramp.dataProvider().setUseSourceNoDataValue(2, False)
    path = worker_path(ramp, tmp_path)
    assert seen(path, "2")[1].all()
    assert np.array_equal(seen(path, "1")[1], values() != 7)


def test_transparent_values_are_empty_for_the_worker(ramp: QgsRasterLayer, tmp_path: Path) -> None:
    black = QgsRasterTransparency.TransparentThreeValuePixel()
    black.red, black.green, black.blue, black.percentTransparent = 50, 50, 205, 100
    half = QgsRasterTransparency.TransparentThreeValuePixel()
    half.red, half.green, half.blue, half.percentTransparent = 60, 60, 195, 40
    transparency = QgsRasterTransparency()
    transparency.setTransparentThreeValuePixelList([black, half])
    ramp.renderer().setRasterTransparency(transparency)
    _, valid = seen(worker_path(ramp, tmp_path), "1")
    assert np.array_equal(valid, (values() != 50) & (values() != 7))


def test_two_layers_of_one_name_get_a_file_each(ramp: QgsRasterLayer, tmp_path: Path) -> None:
    ramp.dataProvider().setUseSourceNoDataValue(1, False)
    assert worker_path(ramp, tmp_path) != worker_path(ramp, tmp_path)
    assert Path(worker_path(ramp, tmp_path)).stem == "ramp"


def test_a_look_up_table_hides_ranges_and_nothing_else() -> None:
    def looked_up(value: float, text: str) -> float:
        points = [tuple(map(float, pair.split(":"))) for pair in text.split(",")]
        return float(np.interp(value, *zip(*points)))

    text = table([(30, 40), (35, 50), (80.5, math.inf)])
    assert [looked_up(value, text) for value in (29, 30, 44, 50, 51, 80, 80.5, 1e9)] == [255, 0, 0, 0, 255, 255, 0, 0]


@pytest.mark.parametrize(
    ("source", "name", "options", "only_here"),
    [
        ("/a b/x.tif", "/a b/x.tif", (), False),
        ("/vsizip//d/a.zip/x.tif", "/vsizip//d/a.zip/x.tif", (), False),
        ("/vsicurl/http://h/x.tif|option:A=B|option:C=D", "/vsicurl/http://h/x.tif", ("A=B", "C=D"), False),
        ("/vsis3/b/x.tif|credential:AWS_KEY=1", "/vsis3/b/x.tif", (), True),
        ("/vsicurl/http://h/x.tif|authcfg=abc1234", "/vsicurl/http://h/x.tif", (), True),
        ('NETCDF:"/d/x.nc":v', 'NETCDF:"/d/x.nc":v', (), False),
        ("/d/a|b/x.tif", "/d/a|b/x.tif", (), False),
        ("/vsimem/x.tif", "/vsimem/x.tif", (), True),
        ("/vsizip//vsimem/a.zip/x.tif", "/vsizip//vsimem/a.zip/x.tif", (), True),
    ],
)
def test_a_source_is_taken_apart(source: str, name: str, options: tuple[str, ...], only_here: bool) -> None:
    layer = QgsRasterLayer(source, "x")
    found = gdal_source(layer)
    assert (found.name, found.open_options) == (name, options)
    assert is_no_file(layer) == only_here


def test_open_options_reach_the_worker(ramp: QgsRasterLayer, tmp_path: Path) -> None:
    layer = QgsRasterLayer(f"{ramp.source()}|option:IGNORE_COG_LAYOUT_BREAK=YES", "x")
    assert "IGNORE_COG_LAYOUT_BREAK" in Path(worker_path(layer, tmp_path)).read_text()


def test_complex_values_and_control_points_are_refused(tmp_path: Path) -> None:
    made = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "c.tif"), 9, 9, 1, gdal.GDT_CFloat32)
    made.SetGeoTransform((600_000, 10, 0, 4_740_000, 0, -10))
    made.SetProjection(_wkt())
    del made
    with pytest.raises(BadInputError, match="complex"):
        read_imagery(QgsRasterLayer(str(tmp_path / "c.tif"), "c"))
    made = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "g.tif"), 9, 9, 1)
    made.SetGCPs([gdal.GCP(6e5 + x, 4.7e6 - y, 0, x, y) for x, y in ((0, 0), (9, 0), (0, 9))], _wkt())
    del made
    with pytest.raises(BadInputError, match="Warp it"):
        read_imagery(QgsRasterLayer(str(tmp_path / "g.tif"), "g"))
