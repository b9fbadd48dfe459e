"""The live map with the real worker: a polygon is drawn, and the view is mapped again."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt

BOX = QgsRectangle(600_000, 4_739_000, 601_200, 4_740_000)


@pytest.fixture
def canvas(qtbot: QtBot) -> QgsMapCanvas:
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.resize(240, 200)
    return made


@pytest.fixture
def dock(
    qtbot: QtBot, canvas: QgsMapCanvas, monkeypatch: pytest.MonkeyPatch, make_imagery: Callable[..., QgsRasterLayer],
    make_polygons: Callable[..., QgsVectorLayer],
) -> Iterator[OutcropDock]:  # fmt: skip
    """Give a dock over an image of two halves, with a polygon in each."""
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    monkeypatch.delenv("OUTCROP_PYTHON")
    imagery = make_imagery(size=(100, 120))
    dataset = gdal.Open(imagery.source(), gdal.GA_Update)
    values = np.random.default_rng(1).normal(60, 5, (3, 100, 120))
    values[:, :, 60:] += 60
    dataset.WriteArray(values.astype(np.uint8))
    del dataset
    canvas.setDestinationCrs(imagery.crs())
    canvas.setExtent(BOX)
    canvas.show()
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    qtbot.addWidget(made)
    made.show()
    QgsProject.instance().addMapLayers([imagery, make_polygons((("dike", 10, 10, 12), ("snow", 90, 50, 12)))])
    qtbot.waitUntil(lambda: made.data_page.choice.ready, timeout=60_000)
    yield made
    assert made.shutdown()


def sketch() -> np.ndarray:
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    return np.array(gdal.Open(layer.source()).ReadAsArray())


def draw(layer: QgsVectorLayer, kind: str, column: int, row: int, side: int = 12) -> None:
    left, top = 600_000 + 10 * column, 4_740_000 - 10 * row
    feature = QgsFeature(layer.fields())
    feature.setAttributes([kind, ""])
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, top - 10 * side, left + 10 * side, top)))
    layer.addFeature(feature)


def test_it_follows_polygons_and_view_and_leaves_nothing_behind(
    dock: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot
) -> None:
    live, row = dock.live.live_map, dock.data_page.live
    with qtbot.waitSignal(live.shown, timeout=60_000):
        qtbot.mouseClick(row.live, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "A sketch, not a trained model" in row.status.text(), timeout=60_000)
    classes = sketch()[0]
    assert (classes[:, :40] == 1).mean() > 0.95
    assert (classes[:, -40:] == 2).mean() > 0.95
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    assert layer.renderer().opacity() < 0.7
    polygons = dock.data_page.polygons.currentLayer()
    polygons.startEditing()
    draw(polygons, "third", 90, 10)
    qtbot.waitUntil(
        lambda: [entry.label for entry in layer.renderer().classes()] == ["dike", "snow", "third"], timeout=60_000
    )
    assert QgsProject.instance().mapLayersByName("sketch") == [layer]
    canvas.setExtent(QgsRectangle(600_300, 4_739_300, 600_900, 4_739_800))
    qtbot.waitUntil(lambda: layer.extent().width() < 700, timeout=60_000)
    qtbot.mouseClick(row.live, Qt.MouseButton.LeftButton)
    assert QgsProject.instance().mapLayersByName("sketch") == []
    assert row.status.isHidden()
    draw(polygons, "third", 70, 10)
    canvas.setExtent(BOX)
    qtbot.wait(400)
    assert not live._timer.isActive()
    assert live._task is None
    polygons.rollBack()


def test_a_polygon_is_sketched_once_though_it_is_counted_too(dock: OutcropDock, qtbot: QtBot) -> None:
    live = dock.live.live_map
    with qtbot.waitSignal(live.shown, timeout=60_000):
        qtbot.mouseClick(dock.data_page.live.live, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live._task is None and not live._timer.isActive(), timeout=60_000)
    began: list[bool] = []
    live.busy.connect(lambda is_busy: began.append(is_busy) if is_busy else None)
    polygons = dock.data_page.polygons.currentLayer()
    polygons.startEditing()
    with qtbot.waitSignals([dock.data_page.changed, live.shown], timeout=60_000):
        draw(polygons, "snow", 70, 10)
    qtbot.waitUntil(lambda: live._task is None and not live._timer.isActive(), timeout=60_000)
    assert began == [True]
    polygons.rollBack()


def test_once_is_once(dock: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    live, row = dock.live.live_map, dock.data_page.live
    with qtbot.waitSignal(live.shown, timeout=60_000):
        qtbot.mouseClick(row.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live._task is None, timeout=60_000)
    before = sketch()
    canvas.setExtent(QgsRectangle(600_300, 4_739_300, 600_900, 4_739_800))
    qtbot.wait(400)
    assert live._task is None
    np.testing.assert_array_equal(sketch(), before)


def test_the_newest_view_wins_over_those_before(dock: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    live, row = dock.live.live_map, dock.data_page.live
    overtaken: list[str] = []
    live.update_once()
    qtbot.waitUntil(lambda: live._task is None, timeout=60_000)
    worker = dock._launcher.warm.pid
    os.kill(worker, signal.SIGSTOP)  # else it may be done before it is overtaken
    try:
        with qtbot.waitSignal(live.busy, timeout=60_000):
            qtbot.mouseClick(row.live, Qt.MouseButton.LeftButton)
        first = live._task
        assert first is not None
        first.ended.connect(lambda outcome: overtaken.append(outcome.kind))
        last_view = QgsRectangle(600_300, 4_739_300, 600_900, 4_739_800)
        for box in (QgsRectangle(600_000, 4_739_600, 600_400, 4_740_000), last_view):
            canvas.setExtent(box)
            live._timer.stop()
            live._renew()
    finally:
        os.kill(worker, signal.SIGCONT)
    qtbot.waitUntil(lambda: live._task is None, timeout=60_000)
    assert overtaken == ["cancelled"]
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    assert layer.extent().intersects(last_view)
    assert layer.extent().width() < 800
    assert dock._launcher.warm.pid == worker
    live.update_once()
    qtbot.waitUntil(lambda: live._task is None, timeout=60_000)
    assert dock._launcher.warm.pid == worker  # with all that it knows


def test_both_pages_show_one_switch(dock: OutcropDock, qtbot: QtBot) -> None:
    live = dock.live.live_map
    on_data, on_correct = dock.live.rows
    dock.tabs.setCurrentWidget(dock.correct_page)
    assert on_correct.isVisible()
    with qtbot.waitSignal(live.shown, timeout=60_000):
        qtbot.mouseClick(on_correct.live, Qt.MouseButton.LeftButton)
    assert on_data.live.isChecked()
    qtbot.waitUntil(lambda: "A sketch, not a trained model" in on_correct.status.text(), timeout=60_000)
    on_correct.unsure.trigger()
    assert on_data.unsure.isChecked()
    dock.tabs.setCurrentWidget(dock.data_page)
    qtbot.mouseClick(on_data.live, Qt.MouseButton.LeftButton)
    assert not on_correct.live.isChecked()
    assert QgsProject.instance().mapLayersByName("sketch") == []


def test_a_key_shows_where_it_is_unsure(dock: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    live, row = dock.live.live_map, dock.data_page.live
    with qtbot.waitSignal(live.shown, timeout=60_000):
        qtbot.mouseClick(row.live, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live._task is None, timeout=60_000)
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    qtbot.keyPress(canvas, Qt.Key.Key_H)
    assert layer.renderer().type() == "singlebandpseudocolor"
    qtbot.keyRelease(canvas, Qt.Key.Key_H)
    assert layer.renderer().type() == "paletted"


def test_it_says_what_is_missing(dock: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    row = dock.data_page.live
    canvas.setExtent(QgsRectangle(700_000, 4_739_000, 701_200, 4_740_000))
    qtbot.mouseClick(row.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(row.status.text()), timeout=60_000)
    assert "misses" in row.status.text() or "outside" in row.status.text()
    assert QgsProject.instance().mapLayersByName("sketch") == []


def test_a_turned_map_in_another_system_is_covered(dock: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    here = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), degrees, QgsProject.instance())
    box = here.transformBoundingBox(QgsRectangle(600_400, 4_739_300, 600_800, 4_739_700))
    canvas.setDestinationCrs(degrees)
    canvas.setRotation(30)
    canvas.setExtent(box)
    live = dock.live.live_map
    with qtbot.waitSignal(live.shown, timeout=60_000):
        qtbot.mouseClick(dock.data_page.live.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live._task is None, timeout=60_000)
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    assert layer.extent().width() > 400


def test_the_sketch_becomes_a_model(dock: OutcropDock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.training.ended, timeout=120_000) as ended:
        dock.data_page.live.save.trigger()
    text, model_file = ended.args
    assert model_file.endswith(".safetensors"), text
    assert dock.tabs.currentWidget() is dock.train_page
