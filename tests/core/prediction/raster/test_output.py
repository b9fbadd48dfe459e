"""What is written: rasters, colours, names, statistics, styles."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import DiskError, OutcropError
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.prediction.raster.overviews import halve_classes, halve_quantities
from outcrop.core.prediction.raster.style import class_style
from rasterio.crs import CRS

from tests.core.ground import area_scale

ROOT = Path(__file__).resolve().parents[4]
LEGEND = Legend.from_names(["background", "granite & co", "Dürre <dike>"], {"granite & co": "#ff0000"})
GRID = Grid(1301, 700, Affine(10, 0, 400_000, 0, -10, 4_700_000), CRS.from_epsg(32654))


def write(path: Path, probabilities: bool = False, grid: Grid = GRID) -> np.ndarray:
    rng = np.random.default_rng(0)
    coarse = rng.random((3, grid.height // 16 + 1, grid.width // 16 + 1)).astype(np.float32)
    values = np.kron(coarse, np.ones((1, 16, 16), np.float32))[:, : grid.height, : grid.width]
    values /= values.sum(axis=0)
    keep = np.ones(values.shape[1:], bool)
    keep[100:200, 300:400] = False
    labels = (values.argmax(axis=0) + 1).astype(np.uint8)
    with Outputs(Wanted(path, LEGEND, probabilities, probabilities), grid) as out:
        for window in grid.blocks(300):
            rows, cols = window.slices()
            out.write(window, values[:, rows, cols] if probabilities else labels[rows, cols], keep[rows, cols])
    return labels * keep


def test_the_raster_is_cloud_optimised_with_colours_and_statistics(tmp_path: Path) -> None:
    labels = write(tmp_path / "out.tif")

    with rasterio.open(tmp_path / "out.tif") as file:
        assert np.array_equal(file.read(1), labels)
        assert file.nodata == 0
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert file.overviews(1) == [2, 4]
        assert file.colormap(1)[2] == (255, 0, 0, 255)
        assert file.colormap(1)[0][3] == 0
        statistics = file.tags(1)
        assert Legend.from_dicts(json.loads(file.tags()["OUTCROP_LEGEND"])) == LEGEND
    there = labels[labels > 0]
    assert float(statistics["STATISTICS_MEAN"]) == pytest.approx(there.mean())
    assert float(statistics["STATISTICS_STDDEV"]) == pytest.approx(there.std())


def test_overviews_show_the_commonest_class(tmp_path: Path) -> None:
    labels = write(tmp_path / "out.tif")

    with rasterio.open(tmp_path / "out.tif", overview_level=0) as file:
        small = file.read(1)
    assert small.shape == (350, 651)
    assert np.mean(small[:, :650] == labels[::2, 0:1300:2]) > 0.99


def test_halving() -> None:
    values = np.array([[1, 2, 3, 3, 4, 5], [2, 2, 1, 2, 6, 7]], np.uint8)
    assert halve_classes(values).tolist() == [[2, 3, 4]]
    values = np.array([[0, 10, 255, 255], [20, 0, 255, 254]], np.uint8)
    assert halve_quantities(values).tolist() == [[15, 255]]


def test_the_attribute_table_counts_every_class(tmp_path: Path) -> None:
    labels = write(tmp_path / "out.tif")

    root = ET.fromstring((tmp_path / "out.tif.aux.xml").read_text(encoding="utf-8"))  # noqa: S314  (our own file)
    rows = [[cell.text for cell in row] for row in root.iter("Row")]
    assert [row[:3] for row in rows] == [[str(n), LEGEND.names[n - 1], str((labels == n).sum())] for n in (1, 2, 3)]
    areas = [100.0 * area_scale(GRID) * (labels == n).sum() for n in (1, 2, 3)]
    assert [float(row[-1] or 0) for row in rows] == pytest.approx(areas, rel=1e-8)
    assert [category.text for category in root.iter("Category")][1:] == list(LEGEND.names)


def test_quantities_say_what_their_bytes_mean(tmp_path: Path) -> None:
    write(tmp_path / "out.tif", probabilities=True)

    with rasterio.open(tmp_path / "out_probabilities.tif") as file:
        assert file.count == 3
        assert file.descriptions == LEGEND.names
        assert np.allclose(np.array(file.scales) * 255 + file.offsets, 1)
        assert np.allclose(np.array(file.scales) * 1 + file.offsets, 0)
    with rasterio.open(tmp_path / "out_uncertainty.tif") as file:
        assert file.count == 2
        assert file.nodata == 0
    assert {path.name for path in tmp_path.glob("*.qml")} == {"out.qml", "out_probabilities.qml", "out_uncertainty.qml"}


def test_a_style_can_hide_a_class() -> None:
    root = ET.fromstring(class_style(LEGEND, transparent=["background"]).split("\n", 1)[1])  # noqa: S314

    entries = {entry.get("label"): entry for entry in root.iter("paletteEntry")}
    assert entries["background"].get("alpha") == "0"
    assert entries["granite & co"].get("alpha") == "255"
    assert entries["granite & co"].get("color") == "#ff0000"


def _stop_in_the_middle(path: Path) -> None:
    with Outputs(Wanted(path, LEGEND), GRID) as out:
        out.write(Window(0, 0, 10, 10), np.ones((10, 10), np.uint8), np.ones((10, 10), bool))
        raise OutcropError("stop")


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    write(tmp_path / "out.tif")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(OutcropError, match="stop"):
        _stop_in_the_middle(tmp_path / "out.tif")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("limit", [100, 400, 1200, 2000])
def test_a_full_disk_is_told_and_leaves_nothing(limit: int, tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(
            DiskError,
            match=r"out\.tif” can't be (read or )?written[.:] .*(Free some space|has room).* and start again\.",
        ):
            write(tmp_path / "out.tif", grid=replace(GRID, width=20, height=20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert not list(tmp_path.iterdir())


KILLED = """
import runpy, sys, time
runpy.run_path(sys.argv[1])["bind_package"]()
import numpy as np
from pathlib import Path
from affine import Affine
from rasterio.crs import CRS
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.output import Outputs, Wanted
grid = Grid(3000, 3000, Affine(10, 0, 0, 0, -10, 0), CRS.from_epsg(32654))
with Outputs(Wanted(Path(sys.argv[2]), Legend.from_names(["a", "b"])), grid) as out:
    for row in range(0, 3000, 300):
        out.write(Window(row, 0, 300, 3000), np.ones((300, 3000), np.uint8), np.ones((300, 3000), bool))
        print(out.partial, flush=True)
        time.sleep(0.02)
    print("finishing", flush=True)
"""


@pytest.mark.parametrize("after", ["3 writes", "the last write"])
def test_killing_it_leaves_nothing_under_the_final_name(after: str, tmp_path: Path) -> None:
    out = tmp_path / "out.tif"
    command = [sys.executable, "-c", KILLED, str(ROOT / "core" / "__main__.py"), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            if (after == "3 writes" and number == 2) or line.strip() == "finishing":
                break
        process.kill()
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []

    write(out, grid=Grid(50, 40, GRID.transform, GRID.crs))
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


QGIS = """
import sys
from qgis.core import QgsApplication, QgsRasterLayer
application = QgsApplication([], False)
application.initQgis()
for path in sys.argv[1:]:
    layer = QgsRasterLayer(path, "prediction")
    assert layer.isValid(), path
    renderer = layer.renderer()
    print(renderer.type(), layer.bandCount())
    if renderer.type() == "paletted":
        for entry in renderer.classes():
            print(entry.value, entry.label, entry.color.name())
"""


@pytest.mark.slow
def test_qgis_takes_the_style(tmp_path: Path) -> None:
    python = ROOT / ".venv-qgis" / "bin" / "python"
    if not python.exists() or shutil.which("qgis") is None:
        pytest.skip("there is no QGIS on this machine")
    write(tmp_path / "out.tif", probabilities=True)
    paths = [str(tmp_path / f"out{kind}.tif") for kind in ("", "_probabilities", "_uncertainty")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)}

    told = subprocess.run([python, "-c", QGIS, *paths], env=environment, capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == [
        "paletted 1", f"1.0 background {LEGEND.classes[0].colour}", "2.0 granite & co #ff0000",
        f"3.0 Dürre <dike> {LEGEND.classes[2].colour}", "singlebandpseudocolor 3", "singlebandpseudocolor 2",
    ]  # fmt: skip
