"""Watching a run that another process works on: its record is read as it grows, its end is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....core.events import parse_event
from ....core.training.runs.found_runs import FoundRun
from ....core.training.runs.run import EVENTS, FINISHED, RUNNING, Run
from ...texts import tr

_EVERY_MS = 1000


class RunWatch(QObject):
    """Reads what a run's process writes.

    `heard` brings the events so far and then the new ones, in lists; `ended` what to tell and the model file, empty
    where there is none.
    """

    heard = pyqtSignal(list)
    ended = pyqtSignal(str, str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._run: Optional[Run] = None
        self._model_file = ""
        self._place = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_watching(self) -> bool:
        """Whether a run is watched."""
        return self._run is not None

    def start(self, run: FoundRun) -> None:
        """Watch a run from now on."""
        self._run, self._model_file, self._place = Run(run.folder), run.model_file, 0
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Look no more; the run goes on."""
        self._timer.stop()
        self._run = None

    def _look(self) -> None:
        run = self._run
        if run is None:
            return
        state = run.state  # before the record is read: what a run writes last is read too
        events, self._place = new_events(run.path(EVENTS), self._place)
        if events:
            self.heard.emit(events)
        if state == RUNNING:
            return
        self.stop()
        if state == FINISHED:
            self.ended.emit(tr("The training that was watched is finished."), self._model_file)
        else:
            self.ended.emit(tr("The training that was watched has ended without a model."), "")


def new_events(path: Path, offset: int) -> tuple[list[dict[str, Any]], int]:
    """Read the whole lines of a record from a byte on; give the events, and the byte to go on from."""
    try:
        with path.open("rb") as file:
            file.seek(offset)
            read = file.read()
    except OSError:
        return [], offset
    end = read.rfind(b"\n") + 1
    parsed = (parse_event(line.decode("utf-8", "replace")) for line in read[:end].split(b"\n"))
    return [event for event in parsed if event is not None], offset + end
