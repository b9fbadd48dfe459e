"""Predicting on base maps: they are rendered first, at a pixel size to choose, and never a world at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.predict.predict_page import CANVAS, WHOLE
from outcrop.ui.memory.durations import remember_trial
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QMessageBox

from .conftest import Write, check_all, jobs, press_predict

METRES_PER_UNIT, STEP = 0.99664, 0.005
"""A unit of Web Mercator on the ground at the equator, the mean of both directions, and the steps it is taken in."""


@pytest.fixture
def base_map(tmp_path: Path, project: QgsProject) -> QgsRasterLayer:
    """Give a base map of one tile, at the zoom level where it is 2.4 km wide, north-east of the origin."""
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    path = tmp_path / "tiles" / "14" / "8192" / "8191.png"
    path.parent.mkdir(parents=True)
    image.save(str(path))
    uri = f"type=xyz&url=file://{tmp_path}/tiles/{{z}}/{{x}}/{{y}}.png&zmin=14&zmax=14"
    layer = QgsRasterLayer(uri, "base map", "wms")
    project.addMapLayer(layer)
    return layer


def test_base_map_is_rendered_at_the_models_pixel_size_first(
    dock: OutcropDock, base_map: QgsRasterLayer, write_model: Write, qtbot: QtBot, tmp_path: Path, canvas: QgsMapCanvas
) -> None:
    for name in ("first", "second"):
        write_model(name)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.setExtent(QgsRectangle(200, 200, 1200, 1200))
    dock.tabs.setCurrentWidget(dock.predict_page)
    page = dock.predict_page
    page.imagery.setLayer(base_map)
    assert not page.pixel_size.isHidden()
    assert page.pixel_size.value() == 10.0
    page.pixel_size.setValue(5.0)
    qtbot.waitUntil(lambda: page.size_line.text().startswith("52,900"), timeout=60_000)
    check_all(dock)
    press_predict(dock, qtbot)
    assert page.status.text().startswith("Finished"), page.status.text()
    first, second = jobs(tmp_path)
    assert first["images"] == second["images"]
    rendered = QgsRasterLayer(first["images"][0], "rendered")
    ground_m = rendered.rasterUnitsPerPixelX() * METRES_PER_UNIT
    assert ground_m == pytest.approx(5.0, rel=STEP / 2)
    assert rendered.extent().contains(QgsRectangle(*first["extent"]))
    assert rendered.crs().authid() == "EPSG:3857"


def test_pixel_size_is_asked_of_base_maps_alone(page_ready: OutcropDock) -> None:
    assert page_ready.predict_page.pixel_size.isHidden()
    assert page_ready.predict_page.pixel_size._label.isHidden()


def test_base_map_that_shows_nothing_is_told(
    dock: OutcropDock, base_map: QgsRasterLayer, write_model: Write, qtbot: QtBot, canvas: QgsMapCanvas,
    messages: object,
) -> None:  # fmt: skip
    write_model()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.setExtent(QgsRectangle(1e6, 1e6, 1e6 + 1000, 1e6 + 1000))
    dock.tabs.setCurrentWidget(dock.predict_page)
    dock.predict_page.imagery.setLayer(base_map)
    press_predict(dock, qtbot)
    assert "shows nothing here" in messages.of("error")


@pytest.fixture
def on_base_map(dock: OutcropDock, base_map: QgsRasterLayer, write_model: Write, canvas: QgsMapCanvas) -> OutcropDock:
    write_model()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.setExtent(QgsRectangle(-2e7, -2e7, 2e7, 2e7))
    dock.tabs.setCurrentWidget(dock.predict_page)
    dock.predict_page.imagery.setLayer(base_map)
    return dock


def test_thousands_of_tiles_are_asked_about(
    on_base_map: OutcropDock, canvas: QgsMapCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda _p, _t, text: asked.append(text))
    canvas.setExtent(QgsRectangle(0, 0, 4e5, 4e5))
    on_base_map.predict_page.update_extent()
    on_base_map.predict_page.predict.click()
    assert "tiles to fetch from the server" in asked[0]
    assert not on_base_map.prediction.is_running


@pytest.mark.parametrize(
    ("where", "advice"), [(CANVAS, "Zoom in, or"), (WHOLE, "Choose “Canvas extent” and zoom in, or")]
)
def test_a_world_of_tiles_is_refused_with_what_to_do(on_base_map: OutcropDock, where: int, advice: str) -> None:
    page = on_base_map.predict_page
    remember_trial("unet", 1e6)
    page.where.setCurrentIndex(where)
    page.update_extent()
    assert not page.predict.isEnabled()
    assert advice in page.problem_list.problems[-1].text
    assert "choose pixels of" in page.problem_list.problems[-1].text
    assert "about" not in page.size_line.text()


def test_the_train_page_leads_to_the_refusal(on_base_map: OutcropDock, qtbot: QtBot) -> None:
    dock = on_base_map
    dock.tabs.setCurrentWidget(dock.train_page)
    dock.train_page.set_ended("Finished.", has_model=True)
    dock.train_page.predict.click()
    assert dock.tabs.currentWidget() is dock.predict_page
    assert not dock.prediction.is_running
    assert dock.predict_page.problem_list.isVisibleTo(dock.predict_page)
    assert "Zoom in" in dock.predict_page.problem_list.problems[-1].text
