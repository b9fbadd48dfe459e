"""The same tools on a layer of training polygons, with QGIS's own edit buffer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from outcrop.ui.correction.polygon_target import PolygonTarget
from outcrop.ui.dock.correct.control import CorrectControl
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class PolygonHand:
    """Clicks at places given in pixels of the usual imagery."""

    def __init__(self, control: CorrectControl, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
        self.control, self.page, self.canvas, self.qtbot = control, control.page, canvas, qtbot

    @property
    def layer(self) -> QgsVectorLayer:
        assert isinstance(self.control.target, PolygonTarget)
        return self.control.target.layer

    def classes(self) -> Counter[str]:
        return Counter(feature["kind"] for feature in self.layer.getFeatures())

    def take(self, tool: str, class_name: str = "snow") -> None:
        self.page.tools.buttons[tool].click()
        self.page.choice.take_class(self.control.target.names.index(class_name) + 1)

    def click(
        self,
        col: float,
        row: float,
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.qtbot.mouseClick(self.canvas.viewport(), button, keys, self.spot(col, row))

    def drag(self, *places: tuple[float, float]) -> None:
        """Press at the first place, go through all, and let go at the last."""
        for kind, (col, row), button, held in (
            (QEvent.Type.MouseButtonPress, places[0], LEFT, LEFT),
            *((QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, LEFT) for place in places[1:]),
            (QEvent.Type.MouseButtonRelease, places[-1], LEFT, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(kind, QPointF(self.spot(col, row)), button, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self.canvas.viewport(), event)

    def key(self, key: int | str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.canvas, key, keys)

    def on_canvas(self, col: float, row: float) -> QgsPointXY:
        """Give a place in the canvas's coordinate system."""
        crs, shown = QgsCoordinateReferenceSystem("EPSG:32654"), self.canvas.mapSettings().destinationCrs()
        to_canvas = QgsCoordinateTransform(crs, shown, QgsProject.instance())
        return to_canvas.transform(QgsPointXY(600_000 + 10 * col, 4_740_000 - 10 * row))

    def spot(self, col: float, row: float) -> QPoint:
        """Give where on the canvas that is."""
        spot = self.canvas.mapSettings().mapToPixel().transform(self.on_canvas(col, row))
        return QPoint(round(spot.x()), round(spot.y()))


@pytest.fixture
def polygons(
    correcting: CorrectControl, qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas,
    make_polygons: Callable[..., QgsVectorLayer],
) -> PolygonHand:  # fmt: skip
    layer = make_polygons()
    project.addMapLayer(layer)
    canvas.setLayers([layer])
    box = layer.extent()
    box.grow(100)
    canvas.setExtent(box)
    qtbot.waitUntil(lambda: isinstance(correcting.target, PolygonTarget), timeout=20_000)
    return PolygonHand(correcting, canvas, qtbot)


def test_the_page_offers_what_polygons_need(polygons: PolygonHand) -> None:
    shown = {name for name, button in polygons.page.tools.buttons.items() if not button.isHidden()}
    assert shown == {"brush", "polygon", "freehand", "rectangle", "region", "similar", "split", "delete"}
    assert polygons.page.class_field.currentField() == "kind"
    assert polygons.page.list.isHidden()
    assert polygons.page.only.isHidden()
    assert not polygons.layer.isEditable()


def test_a_click_reclassifies(polygons: PolygonHand) -> None:
    polygons.take("region", "snow")
    polygons.click(10, 10)
    assert polygons.classes() == {"dike": 1, "snow": 2}
    assert polygons.layer.isEditable()
    assert polygons.page.undo.text() == "Undo 1"
    polygons.page.undo.click()
    assert polygons.classes() == {"dike": 2, "snow": 1}


def test_polygons_are_added_with_their_class(polygons: PolygonHand) -> None:
    polygons.take("polygon", "dike")
    for place in ((5, 40), (20, 40), (20, 48)):
        polygons.click(*place)
    polygons.click(20, 48, RIGHT)
    assert polygons.classes() == {"dike": 3, "snow": 1}
    added = next(feature for feature in polygons.layer.getFeatures() if feature.id() < 0)
    assert added.geometry().area() == pytest.approx(150 * 80 / 2, rel=0.1)


def test_the_brush_draws_a_polygon_too(polygons: PolygonHand) -> None:
    polygons.take("brush", "snow")
    polygons.page.choice.set_size(20)
    polygons.click(12, 45)
    assert polygons.classes()["snow"] == 2


def test_polygons_are_split_and_deleted(polygons: PolygonHand) -> None:
    polygons.take("split")
    polygons.click(60, 25)
    polygons.click(60, 55)
    polygons.click(60, 55, RIGHT)
    assert polygons.classes() == {"dike": 2, "snow": 2}
    polygons.take("delete")
    polygons.click(10, 10, keys=SHIFT)
    polygons.click(35, 15)
    assert polygons.classes() == {"snow": 2}
    polygons.page.undo.click()
    assert polygons.classes() == {"dike": 2, "snow": 2}


def test_a_line_that_cuts_nothing_is_told(polygons: PolygonHand, messages: object) -> None:
    polygons.take("split")
    polygons.click(2, 40)
    polygons.click(4, 45)
    polygons.click(4, 45, RIGHT)
    assert "cuts no polygon" in messages.of("warning")
    assert polygons.page.undo.text() == "Undo"


def test_edits_are_saved_by_the_button(polygons: PolygonHand) -> None:
    assert not polygons.page.apply.isEnabled()
    polygons.take("region", "snow")
    polygons.click(10, 10)
    assert polygons.page.apply.text() == "Save Edits"
    polygons.page.apply.click()
    assert not polygons.layer.isModified()
    assert Counter(feature["kind"] for feature in polygons.layer.dataProvider().getFeatures()) == {"dike": 1, "snow": 2}


def test_the_eyedropper_takes_a_polygons_class(polygons: PolygonHand) -> None:
    polygons.take("brush", "snow")
    polygons.click(10, 10, keys=Qt.KeyboardModifier.AltModifier)
    assert polygons.control.target.name_of(polygons.page.choice.class_id) == "dike"


@pytest.mark.parametrize("tool", ["freehand", "rectangle"])
def test_polygons_are_drawn_by_dragging(polygons: PolygonHand, tool: str) -> None:
    polygons.take(tool, "snow")
    way = ((5, 40), (20, 40), (20, 48)) if tool == "freehand" else ((5, 40), (12, 44), (20, 48))
    polygons.drag(*way)
    assert polygons.classes() == {"dike": 2, "snow": 2}
    added = next(feature for feature in polygons.layer.getFeatures() if feature.id() < 0)
    wanted = 150 * 80 / (2 if tool == "freehand" else 1)
    assert added.geometry().area() == pytest.approx(wanted, rel=0.1)
    assert added.geometry().isGeosValid()


@pytest.mark.parametrize("authid", ["EPSG:32654", "EPSG:4326", "EPSG:3857"])
def test_polygons_on_a_map_that_is_turned(polygons: PolygonHand, authid: str) -> None:
    canvas = polygons.canvas
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(authid))
    canvas.setRotation(33.0)
    canvas.setCenter(polygons.on_canvas(25, 30))
    canvas.zoomByFactor(1.5)
    polygons.take("region", "snow")
    polygons.click(10, 10)
    assert polygons.classes() == {"dike": 1, "snow": 2}
    polygons.take("polygon", "dike")
    for place in ((5, 40), (20, 40), (20, 48), (5, 48)):
        polygons.click(*place)
    polygons.click(20, 48, RIGHT)
    added = next(feature for feature in polygons.layer.getFeatures() if feature.id() < 0)
    assert added["kind"] == "dike"
    assert added.geometry().area() == pytest.approx(150 * 80, rel=0.15)


def test_keys_on_polygons(polygons: PolygonHand) -> None:
    polygons.take("region", "snow")
    polygons.click(10, 10)
    polygons.key("z", CTRL)
    assert polygons.classes() == {"dike": 2, "snow": 1}
    polygons.key("z", CTRL | SHIFT)
    assert polygons.classes() == {"dike": 1, "snow": 2}
    polygons.key("z")
    polygons.key("y")
    assert polygons.classes() == {"dike": 1, "snow": 2}
    polygons.key("p")
    polygons.click(5, 40)
    polygons.key(Qt.Key.Key_Escape)
    assert polygons.control.tools.desk.hand.is_empty
    polygons.key("x")
    assert polygons.control.target.name_of(polygons.page.choice.class_id) == "dike"
    polygons.key("k")
    assert polygons.page.tools.buttons["split"].defaultAction().isChecked()
