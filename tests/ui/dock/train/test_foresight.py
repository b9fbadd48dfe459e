"""Before Train is pressed the page says how long it takes here, and offers what fits where the time won't do."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.widgets.problems import WARNING
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton

ENOUGH = {
    "seconds": 240.0, "epoch_seconds": 6.0, "epochs": 40, "done": 40.0, "is_short": False, "device": "CPU, 2 threads",
}  # fmt: skip
SHORT = {**ENOUGH, "seconds": 300.0, "epoch_seconds": 360.0, "done": 0.6, "is_short": True}


def show_train_page(dock: OutcropDock, told: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTCROP_STUB_FORESEEN", json.dumps(told))
    dock.tabs.setCurrentWidget(dock.train_page)


def test_the_page_says_how_long_it_takes_with_this_data(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ready.train_page
    show_train_page(ready, ENOUGH, monkeypatch)
    assert page.time_line.text() == "Trying out how long this takes here …"
    assert page.train.isEnabled()
    qtbot.waitUntil(lambda: "this data" in page.time_line.text(), timeout=30_000)
    assert page.time_line.text() == "About 4 min in all with this data: 40 epochs of about 6 s, on CPU, 2 threads"
    assert not [problem for problem in page.problem_list.problems if problem.kind == WARNING]
    form = page.form
    form.minutes.setCurrentIndex(form.minutes.findData(15.0))
    assert page.time_line.text() == "Trying out how long this takes here …"
    form.minutes.setCurrentIndex(form.minutes.findData(5.0))
    assert "About 4 min in all" in page.time_line.text(), "what was foreseen once is known"


def test_time_that_will_not_do_is_told_with_what_fits(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ready.train_page
    page.form.recipes.setCurrentIndex(page.form.recipes.findData("lithology"))
    page.form.minutes.setCurrentIndex(page.form.minutes.findData(5.0))
    show_train_page(ready, SHORT, monkeypatch)
    qtbot.waitUntil(lambda: "won’t do" in page.problem_list.problems[0].text if page.problem_list.problems else False,
                    timeout=30_000)  # fmt: skip
    assert "one epoch of 40 takes about 6 min here" in page.problem_list.problems[0].text
    assert page.train.isEnabled(), "it is only a warning"
    press(page.problem_list, "Take Quick", qtbot)
    assert page.form.recipe().name == "quick"
    qtbot.waitUntil(lambda: bool(page.problem_list.problems), timeout=30_000)
    press(page.problem_list, "Take random forest", qtbot)
    assert page.form.architecture.key == "random_forest"
    assert not page.problem_list.problems


def press(where: object, text: str, qtbot: QtBot) -> None:
    button = next(one for one in where.findChildren(QToolButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_hours_without_a_limit_are_told(ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ready.train_page
    page.form.recipes.setCurrentIndex(page.form.recipes.findData("lithology"))
    show_train_page(ready, {**ENOUGH, "seconds": 5 * 86400.0}, monkeypatch)
    qtbot.waitUntil(lambda: "this data" in page.time_line.text(), timeout=30_000)
    assert page.problem_list.problems[0].text == "This will take about 5 days here. Set a time, or take what fits."


def test_training_does_not_wait_for_the_trial(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    show_train_page(ready, ENOUGH, monkeypatch)
    ready.training.started.connect(lambda: told.append(ready.train_page.time_line.text()))
    with qtbot.waitSignal(ready.training.ended, timeout=60_000) as ended:
        qtbot.mouseClick(ready.train_page.train, Qt.MouseButton.LeftButton)
    assert ended.args[1]
    assert len(told) == 1
    assert "Trying out" not in told[0], "nothing is tried any more"


def test_other_polygons_are_tried_anew(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, make_polygons: Callable[..., QgsVectorLayer],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = ready.train_page
    show_train_page(ready, ENOUGH, monkeypatch)
    qtbot.waitUntil(lambda: "About 4 min" in page.time_line.text(), timeout=30_000)
    project.addMapLayer(make_polygons(name="others"))
    ready.data_page.choose_polygons(project.mapLayersByName("others")[0], "kind")
    assert "About 4 min" not in page.time_line.text()
