"""The run view says how a run goes and steers it."""

from __future__ import annotations

import pytest
from outcrop.core.message import Message
from outcrop.ui.dock.train.run_view import FINISHING, IDLE, PAUSED, RUNNING, RunView
from pytestqt.qtbot import QtBot


def step_text(epoch: int, step: int) -> Message:
    text = "Epoch {epoch} of {epochs}, step {step} of {steps}"
    return Message(text, epoch=epoch, epochs=40, step=step, steps=12)


@pytest.fixture
def view(qtbot: QtBot) -> RunView:
    made = RunView()
    qtbot.addWidget(made)
    made.show()
    return made


def epoch(number: int, miou: float) -> dict[str, object]:
    return {"event": "metric", "epoch": number, "epochs": 40, "loss": 0.5, "miou": miou}


def test_nothing_is_shown_before_the_first_run(view: RunView) -> None:
    assert view.state == IDLE
    assert all(part.isHidden() for part in (view.curves, view.status, view.bar, view.buttons))


def test_progress_before_the_first_epoch_is_told_in_words(view: RunView) -> None:
    view.start()
    assert view.bar.maximum() == 0
    view.hear([{"event": "progress", "fraction": 0.05, "text": "Rasterising the labels", "seconds_left": None}])
    assert view.status.text() == "Rasterising the labels"
    assert view.bar.value() == 50


def test_epochs_are_told_with_the_best_and_the_time_left(view: RunView) -> None:
    view.start()
    view.hear([epoch(6, 0.63), epoch(7, 0.61)])
    view.hear([{"event": "progress", "fraction": 0.2, "text": step_text(8, 3), "seconds_left": 540}])
    first = "Epoch 7 of 40 · mIoU 0.61 (best 0.63 at 6)"
    assert view.status.text() == f"{first}\nEpoch 8 of 40, step 3 of 12 · about 9 min left"
    view.hear([{"event": "progress", "fraction": 0.97, "text": "Measuring the margin", "seconds_left": 20}])
    assert view.status.text() == f"{first}\nMeasuring the margin · about 20 s left"
    assert not view.curves.isHidden()


def test_a_new_run_forgets_the_one_before(view: RunView) -> None:
    view.start()
    view.hear([epoch(6, 0.63)])
    view.end("Finished.")
    assert view.status.text() == "Finished."
    assert view.buttons.isHidden()
    assert not view.curves.isHidden()
    view.start()
    view.hear([epoch(1, 0.1)])
    assert "best 0.10 at 1" in view.status.text()


def test_pause_and_go_on(view: RunView, qtbot: QtBot) -> None:
    view.start()
    with qtbot.waitSignal(view.pause_requested) as paused:
        view.pause.click()
    assert paused.args == [True]
    assert (view.state, view.pause.text()) == (PAUSED, "Go on")
    with qtbot.waitSignal(view.pause_requested) as resumed:
        view.pause.click()
    assert resumed.args == [False]
    assert view.state == RUNNING


def test_finishing_can_still_be_cancelled(view: RunView, qtbot: QtBot) -> None:
    view.start()
    view.hear([epoch(2, 0.3)])
    with qtbot.waitSignal(view.finish_requested):
        view.finish.click()
    assert view.state == FINISHING
    assert not view.finish.isEnabled()
    view.hear([epoch(3, 0.3)])
    assert "Finishing" in view.status.text()
    with qtbot.waitSignal(view.cancel_requested):
        view.cancel.click()


def test_a_second_click_on_train_ends_nothing(view: RunView) -> None:
    view.start()
    assert not view.finish.isEnabled()
    view.hear([{"event": "progress", "fraction": 0.01, "text": step_text(1, 1), "seconds_left": None}])
    assert not view.finish.isEnabled()
    view._finish_timer.timeout.emit()
    view._finish_timer.stop()
    view.hear([{"event": "progress", "fraction": 0.02, "text": step_text(1, 2), "seconds_left": None}])
    assert view.finish.isEnabled()


def test_what_is_done_at_the_end_is_told_while_finishing(view: RunView) -> None:
    view.start()
    view.hear([epoch(2, 0.3)])
    view.finish.click()
    view.hear([{"event": "progress", "fraction": 0.97, "text": "Measuring the margin", "seconds_left": 4}])
    assert "Measuring the margin" in view.status.text()
