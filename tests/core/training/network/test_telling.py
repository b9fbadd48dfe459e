"""Tests of what is told of a training's progress."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from outcrop.core.events import Events
from outcrop.core.training.network.telling import Telling
from outcrop.core.training.runs.time_budget import TimeBudget


def telling(events: Events, minutes: float | None, seconds: float) -> Telling:
    """Give that of a training of a hundred steps, so many seconds after it began."""
    return Telling(events, SimpleNamespace(seconds=seconds), TimeBudget(minutes, 8, 0), 100)


@pytest.mark.parametrize(
    ("minutes", "seconds", "step", "left"),
    [
        (None, 10.0, 3, None),  # too early for an estimate
        (None, 20.0, 10, 180.0),  # by its steps
        (1, 30.0, 10, 30.0),  # by its time, which is sooner over
    ],
)
def test_what_is_further_of_steps_and_time_is_told(
    minutes: float | None, seconds: float, step: int, left: float | None
) -> None:
    heard: list[dict[str, Any]] = []
    telling(Events(heard.append), minutes, seconds).tell(step, "Epoch 1")
    (told,) = heard
    assert told["text"] == "Epoch 1"
    if left is None:
        assert (told["fraction"], told["seconds_left"]) == (step / 100, None)
    else:  # with up to a minute for what comes after the last step
        assert left - 10 <= told["seconds_left"] <= left + 60
        assert told["fraction"] == pytest.approx(seconds / (seconds + told["seconds_left"]))


def test_it_is_due_at_once_and_then_some_times_a_second() -> None:
    due = telling(Events(), None, 0.0)
    assert [due.is_due() for _ in range(100)] == [True] + [False] * 99
