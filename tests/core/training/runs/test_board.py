"""Scalars for TensorBoard, read back by its own reader."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from outcrop.core.training.runs import board as board_module
from outcrop.core.training.runs.board import Board


def test_scalars_can_be_read_and_a_restart_replaces_later_ones(tmp_path: Path) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    first = Board(tmp_path, 1)
    for epoch in (1, 2, 3):
        first.add(epoch, {"miou": epoch / 10, "loss": 1.0})
    first.close()
    later = Board(tmp_path, 2)
    later.add(2, {"miou": 0.9})
    later.close()
    shown = EventAccumulator(str(tmp_path)).Reload()
    assert {"miou", "loss"} == set(shown.Tags()["scalars"])
    assert [(entry.step, round(entry.value, 3)) for entry in shown.Scalars("miou")] == [(1, 0.1), (2, 0.9)]


def test_without_tensorboard_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_module.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setitem(sys.modules, "tensorboard", None)
    board = Board(tmp_path / "b")
    board.add(1, {"miou": 0.5})
    board.close()
    assert not (tmp_path / "b").exists()
