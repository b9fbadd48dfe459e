"""The label check with the real worker: a wrong polygon is found, looked at, and kept, mended or deleted by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.slow
ROWS = (4, 20, 36, 52, 68)
RIGHT = tuple((name, left, top, 10) for name, left in (("dike", 5), ("snow", 90)) for top in ROWS)
WRONG = (("snow", 22, 30, 10), ("dike", 75, 30, 10), ("snow", 40, 60, 10))


@pytest.fixture
def dock(make_working_dock: Callable[..., OutcropDock]) -> OutcropDock:
    """Give a dock over a dark half and a bright one, with three polygons of the wrong class."""
    return make_working_dock({60: 60}, (*RIGHT, *WRONG))


def kinds(layer: QgsVectorLayer) -> list[str]:
    return sorted(feature["kind"] for feature in layer.getFeatures())


def check(dock: OutcropDock, qtbot: QtBot) -> None:
    box = dock.suspects.list
    qtbot.waitUntil(box.ask.isEnabled, timeout=60_000)
    qtbot.mouseClick(box.ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dock.suspects._task is None, timeout=120_000)


def test_suspects_are_gone_through_by_key(dock: OutcropDock, qtbot: QtBot) -> None:
    box, layer, canvas = dock.suspects.list, dock.data_page.polygons.currentLayer(), dock._canvas
    before = kinds(layer)
    check(dock, qtbot)
    assert box.list.count() == 3, box.status.text()
    seen = set()
    for row in range(3):
        box.list.setCurrentRow(row)
        assert box.current is not None
        seen.add((box.current.class_name, box.current.suggested))
        assert canvas.extent().contains(box.current.box)
        assert canvas.extent().width() < 1000
        assert "Two models" in box.status.text()
    assert seen == {("snow", "dike"), ("dike", "snow")}
    box.list.setCurrentRow(0)
    first = box.current
    qtbot.keyClick(box.list, Qt.Key.Key_K)
    assert box.list.count() == 2
    assert kinds(layer) == before
    given = box.current.class_name
    qtbot.keyClick(box.list, Qt.Key.Key_R)
    assert kinds(layer).count(given) == before.count(given) - 1
    assert layer.isEditable()
    qtbot.keyClick(box.list, Qt.Key.Key_Delete)
    assert layer.featureCount() == len(before) - 1
    assert not box.list.isVisible()
    assert "All are answered" in box.status.text()
    layer.undoStack().undo()
    assert layer.featureCount() == len(before)
    layer.undoStack().redo()
    qtbot.waitUntil(lambda: dock.data_page.choice.polygons == len(before) - 1, timeout=60_000)
    check(dock, qtbot)  # of what stands in the edit buffer now
    assert first is not None
    assert first.key not in {one.key for one in box._suspects}  # it was kept
    assert not any(one.class_name == given and one.key == first.key for one in box._suspects)
    layer.rollBack()


def test_another_class_is_given_by_number_and_a_polygon_that_has_gone_is_told(dock: OutcropDock, qtbot: QtBot) -> None:
    box, layer = dock.suspects.list, dock.data_page.polygons.currentLayer()
    check(dock, qtbot)
    names = list(dock.data_page.choice.colours)
    qtbot.keyClick(box.list, Qt.Key.Key_Down)
    meant = box.current
    assert meant is not None
    number = names.index(meant.suggested)
    before = kinds(layer).count(meant.suggested)
    qtbot.keyClick(box.list, Qt.Key.Key_1 + number)
    assert kinds(layer).count(meant.suggested) == before + 1
    gone = box.current
    layer.deleteFeatures([feature.id() for feature in layer.getFeatures()])
    qtbot.keyClick(box.list, Qt.Key.Key_Delete)
    assert box.current is not gone
    layer.rollBack()


def test_other_polygons_take_the_list_away(
    dock: OutcropDock, qtbot: QtBot, make_polygons: Callable[..., QgsVectorLayer]
) -> None:
    check(dock, qtbot)
    assert dock.suspects.list.list.count() == 3
    other = make_polygons(RIGHT)
    QgsProject.instance().addMapLayer(other)
    dock.data_page.polygons.setLayer(other)
    qtbot.waitUntil(lambda: dock.suspects.list.list.count() == 0, timeout=60_000)
