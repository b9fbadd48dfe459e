"""The first steps' sample: offered where it can be made; a job that fails is told and can be tried again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from outcrop.core.environment.plan import worker_plan
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.first_steps import FirstSteps
from outcrop.ui.messages import DetailsDialog, Messages
from outcrop.ui.setup.keeper import PARTLY
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from .conftest import Installer, lay_out
from .test_setup import install


@pytest.fixture
def bar(qtbot: QtBot) -> QgsMessageBar:
    made = QgsMessageBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dock(qtbot: QtBot, bar: QgsMessageBar) -> Iterator[OutcropDock]:
    """Give a dock that computes with the stub worker, unless the test asks for the installer."""
    canvas = QgsMapCanvas()
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, made):
        qtbot.addWidget(widget)
    made.show()
    yield made
    assert made.shutdown()


def opened(dock: OutcropDock) -> FirstSteps:
    dock.environment.open_first_steps()
    assert dock.environment.first_steps is not None
    return dock.environment.first_steps


def text_of(bar: QgsMessageBar, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bar.currentItem() is not None, timeout=60_000)
    return str(bar.currentItem().text())


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ("bad_input", "“samples” has no field “kind”."),
        ("killed", "The worker was killed, most often because memory ran out."),
        ("silent", "The worker ended without a result."),
        ("crash", "The worker ended with status 7 before it was done."),
    ],
)
def test_a_sample_job_that_fails_is_told_and_can_be_tried_again(
    dock: OutcropDock, qtbot: QtBot, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch, behaviour: str, said: str
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", behaviour)
    for _time in range(2):
        steps = opened(dock)
        steps.sample.click()
        assert steps.isHidden()
        assert text_of(bar, qtbot) == said
        bar.clearWidgets()
        qtbot.waitUntil(lambda: bar.currentItem() is None, timeout=60_000)
    assert QgsProject.instance().mapLayers() == {}


def test_what_the_worker_printed_can_be_read(
    dock: OutcropDock, qtbot: QtBot, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "crash")
    opened(dock).sample.click()
    text_of(bar, qtbot)
    bar.currentItem().findChild(QPushButton).click()
    details = bar.window().findChild(DetailsDialog)
    assert "Traceback: something broke" in details.details.toPlainText()
    details.close()


def test_result_that_is_not_there_is_told_with_its_folder(
    dock: OutcropDock, qtbot: QtBot, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "hangs_after_result")
    opened(dock).sample.click()
    text_of(bar, qtbot)
    bar.currentItem().findChild(QPushButton).click()
    details = bar.window().findChild(DetailsDialog)
    shown = details.findChildren(type(dock.environment.first_steps.hint))[0].text()
    assert str(tmp_path / "work" / "sample") in shown
    assert "open the sample again" in shown
    details.close()


def test_dock_that_goes_away_meanwhile_ends_the_job(
    qtbot: QtBot, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    canvas = QgsMapCanvas()
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, made):
        qtbot.addWidget(widget)
    opened(made).sample.click()
    qtbot.waitUntil((tmp_path / "work" / "sample" / "worker.log").exists, timeout=60_000)
    assert made.shutdown()
    assert bar.currentItem() is None


def test_cancelled_in_the_task_manager_it_says_nothing_and_can_be_opened_again(
    dock: OutcropDock, qtbot: QtBot, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    opened(dock).sample.click()
    log = tmp_path / "work" / "sample" / "worker.log"
    qtbot.waitUntil(log.exists, timeout=60_000)
    for task in QgsApplication.taskManager().activeTasks():
        task.cancel()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=60_000)
    assert bar.currentItem() is None
    monkeypatch.setenv("OUTCROP_STUB", "bad_input")
    opened(dock).sample.click()
    assert "kind" in text_of(bar, qtbot)


def test_sample_is_offered_as_soon_as_the_environment_is_there(
    qtbot: QtBot, installer: Installer, dock: OutcropDock
) -> None:
    steps = opened(dock)
    assert not steps.sample.isEnabled()
    install(dock, qtbot)
    assert steps.sample.isEnabled()
    assert steps.hint.isHidden()


def test_classifiers_alone_are_enough_for_the_sample(
    qtbot: QtBot, installer: Installer, current: Path, dock: OutcropDock
) -> None:
    lay_out(worker_plan(current, Path(sys.executable), None))
    dock.environment.check()
    assert dock.environment.keeper.state().kind == PARTLY
    assert opened(dock).sample.isEnabled()
