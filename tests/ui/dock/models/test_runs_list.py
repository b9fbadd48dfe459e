"""The list of trainings: every run of the work folder with its page, and what can be done with it."""

from __future__ import annotations

from typing import Any

import pytest
from outcrop.core.training.runs.run import FAILED, FINISHED, SAMPLES
from outcrop.ui.settings import models_folder, runs_folder
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QMessageBox

NAME, STATE, MIOU, BEGUN = range(4)
MOMENT = 1_700_000_000.0


@pytest.fixture
def listed(dock: Any, make_run: Any) -> Any:
    """Open the list with a run of each kind, the newest one finished."""
    make_run("interrupted", began=MOMENT - 3000)
    stopped = make_run("stopped", epochs=0, began=MOMENT - 2000)
    stopped.append_event({"event": "error", "kind": "CancelledError", "text": "The job was stopped."})
    make_run("failed", epochs=0, began=MOMENT - 1000).conclude(FAILED, text="The loss became infinite in epoch 1.")
    finished = make_run("finished")
    finished.path(SAMPLES).mkdir()
    (finished.path(SAMPLES) / "epoch_0006.png").write_bytes(b"")
    finished.conclude(FINISHED, seconds=125.0, split="Blocks of 64 px, 30 % held back")
    dock.tabs.setCurrentWidget(dock.predict_page)
    dock.library.actions["runs"].trigger()
    return dock.found_runs.window


def choose(window: Any, place: int) -> None:
    window.list.setCurrentItem(window.list.topLevelItem(place))


def test_every_training_is_listed_the_newest_first(listed: Any) -> None:
    items = [listed.list.topLevelItem(place) for place in range(listed.list.topLevelItemCount())]
    assert [item.text(STATE) for item in items] == ["finished", "failed", "stopped", "interrupted"]
    assert items[0].text(NAME) == "U-Net finished"
    assert [item.text(MIOU) for item in items] == ["0.60", "", "", "0.60"]
    assert items[0].text(BEGUN).startswith("14 Nov ")
    assert not listed.isModal()


def test_the_page_tells_what_was_done_and_how_it_went(listed: Any) -> None:
    text = listed.page.toPlainText()
    for part in ("U-Net finished", "Improved U-Net", "i.tif", "l.gpkg", "Blocks of 64 px", "about 2 min", "6 / 40"):
        assert part in text
    assert "epoch_0006.png" in listed.page.toHtml()
    choose(listed, 1)
    assert "The loss became infinite in epoch 1." in listed.page.toPlainText()
    assert "epoch_0006.png" not in listed.page.toHtml()


def test_what_can_be_done_depends_on_how_a_run_stands(listed: Any) -> None:
    buttons = (listed.resume, listed.keep_best, listed.folder, listed.delete)
    enabled = []
    for place in range(4):
        choose(listed, place)
        enabled.append([button.isEnabled() for button in buttons])
    over, stopped, broken_off = [False, False, True, True], [True, False, True, True], [True, True, True, True]
    assert enabled == [over, over, stopped, broken_off]


def test_deleting_asks_and_leaves_the_model(listed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    model = models_folder() / "finished.safetensors"
    model.write_bytes(b"")
    asked: list[str] = []

    def answer(_parent: Any, _title: str, question: str) -> Any:
        asked.append(question)
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return yes if len(asked) > 1 else no

    monkeypatch.setattr(QMessageBox, "question", answer)
    listed.delete.click()
    assert (runs_folder() / "finished").is_dir()
    listed.delete.click()
    assert not (runs_folder() / "finished").exists()
    assert model.exists()
    assert "U-Net finished" in asked[0]
    assert "model stays" in asked[0]
    assert listed.list.topLevelItemCount() == 3


def test_an_interrupted_run_goes_on_from_the_list(listed: Any, dock: Any, qtbot: QtBot) -> None:
    choose(listed, 3)
    listed.resume.click()
    assert dock.training.is_running
    assert not listed.resume.isEnabled()
    qtbot.waitUntil(lambda: not dock.training.is_running, timeout=60_000)
    assert (models_folder() / "interrupted.safetensors").exists()


def test_without_a_training_the_list_says_so_and_opens_again(dock: Any, qtbot: QtBot) -> None:
    dock.found_runs.show_list()
    window = dock.found_runs.window
    assert not window.empty.isHidden()
    assert not any(button.isEnabled() for button in (window.resume, window.keep_best, window.folder, window.delete))
    window.close()
    qtbot.waitUntil(lambda: dock.found_runs.window is None, timeout=60_000)
    dock.found_runs.show_list()
    assert dock.found_runs.window.isVisible()
