"""Prediction from the dock: one job for each model, one after another, each ending as a styled layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.errors import OutcropError
from ....core.events import LOG, PIXEL_SIZE, WARNING
from ....core.files.naming import file_stem
from ....core.labels.legend import Legend
from ....core.model.card_file import read_card
from ...layers.predictions import PredictionLayers, add_prediction
from ...layers.temporary import TemporaryLayers
from ...memory.durations import remember_duration
from ...messages import Messages
from ...texts import error_text, tr
from ...worker.launcher import Launcher
from ...worker.task import JobTask, Outcome
from ..models.model_entries import ModelEntry
from .live_layer import LiveLayer
from .model_queue import Failure, ModelQueue
from .predict_choice import PredictChoice
from .prediction_job import start_prediction


class PredictionRunner(QObject):
    """Runs the chosen models in order, and shows on the map what each has done so far.

    `progressed` brings a text and a fraction (-1 where it isn't known); `ended` what to tell when all are done.
    """

    progressed = pyqtSignal(str, float)
    ended = pyqtSignal(str)

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, layers: TemporaryLayers,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._project, self._launcher, self._messages, self._layers = project, launcher, messages, layers
        self._choice: Optional[PredictChoice] = None
        self._generation = self._started_in = 0
        self._made = 0
        self._shared: Optional[Path] = None
        self.live = LiveLayer(layers, self)
        self._queue = ModelQueue(self)
        self._queue.progressed.connect(self.progressed)
        self._queue.heard.connect(self._on_heard)
        self._queue.finished.connect(self._on_finished)
        self._queue.ended.connect(self._on_ended)
        project.cleared.connect(self._on_cleared)

    @property
    def is_running(self) -> bool:
        """Whether a prediction runs."""
        return self._queue.is_running

    def start(self, choice: PredictChoice) -> None:
        """Start predicting; what keeps a model from starting is told in the message bar."""
        if self._queue.is_running:
            return
        self._choice, self._made, self._started_in = choice, 0, self._generation
        self._shared = None
        last_on_top = reversed(choice.models)  # the last one to arrive is on top, as in the list
        self._queue.start(last_on_top, self._launch)

    def cancel(self) -> None:
        """Stop; layers that are finished stay."""
        self._queue.cancel()

    def _launch(self, entry: ModelEntry) -> JobTask:
        choice = self._choice
        if choice is None:
            raise OutcropError(tr("Nothing is chosen to predict."))
        self._launcher.check()
        folder = self._launcher.run_folder(f"{choice.imagery.name} {entry.name}")
        self._shared = self._shared or folder
        out = folder / f"{file_stem(choice.imagery.name)}.tif"
        title = tr("Outcrop: predicting with {model}", model=entry.name)
        task = start_prediction(self._launcher, self._project, choice, entry, out, self._shared, title)
        legend = _legend_of(entry)
        if legend is not None:
            self.live.begin(lambda file: self._show_partial(file, entry, choice, legend))
        return task

    def _show_partial(self, file: Path, entry: ModelEntry, choice: PredictChoice, legend: Legend) -> str:
        if self._started_in != self._generation:
            return ""
        prediction = _place(entry, choice)
        name = tr("{map}, so far", map=prediction.title)
        return self._layers.add(prediction, file, name, legend, hidden_classes(legend, choice))

    def _on_heard(self, _entry: ModelEntry, events: list[dict[str, Any]]) -> None:
        for event in events:
            text = str(event.get("text") or "")
            if event["event"] == WARNING and event.get("about") != PIXEL_SIZE:  # the page has told that before
                self._messages.warning(text)
            elif event["event"] == WARNING or event["event"] == LOG:
                self._messages.log(text)
        self.live.hear(events)

    def _on_finished(self, entry: ModelEntry, outcome: Outcome) -> None:
        if outcome.result is not None and self._choice is not None:
            self._take(outcome, outcome.result, entry, self._choice)
        self.live.end()

    def _on_ended(self, failures: list[Failure], cancelled: bool) -> None:
        for failure in failures:
            text = failure.text
            if self._choice is not None and len(self._choice.models) > 1:
                text = tr("{model}: {reason}", model=failure.model, reason=failure.text)
            self._messages.error(text, failure.details)
        if cancelled:
            self.ended.emit(tr("The prediction was cancelled."))
        elif failures:
            self.ended.emit(self._mixed_text(failures))
        else:
            text = tr("Finished: the prediction lies in the group above the imagery.") if self._made else ""
            self.ended.emit(text)

    def _mixed_text(self, failures: list[Failure]) -> str:
        if not self._made:
            return failures[0].text
        names = ", ".join(f"“{failure.model}”" for failure in failures)
        return tr("Finished, but not with {models}. The rest lies in the group above the imagery.", models=names)

    def _take(self, outcome: Outcome, result: dict[str, Any], entry: ModelEntry, choice: PredictChoice) -> None:
        """Bring a finished prediction into the project it was made for."""
        files = {kind: Path(str(path)) for kind, path in (result.get("outputs") or {}).items()}
        file = files.pop("classes", Path(str(result.get("out"))))
        if entry.card is not None:
            remember_duration(entry.card.models_key, choice.computed_pixels(entry), outcome.seconds)

        def add() -> None:
            try:
                legend = entry.card.legend if entry.card is not None else read_card(entry.path).legend
                add_prediction(
                    self._project, _place(entry, choice), file, legend, hidden_classes(legend, choice), files
                )
                self._made += 1
            except OutcropError as error:
                self._messages.error(error_text(error))

        if self._started_in == self._generation:
            add()
            return
        text = tr("The prediction of “{imagery}” is finished, but its project was closed. It is in “{file}”.",
                  imagery=choice.imagery.name, file=file)  # fmt: skip
        self._messages.warning(text, tr("Add to this project"), add)

    def _on_cleared(self) -> None:
        """Note that the project is another one now."""
        self._generation += 1


def _place(entry: ModelEntry, choice: PredictChoice) -> PredictionLayers:
    return PredictionLayers(choice.imagery.layer_id, choice.imagery.name, entry.name, str(entry.path))


def hidden_classes(legend: Legend, choice: PredictChoice) -> tuple[str, ...]:
    """Give the classes that aren't drawn: those that are merely the rest, unless all is wanted."""
    return legend.rest if choice.hide_background else ()


def _legend_of(entry: ModelEntry) -> Optional[Legend]:
    return entry.card.legend if entry.card is not None else None
