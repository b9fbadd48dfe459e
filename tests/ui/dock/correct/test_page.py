"""The Correct page: what it shows when, its keys, its list, and what happens at bad moments."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from outcrop.core.correction.session import Session
from outcrop.core.errors import DiskError
from outcrop.ui.dock.correct.control import CorrectControl
from outcrop.ui.dock.correct.help import CorrectHelp
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QFont, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QScrollArea

from .conftest import ROWS, Hand, MakePrediction, usual_map

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def dab(hand: Hand, col: int, row: int, class_name: str = "snow") -> None:
    hand.take("brush", class_name, size=3)
    hand.click(col, row)


def test_without_a_prediction_it_says_what_is_missing(correcting: CorrectControl) -> None:
    assert "predict first" in correcting.page.line.text()
    assert correcting.page.tools.isHidden()
    assert correcting.page.apply.isHidden()


def test_nothing_is_written_before_a_tool_is_taken(
    correcting: CorrectControl, qtbot: QtBot, project: QgsProject, make_prediction: MakePrediction, tmp_path: Path
) -> None:
    layer = make_prediction()
    project.addMapLayer(layer)
    qtbot.waitUntil(lambda: not correcting.page.tools.isHidden(), timeout=20_000)
    assert list(tmp_path.glob("*corrections*")) == []
    names = [correcting.page.classes.button_of(number).accessibleName() for number in (1, 2, 3, 255)]
    assert names == ["background", "dike", "snow", "no data"]
    correcting.page.tools.buttons["polygon"].click()
    assert list(tmp_path.glob("*corrections*.gpkg"))


def test_a_prediction_that_lost_its_style_gets_the_legends(
    correcting: CorrectControl, qtbot: QtBot, project: QgsProject, make_prediction: MakePrediction
) -> None:
    layer = QgsRasterLayer(make_prediction().source(), "bare")
    project.addMapLayer(layer)
    qtbot.waitUntil(lambda: not correcting.page.tools.isHidden(), timeout=20_000)
    correcting.page.tools.buttons["brush"].click()
    assert [entry.label for entry in layer.renderer().classes()] == ["background", "dike", "snow"]


def test_progress_counts_and_undo_by_button_and_keys(hand: Hand) -> None:
    assert hand.page.progress.text() == "No corrections yet"
    dab(hand, 30, 45)
    dab(hand, 50, 45)
    assert hand.page.progress.text().startswith("2 corrections, ")
    assert hand.page.progress.text().endswith("just now")
    assert hand.page.undo.text() == "Undo 2"
    hand.qtbot.mouseClick(hand.page.undo, Qt.MouseButton.LeftButton)
    hand.key("z", CTRL)
    assert np.array_equal(hand.map(), usual_map())
    assert hand.page.redo.text() == "Redo 2"
    hand.key("z", CTRL | SHIFT)
    hand.key("y")
    assert hand.page.undo.text() == "Undo 2"
    assert not np.array_equal(hand.map(), usual_map())


def test_undo_takes_a_corner_first(hand: Hand) -> None:
    dab(hand, 30, 45)
    hand.take("polygon")
    hand.click(10, 45)
    hand.key("z")
    assert hand.target.session.undo_count == 1
    assert not hand.control.tools.tools["polygon"].is_busy


def test_work_goes_on_where_it_was_left(hand: Hand, qtbot: QtBot, project: QgsProject) -> None:
    dab(hand, 30, 45)
    dab(hand, 50, 45)
    shown = hand.map()
    layer = hand.target.layer
    hand.control._set_target(None)
    hand.control._on_layer()
    qtbot.waitUntil(lambda: hand.control.target is not None, timeout=20_000)
    assert hand.target.layer is layer
    assert np.array_equal(hand.map(), shown)
    assert hand.page.undo.text() == "Undo 2"
    hand.control.undo()
    hand.control.undo()
    assert np.array_equal(hand.map(), usual_map())


def test_the_layer_keeps_place_name_and_style(hand: Hand, project: QgsProject) -> None:
    layer = hand.target.layer
    assert layer.isValid()
    assert layer.name() == "classes"
    assert layer.source() == str(hand.target.ground.map_path)
    colours = {int(entry.value): entry.color.alpha() for entry in layer.renderer().classes()}
    assert colours == {1: 0, 2: 255, 3: 255}
    assert project.mapLayer(layer.id()) is layer


def test_list_filters_steps_and_reverts(hand: Hand, canvas: QgsMapCanvas) -> None:
    for col, name in ((30, "snow"), (50, "dike"), (60, "snow")):
        dab(hand, col, 45, name)
    listed = hand.page.list.model
    assert [listed.row_at(place).class_name for place in range(3)] == ["snow", "dike", "snow"]
    hand.page.list.of_class.setCurrentIndex(hand.page.list.of_class.findText("snow"))
    assert listed.rowCount() == 2
    before = canvas.extent()
    hand.key("]")
    assert hand.page.list.current.class_name == "snow"
    assert canvas.extent() != before
    hand.key("]")
    hand.key("[")
    hand.key("]")
    assert hand.page.list.view.currentIndex().row() == 1
    hand.page.list.take_back.click()
    assert hand.map()[45, 30] == 1
    assert hand.map()[45, 60] == 3
    hand.key("z")
    assert hand.map()[45, 30] == 3


def test_revert_under_a_later_correction_is_refused_with_the_reason(hand: Hand, messages: object) -> None:
    dab(hand, 30, 45, "snow")
    dab(hand, 30, 46, "dike")
    hand.page.list.view.setCurrentIndex(hand.page.list.model.index(1, 0))
    hand.page.list.take_back.click()
    assert messages.of("warning")
    assert hand.map()[45, 30] == 2


def test_several_sessions_of_a_prediction(hand: Hand) -> None:
    dab(hand, 30, 45)
    first = hand.target.session.path
    hand.page.session_chosen.emit("")
    assert hand.target.session.path != first
    assert np.array_equal(hand.map(), usual_map())
    dab(hand, 50, 45, "dike")
    assert [hand.page.session.itemText(place) for place in range(3)] == [
        "map_corrections", "map_corrections_2", "New session",
    ]  # fmt: skip
    hand.page.session_chosen.emit(str(first))
    assert hand.target.session.path == first
    assert hand.map()[45, 30] == 3
    assert hand.map()[45, 50] == 1
    dab(hand, 60, 45)
    assert hand.page.undo.text() == "Undo 2"


def test_notes(hand: Hand) -> None:
    dab(hand, 30, 45)
    row = hand.page.list.model.row_at(0)
    hand.page.list.noted.emit(row, "scree, not snow")
    assert hand.page.list.model.row_at(0).note == "scree, not snow"


def test_a_long_session_is_read_as_far_as_it_is_looked_at(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    from outcrop.ui.dock.correct import corrections_model

    monkeypatch.setattr(corrections_model, "FEW", 3)
    for col in range(4, 40, 5):
        dab(hand, col, 25)
    model = hand.page.list.model
    assert model.rowCount() == 3
    while model.canFetchMore(hand.page.list.view.rootIndex()):
        model.fetchMore(hand.page.list.view.rootIndex())
    assert model.rowCount() == 8


def override(canvas: QgsMapCanvas, key: int, keys: Qt.KeyboardModifier) -> bool:
    """Whether a key is taken before QGIS's shortcuts get it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, keys)
    event.ignore()
    QCoreApplication.sendEvent(canvas, event)
    return event.isAccepted()


def test_qgis_keeps_its_keys_while_no_tool_is_used(hand: Hand, canvas: QgsMapCanvas) -> None:
    assert override(canvas, Qt.Key.Key_Z, CTRL)
    assert override(canvas, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)
    assert not override(canvas, Qt.Key.Key_F, CTRL)
    hand.control.tools.leave()
    assert canvas.mapTool() is canvas.pan
    assert not override(canvas, Qt.Key.Key_Z, CTRL)
    assert not override(canvas, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)


def test_space_hides_the_map_while_it_is_held_and_s_swipes(hand: Hand, qtbot: QtBot) -> None:
    beneath = hand.control.tools.desk.beneath
    qtbot.keyPress(hand.canvas, Qt.Key.Key_Space)
    assert beneath.is_shown
    qtbot.waitUntil(lambda: beneath.picture() is not None, timeout=20_000)
    qtbot.keyRelease(hand.canvas, Qt.Key.Key_Space)
    assert not beneath.is_shown
    hand.key("s")
    hand.hover(40, 30)
    assert beneath.is_shown
    hand.key("s")
    assert not beneath.is_shown


def test_keys_of_tools_and_help(hand: Hand, qtbot: QtBot) -> None:
    hand.key("p")
    assert hand.page.tools.buttons["polygon"].defaultAction().isChecked()
    hand.page.help.click()
    dialog = hand.page.findChild(CorrectHelp)
    assert dialog.isVisible()
    dialog.close()


def test_a_layer_removed_in_mid_stroke_loses_nothing(
    hand: Hand, project: QgsProject, canvas: QgsMapCanvas, messages: object, tmp_path: Path
) -> None:
    hand.take("brush", size=5)
    hand.press(30, 45)
    hand.drag_to(40, 45)
    prediction, file = hand.target.session.prediction, hand.target.session.path
    project.removeMapLayer(hand.target.layer.id())
    assert hand.control.target is None
    assert canvas.mapTool() is canvas.pan
    assert file.name in messages.of("warning")
    with Session.open(file, prediction, "me") as session:
        assert session.progress.corrections == 1


def test_closing_the_project_in_mid_stroke_loses_nothing(hand: Hand, project: QgsProject) -> None:
    hand.take("brush", size=5)
    hand.press(30, 45)
    prediction, file = hand.target.session.prediction, hand.target.session.path
    project.clear()
    assert hand.control.target is None
    with Session.open(file, prediction, "me") as session:
        assert session.progress.corrections == 1


def test_what_cannot_be_written_is_kept_and_tried_again(
    hand: Hand, messages: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_values: object, **_options: object) -> None:
        raise DiskError("The disk is full.")

    hand.take("brush", size=3)
    with monkeypatch.context() as patch:
        patch.setattr(type(hand.target.session), "paint", refuse)
        hand.click(30, 45)
        hand.click(50, 45)
    assert "What you drew is kept" in messages.of("error")
    assert np.array_equal(hand.map(), usual_map())
    assert hand.page.unsaved.isVisible()
    assert "(2)" in hand.page.unsaved.text()
    hand.qtbot.mouseClick(hand.page.unsaved, Qt.MouseButton.LeftButton)
    assert hand.map()[45, 30] == hand.map()[45, 50] == 3
    assert not hand.page.unsaved.isVisible()


def test_a_locked_session_is_told_and_nothing_is_lost(hand: Hand, messages: object) -> None:
    dab(hand, 30, 45)
    other = sqlite3.connect(hand.target.session.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hand.click(50, 45)
    assert "kept" in messages.of("error")
    other.execute("ROLLBACK")
    other.close()
    hand.page.unsaved.click()
    assert hand.map()[45, 50] == 3


def test_a_second_window_is_told(
    hand: Hand, qtbot: QtBot, project: QgsProject, messages: object, make_prediction: MakePrediction
) -> None:
    prediction, file = hand.target.session.prediction, hand.target.session.path
    hand.control._set_target(None)
    with Session.open(file, prediction, "somebody else"):
        hand.control._on_layer()
        qtbot.waitUntil(lambda: "another window" in hand.page.line.text(), timeout=20_000)
    assert hand.control.target is None


def test_a_prediction_that_was_replaced_is_told_and_carried_over(hand: Hand, qtbot: QtBot, messages: object) -> None:
    from osgeo import gdal

    dab(hand, 30, 45)
    path = hand.target.session.prediction.path
    hand.control._set_target(None)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).WriteArray(np.full((ROWS, 80), 2, np.uint8))
    dataset.FlushCache()
    del dataset
    os.utime(path, (1, 1))
    hand.control._on_layer()
    qtbot.waitUntil(lambda: bool(messages.actions), timeout=20_000)
    messages.actions[-1]()
    assert hand.control.target is not None
    assert hand.map()[45, 30] == 3
    assert hand.map()[0, 0] == 2


@pytest.mark.parametrize("tool", ["brush", "polygon", "region"])
def test_closing_qgis_with_something_in_hand_loses_nothing(hand: Hand, tool: str) -> None:
    prediction, file = hand.target.session.prediction, hand.target.session.path
    hand.take(tool, size=5)
    if tool == "brush":
        hand.press(30, 45)
        hand.drag_to(40, 45)
    else:
        for place in ((30, 15), (35, 35), (15, 35)):
            hand.click(*place, keys=SHIFT if tool == "region" else Qt.KeyboardModifier.NoModifier)
    hand.control.shutdown()  # as QGIS asks of the plugin when it ends
    hand.control.shutdown = lambda: None  # once is enough
    with Session.open(file, prediction, "me") as session:
        assert [row.tool for row in session.corrections()] == [tool]


def test_a_prediction_that_was_moved_is_told(hand: Hand, qtbot: QtBot) -> None:
    dab(hand, 30, 45)
    path = Path(hand.target.session.prediction.path)
    hand.control._set_target(None)
    path.rename(path.with_name("moved.tif"))
    hand.control._on_layer()
    qtbot.waitUntil(lambda: path.name in hand.page.line.text(), timeout=20_000)
    assert hand.control.target is None
    path.with_name("moved.tif").rename(path)
    hand.control._on_layer()
    qtbot.waitUntil(lambda: hand.control.target is not None, timeout=20_000)
    assert hand.map()[45, 30] == 3


def test_a_prediction_moved_while_it_is_corrected_loses_nothing(hand: Hand, messages: object) -> None:
    dab(hand, 30, 45)
    path = Path(hand.target.session.prediction.path)
    path.rename(path.with_name("moved.tif"))
    hand.click(50, 45)
    assert hand.target.session.undo_count + len(hand.control._unsaved) == 2
    path.with_name("moved.tif").rename(path)
    if hand.control._unsaved:
        assert path.name in messages.of("error")
        hand.page.unsaved.click()
    assert hand.map()[45, 50] == 3


def test_a_class_that_the_legend_has_lost_is_told(hand: Hand, messages: object) -> None:
    hand.take("brush", "snow")
    hand.page.choice.take_class(7)
    hand.click(30, 45)
    assert "7" in messages.of("warning")
    assert np.array_equal(hand.map(), usual_map())


@pytest.fixture
def usual_font() -> Iterator[None]:
    """Write as small as a desktop does."""
    before = QApplication.font()
    QApplication.setFont(QFont("DejaVu Sans", 10))
    yield
    QApplication.setFont(before)


def test_it_fits_a_narrow_dock(
    usual_font: None, dock: OutcropDock, qtbot: QtBot, project: QgsProject, make_prediction: MakePrediction
) -> None:
    project.addMapLayer(make_prediction())
    dock.tabs.setCurrentWidget(dock.correct_page)
    qtbot.waitUntil(lambda: not dock.correct_page.tools.isHidden(), timeout=20_000)
    dock.correct_page.tools.buttons["brush"].click()
    assert dock.correcting.target is not None
    dock.setFloating(True)
    dock.resize(300, 598)
    QCoreApplication.processEvents()
    scroll = dock.correct_page.findChild(QScrollArea)
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    assert dock.minimumSizeHint().width() <= 300
