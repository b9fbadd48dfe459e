"""Prediction from the dock: one job for each model, one after another, each ending as a styled layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import OutcropError
from ...core.jobs.events import LOG, PROGRESS, WARNING
from ...core.jobs.specs import PredictJob
from ...core.labels.legend import BACKGROUND
from ...core.model_card import read_card
from ..layers.imagery_stack import keys_for, worker_images
from ..layers.predictions import PredictionLayers, add_prediction
from ..messages import Messages
from ..settings import THREADS, remember_speed
from ..task import CANCELLED, JobTask, Outcome
from ..texts import time_text, tr
from .launcher import Launcher, plain_name
from .model_entries import ModelEntry
from .predict_page import PredictChoice


class Prediction(QObject):
    """Runs the chosen models in order.

    `progressed` brings a text and a fraction (-1 where it isn't known); `ended` what to tell when all are done.
    """

    progressed = pyqtSignal(str, float)
    ended = pyqtSignal(str)

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project, self._launcher, self._messages = project, launcher, messages
        self._waiting: list[ModelEntry] = []
        self._choice: Optional[PredictChoice] = None
        self._task: Optional[JobTask] = None
        self._entry: Optional[ModelEntry] = None
        self._generation = 0
        self._made = 0
        project.cleared.connect(self._on_cleared)

    @property
    def is_running(self) -> bool:
        """Whether a prediction runs."""
        return self._task is not None

    def start(self, choice: PredictChoice) -> None:
        """Start predicting; what keeps it from starting is told in the message bar."""
        if self._task is not None:
            return
        self._choice, self._made = choice, 0
        self._waiting = list(reversed(choice.models))  # the last one to arrive is on top, as in the list
        self._next()

    def cancel(self) -> None:
        """Stop; layers that are finished stay."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        if not self._waiting or self._choice is None:
            text = tr("Finished: the prediction lies in the group above the imagery.") if self._made else ""
            self.ended.emit(text)
            return
        entry = self._waiting.pop(0)
        try:
            self._launch(entry, self._choice)
        except OutcropError as error:
            self._waiting.clear()
            self._messages.error(str(error))
            self.ended.emit(str(error))

    def _launch(self, entry: ModelEntry, choice: PredictChoice) -> None:
        self._launcher.check()
        folder = self._launcher.run_folder(f"{choice.imagery.name} {entry.name}")
        images = worker_images(choice.imagery, self._project, folder)
        bands = keys_for(entry.card.bands, choice.imagery) if entry.card is not None else ()
        job = PredictJob(
            (str(entry.path),), images, str(folder / f"{plain_name(choice.imagery.name)}.tif"), bands,
            extent=choice.extent, threads=THREADS.value(), **choice.settings,
        )  # fmt: skip
        task = self._launcher.start(tr("Outcrop: predicting with {model}", model=entry.name), job, folder)
        self._task, self._entry = task, entry
        generation = self._generation
        task.heard.connect(self._on_events)
        task.ended.connect(lambda outcome: self._on_end(outcome, generation))
        self.progressed.emit(tr("{model}: starting…", model=entry.name), -1.0)

    def _on_events(self, events: list[dict[str, Any]]) -> None:
        for event in events:
            text = str(event.get("text") or "")
            if event["event"] == WARNING:
                self._messages.warning(text)
            elif event["event"] == LOG:
                self._messages.log(text)
        newest = [event for event in events if event["event"] == PROGRESS][-1:]
        if newest and self._entry is not None:
            left = newest[0].get("seconds_left")
            rest = tr("{time} left", time=time_text(float(left))) if isinstance(left, (int, float)) else ""
            text = " · ".join(part for part in (self._entry.name, rest) if part)
            fraction = newest[0].get("fraction")
            self.progressed.emit(text, float(fraction) if isinstance(fraction, (int, float)) else -1.0)

    def _on_end(self, outcome: Outcome, generation: int) -> None:
        self._task, entry, choice = None, self._entry, self._choice
        if entry is None or choice is None:
            return
        if outcome.result is not None:
            self._take(outcome.result, entry, choice, is_same_project=generation == self._generation)
            self._next()
            return
        self._waiting.clear()
        if outcome.kind == CANCELLED:
            self.ended.emit(tr("The prediction was cancelled."))
        else:
            self._messages.error(outcome.text, outcome.details)
            self.ended.emit(outcome.text)

    def _take(self, result: dict[str, Any], entry: ModelEntry, choice: PredictChoice, *, is_same_project: bool) -> None:
        """Bring a finished prediction into the project it was made for."""
        files = {kind: Path(str(path)) for kind, path in (result.get("outputs") or {}).items()}
        file = files.pop("classes", Path(str(result.get("out"))))
        if entry.card is not None:
            remember_speed(entry.card.architecture, result.get("pixels") or 0, result.get("seconds") or 0)

        def add() -> None:
            place = PredictionLayers(choice.imagery.layer_id, choice.imagery.name, entry.name, str(entry.path))
            hidden = (BACKGROUND,) if choice.hide_background else ()
            try:
                legend = entry.card.legend if entry.card is not None else read_card(entry.path).legend
                add_prediction(self._project, place, file, legend, hidden, files)
                self._made += 1
            except OutcropError as error:
                self._messages.error(str(error))

        if is_same_project:
            add()
            return
        text = tr("The prediction of “{imagery}” is finished, but its project was closed. It is in “{file}”.",
                  imagery=choice.imagery.name, file=file)  # fmt: skip
        self._messages.warning(text, tr("Add to this project"), add)

    def _on_cleared(self) -> None:
        """Note that the project is another one now."""
        self._generation += 1
