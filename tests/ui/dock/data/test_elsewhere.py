"""What lies outside the polygons: unknown, or background in the imagery, a rectangle of the map, or a layer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.data.elsewhere import CANVAS, IMAGERY, LAYER, RECTANGLE, UNKNOWN
from outcrop.ui.dock.data.scene import scene_of
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.projects.sample_project import SampleLayers
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


@pytest.fixture
def one_class(dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors) -> OutcropDock:
    """Give a dock with polygons of one class."""
    project.addMapLayers([make_imagery(), make_polygons((("dike", 5, 5, 10),))])
    return dock


def problems(dock: OutcropDock) -> str:
    return "\n".join(problem.text for problem in dock.data_page.choice.problems)


def choose(dock: OutcropDock, kind: str) -> None:
    """Choose in the box by keys, as a hand does."""
    box = dock.data_page.elsewhere.choice
    box.setFocus()
    keys = box.findData(kind) - box.currentIndex()
    for _ in range(abs(keys)):
        QTest.keyClick(box, Qt.Key.Key_Down if keys > 0 else Qt.Key.Key_Up)


def area_in_file(dock: OutcropDock, project: QgsProject, folder: Path) -> QgsRectangle:
    """Give the extent of the labelled area that the worker would read."""
    scene = scene_of(dock.data_page.choice, project, folder)
    layer = QgsVectorLayer(f"{scene.labelled_area}|layername={scene.labelled_area_layer}", "area", "ogr")
    assert layer.isValid()
    return layer.extent()


def test_one_class_alone_is_told_with_its_remedy(one_class: OutcropDock, project: QgsProject, tmp_path: Path) -> None:
    page = one_class.data_page
    assert "one class only, “dike”" in problems(one_class)
    assert not page.next.isEnabled()
    (button,) = page.problem_list.findChildren(QToolButton)
    button.click()
    assert page.elsewhere.kind == IMAGERY
    assert page.next.isEnabled()
    assert area_in_file(one_class, project, tmp_path) == page.choice.imagery.extent


def test_the_polygons_themselves_are_no_labelled_area(
    one_class: OutcropDock, project: QgsProject, make_polygons: Vectors
) -> None:
    page = one_class.data_page
    choose(one_class, LAYER)
    assert page.elsewhere.layer.currentLayer() is None
    assert "no layer with the labelled area yet" in problems(one_class)
    assert not page.next.isEnabled()
    twin = make_polygons((("dike", 5, 5, 10),), name="twin")
    project.addMapLayer(twin)
    assert page.elsewhere.layer.currentLayer() is twin
    assert "no larger than the polygons" in problems(one_class)
    assert not page.next.isEnabled()


def test_area_beside_the_imagery_is_told(one_class: OutcropDock, project: QgsProject, make_polygons: Vectors) -> None:
    far = make_polygons((("", 500, 500, 10),), name="far")
    project.addMapLayer(far)
    one_class.data_page.elsewhere.choose_layer(far)
    assert "labelled area lies outside the imagery" in problems(one_class)
    assert not one_class.data_page.next.isEnabled()


def test_what_the_map_shows_is_taken_when_it_is_chosen(
    one_class: OutcropDock, project: QgsProject, canvas: QgsMapCanvas, tmp_path: Path
) -> None:
    shown = QgsRectangle(600_000, 4_739_600, 600_300, 4_740_000)
    canvas.setExtent(shown)
    choose(one_class, CANVAS)
    assert one_class.data_page.next.isEnabled()
    canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    assert shown.buffered(200).contains(area_in_file(one_class, project, tmp_path))
    assert one_class.area_drawing._outline is not None
    one_class.tabs.setCurrentIndex(1)
    assert one_class.area_drawing._outline is None


@pytest.mark.parametrize(("code", "turned"), [("EPSG:32654", 30.0), ("EPSG:3857", 0.0)])
def test_no_more_than_what_is_shown_is_background(
    one_class: OutcropDock, project: QgsProject, canvas: QgsMapCanvas, tmp_path: Path, code: str, turned: float
) -> None:
    crs, imagery = QgsCoordinateReferenceSystem(code), one_class.data_page.choice.imagery
    canvas.setDestinationCrs(crs)
    canvas.setRotation(turned)
    to_map = QgsCoordinateTransform(imagery.crs, crs, project)
    canvas.setExtent(to_map.transformBoundingBox(imagery.extent))
    choose(one_class, CANVAS)
    scene = scene_of(one_class.data_page.choice, project, tmp_path)
    layer = QgsVectorLayer(f"{scene.labelled_area}|layername={scene.labelled_area_layer}", "area", "ogr")
    (feature,) = layer.getFeatures()
    shown = QgsGeometry.fromPolygonXY([[QgsPointXY(corner) for corner in canvas.mapSettings().visiblePolygon()]])
    area = feature.geometry()
    area.transform(QgsCoordinateTransform(layer.crs(), crs, project))
    assert area.symDifference(shown).area() < 1e-3 * shown.area()


def test_rectangle_is_drawn_on_the_map(
    one_class: OutcropDock, canvas: QgsMapCanvas, project: QgsProject, tmp_path: Path
) -> None:
    canvas.show()
    choose(one_class, RECTANGLE)
    assert "Draw the rectangle" in problems(one_class)
    assert canvas.mapTool() is one_class.area_drawing.tool
    start, end = QPoint(20, 20), QPoint(120, 100)
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert canvas.mapTool() is not one_class.area_drawing.tool
    assert one_class.data_page.next.isEnabled()
    drawn = area_in_file(one_class, project, tmp_path)
    side = canvas.mapUnitsPerPixel()
    assert drawn.width() == pytest.approx(100 * side, rel=0.05)


def test_escape_leaves_drawing(one_class: OutcropDock, canvas: QgsMapCanvas) -> None:
    choose(one_class, RECTANGLE)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is not one_class.area_drawing.tool
    assert not one_class.data_page.next.isEnabled()


def test_rectangle_is_kept_with_the_project(one_class: OutcropDock, canvas: QgsMapCanvas) -> None:
    field = one_class.data_page.elsewhere
    choose(one_class, CANVAS)
    kept, outline = field.state(), field.shown_outline[0].asWkt()
    field.restore({"kind": UNKNOWN})
    assert not one_class.data_page.choice.ready
    field.restore(kept)
    assert field.shown_outline[0].asWkt() == outline
    field.restore({"kind": CANVAS, "box": [600_000, 4_739_600, 600_300, 4_740_000], "crs": kept["crs"]})
    assert field.shown_outline[0].boundingBox() == QgsRectangle(600_000, 4_739_600, 600_300, 4_740_000)
    field.restore({"kind": CANVAS, "box": ["a"], "crs": 3})
    assert field.shown_outline[0].isEmpty()


def test_project_of_before_is_read(one_class: OutcropDock, project: QgsProject, make_polygons: Vectors) -> None:
    area = make_polygons((("", 0, 0, 60),), name="area")
    project.addMapLayer(area)
    state = one_class.data_page.state()
    one_class.data_page.restore({**state, "elsewhere": 1, "area": area.id()})
    assert one_class.data_page.choice.area.layer_id == area.id()


def test_sample_comes_chosen(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors, qtbot: QtBot
) -> None:
    other = make_imagery("other")
    image, labels = make_imagery("sample"), make_polygons((("dike", 5, 5, 10),), name="labels")
    area = make_polygons((("", 0, 0, 60),), name="area")
    project.addMapLayers([other, make_polygons(name="mine"), image, labels, area])
    dock.tabs.setCurrentIndex(2)
    dock.environment.sample.opened.emit(SampleLayers(image, labels, area))
    choice = dock.data_page.choice
    assert (choice.imagery.layer_id, choice.polygons_id, choice.area.layer_id) == (image.id(), labels.id(), area.id())
    assert dock.tabs.currentWidget() is dock.data_page
    assert dock.data_page.next.isEnabled()


def test_layer_with_too_many_values_is_a_problem_in_the_list(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors, qtbot: QtBot
) -> None:
    page = dock.data_page
    project.addMapLayers([make_imagery(), make_polygons(tuple((f"unit {n}", n % 50, n // 50, 1) for n in range(810)))])
    assert page.class_field.currentField() != "kind"
    assert not page.next.isEnabled()
    page.class_field.setField("kind")
    qtbot.waitUntil(lambda: "810 classes" in problems(dock), timeout=60_000)
    assert not page.next.isEnabled()
    assert page.table.isHidden()
