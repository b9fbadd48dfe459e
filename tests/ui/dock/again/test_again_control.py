"""Training again with the real worker: a corrected map is learned from, mapped anew and compared."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.correction.session import Session
from outcrop.core.correction.session_files import session_files
from outcrop.core.geodata.grid import Window
from outcrop.core.model.card_file import read_card
from outcrop.ui.correction.class_raster import read_prediction
from outcrop.ui.dock.again.again_control import common_sentence
from outcrop.ui.dock.again.unfinished import FILE, Intent, Unfinished
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.corrected import prediction_file
from outcrop.ui.messages import Messages
from outcrop.ui.settings import models_folder
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.slow
SQUARES = tuple((name, left, top, 12) for name, left in (("dike", 5), ("snow", 50)) for top in (4, 20, 36, 52, 68))
"""So many that some of each class are left to learn from when others are held back."""


@pytest.fixture
def dock(make_working_dock: Callable[..., OutcropDock]) -> OutcropDock:
    """Give a dock over an image of three stripes, two of which have polygons."""
    made = make_working_dock({40: 60, 80: 25}, SQUARES)
    form = made.train_page.form
    form.models.setCurrentIndex(form.models.findData("random_forest"))
    return made


def first_map(dock: OutcropDock, qtbot: QtBot) -> QgsRasterLayer:
    with qtbot.waitSignal(dock.training.ended, timeout=120_000) as trained:
        dock.train_page.train.click()
    assert trained.args[1], trained.args
    with qtbot.waitSignal(dock.prediction.ended, timeout=120_000):
        dock._on_predict_now()
    (layer,) = [
        found for found in QgsProject.instance().mapLayers().values() if found.customProperty("outcrop/imagery")
    ]
    return layer


def test_corrections_change_the_next_map(dock: OutcropDock, qtbot: QtBot, correct: Callable[..., Path]) -> None:
    first = first_map(dock, qtbot)
    row = dock.data_page.corrections
    assert row.isHidden()
    session = correct(first.source(), Window(0, 82, 90, 38), "dike")
    dock.tabs.setCurrentWidget(dock.train_page)
    dock.tabs.setCurrentWidget(dock.data_page)
    assert not row.isHidden()
    assert row.chosen() == (str(session),)
    dock.correct_page.layer.set_layer(first)
    in_another_window = closing(Session.open(session, read_prediction(first.source()), "somebody else"))
    with in_another_window, qtbot.waitSignal(dock.again.ended, timeout=240_000) as ended:
        qtbot.mouseClick(row.again, Qt.MouseButton.LeftButton)
    assert "snow → dike" in ended.args[0], dock._messages._bar.currentItem().text()
    assert prediction_file(dock.correct_page.chosen_layer) != first.source()  # the new map is the one to correct now
    (changes,) = QgsProject.instance().mapLayersByName("changes")
    codes = np.array(gdal.Open(changes.source()).ReadAsArray())
    assert (codes[:, 85:] > 0).mean() > 0.9
    assert (codes[:, :80] > 0).mean() < 0.1, ended.args
    assert "held back from both models, mIoU was" in ended.args[0]  # as they were before they learned from all there is
    newest = dock.predict_page.models.checked()[0].path
    (counts,) = read_card(newest).provenance["label_origins"]
    assert counts["corrected"]["dike"] == 90 * 38


@pytest.mark.parametrize(
    ("low", "high", "p_value", "told"),
    [
        (0.02, 0.15, 0.01, "better, by 0.02 to 0.15"), (-0.1, 0.2, 0.4, "may be chance"),
        (-0.2, -0.1, 0.01, "worse, by -0.20 to -0.10"), (0.02, 0.15, 0.25, "may be chance"),
    ],
)  # fmt: skip
def test_the_gain_is_told_with_its_interval(low: float, high: float, p_value: float, told: str) -> None:
    models = [{"model": name, "measures": {"miou": miou}} for name, miou in (("first", 0.5), ("second", 0.58))]
    gains = [{"model": "second", "value": 0.08, "low": low, "high": high, "p_value": p_value}]
    text = common_sentence({"models": models, "gains": gains, "pixels": 1200, "polygons": 7})
    assert "of 7 polygons held back from both models, mIoU was 0.50 and is 0.58:" in text
    assert told in text.replace("\u2212", "-")
    assert "of 0 polygons" not in common_sentence({"models": models, "gains": gains, "pixels": 1200, "polygons": 0})
    assert "isn't known" in common_sentence({"models": models[:1], "gains": [], "pixels": 5, "polygons": 0})


def test_sessions_that_are_left_out_are_not_learned_from(
    dock: OutcropDock, qtbot: QtBot, correct: Callable[..., Path]
) -> None:
    first = first_map(dock, qtbot)
    correct(first.source(), Window(0, 82, 90, 38), "dike")
    row = dock.data_page.corrections
    dock.data_page.refresh()
    qtbot.waitUntil(lambda: bool(dock.data_page.choice.corrections), timeout=60_000)
    row.button.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: not dock.data_page.choice.corrections, timeout=60_000)
    assert not row.again.isEnabled()
    assert row.button.text() == "none of them"


def ask_for_tiles(dock: OutcropDock, qtbot: QtBot, mapped: QgsRasterLayer) -> None:
    dock._canvas.show()
    dock.tabs.setCurrentWidget(dock.correct_page)
    dock.queue._chosen_map = lambda: mapped
    with qtbot.waitSignal(dock.queue.queue.moved, timeout=120_000, check_params_cb=bool):
        qtbot.mouseClick(dock.queue_row.ask, Qt.MouseButton.LeftButton)


def test_tiles_and_places_are_offered_answered_by_key_and_learned_from_or_not(dock: OutcropDock, qtbot: QtBot) -> None:
    first = first_map(dock, qtbot)
    canvas, queue, row = dock._canvas, dock.queue.queue, dock.queue_row
    assert not row.verdicts["right"].isVisible()
    ask_for_tiles(dock, qtbot, first)
    layer, sample = queue.layer, queue.sample
    assert layer is not None
    assert sample is not None
    assert layer not in (dock.correct_page.chosen_layer, dock.data_page.polygons.currentLayer())
    items = queue._items()
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    assert sum(item.is_place for item in items) == 3
    node = QgsProject.instance().layerTreeRoot().findLayer(sample.id())
    assert not node.itemVisibilityChecked()  # its points would hide what is in the frame
    assert queue._frame is not None
    assert queue._frame.fillColor().alpha() == 0
    verdicts = iter(("right", "skipped"))  # two tiles are all that this small map has
    for item in items:
        assert canvas.extent().contains(item.feature.geometry().boundingBox())
        assert row.verdicts["right"].isVisible() != item.is_place
        if item.is_place:
            assert "what is in the frame?" in row.status.text()
            qtbot.keyClick(canvas, Qt.Key.Key_1)
        elif next(verdicts) == "right":
            qtbot.keyClick(canvas, Qt.Key.Key_R)
        else:
            qtbot.mouseClick(row.verdicts["skipped"], Qt.MouseButton.LeftButton)
    assert sorted(tile["verdict"] for tile in layer.getFeatures()) == ["right", "skipped"]
    assert {place["answer"] for place in sample.getFeatures()} == {"dike"}
    assert all(tile["reviewed_by"] and tile["reviewed_at"] for tile in layer.getFeatures())
    assert "At 3 random places" in row.accuracy.text()
    assert "more answers halve the interval" in row.accuracy.text()
    with qtbot.waitSignal(dock.training.ended, timeout=120_000) as trained:
        dock.tabs.setCurrentWidget(dock.train_page)
        dock.train_page.train.click()
    (counts,) = read_card(trained.args[1]).provenance["label_origins"]
    assert sum(counts["reviewed"].values()) > 0
    assert sum(counts["corrected"].values()) == 0


def test_with_a_tool_in_hand_its_keys_are_its_own(dock: OutcropDock, qtbot: QtBot) -> None:
    first = first_map(dock, qtbot)
    ask_for_tiles(dock, qtbot, first)
    queue, canvas = dock.queue.queue, dock._canvas
    number = next(item.number for item in queue._items() if not item.is_place)
    queue._show(number)
    queue._in_hand = lambda: True
    qtbot.keyClick(canvas, Qt.Key.Key_R)
    assert not any(item.answer for item in queue._items())
    qtbot.keyClick(canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert [item.number for item in queue._items() if item.answer == "right"] == [number]


def test_what_is_looked_over_closely_is_kept_and_never_learned_from(dock: OutcropDock, qtbot: QtBot) -> None:
    first = first_map(dock, qtbot)
    canvas, row, seen = dock._canvas, dock.queue_row, dock.queue.seen
    canvas.resize(60, 45)
    canvas.show()
    dock.tabs.setCurrentWidget(dock.correct_page)
    dock.queue._chosen_map = lambda: first
    canvas.setExtent(QgsRectangle(590_000, 4_729_000, 611_000, 4_750_000))  # too far away to tell anything
    row.note.setChecked(True)
    qtbot.waitUntil(lambda: "0 % of the map" in row.seen.text(), timeout=60_000)
    layer = seen.layer
    assert layer is not None
    assert layer.featureCount() == 0
    for left, top in ((600_000, 4_740_000), (600_005, 4_740_000), (600_600, 4_740_000)):
        canvas.setExtent(QgsRectangle(left, top - 450, left + 600, top))
        qtbot.waitUntil(lambda: not seen._timer.isActive(), timeout=60_000)
    views = list(layer.getFeatures())
    assert len(views) == 2  # a small move shows nothing new
    assert all(view["seen_by"] and view["seen_at"] and view["prediction"] == first.source() for view in views)
    assert all(0 < view["scale"] < 100_000 for view in views)
    assert "50 % of the map" in row.seen.text()
    row.note.setChecked(False)
    canvas.setExtent(QgsRectangle(600_000, 4_739_100, 600_600, 4_739_550))
    assert not seen._timer.isActive()
    assert row.seen.isHidden()
    with qtbot.waitSignal(dock.training.ended, timeout=120_000) as trained:  # a file of views alone is no obstacle
        dock.tabs.setCurrentWidget(dock.train_page)
        dock.train_page.train.click()
    assert trained.args[1], trained.args


def begin_again(dock: OutcropDock, qtbot: QtBot, correct: Callable[..., Path]) -> str:
    """Correct a first map and train again, until that is being mapped; give the model's file."""
    first = first_map(dock, qtbot)
    correct(first.source(), Window(0, 82, 90, 38), "dike")
    dock.data_page.look_for_corrections()
    with qtbot.waitSignal(dock.training.ended, timeout=240_000) as trained:
        qtbot.mouseClick(dock.data_page.corrections.again, Qt.MouseButton.LeftButton)
    return str(trained.args[1])


def test_a_training_that_is_resumed_is_mapped_as_it_was_meant(
    dock: OutcropDock, qtbot: QtBot, correct: Callable[..., Path]
) -> None:
    model = begin_again(dock, qtbot, correct)
    assert dock.again._task is not None
    folder = dock.again._unfinished.folder
    with qtbot.waitSignal(dock.again.ended, timeout=60_000):
        dock.again._task.cancel()
    assert not (folder / FILE).exists()  # the analyst didn't want it
    first = next(path for path in folder.parent.glob("*/*.tif") if session_files(path))
    left = Unfinished(folder)
    left.begin(Intent(str(first), dock.data_page.choice.imagery.layer_id, tuple(map(str, session_files(first)))))
    dock.training.ended.emit("", model)  # while another window is at it
    assert dock.again._task is None
    left.leave()
    with qtbot.waitSignal(dock.again.ended, timeout=240_000) as ended:
        dock.training.ended.emit("", model)
    assert "snow → dike" in ended.args[0]
    assert not (folder / FILE).exists()


def test_a_sketch_that_is_killed_on_its_way_to_a_model_leaves_none(dock: OutcropDock, qtbot: QtBot) -> None:
    held: list[int] = []

    def kill() -> None:
        process = dock.training._task._process
        if process is not None and not held:
            held.append(process._process.pid)
            os.kill(held[0], signal.SIGKILL)

    dock.data_page.live.save.trigger()
    with qtbot.waitSignal(dock.training.ended, timeout=120_000) as ended:
        qtbot.waitUntil(lambda: kill() or bool(held), timeout=60_000)
    assert ended.args[1] == ""
    assert not [path for path in models_folder().rglob("*") if path.is_file()]
    with qtbot.waitSignal(dock.training.ended, timeout=120_000) as ended:
        dock.data_page.live.save.trigger()
    assert Path(ended.args[1]).is_file()


def test_without_corrections_it_says_what_to_do(dock: OutcropDock, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(Messages, "warning", lambda _self, text, *_more: told.append(text))
    dock.queue_row.again.click()
    assert "no corrections to learn from yet" in told[0]
    assert dock.again._first is None
    assert not dock.training.is_running
