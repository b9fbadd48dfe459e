"""One job of an algorithm: done by the worker process, told to Processing's feedback, waited for."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Union

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ....core.comparison.jobs import CompareJob
from ....core.events import LOG, METRIC, PROGRESS, WARNING
from ....core.jobs.specs import job_to_json
from ....core.training.settings.jobs import ResumeJob, TrainJob
from ...settings import INTERPRETER
from ...texts import number_text, time_text, tr
from ...worker.environment import Command, child_environment, find_interpreter, qgis_folder, worker_command
from ...worker.task import JobTask, Outcome, is_heavy
from ...worker.toolbox_worker import rest_toolbox_worker, toolbox_worker
from ...worker.warm_worker import WarmJob
from ...worker.worker_process import WorkerProcess

_TEXTS_APART_S = 5.0
_ALONE = (TrainJob, ResumeJob, CompareJob)
"""Jobs that train: the end of their process is what frees a GPU."""


class _SynchronousTask(JobTask):
    """A job that is done where it is called; Processing's own button cancels it."""

    def __init__(self, feedback: QgsProcessingFeedback, job: Any, folder: Path) -> None:
        interpreter = find_interpreter(INTERPRETER.value())
        environment = child_environment(os.environ, qgis_folder())
        super().__init__(
            "",
            job_to_json(job),
            folder,
            lambda file: worker_command(interpreter, file, environment),
            heavy=is_heavy(job),
        )
        self._feedback = feedback
        self._is_alone = isinstance(job, _ALONE)

    def isCanceled(self) -> bool:  # noqa: N802  (QGIS's name)
        """Say whether the algorithm was cancelled."""
        return bool(self._feedback.isCanceled())

    def _run_worker(self, job_file: Path) -> Outcome:
        """Do the job; once more, in a new process, where the one that stays has died over it."""
        outcome = super()._run_worker(job_file)
        if not outcome.is_sudden or not isinstance(self._process, WarmJob):
            return outcome
        self._feedback.pushWarning(tr("{reason} Trying once more.", reason=outcome.text))
        self._is_alone = True
        return super()._run_worker(job_file)

    def _start(self, command: Command) -> Union[WorkerProcess, WarmJob]:
        """Take the worker that stays where it has nothing else to do, else one of the job's own."""
        if self._is_alone:
            rest_toolbox_worker()
            return super()._start(command)
        return toolbox_worker().start_if_idle(command, self._job_text) or super()._start(command)


class _Teller:
    """Tells events to the feedback: progress always, its text when it says something new or after a while."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._what, self._told = "", 0.0

    def __call__(self, events: list[dict[str, Any]]) -> None:
        for event in events:
            text = str(event.get("text") or "")
            if event["event"] == PROGRESS:
                self._progress(event, text)
            elif event["event"] == METRIC and "miou" in event:
                self._feedback.pushInfo(_epoch_text(event))
            elif event["event"] == LOG:
                self._feedback.pushInfo(text)
            elif event["event"] == WARNING:
                self._feedback.pushWarning(text)

    def _progress(self, event: Mapping[str, Any], text: str) -> None:
        fraction = event.get("fraction")
        if isinstance(fraction, (int, float)):
            self._feedback.setProgress(100.0 * fraction)
        what, now = text.partition(",")[0], time.monotonic()
        if what == self._what and now - self._told < _TEXTS_APART_S:
            return
        self._what, self._told = what, now
        left = event.get("seconds_left")
        rest = tr("{time} left", time=time_text(float(left))) if isinstance(left, (int, float)) else ""
        self._feedback.setProgressText(", ".join(part for part in (text, rest) if part))


def run_job(job: Any, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Do a job in a worker process and give its result.

    Raises:
        NoInterpreterError: There is nothing to compute with.
        QgsProcessingException: The job failed or was cancelled; says why, in the same words as the dock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    task = _SynchronousTask(feedback, job, folder)
    ended: list[Outcome] = []
    task.heard.connect(_Teller(feedback))
    task.ended.connect(ended.append)
    task.finished(task.run())
    outcome = ended[0]
    if outcome.result is None:
        if outcome.details:
            feedback.pushDebugInfo(outcome.details)
        raise QgsProcessingException(outcome.text)
    return outcome.result


def stop_if_cancelled(feedback: QgsProcessingFeedback) -> None:
    """End an algorithm that was cancelled; a job may have been done before it was told.

    Raises:
        QgsProcessingException: The algorithm was cancelled.
    """
    if feedback.isCanceled():
        raise QgsProcessingException(tr("The job was stopped."))


def _epoch_text(event: Mapping[str, Any]) -> str:
    return tr(
        "Epoch {epoch}: loss {loss}, mIoU {miou}, F1 {f1}",
        epoch=event.get("epoch"),
        loss=number_text(float(event.get("loss") or 0.0), 4),
        miou=number_text(float(event["miou"]), 3),
        f1=number_text(float(event.get("f1") or 0.0), 3),
    )
