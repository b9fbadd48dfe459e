"""With the real worker: pixels are seen before the end, a click previews, and nothing is left at the end."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.predict.predict_page import POLYGONS
from outcrop.ui.layers.predictions import MODEL_PROPERTY
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small scene and a quickly fitted model with the worker's own environment."""
    interpreter = interpreter_of(ROOT / ".venv")
    if not interpreter.is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    folder = tmp_path_factory.mktemp("sample")
    outcrop = [str(interpreter), "-I", str(ROOT / "core")]
    area = ("--labelled-area", str(folder / "labelled_area.gpkg"))
    labels = ("--labels", str(folder / "training.gpkg"), "--class-field", "kind", *area)
    model = ("--model", "maximum_likelihood", "--out", str(folder / "ml.safetensors"))
    for command in (
        ("sample", "--out", str(folder), "--size", "1024"),
        ("train", "--image", str(folder / "image.tif"), *labels, *model),
    ):
        subprocess.run([*outcrop, *command], check=True, capture_output=True, timeout=300)
    return folder


@pytest.fixture
def dock(qtbot: QtBot, sample: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[OutcropDock]:
    monkeypatch.delenv("OUTCROP_PYTHON")
    models = tmp_path / "work" / "models"
    models.mkdir(parents=True)
    (models / "ml.safetensors").write_bytes((sample / "ml.safetensors").read_bytes())
    project, canvas, bar = QgsProject.instance(), QgsMapCanvas(), QgsMessageBar()
    for widget in (canvas, bar):
        qtbot.addWidget(widget)
    imagery = QgsRasterLayer(str(sample / "image.tif"), "scene")
    canvas.resize(300, 300)
    canvas.setDestinationCrs(imagery.crs())
    made = OutcropDock(project, canvas, Messages(bar))
    qtbot.addWidget(made)
    made.show()
    project.addMapLayers([imagery, QgsVectorLayer(str(sample / "training.gpkg"), "training", "ogr")])
    canvas.setExtent(imagery.extent())
    made.tabs.setCurrentWidget(made.predict_page)
    yield made
    began = time.monotonic()
    assert made.shutdown()
    assert time.monotonic() - began < 6.0


def values(layer: QgsRasterLayer) -> np.ndarray:
    dataset = gdal.Open(layer.source())
    return np.array(dataset.ReadAsArray())


def maps() -> list[QgsRasterLayer]:
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(MODEL_PROPERTY)]


def test_pixels_are_seen_before_the_end(dock: OutcropDock, qtbot: QtBot) -> None:
    dock.predict_page.more_form.set_values({"tile_px": 64, "test_time_augmentation": True})
    seen: list[float] = []

    def look(layers: list[QgsRasterLayer]) -> None:
        seen.extend(float((values(layer) > 0).mean()) for layer in layers if layer.name().endswith(", so far"))

    QgsProject.instance().layersAdded.connect(look)
    with qtbot.waitSignal(dock.prediction.ended, timeout=300_000) as ended:
        qtbot.mouseClick(dock.predict_page.predict, Qt.MouseButton.LeftButton)
    QgsProject.instance().layersAdded.disconnect(look)
    assert ended.args[0].startswith("Finished"), ended.args
    assert len(seen) == 1
    assert 0 < seen[0] <= 1
    (made,) = maps()
    assert (values(made) > 0).mean() > 0.9


def test_only_polygons_are_mapped(dock: OutcropDock, qtbot: QtBot) -> None:
    dock.predict_page.where.setCurrentIndex(POLYGONS)
    with qtbot.waitSignal(dock.prediction.ended, timeout=300_000) as ended:
        qtbot.mouseClick(dock.predict_page.predict, Qt.MouseButton.LeftButton)
    assert ended.args[0].startswith("Finished"), ended.args
    (made,) = maps()
    share = (values(made) > 0).mean()
    assert 0 < share < 0.9


def test_preview_leaves_nothing(dock: OutcropDock, qtbot: QtBot, is_running: Callable[[int], bool]) -> None:
    preview = dock.predicting.preview
    preview.start()
    preview.tool.picked.emit(QgsProject.instance().mapLayersByName("scene")[0].extent().center())
    qtbot.waitUntil(lambda: bool(QgsProject.instance().mapLayersByName("preview")), timeout=120_000)
    (made,) = QgsProject.instance().mapLayersByName("preview")
    assert (values(made) > 0).mean() > 0.9
    pid = dock.predicting.warm.pid
    assert pid is not None
    preview.stop()
    assert not QgsProject.instance().mapLayersByName("preview")
    assert dock.predicting.warm.close()
    assert not is_running(pid)
