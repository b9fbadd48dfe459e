"""The whole loop by hand with the real worker: sample scene, Train pressed, Predict pressed, a styled layer."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.dock.data.elsewhere import UNKNOWN
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.predictions import MODEL_PROPERTY
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.slow

WEB = "EPSG:3857"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small sample scene with the worker's own environment, and the polygons in degrees beside it."""
    interpreter = interpreter_of(ROOT / ".venv")
    if not interpreter.is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    folder = tmp_path_factory.mktemp("sample")
    command = [str(interpreter), "-I", str(ROOT / "core"), "sample", "--out", str(folder), "--size", "256"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    polygons = QgsVectorLayer(str(folder / "training.gpkg"), "training", "ogr")
    options = QgsVectorFileWriter.SaveVectorOptions()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    options.ct = QgsCoordinateTransform(polygons.crs(), degrees, QgsProject.instance())
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(polygons, str(folder / "degrees.gpkg"), context, options)
    return folder


@pytest.fixture
def dock(qtbot: QtBot, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OutcropDock]:
    """Give a dock with the sample's layers, in three coordinate systems."""
    monkeypatch.delenv("OUTCROP_PYTHON")
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem(WEB))
    imagery = QgsRasterLayer(str(sample / "image.tif"), "scene")
    polygons = QgsVectorLayer(str(sample / "degrees.gpkg"), "training", "ogr")
    area = QgsVectorLayer(str(sample / "labelled_area.gpkg"), "labelled area", "ogr")
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    for widget in (canvas, bar):
        qtbot.addWidget(widget)
    canvas.resize(300, 300)
    canvas.setDestinationCrs(project.crs())
    made = OutcropDock(project, canvas, Messages(bar))
    qtbot.addWidget(made)
    made.show()
    project.addMapLayers([imagery, polygons, area])
    made.data_page.polygons.setLayer(polygons)
    made.data_page.elsewhere.choose_layer(area)
    to_web = QgsCoordinateTransform(imagery.crs(), project.crs(), project)
    canvas.setExtent(to_web.transformBoundingBox(imagery.extent()))
    qtbot.waitUntil(lambda: made.data_page.choice.ready, timeout=60_000)
    yield made
    assert made.shutdown()


@pytest.mark.parametrize("model", ["unet_improved", "random_forest"])
def test_train_and_predict(dock: OutcropDock, qtbot: QtBot, model: str) -> None:
    form = dock.train_page.form
    form.models.setCurrentIndex(form.models.findData(model))
    if model == "unet_improved":
        form.recipe_form.set_values({"epochs": 2, "tile_px": 64, "stride_px": 64, "gap_px": 4})
        form.model_form.set_values({"width": 8})
    else:
        form.model_form.set_values({"trees": 20})
    with qtbot.waitSignal(dock.training.ended, timeout=600_000) as trained:
        qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)
    assert "on pixels held back" in trained.args[0], trained.args
    with qtbot.waitSignal(dock.prediction.ended, timeout=600_000) as predicted:
        qtbot.mouseClick(dock.train_page.predict, Qt.MouseButton.LeftButton)
    assert predicted.args[0].startswith("Finished"), predicted.args
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(MODEL_PROPERTY)]
    assert len(layers) == 1
    assert isinstance(layers[0].renderer(), QgsPalettedRasterRenderer)
    names = [entry.label for entry in layers[0].renderer().classes()]
    assert "background" in names
    assert layers[0].crs() == dock.data_page.choice.imagery.crs
    values = gdal.Open(layers[0].source()).ReadAsArray()
    assert values.shape == (256, 256)
    assert set(np.unique(values)) - {0} <= set(range(1, len(names) + 1))
    assert (values > 0).mean() > 0.9


def test_a_label_raster_named_in_the_dock_trains_a_model_of_its_classes(
    dock: OutcropDock, qtbot: QtBot, sample: Path, tmp_path: Path
) -> None:
    path = str(tmp_path / "units.tif")
    scene = gdal.Open(str(sample / "image.tif"))
    left, wide, _turned, top, _askew, high = scene.GetGeoTransform()
    units = gdal.GetDriverByName("GTiff").Create(path, 100, 100, 1, gdal.GDT_Byte)  # coarser than the imagery
    across = scene.RasterXSize * wide / 100, scene.RasterYSize * high / 100
    units.SetGeoTransform((left, across[0], 0.0, top, 0.0, across[1]))
    units.SetProjection(scene.GetProjection())
    units.GetRasterBand(1).Fill(1)
    gdal.Rasterize(units, str(sample / "training.gpkg"), burnValues=[2], allTouched=True)
    units.GetRasterBand(1).SetNoDataValue(0)
    units.GetRasterBand(1).SetCategoryNames(["", "host rock", "pegmatite"])
    del units, scene
    layer = QgsRasterLayer(path, "units")
    QgsProject.instance().addMapLayer(layer)
    page, form = dock.data_page, dock.train_page.form
    page.new.rasters.aboutToShow.emit()
    next(action for action in page.new.rasters.actions() if action.text() == "units").trigger()
    page.elsewhere.choose(UNKNOWN)
    qtbot.waitUntil(lambda: page.choice.ready and "pegmatite" in page.choice.colours, timeout=60_000)
    qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    form.models.setCurrentIndex(form.models.findData("random_forest"))
    form.model_form.set_values({"trees": 20})
    with qtbot.waitSignal(dock.training.ended, timeout=600_000) as trained:
        qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)
    assert "on pixels held back" in trained.args[0], trained.args
    with qtbot.waitSignal(dock.prediction.ended, timeout=600_000):
        qtbot.mouseClick(dock.train_page.predict, Qt.MouseButton.LeftButton)
    (made,) = [one for one in QgsProject.instance().mapLayers().values() if one.customProperty(MODEL_PROPERTY)]
    assert {entry.label for entry in made.renderer().classes()} == {"host rock", "pegmatite"}
    mapped, known = (
        gdal.Warp("", file, format="MEM", width=100, height=100).ReadAsArray() == 2 for file in (made.source(), path)
    )
    assert mapped.sum() > 100
    assert known[mapped].mean() > 2 * known.mean(), "the map's pegmatite doesn't lie where the labels have it"


@pytest.fixture
def training(dock: OutcropDock, qtbot: QtBot) -> int:
    """Start a training that would go on for long, wait for its first epoch, and give its process's number."""
    form = dock.train_page.form
    form.recipe_form.set_values({"epochs": 500, "tile_px": 64, "stride_px": 64, "gap_px": 4})
    form.model_form.set_values({"width": 8})
    qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dock.train_page.run.curves.miou.xs), timeout=600_000)
    return dock.training._task._process.pid


def test_cancel_in_mid_training_is_quick_and_leaves_nothing(
    dock: OutcropDock, qtbot: QtBot, training: int, is_running: Callable[[int], bool], tmp_path: Path
) -> None:
    began = time.monotonic()
    with qtbot.waitSignal(dock.training.ended, timeout=60_000):
        qtbot.mouseClick(dock.train_page.run.cancel, Qt.MouseButton.LeftButton)
    seconds = time.monotonic() - began
    print(f"cancelled after {seconds:.2f} s")
    assert seconds < 2.0
    assert not is_running(training)
    assert not list(tmp_path.glob("work/models/*"))


def test_stop_and_keep_best_leaves_a_model_that_predicts(dock: OutcropDock, qtbot: QtBot, training: int) -> None:
    assert training
    qtbot.mouseClick(dock.train_page.run.pause, Qt.MouseButton.LeftButton)
    qtbot.wait(500)
    with qtbot.waitSignal(dock.training.ended, timeout=300_000) as trained:
        qtbot.mouseClick(dock.train_page.run.finish, Qt.MouseButton.LeftButton)
    assert "on pixels held back" in trained.args[0]
    with qtbot.waitSignal(dock.prediction.ended, timeout=600_000):
        qtbot.mouseClick(dock.train_page.predict, Qt.MouseButton.LeftButton)
    assert [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(MODEL_PROPERTY)]
