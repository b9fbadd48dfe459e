"""Runs found again: what a folder holds of trainings, those that go on, were broken off, or are over."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ...errors import CancelledError, OutcropError
from ...events import ERROR, METRIC, message_of
from ...files.json_text import read_json, shape_told
from .run import FAILED, FINISHED, INTERRUPTED, RUNNING, SPEC, Run

TRAIN = "train"
_MEASURED = ("step", "epoch", "epochs", "loss", "validation_loss", "miou", "f1", "best_epoch", "seconds")


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
    runs = [run for run in map(read_run, inside) if run is not None]
    return tuple(sorted(runs, key=lambda run: run.began, reverse=True))


def find_runs(folder: Path) -> tuple[FoundRun, ...]:
    """Find the trainings in a folder's folders that go on or can go on, the newest first.

    Those that were stopped on purpose before they had finished an epoch are left out: nobody misses them.
    """
    return tuple(
        run for run in list_runs(folder)
        if run.is_running or (run.can_go_on and (run.has_best or not run.was_stopped))
    )  # fmt: skip


def read_run(folder: Path) -> Optional[FoundRun]:
    """Read what a folder tells of a training; None where there is none.

    One that is damaged is given as failed, with the reason.
    """
    run = Run(folder)
    try:
        began = datetime.fromtimestamp(run.path(SPEC).stat().st_mtime).astimezone()
        with shape_told(f"“{run.path(SPEC)}”", "the job of a training"):
            spec = read_json(run.path(SPEC), "the job of a training")
            if spec["job"] != TRAIN and isinstance(spec["job"], str):
                return None
            return _told(run, spec, began)
    except OutcropError as error:
        return FoundRun(Path(folder), FAILED, began, Path(folder).name, "", "", 0, 0, trouble=error.message)
    except OSError:
        return None


def _told(run: Run, spec: Mapping[str, Any], began: datetime) -> FoundRun:
    state, rows = run.state, run.epochs()
    is_over = state not in (RUNNING, INTERRUPTED)
    last = {} if is_over else _last_error(run)  # a record is long, and of a run that is over nothing is asked
    stopped = last.get("kind") == CancelledError.__name__
    trouble = message_of(run.outcome or {}) if state == FAILED else "" if stopped else message_of(last)
    epochs = int(spec["recipe"]["epochs"])
    measured = [number for number in (_number(row.get("miou")) for row in rows) if number is not None]
    name = spec.get("name") or Path(spec["model_file"]).stem or run.folder.name
    return FoundRun(
        run.folder, state, began,
        str(name), str(spec["model_file"]), str(spec["recipe"]["model"]),
        min(len(rows) + (not is_over), epochs), epochs, max(measured, default=None), run.has_best, trouble,
        stopped,
    )  # fmt: skip


def _number(value: Any) -> Optional[float]:
    """Give a number that a file tells; None for anything else."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def last_run_on(folder: Path, images: Sequence[str]) -> Optional[Path]:
    """Give the folder of the newest finished training on the same images in the same order; None without one."""
    for run in list_runs(folder):
        if run.state == FINISHED and _images(run.folder) == list(images):
            return run.folder
    return None


def _images(folder: Path) -> list[str]:
    try:
        scenes = read_json(folder / SPEC, "a training's job")["scenes"]
        return [str(image) for scene in scenes for image in scene["images"]]
    except (OSError, OutcropError, ValueError, KeyError, TypeError):
        return []


def measures_so_far(folder: Path) -> list[dict[str, Any]]:
    """Give a run's measures of steps, then of epochs, as events; of what was done twice the second time counts."""
    steps: dict[int, dict[str, Any]] = {}
    epochs: dict[int, dict[str, Any]] = {}
    for event in Run(folder).events():
        if event.get("event") == METRIC:
            kind, name = (epochs, "epoch") if "epoch" in event else (steps, "step")
            number = event.get(name)
            if type(number) is int and all(_is_plain(event[key]) for key in _MEASURED if key in event):
                kind[number] = event
    return [kind[number] for kind in (steps, epochs) for number in sorted(kind)]


def _is_plain(value: Any) -> bool:
    return value is None or (not isinstance(value, (str, bool)) and _number(value) is not None)


def _last_error(run: Run) -> Mapping[str, Any]:
    """Give the error that ended the last sitting; nothing where that ended without a word."""
    last: Mapping[str, Any] = {}
    for event in run.events():
        last = event
    return last if last.get("event") == ERROR else {}
