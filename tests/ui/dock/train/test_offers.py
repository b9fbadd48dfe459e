"""After a training that hardly began, or that bands without data kept from starting, the dock offers what helps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton


def train(dock: OutcropDock, qtbot: QtBot) -> None:
    dock.tabs.setCurrentWidget(dock.train_page)
    with qtbot.waitSignal(dock.training.ended, timeout=60_000):
        qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)


def offered(dock: OutcropDock) -> str:
    return "\n".join(problem.text for problem in dock.train_page.problem_list.problems)


def press(dock: OutcropDock, text: str) -> None:
    (button,) = (one for one in dock.train_page.problem_list.findChildren(QToolButton) if one.text() == text)
    button.click()


def test_a_network_that_hardly_trained_goes_on(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_STUB_FACTS", json.dumps({"epochs": 1, "training_seconds": 300.0}))
    train(ready, qtbot)
    epochs = ready.train_page.form.recipe().epochs
    assert offered(ready) == f"Hardly trained: 1 of {epochs} epochs in about 5 min. Go on for about 15 min?"
    qtbot.waitUntil(lambda: bool(ready.predict_page.models.entries), timeout=60_000)
    assert f"Hardly trained: 1 of {epochs} epochs" in ready.predict_page.models.entries[0].summary()
    (request,) = tmp_path.glob("work/runs/*/request.json")
    request.with_name("job.json").write_text(request.read_text())
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        press(ready, "Go on")
    assert offered(ready).startswith("Hardly trained")
    job = json.loads(request.read_text())
    assert (job["job"], job["minutes"]) == ("resume", 20.0)


def test_a_trained_network_is_left_alone(ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTCROP_STUB_FACTS", json.dumps({"epochs": 30, "training_seconds": 300.0}))
    train(ready, qtbot)
    assert offered(ready) == ""


def test_bands_without_data_are_left_out_with_one_click(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "bad_input")
    monkeypatch.setenv("OUTCROP_STUB_FACTS", json.dumps({"empty_bands": [0, 2]}))
    train(ready, qtbot)
    assert "2 bands have no data" in offered(ready)
    assert ready.train_page.train.isEnabled()
    assert ready.train_page.run.status.text()
    press(ready, "Leave out")
    assert ready.train_page.run.status.text() == "", "what was amiss is mended"
    assert ready.data_page.choice.imagery.bands == ("Green",)
    assert offered(ready) == ""
    assert ready.train_page.train.isEnabled()
