"""More or fewer of one class with the real worker: the slider is moved, the map is seen anew, and kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.correction.session_files import session_files
from outcrop.core.geodata.grid import Window
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.raster.tags import PROBABILITIES_TAG
from outcrop.core.prediction.raster.threshold import remembered
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.corrected import prediction_file
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.slow
SQUARES = tuple((name, left, top, 12) for name, left in (("dike", 5), ("snow", 50)) for top in (4, 20, 36, 52, 68))
PREVIEW = "more or fewer"


@pytest.fixture
def dock(make_working_dock: Callable[..., OutcropDock]) -> OutcropDock:
    """Give a dock over an image of two overlapping halves."""
    made = make_working_dock({40: 8}, SQUARES)
    form = made.train_page.form
    form.models.setCurrentIndex(form.models.findData("logistic_regression"))
    return made


def mapped(dock: OutcropDock, qtbot: QtBot, *, probabilities: bool = True) -> QgsRasterLayer:
    with qtbot.waitSignal(dock.training.ended, timeout=100_000) as trained:
        dock.train_page.train.click()
    assert trained.args[1], trained.args
    dock.predict_page.make["probabilities"].setChecked(probabilities)
    with qtbot.waitSignal(dock.prediction.ended, timeout=100_000):
        dock._on_predict_now()
    dock.tabs.setCurrentWidget(dock.correct_page)
    dock._canvas.show()
    found = [one for one in QgsProject.instance().mapLayers().values() if one.customProperty("outcrop/imagery")]
    (layer,) = [one for one in found if one.bandCount() == 1]
    assert isinstance(layer, QgsRasterLayer)
    dock.correct_page.layer.set_layer(layer)
    return layer


def values(layer: QgsRasterLayer) -> np.ndarray:
    return np.array(gdal.Open(layer.source()).ReadAsArray())


def preview(qtbot: QtBot) -> QgsRasterLayer:
    qtbot.waitUntil(lambda: len(QgsProject.instance().mapLayersByName(PREVIEW)) == 1, timeout=60_000)
    return QgsProject.instance().mapLayersByName(PREVIEW)[0]


def is_shown(layer: QgsRasterLayer) -> bool:
    return bool(QgsProject.instance().layerTreeRoot().findLayer(layer.id()).itemVisibilityChecked())


def open_row(dock: OutcropDock, qtbot: QtBot) -> None:
    qtbot.mouseClick(dock.threshold.row.open, Qt.MouseButton.LeftButton)


def slide(dock: OutcropDock, qtbot: QtBot, by: int) -> None:
    slider = dock.threshold.row.slider
    slider.setFocus()
    text = dock.threshold.row.status.text()
    for _step in range(abs(by)):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp if by > 0 else Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: dock.threshold.row.status.text() != text, timeout=60_000)


def test_the_slider_shows_more_and_keeps_it(
    dock: OutcropDock, qtbot: QtBot, tmp_path: Path, correct: Callable[..., Path]
) -> None:
    first, row = mapped(dock, qtbot), dock.threshold.row
    before = values(first)
    correct(first.source(), Window(0, 100, 10, 10), "dike")
    open_row(dock, qtbot)
    shown = preview(qtbot)
    assert row.classes.currentText() == "dike"
    assert not is_shown(first)
    assert abs((values(shown) == 1).mean() - (before == 1).mean()) < 0.02  # it starts as the map is
    assert "held back" in row.figures.text()
    slide(dock, qtbot, 8)
    more = values(shown)
    assert (more == 1).mean() > (before == 1).mean() + 0.02
    assert set(np.unique(more)) == {1, 2}
    assert (
        f"{100 * (more == 1).mean():.1f} % of the map. It was {100 * (before == 1).mean():.1f} %" in row.status.text()
    )
    QgsProject.instance().write(str(tmp_path / "saved.qgs"))
    assert PREVIEW not in (tmp_path / "saved.qgs").read_text(encoding="utf-8")
    assert not is_shown(first)  # in the window; a project that is opened again shows it
    qtbot.waitUntil(lambda: len(QgsProject.instance().mapLayersByName(PREVIEW)) == 1, timeout=60_000)
    with qtbot.waitSignal(dock.threshold.kept, timeout=100_000) as kept:
        qtbot.mouseClick(row.keep, Qt.MouseButton.LeftButton)
    (layer,) = kept.args
    np.testing.assert_array_equal(values(layer), more)
    assert QgsProject.instance().mapLayersByName(PREVIEW) == []
    assert not row.open.isChecked()
    assert row.slider.isHidden() or not row.slider.isVisible()
    chosen = remembered(read_card(layer.customProperty("outcrop/model")))
    assert chosen is not None
    assert (chosen.class_name, round(254 * chosen.at) + 1) == ("dike", row.byte)
    assert dock.correct_page.chosen_layer is layer
    assert len(session_files(prediction_file(layer))) == (values(layer)[:10, 100:110] != 1).any()
    open_row(dock, qtbot)  # the kept map has the same probabilities, and its own threshold
    preview(qtbot)
    assert round(254 * chosen.at) + 1 == row.byte
    assert gdal.Open(prediction_file(layer)).GetMetadataItem(PROBABILITIES_TAG).endswith("_probabilities.tif")


def test_what_is_left_is_as_it_was(dock: OutcropDock, qtbot: QtBot) -> None:
    first, row = mapped(dock, qtbot), dock.threshold.row
    state = Path(first.source()).stat().st_mtime_ns
    open_row(dock, qtbot)
    shown = preview(qtbot)
    dock._canvas.setExtent(QgsRectangle(600_300, 4_739_400, 600_500, 4_739_700))
    qtbot.waitUntil(lambda: shown.extent().width() < 700, timeout=60_000)
    row.share.setValue(25)
    qtbot.waitUntil(lambda: "25." in row.status.text() or "24.9" in row.status.text(), timeout=60_000)
    qtbot.mouseClick(row.leave, Qt.MouseButton.LeftButton)
    assert is_shown(first)
    assert QgsProject.instance().mapLayersByName(PREVIEW) == []
    assert not row.status.isVisible()
    assert Path(first.source()).stat().st_mtime_ns == state
    dock._canvas.setExtent(QgsRectangle(600_000, 4_739_100, 601_200, 4_740_000))
    assert not dock.threshold._moving.isActive()


def test_missing_probabilities_are_made(dock: OutcropDock, qtbot: QtBot) -> None:
    first, row = mapped(dock, qtbot, probabilities=False), dock.threshold.row
    before = values(first)
    open_row(dock, qtbot)
    assert "No probabilities were kept" in row.status.text()
    assert not row.slider.isVisible()
    with qtbot.waitSignal(dock.threshold.made, timeout=100_000):
        qtbot.mouseClick(row.make, Qt.MouseButton.LeftButton)
    preview(qtbot)
    assert Path(first.source().replace(".tif", "_probabilities.tif")).is_file()
    np.testing.assert_array_equal(values(first), before)
    QgsProject.instance().removeMapLayer(first.id())
    assert not row.open.isChecked()
    assert QgsProject.instance().mapLayersByName(PREVIEW) == []


def test_what_cannot_be_made_again_says_why(dock: OutcropDock, qtbot: QtBot) -> None:
    row = dock.threshold.row
    dock.tabs.setCurrentWidget(dock.correct_page)
    open_row(dock, qtbot)
    assert "Choose a map that Outcrop has made" in row.status.text()
    first = mapped(dock, qtbot, probabilities=False)
    qtbot.waitUntil(row.make.isVisible, timeout=60_000)
    imagery = dock.data_page.choice.imagery
    assert imagery is not None
    os.utime(imagery.path)
    open_row(dock, qtbot)
    open_row(dock, qtbot)
    assert "has changed since it was made" in row.status.text()
    assert not row.make.isVisible()
    Path(first.source()).with_name("request.json").unlink()
    open_row(dock, qtbot)
    open_row(dock, qtbot)
    assert "isn't known how it was made" in row.status.text()
    beside = Path(first.source().replace(".tif", "_probabilities.tif"))
    gdal.Translate(str(beside), imagery.path, width=7)
    open_row(dock, qtbot)
    open_row(dock, qtbot)
    assert "holds no probabilities of this map" in row.status.text()
