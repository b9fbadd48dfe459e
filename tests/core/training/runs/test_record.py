"""The record of a run: what is kept of what was said."""

from __future__ import annotations

from pathlib import Path

from outcrop.core.events import Events
from outcrop.core.training.runs.record import Record
from outcrop.core.training.runs.run import Run


def test_words_and_epochs_are_kept_and_steps_thinned(tmp_path: Path) -> None:
    run = Run(tmp_path)
    events = Events(Record(run))
    for step in range(200):
        events.metric(step=step, loss=0.5)
        events.progress(step / 200, "on")
    events.log("Computing on CPU.")
    events.warning("Few pixels.")
    for epoch in (1, 2):
        events.metric(epoch=epoch, epochs=2, loss=0.5, validation_loss=0.4, miou=0.6, f1=0.7, best_epoch=1)
    events.send("error", kind="failed", text="It broke.", details="")
    kept = list(run.events())
    assert [event["epoch"] for event in kept if "epoch" in event] == [1, 2]
    assert 1 <= sum("step" in event for event in kept) <= 5
    assert 1 <= sum(event["event"] == "progress" for event in kept) <= 5
    assert all(event["time"] > 1e9 for event in kept)
    log = (tmp_path / "log.txt").read_text(encoding="utf-8")
    for text in ("Computing on CPU.", "Warning: Few pixels.", "Epoch 2 of 2: loss 0.5000", "mIoU 0.6000", "Error: It"):
        assert text in log
    assert len(log.splitlines()) == 5
