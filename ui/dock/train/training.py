"""Training from the dock: from what was chosen to a job, and from its events to the page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.errors import OutcropError
from ....core.events import LOG, METRIC, WARNING
from ....core.training.runs.found_runs import FoundRun, find_runs, last_run_on, measures_so_far, read_run
from ....core.training.runs.run import RUNNING, Run
from ....core.training.settings.jobs import ResumeJob, TrainJob
from ...layers.polygons import Export
from ...memory.durations import remember_epoch
from ...messages import Messages
from ...settings import THREADS, models_folder, runs_folder
from ...texts import error_text, moment_text, tr
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome, Step
from ..data.data_choice import DataChoice
from ..data.scene import scene_of
from ..data.scene_rendering import scene_rendering
from ..models.model_entries import ModelEntry, list_models, read_entry
from .offers import Offer, offer_to_go_on, offer_to_leave_out
from .train_page import TrainChoice


class Training(QObject):
    """Runs one training at a time.

    `started` when it begins, `refused` with the reason where it can't; `heard` with lists of events; `ended` with what
    to tell and the new model file, empty where there is none; after that, `offered` with an `Offer` where something
    better can be done.
    """

    started = pyqtSignal()
    refused = pyqtSignal(str)
    heard = pyqtSignal(list)
    ended = pyqtSignal(str, str)
    offered = pyqtSignal(object)

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project, self._launcher, self._messages = project, launcher, messages
        self._task: Optional[JobTask] = None
        self.folder: Optional[Path] = None
        self._model_name = ""
        self._architecture = ""
        self._epoch_seconds = 0.0

    @property
    def is_running(self) -> bool:
        """Whether a training runs."""
        return self._task is not None

    def start(self, data: DataChoice, choice: TrainChoice) -> None:
        """Start training; what keeps it from starting is told."""
        if self._task is not None or data.imagery is None:
            return
        try:
            self._launcher.check()
            folder = self._launcher.run_folder(data.imagery.name)
            self._model_name = _free_name(tr("{model} · {moment}", model=choice.model_title, moment=moment_text()))
            model_file = self._launcher.model_file(f"{data.imagery.name} {choice.model_title}")
            later: list[Export] = []
            scene = scene_of(data, self._project, folder, later)
            job = TrainJob(
                (scene,), str(model_file), choice.recipe, str(folder), choice.start_from, device=choice.device,
                threads=THREADS.value(), name=self._model_name,
            )  # fmt: skip
            self._architecture = choice.recipe.model
            before: list[Step] = [*later, *scene_rendering(data, self._project, folder)]
            title = tr("Outcrop: training {model}", model=choice.model_title)
            self._begin(title, job, folder, before, partial(_keeping_split, runs_folder()))
        except OutcropError as error:
            self._refuse(error_text(error))

    def go_on(self, offer: Offer) -> None:
        """Go on with a run that is over, for longer."""
        run = read_run(Path(offer.folder))
        if run is None:
            self._refuse(tr("The folder of this training is gone: {folder}. Train again.", folder=offer.folder))
            return
        self.resume(run, minutes=offer.minutes)

    def resume(self, run: FoundRun, *, keep_best: bool = False, minutes: Optional[float] = None) -> None:
        """Go on with a run that was interrupted, or end it with its best epoch."""
        if self._task is not None:
            return
        if Run(run.folder).state == RUNNING:
            text = tr("“{name}” goes on in another window by now. Watch it here, or stop it there.", name=run.name)
            self._refuse(text)
            return
        self._model_name, self._architecture = run.name, ""
        try:
            job = ResumeJob(str(run.folder), keep_best=keep_best, minutes=minutes)
            self._begin(tr("Outcrop: resuming {model}", model=run.name), job, run.folder)
        except OutcropError as error:
            self._refuse(error_text(error))
            return
        self.heard.emit(measures_so_far(run.folder))

    def discard(self, run: FoundRun) -> None:
        """Delete what an interrupted run has left."""
        try:
            Run(run.folder).discard()
        except OutcropError as error:
            self._messages.error(error_text(error))

    def found(self) -> tuple[FoundRun, ...]:
        """Give the runs in the work folder that go on or can go on, the newest first; none while one runs here."""
        return () if self.is_running else find_runs(runs_folder())

    def finish(self) -> None:
        """End training early and keep the best model so far."""
        self._tell("finish")

    def pause(self, pausing: bool) -> None:
        """Pause training, or go on with it."""
        self._tell("pause" if pausing else "go_on")

    def cancel(self) -> None:
        """Stop training and keep nothing."""
        if self._task is not None:
            self._task.cancel()

    def _begin(
        self, title: str, job: Any, folder: Path, before: Sequence[Step] = (),
        completed: Callable[[Any], Any] = lambda job: job,
    ) -> None:  # fmt: skip
        """Start a job that trains, after what has to be done before it, and listen to it.

        Raises:
            OutcropError: It can't be started.
        """
        self._task = self._launcher.start(title, job, folder, before=before, completed=completed)
        self._epoch_seconds = 0.0
        self.folder = folder
        self._task.heard.connect(self._on_events)
        self._task.ended.connect(self._on_end)
        self.started.emit()

    def _refuse(self, reason: str) -> None:
        self._messages.error(reason)
        self.refused.emit(reason)

    def _tell(self, command: str) -> None:
        if self._task is not None:
            self._task.tell({"command": command})

    def _on_events(self, events: list[dict[str, Any]]) -> None:
        for event in events:
            if event["event"] == METRIC and isinstance(event.get("epoch"), int):
                self._epoch_seconds = float(event.get("seconds") or 0) / max(1, event["epoch"])
            if event["event"] == WARNING:
                self._messages.warning(str(event.get("text", "")))
            elif event["event"] == LOG:
                self._messages.log(str(event.get("text", "")))
        self.heard.emit(events)

    def _on_end(self, outcome: Outcome) -> None:
        self._task = self.folder = None
        remember_epoch(self._architecture, self._epoch_seconds)
        if outcome.result is not None:
            model_file = str(outcome.result.get("model_file", ""))
            entry = read_entry(Path(model_file))
            text = _achievement(self._model_name, entry)
            self._messages.log(text)
            offer = offer_to_go_on(entry, str(outcome.result.get("run_folder", "")))
            self.ended.emit(text, model_file)
            if offer is not None:
                self.offered.emit(offer)
        elif outcome.kind == CANCELLED:
            self.ended.emit(tr("Training was cancelled."), "")
        else:
            self._messages.error(outcome.text, outcome.details)
            offer = offer_to_leave_out(outcome.facts)
            self.ended.emit(outcome.text, "")
            if offer is not None:
                self.offered.emit(offer)


def _keeping_split(runs: Path, job: TrainJob) -> TrainJob:
    """Name the newest training on the same images among runs, so that what it held back stays held back."""
    return replace(job, keep_split_of=str(last_run_on(runs, job.scenes[0].images) or ""))


def _free_name(name: str) -> str:
    """Give a name that no model in the list has: two of one minute are told apart by a number."""
    taken = {entry.name for entry in list_models(models_folder())}
    numbered = (name if number == 1 else f"{name} ({number})" for number in itertools.count(1))
    return next(one for one in numbered if one not in taken)


def _achievement(model_name: str, entry: Optional[ModelEntry]) -> str:
    """Say in one sentence what a training achieved."""
    measured = entry.measured() if entry is not None else ""
    return tr("Finished: “{name}”, {measured}.", name=model_name, measured=measured or tr("not measured"))
