"""The queue of models: each that is checked runs in turn, and one that fails doesn't stop the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.errors import OutcropError
from ....core.events import PROGRESS
from ...texts import error_text, time_text, tr
from ...worker.task import CANCELLED, JobTask, Outcome
from ..models.model_entries import ModelEntry

Launch = Callable[[ModelEntry], JobTask]


@dataclass(frozen=True)
class Failure:
    """What went wrong with one model."""

    model: str
    text: str
    details: str = ""


class ModelQueue(QObject):
    """Runs models one after another.

    `progressed` brings a text and a fraction (-1 where it isn't known), `heard` the running model with its events,
    `finished` a model with its `Outcome`, `ended` the failures and whether it was cancelled.
    """

    progressed = pyqtSignal(str, float)
    heard = pyqtSignal(object, list)
    finished = pyqtSignal(object, object)
    ended = pyqtSignal(list, bool)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._launch: Optional[Launch] = None
        self._waiting: list[ModelEntry] = []
        self._entry: Optional[ModelEntry] = None
        self._task: Optional[JobTask] = None
        self._failures: list[Failure] = []
        self._count = 0

    @property
    def is_running(self) -> bool:
        """Whether a model runs."""
        return self._task is not None

    def start(self, entries: Iterable[ModelEntry], launch: Launch) -> None:
        """Run models in this order; `launch` starts one of them."""
        self._launch, self._waiting, self._failures = launch, list(entries), []
        self._count = len(self._waiting)
        self._next(cancelled=False)

    def cancel(self) -> None:
        """Stop the one that runs and forget the others."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def _next(self, *, cancelled: bool) -> None:
        while self._waiting and self._launch is not None:
            entry = self._waiting.pop(0)
            try:
                task = self._launch(entry)
            except OutcropError as error:
                self._failures.append(Failure(entry.name, error_text(error)))
                continue
            self._task, self._entry = task, entry
            task.heard.connect(self._on_events)
            task.ended.connect(self._on_end)
            self.progressed.emit(self._text(tr("starting…")), -1.0)
            return
        self.ended.emit(self._failures, cancelled)

    def _on_events(self, events: list[dict[str, Any]]) -> None:
        if self._entry is None:
            return
        self.heard.emit(self._entry, events)
        newest = [event for event in events if event["event"] == PROGRESS][-1:]
        if newest:
            left, fraction = newest[0].get("seconds_left"), newest[0].get("fraction")
            known = tr("{time} left", time=time_text(float(left))) if isinstance(left, (int, float)) else ""
            text = known or str(newest[0].get("text") or "")
            self.progressed.emit(self._text(text), float(fraction) if isinstance(fraction, (int, float)) else -1.0)

    def _on_end(self, outcome: Outcome) -> None:
        self._task, entry = None, self._entry
        if entry is None:
            return
        self.finished.emit(entry, outcome)
        cancelled = outcome.kind == CANCELLED
        if cancelled:
            self._waiting.clear()
        elif outcome.result is None:
            self._failures.append(Failure(entry.name, outcome.text, outcome.details))
        self._next(cancelled=cancelled)

    def _text(self, what: str) -> str:
        name = self._entry.name if self._entry is not None else ""
        number = self._count - len(self._waiting)
        which = tr("{n} of {count}", n=number, count=self._count) if self._count > 1 else ""
        return " · ".join(part for part in (name, which, what) if part)
