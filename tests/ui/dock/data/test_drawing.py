"""Polygons are drawn as fast as one clicks, by mouse and keys on the canvas: one after another, without a form."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.classes.class_style import drawn_classes
from outcrop.ui.widgets.class_button import ClassButton
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from ..conftest import Said

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Hand:
    """Presses what a person would, and counts the clicks."""

    def __init__(self, dock: OutcropDock, canvas: QgsMapCanvas) -> None:
        self.dock, self.canvas, self.clicks = dock, canvas, 0

    def on_map(self, x: int, y: int, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseMove(self.canvas.viewport(), QPoint(x, y))
        QTest.mouseClick(self.canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, QPoint(x, y))
        self.clicks += 1

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)

    def square(self, x: int, y: int, side: int = 10) -> None:
        for corner in ((x, y), (x + side, y), (x + side, y + side), (x, y + side)):
            self.on_map(*corner)
        self.key(Qt.Key.Key_Return)

    def name_class(self, name: str) -> None:
        field = self.dock.data_page.new_class.name
        QTest.mouseClick(field, LEFT)
        self.clicks += 1
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), LEFT)
        self.clicks += 1

    def button(self, name: str) -> ClassButton:
        return next(button for button in buttons(self.dock) if button.name == name)


@pytest.fixture
def hand(dock: OutcropDock, canvas: QgsMapCanvas, project: QgsProject, make_imagery: Rasters) -> Hand:
    project.addMapLayer(make_imagery())
    canvas.show()
    return Hand(dock, canvas)


def buttons(dock: OutcropDock) -> list[ClassButton]:
    table = dock.data_page.table
    shown = [table.itemWidget(table.topLevelItem(row), 4) for row in range(table.topLevelItemCount())]
    return [button for button in shown if isinstance(button, ClassButton)]


def kinds(layer: QgsVectorLayer) -> list[str]:
    return [str(feature["kind"]) for feature in layer.getFeatures()]


def layer_of(dock: OutcropDock) -> QgsVectorLayer:
    layer = dock.data_page.polygons.currentLayer()
    assert isinstance(layer, QgsVectorLayer)
    return layer


def test_a_dozen_polygons_of_two_classes_cost_a_click_a_corner(hand: Hand, dock: OutcropDock, qtbot: QtBot) -> None:
    for name, top in (("dike", 20), ("snow", 90)):
        hand.name_class(name)
        for x, y in itertools.product((20, 60, 100), (top, top + 25)):
            hand.square(x, y)
    layer = layer_of(dock)
    assert sorted(kinds(layer)) == ["dike"] * 6 + ["snow"] * 6
    assert hand.clicks <= 12 * 4 + 2 * 2
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isModal()]
    qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=20_000)
    assert dock.data_page.choice.polygons == 12


def test_polygons_lie_where_they_were_clicked(hand: Hand, dock: OutcropDock, canvas: QgsMapCanvas) -> None:
    hand.name_class("dike")
    hand.square(40, 30, side=20)
    box = next(layer_of(dock).getFeatures()).geometry().boundingBox()
    corner = canvas.getCoordinateTransform().toMapCoordinates(40, 30)
    assert box.xMinimum() == pytest.approx(corner.x())
    assert box.yMaximum() == pytest.approx(corner.y())
    assert box.width() == pytest.approx(20 * canvas.mapUnitsPerPixel())


def test_keys_choose_the_class_and_escape_ends(hand: Hand, dock: OutcropDock, canvas: QgsMapCanvas) -> None:
    before = QgsMapToolPan(canvas)
    canvas.setMapTool(before)
    hand.name_class("dike")
    hand.name_class("snow")
    assert hand.button("snow").isChecked()
    hand.square(20, 20)
    hand.key(Qt.Key.Key_1)
    assert hand.button("dike").isChecked()
    assert not hand.button("snow").isChecked()
    assert "dike" in dock.data_page.drawing_line.text()
    hand.square(60, 20)
    assert sorted(kinds(layer_of(dock))) == ["dike", "snow"]
    hand.on_map(100, 20)
    hand.key(Qt.Key.Key_Escape)  # drops the polygon in hand, and no more
    assert dock.labelling.drawing.name == "dike"
    hand.key(Qt.Key.Key_Escape)
    assert dock.labelling.drawing.name == ""
    assert canvas.mapTool() is before
    assert not hand.button("dike").isChecked()
    assert dock.data_page.drawing_line.isHidden()
    assert layer_of(dock).isEditable()


def test_right_button_finishes_too_and_a_polygon_is_one_step_back(hand: Hand, dock: OutcropDock) -> None:
    hand.name_class("dike")
    for corner in ((20, 20), (40, 20), (40, 40)):
        hand.on_map(*corner)
    hand.on_map(40, 40, RIGHT)
    layer = layer_of(dock)
    assert kinds(layer) == ["dike"]
    layer.undoStack().undo()
    assert kinds(layer) == []


def test_there_is_a_way_back_into_the_layer(
    dock: OutcropDock, hand: Hand, project: QgsProject, make_polygons: Vectors
) -> None:
    layer = make_polygons()
    project.addMapLayer(layer)
    hand.press("snow")
    assert layer.isEditable()
    hand.square(20, 20)
    assert sorted(kinds(layer)) == ["dike", "dike", "snow", "snow"]
    hand.press("snow")
    assert dock.labelling.drawing.name == ""
    layer.commitChanges()
    hand.press("dike")
    hand.square(60, 60)
    assert layer.featureCount() == 5
    layer.rollBack()
    assert dock.labelling.drawing.name == ""


def test_a_class_to_come_is_listed_and_its_colour_stays(hand: Hand, dock: OutcropDock, qtbot: QtBot) -> None:
    for name in ("snow", "dike", "alder"):
        hand.name_class(name)
    table = dock.data_page.table
    assert [table.topLevelItem(row).text(0) for row in range(3)] == ["snow", "dike", "alder"]
    before = {name: colour for name, colour in colours(layer_of(dock)).items() if name}
    hand.square(20, 20)
    qtbot.waitUntil(lambda: dock.data_page.choice.polygons == 1, timeout=20_000)
    hand.name_class("bog")
    assert {name: colour for name, colour in colours(layer_of(dock)).items() if name in before} == before
    assert len(set(colours(layer_of(dock)).values())) == 5
    assert dock.data_page.choice.colours == {"alder": before["alder"]}


def colours(layer: QgsVectorLayer) -> dict[str, str]:
    categories = layer.renderer().categories()
    return {str(entry.value() or ""): entry.symbol().color().name() for entry in categories}


def test_numbers_stay_numbers(hand: Hand, dock: OutcropDock, project: QgsProject, messages: Said) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=code:integer", "codes", "memory")
    project.addMapLayer(layer)
    dock.data_page.class_field.setField("")
    hand.name_class("3")
    assert "Choose the field" in messages.of("error")
    dock.data_page.class_field.setField("code")
    hand.name_class("3")
    hand.square(20, 20)
    assert [feature["code"] for feature in layer.getFeatures()] == [3]
    assert drawn_classes(layer)[0] == "3"
    hand.name_class("rock")
    assert "holds numbers" in messages.of("error")
    assert dock.labelling.drawing.name == ""


def test_layer_goes_while_it_is_drawn_into(hand: Hand, dock: OutcropDock, project: QgsProject) -> None:
    hand.name_class("dike")
    hand.on_map(20, 20)
    project.removeMapLayer(layer_of(dock).id())
    assert dock.labelling.drawing.name == ""
    assert dock.data_page.drawing_line.isHidden()


def test_layer_that_takes_no_polygons_has_no_buttons(
    dock: OutcropDock, hand: Hand, project: QgsProject, make_polygons: Vectors
) -> None:
    layer = make_polygons()
    layer.setReadOnly(True)
    project.addMapLayer(layer)
    assert buttons(dock) == []
    assert dock.data_page.new_class.isHidden()


def test_polygons_under_the_imagery_are_told_as_nobody_sees_them(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Callable[..., QgsVectorLayer]
) -> None:
    polygons, imagery = make_polygons(), make_imagery()
    project.addMapLayer(polygons)
    project.addMapLayer(imagery)
    page = dock.data_page
    page.show_drawing("dike")
    assert "“training_2026” lies under “atsuma_rgb”" in page.drawing_line.text()
    root = project.layerTreeRoot()
    root.findLayer(imagery.id()).setItemVisibilityChecked(False)
    page.show_drawing("dike")
    assert "lies under" not in page.drawing_line.text()
    root.findLayer(imagery.id()).setItemVisibilityChecked(True)
    root.insertChildNode(0, root.findLayer(polygons.id()).clone())
    root.removeChildNode(root.children()[-1])
    page.show_drawing("dike")
    assert "lies under" not in page.drawing_line.text()


def test_classes_that_were_named_stay_while_nothing_is_drawn(hand: Hand, dock: OutcropDock) -> None:
    hand.name_class("dike")
    hand.name_class("snow")
    dock.data_page.refresh()  # as a moment later, when the layer's style has changed
    assert [button.name for button in buttons(dock)] == ["dike", "snow"]
    assert hand.button("snow").isChecked()
