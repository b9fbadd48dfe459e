"""Runs found again: what a folder holds of trainings, those that go on, were broken off, or are over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ...errors import CancelledError
from ...events import ERROR, METRIC
from .run import FAILED, INTERRUPTED, RUNNING, SPEC, Run


@dataclass(frozen=True)
class FoundRun:
    """A training as its folder tells it.

    Attributes:
        folder: The run's.
        state: `RUNNING`, in whatever process, `INTERRUPTED`, `FINISHED` or `FAILED`.
        began: When the run was made.
        name: What its model is called, or is to be.
        model_file: Where its model is, or is to be.
        architecture: Key of the network or classifier.
        epoch: Number from 1 of the epoch that is worked on, or was.
        epochs: How many there are to be.
        best_miou: The best so far; None before the first epoch is done.
        has_best: Whether a model can be made of the best epoch.
        trouble: What broke it off, where it could still tell; empty where it was killed, or stopped on purpose.
        was_stopped: Whether it was stopped on purpose.
    """

    folder: Path
    state: str
    began: datetime
    name: str
    model_file: str
    architecture: str
    epoch: int
    epochs: int
    best_miou: Optional[float] = None
    has_best: bool = False
    trouble: str = ""
    was_stopped: bool = False

    @property
    def is_running(self) -> bool:
        """Whether a living process works on it."""
        return self.state == RUNNING

    @property
    def can_go_on(self) -> bool:
        """Whether it was broken off and can be resumed."""
        return self.state == INTERRUPTED


def list_runs(folder: Path) -> tuple[FoundRun, ...]:
    """List every training in a folder's folders, the newest first."""
    try:
        inside = [path for path in Path(folder).iterdir() if (path / SPEC).is_file()]
    except OSError:
        return ()
    found = [run for run in map(read_run, inside) if run is not None]
    return tuple(sorted(found, key=lambda run: run.began, reverse=True))


def find_runs(folder: Path) -> tuple[FoundRun, ...]:
    """Find the trainings in a folder's folders that go on or can go on, the newest first.

    Those that were stopped on purpose before they had finished an epoch are left out: nobody misses them.
    """
    return tuple(
        run for run in list_runs(folder)
        if run.is_running or (run.can_go_on and (run.has_best or not run.was_stopped))
    )  # fmt: skip


def read_run(folder: Path) -> Optional[FoundRun]:
    """Read what a folder tells of a training; None where there is none."""
    run = Run(folder)
    try:
        spec, made = json.loads(run.path(SPEC).read_text(encoding="utf-8")), run.path(SPEC).stat().st_mtime
        if spec["job"] != "train":
            return None
        state, rows = run.state, run.epochs()
        is_over = state not in (RUNNING, INTERRUPTED)
        last = {} if is_over else _last_error(run)  # a record is long, and of a run that is over nothing is asked
        stopped = last.get("kind") == CancelledError.__name__
        trouble = (run.outcome or {}).get("text", "") if state == FAILED else "" if stopped else last.get("text", "")
        epochs = int(spec["recipe"]["epochs"])
        return FoundRun(
            Path(folder), state, datetime.fromtimestamp(made).astimezone(),
            str(spec["name"] or Path(spec["model_file"]).stem), str(spec["model_file"]), str(spec["recipe"]["model"]),
            min(len(rows) + (not is_over), epochs), epochs,
            max((float(row["miou"]) for row in rows), default=None), run.has_best, str(trouble), stopped,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def measures_so_far(folder: Path) -> list[dict[str, Any]]:
    """Give a run's measures of steps, then of epochs, as events; of what was done twice the second time counts."""
    steps: dict[int, dict[str, Any]] = {}
    epochs: dict[int, dict[str, Any]] = {}
    for event in Run(folder).events():
        if event.get("event") == METRIC:
            kind, name = (epochs, "epoch") if "epoch" in event else (steps, "step")
            kind[int(event[name])] = event
    return [kind[number] for kind in (steps, epochs) for number in sorted(kind)]


def _last_error(run: Run) -> Mapping[str, Any]:
    """Give the error that ended the last sitting; nothing where that ended without a word."""
    last: Mapping[str, Any] = {}
    for event in run.events():
        last = event
    return last if last.get("event") == ERROR else {}
