"""Trainings found after QGIS was started anew: told, watched, resumed, ended with their best, discarded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.jobs.specs import job_from_json
from outcrop.core.training.runs.run import FINISHED, Run
from outcrop.core.training.settings.jobs import ResumeJob
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.models.run_watch import new_events
from outcrop.ui.dock.train.run_view import IDLE, RUNNING, WATCHING
from outcrop.ui.settings import models_folder
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QMessageBox

MOMENT = 1_700_000_000.0


@pytest.fixture
def open_dock(
    qtbot: QtBot, canvas: QgsMapCanvas, messages: Any, project: QgsProject
) -> Iterator[Callable[[], OutcropDock]]:
    """Give what opens the dock, as QGIS does after it was started."""
    made: list[OutcropDock] = []

    def open_it() -> OutcropDock:
        dock = OutcropDock(project, canvas, messages)
        qtbot.addWidget(dock)
        dock.show()
        dock.tabs.setCurrentWidget(dock.train_page)
        made.append(dock)
        return dock

    yield open_it
    assert all(dock.shutdown() for dock in made)


@pytest.fixture
def yes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: QMessageBox.StandardButton.Yes)


def requests(run: Run) -> ResumeJob:
    job = job_from_json((run.folder / "request.json").read_text())
    assert isinstance(job, ResumeJob)
    return job


def test_nothing_is_shown_where_nothing_was_left(open_dock: Any, messages: Any, make_run: Any) -> None:
    make_run().conclude(FINISHED)
    dock = open_dock()
    assert dock.train_page.runs.isHidden()
    assert messages.texts == []


def test_an_interrupted_run_is_told_with_what_can_be_done(open_dock: Any, messages: Any, make_run: Any) -> None:
    make_run("older", began=MOMENT - 1000)
    make_run().append_event({"event": "error", "kind": "OutcropError", "text": "The disk is full."})
    dock = open_dock()
    card = dock.train_page.runs
    assert card.text.text().startswith("A training run of 14 Nov ")
    assert card.text.text().endswith(" was interrupted at epoch 7 of 40.")
    assert card.details.text() == "U-Net a · best mIoU 0.60\nThe disk is full.\n1 more run was found."
    assert card.text.text() in messages.of("warning")
    assert card.watch.isHidden()
    assert card.isVisible()
    assert dock.train_page.train.styleSheet() == ""
    assert card.resume.styleSheet() != ""


def test_without_an_epoch_there_is_nothing_to_keep(open_dock: Any, make_run: Any) -> None:
    make_run(epochs=0)
    card = open_dock().train_page.runs
    assert card.keep_best.isHidden()
    assert not card.resume.isHidden()


def test_a_run_of_today_is_told_by_its_time(open_dock: Any, make_run: Any) -> None:
    import time

    make_run(began=time.time())
    assert time.strftime("of %H:%M was interrupted") in open_dock().train_page.runs.text.text()


def test_resume_goes_on_with_curves_and_ends_with_a_model(open_dock: Any, make_run: Any, qtbot: QtBot) -> None:
    run = make_run()
    dock = open_dock()
    with qtbot.waitSignal(dock.training.ended, timeout=60_000) as ended:
        dock.train_page.runs.resume.click()
        assert dock.train_page.run.state == RUNNING
        assert dock.train_page.runs.isHidden()
        assert dock.train_page.run.curves.miou.xs == [1, 2, 3, 4, 5, 6]
    assert not requests(run).keep_best
    assert ended.args[1] == str(models_folder() / "a.safetensors")
    assert "“U-Net a”, mIoU 0.63" in ended.args[0]
    assert not dock.train_page.predict.isHidden()


def test_keep_best_makes_a_model_at_once(
    open_dock: Any, make_run: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    run = make_run()
    dock = open_dock()
    with qtbot.waitSignal(dock.training.ended, timeout=60_000) as ended:
        dock.train_page.runs.keep_best.click()
    assert requests(run).keep_best
    assert ended.args[1].endswith("a.safetensors")


def test_discard_asks_and_deletes_and_shows_the_next(
    open_dock: Any, make_run: Any, yes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = make_run("older", began=MOMENT - 1000), make_run()
    card = open_dock().train_page.runs
    card.discard.click()
    assert not newer.folder.exists()
    assert older.folder.exists()
    assert card.newest.name == "U-Net older"
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: QMessageBox.StandardButton.No)
    card.discard.click()
    assert older.folder.exists()


def test_what_is_worked_on_meanwhile_is_not_discarded(open_dock: Any, make_run: Any, yes: None, messages: Any) -> None:
    run = make_run()
    card = open_dock().train_page.runs
    run.claim()
    card.discard.click()
    assert "being worked on by another process" in messages.of("error")
    assert run.folder.exists()
    assert not card.watch.isHidden()
    run.release()


@pytest.mark.parametrize("button", ["resume", "keep_best"])
def test_what_another_window_has_resumed_is_not_resumed_twice(
    open_dock: Any, make_run: Any, messages: Any, button: str
) -> None:
    run = make_run()
    dock = open_dock()
    card = dock.train_page.runs
    run.claim()
    getattr(card, button).click()
    assert "goes on in another window by now" in messages.of("error")
    assert not dock.training.is_running
    assert not (run.folder / "request.json").exists()
    assert not card.watch.isHidden()
    run.release()


def test_a_run_of_another_process_is_watched_to_its_end(open_dock: Any, make_run: Any, qtbot: QtBot) -> None:
    run = make_run(epochs=2)
    run.claim()
    dock = open_dock()
    page = dock.train_page
    assert page.runs.text.text().endswith("goes on in another process, at epoch 3 of 40.")
    assert page.runs.resume.isHidden()
    assert page.runs.discard.isHidden()

    page.runs.watch.click()
    assert page.run.state == WATCHING
    assert page.run.pause.isHidden()
    assert page.run.cancel.isHidden()
    assert "Epoch 2 of 40" in page.run.status.text()
    run.append_event({"event": "metric", "epoch": 3, "epochs": 40, "loss": 0.4, "miou": 0.7})
    qtbot.waitUntil(lambda: "Epoch 3 of 40" in page.run.status.text(), timeout=60_000)
    run.conclude(FINISHED)
    with qtbot.waitSignal(dock.found_runs.ended, timeout=60_000) as ended:
        pass
    assert ended.args[1].endswith("a.safetensors")
    assert page.run.state == IDLE
    assert page.run.status.text() == "The training that was watched is finished."


def test_watching_can_be_left_and_a_run_that_dies_can_be_resumed(open_dock: Any, make_run: Any, qtbot: QtBot) -> None:
    run = make_run(epochs=2)
    run.claim()
    dock = open_dock()
    page = dock.train_page
    page.runs.watch.click()
    page.run.leave.click()
    assert page.run.state == IDLE
    assert page.runs.isVisible()
    page.runs.watch.click()
    with qtbot.waitSignal(dock.found_runs.ended, timeout=60_000) as ended:
        run.release()
    assert ended.args == ["The training that was watched has ended without a model.", ""]
    qtbot.waitUntil(lambda: not page.runs.resume.isHidden(), timeout=60_000)


def test_a_cancelled_training_is_offered_again_once_it_has_an_epoch(open_dock: Any, make_run: Any) -> None:
    run = make_run(epochs=1)
    run.append_event({"event": "error", "kind": "CancelledError", "text": "The job was stopped."})
    assert open_dock().train_page.runs.details.text() == "U-Net a · best mIoU 0.10"


def test_a_record_is_read_as_it_grows(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    assert new_events(path, 0) == ([], 0)
    path.write_text('{"event": "log", "text": "ä"}\n{"event": "lo')
    events, place = new_events(path, 0)
    assert [event["text"] for event in events] == ["ä"]
    with path.open("a") as file:
        file.write('g", "text": "b"}\n[1]\n{broken\n')
    events, place = new_events(path, place)
    assert [event["text"] for event in events] == ["b"]
    assert new_events(path, place) == ([], place)
