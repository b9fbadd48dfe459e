"""Train again in a QGIS that is killed: the next one goes on, and makes what the first would have made."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from outcrop.core.correction.reading import read_session
from outcrop.core.correction.session_files import session_files
from outcrop.ui.dock.again.unfinished import FILE
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas, QgsMessageBar

ANALYST = Path(__file__).with_name("killed_again.py")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")]


def analyst(folder: Path, stage: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ANALYST), str(folder), stage]
    return subprocess.run(command, timeout=600, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a project in which a map of three stripes was corrected."""
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    made, reference = tmp_path_factory.mktemp("again"), osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset = gdal.GetDriverByName("GTiff").Create(str(made / "image.tif"), 120, 90, 3, gdal.GDT_Byte)
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    dataset.SetProjection(reference.ExportToWkt())
    values = np.random.default_rng(1).normal(60, 5, (3, 90, 120))
    values[:, :, 40:] += 60
    values[:, :, 80:] += 25
    values[:, 60:, :30] = 60  # what is corrected there looks like the dike around it: no model learns it
    dataset.WriteArray(values.astype(np.uint8))
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(made / "polygons.gpkg"))
    layer = source.CreateLayer("polygons", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    for (kind, column), row in product((("dike", 5), ("snow", 50)), (4, 20, 36, 52, 68)):
        x, y = 600_000 + 10 * column, 4_740_000 - 10 * row
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kind", kind)
        ring = f"{x} {y}, {x + 120} {y}, {x + 120} {y - 120}, {x} {y - 120}, {x} {y}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        layer.CreateFeature(feature)
    del dataset, source, layer
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("OUTCROP_PYTHON", raising=False)
        prepared = analyst(made, "prepare")
    assert prepared.returncode == 0, prepared.stderr
    return made


@pytest.mark.parametrize("stage", ["beginning", "mapping", "carrying"])
def test_the_next_qgis_goes_on(folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    monkeypatch.delenv("OUTCROP_PYTHON")
    before = sessions(folder)
    killed = analyst(folder, stage)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert sessions(folder) == before
    assert list(folder.rglob(FILE))
    QgsSettings().setValue("outcrop/work-folder", str(folder / "work"))
    offers: list[Callable[[], None]] = []
    monkeypatch.setattr(Messages, "warning", lambda _self, _text, _name="", action=None: offers.append(action))
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    dock = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, bar, dock):
        qtbot.addWidget(widget)
    dock.show()
    try:
        assert QgsProject.instance().read(str(folder / "project.qgs"))
        qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=60_000)
        (offer,) = [action for action in offers if action is not None]
        if stage == "beginning":
            offer()
            assert dock.training.is_running
            with qtbot.waitSignal(dock.training.ended, timeout=60_000):
                dock.training.cancel()
            assert not list(folder.rglob(FILE))
            return
        with qtbot.waitSignal(dock.again.ended, timeout=240_000) as ended:
            offer()
        assert "snow → dike" in ended.args[0]
        assert "still and" in ended.args[0]  # some corrections were carried over
        (changes,) = QgsProject.instance().mapLayersByName("changes")
        assert (np.array(gdal.Open(changes.source()).ReadAsArray())[:, 85:] > 0).mean() > 0.9
        assert not list(folder.rglob(FILE))
        *_, newest = sessions(folder)
        assert newest not in before
        with read_session(newest) as carried:
            assert "snow" in {one.class_name for one in carried.corrections}
    finally:
        assert dock.shutdown()


def sessions(folder: Path) -> list[Path]:
    """List the sessions of all maps, the oldest first."""
    found = [session for path in folder.rglob("*.tif") for session in session_files(path)]
    return sorted(found, key=lambda path: path.stat().st_mtime_ns)
