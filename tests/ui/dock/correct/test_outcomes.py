"""What becomes of corrections, by the page's own buttons and the real worker; and where they are seen elsewhere."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QFileDialog

from .conftest import COLUMNS, CORNER, LEGEND, PIXEL_M, ROWS, Hand, usual_map

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def real_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    monkeypatch.delenv("OUTCROP_PYTHON")


@pytest.fixture
def corrected(hand: Hand) -> Hand:
    """Give a hand that has painted, painted over it, given some back, made a hole, and undone something."""
    hand.take("rectangle", "snow")
    hand.drag((19.5, 41.5), (39.5, 47.5))
    hand.take("brush", "dike", size=5)
    hand.drag((25, 44), (50, 52))
    hand.take("restore")
    for place in ((29.5, 39.5), (34.5, 39.5), (34.5, 45.5), (29.5, 45.5)):
        hand.click(*place)
    hand.key(Qt.Key.Key_Return)
    hand.take("brush", "snow", size=3)
    hand.page.choice.take_class(255)
    hand.click(5, 5)
    hand.take("brush", "snow", size=9)
    hand.click(60, 10)
    hand.key("z")
    return hand


def overlay_of(hand: Hand) -> np.ndarray:
    """Give what was corrected: 0 where nothing was, 255 where that is “no data”."""
    values: np.ndarray = gdal.Open(str(hand.target.session.path.with_suffix(".overlay.tif"))).ReadAsArray()
    return values


def chosen(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(file), ""))


@pytest.mark.slow
def test_labels_are_the_pixels_that_were_corrected(
    real_worker: None, corrected: Hand, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, messages: object,
) -> None:  # fmt: skip
    file = tmp_path / "corrected_labels.gpkg"
    chosen(monkeypatch, file)
    qtbot.mouseClick(corrected.page.export, LEFT)
    qtbot.waitUntil(lambda: bool(project.mapLayersByName(file.stem) or messages.of("error")), timeout=120_000)
    assert messages.of("error") == ""
    (layer,) = project.mapLayersByName(file.stem)
    assert isinstance(layer, QgsVectorLayer)
    assert layer.isValid()
    assert layer.crs().authid() == "EPSG:32654"
    for feature in layer.getFeatures():
        assert feature["class"] == LEGEND.names[feature["class_id"] - 1]
        assert feature.geometry().isGeosValid()
    wanted = overlay_of(corrected)
    wanted[wanted == 255] = 0
    assert np.array_equal(burnt(file), wanted)
    assert set(np.unique(wanted)) == {0, 2, 3}
    assert file.name in messages.of("success")


def burnt(file: Path) -> np.ndarray:
    """Rasterise label polygons on the prediction's pixels."""
    made = gdal.GetDriverByName("MEM").Create("", COLUMNS, ROWS, 1, gdal.GDT_Byte)
    made.SetGeoTransform((CORNER[0], PIXEL_M, 0.0, CORNER[1], 0.0, -PIXEL_M))
    vector = ogr.Open(str(file))
    gdal.RasterizeLayer(made, [1], vector.GetLayer(0), options=["ATTRIBUTE=class_id"])
    values: np.ndarray = made.ReadAsArray()
    return values


@pytest.mark.slow
def test_the_corrected_copy_is_the_map_that_was_seen(
    real_worker: None, corrected: Hand, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, messages: object,
) -> None:  # fmt: skip
    file = tmp_path / "copy.tif"
    chosen(monkeypatch, file)
    before = Path(corrected.target.session.prediction.path).read_bytes()
    qtbot.mouseClick(corrected.page.apply, LEFT)
    qtbot.waitUntil(lambda: file.is_file() and bool(messages.texts), timeout=120_000)
    assert messages.of("error") == ""
    assert np.array_equal(gdal.Open(str(file)).ReadAsArray(), corrected.map())
    assert not np.array_equal(corrected.map(), usual_map())
    assert Path(corrected.target.session.prediction.path).read_bytes() == before
    (copy,) = [layer for layer in project.mapLayers().values() if layer.source() == str(file)]
    assert [entry.label for entry in copy.renderer().classes()] == ["background", "dike", "snow"]


def test_a_print_layout_shows_what_was_corrected(corrected: Hand, project: QgsProject, tmp_path: Path) -> None:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(COLUMNS, ROWS))
    shown = QgsLayoutItemMap(layout)
    shown.attemptMove(QgsLayoutPoint(0, 0))
    shown.attemptResize(QgsLayoutSize(COLUMNS, ROWS))
    shown.setLayers([corrected.target.layer])
    shown.setCrs(corrected.target.layer.crs())
    shown.setExtent(corrected.target.layer.extent())
    layout.addLayoutItem(shown)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.imageSize = QSize(4 * COLUMNS, 4 * ROWS)
    file = tmp_path / "page.png"
    assert QgsLayoutExporter(layout).exportToImage(str(file), settings) == QgsLayoutExporter.ExportResult.Success
    assert classes_in(QImage(str(file))) == as_drawn(corrected.map())


def test_a_second_map_view_shows_what_was_corrected(corrected: Hand, qtbot: QtBot) -> None:
    second = QgsMapCanvas()
    qtbot.addWidget(second)
    second.setFrameStyle(0)
    second.resize(4 * COLUMNS, 4 * ROWS)
    second.setDestinationCrs(corrected.target.layer.crs())
    second.setLayers([corrected.target.layer])
    second.show()
    second.setExtent(corrected.target.layer.extent())
    qtbot.waitUntil(lambda: classes_in(second.grab().toImage()) == as_drawn(corrected.map()), timeout=20_000)
    corrected.take("brush", "snow", size=7)
    corrected.drag((60, 20), (70, 25))
    qtbot.waitUntil(lambda: classes_in(second.grab().toImage()) == as_drawn(corrected.map()), timeout=20_000)


def classes_in(image: QImage) -> list[list[int]]:
    """Give the class that every pixel of the map is drawn as; 0 for none, which background is drawn as, too."""
    colours = {entry.colour: entry.id for entry in LEGEND.classes if entry.name != "background"}
    side = image.width() / COLUMNS
    return [
        [colours.get(image.pixelColor(int((col + 0.5) * side), int((row + 0.5) * side)).name(), 0)
         for col in range(COLUMNS)] for row in range(ROWS)
    ]  # fmt: skip


def as_drawn(values: np.ndarray) -> list[list[int]]:
    shown: list[list[int]] = np.where(values == 1, 0, values).tolist()
    return shown


def test_layers_are_the_only_thing_that_is_needed_to_see_them(corrected: Hand) -> None:
    """A project opened without the plugin shows the corrections, too: they are in the layer's own source."""
    layer = QgsRasterLayer(corrected.target.layer.source(), "again")
    block = layer.dataProvider().block(1, layer.extent(), COLUMNS, ROWS)
    values = [[int(block.value(row, col)) for col in range(COLUMNS)] for row in range(ROWS)]
    assert np.array_equal(np.array(values), corrected.map())
