"""A job on QGIS's task manager: starts the worker, relays its events, reports how it ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Callable, Optional, Union

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...core.comparison.jobs import CompareJob
from ...core.errors import CancelledError, OutcropError
from ...core.events import ERROR, PROGRESS, RESULT, WARNING, message_of
from ...core.explanation.jobs import ApplicabilityJob, BandImportanceJob, SaliencyJob
from ...core.files.whole_file import write_text
from ...core.prediction.jobs import PredictJob
from ...core.training.settings.jobs import ResumeJob, TrainJob
from ..compat import task_pool
from ..texts import error_text, said, tr, unwritable_text
from .environment import Command
from .warm_worker import WarmJob, WarmWorker
from .worker_process import WorkerProcess

CANCELLED, FAILED, BAD_INPUT = "cancelled", "failed", "bad_input"
JOB_FILE, LOG_FILE = "request.json", "worker.log"
_EXIT_GRACE_S = 5.0
_LAST_WORD_S = 0.3
_HEAVY = (TrainJob, ResumeJob, PredictJob, CompareJob, ApplicabilityJob, BandImportanceJob, SaliencyJob)
_LOOK_S = 0.2
_TURN = threading.Lock()
_ROOM = 1000
_BEGIN_S, _NAP_S = 0.5, 0.0005
Tell = Callable[[float, str], None]
Step = Callable[[Tell, Callable[[], bool]], Sequence[str]]
"""What is done in the task's thread before the job starts: it gets a call that tells fraction and text, and one that
says whether the task was cancelled, at which it raises CancelledError; it gives what the analyst should know."""


@dataclass(frozen=True)
class Outcome:
    """How a job ended: with a result, or with an error's kind, text, details and facts."""

    result: Optional[dict[str, Any]] = None
    kind: str = ""
    text: str = ""
    details: str = ""
    seconds: float = 0.0
    folder: Path = field(default_factory=Path)
    facts: Mapping[str, Any] = field(default_factory=dict)
    is_sudden: bool = False
    """Whether the worker ended without a last word."""

    @property
    def succeeded(self) -> bool:
        """Whether there is a result."""
        return self.result is not None


class JobTask(QgsTask):
    """One job in a worker process of its own, or in one that stays.

    `heard` brings the events in lists, at most ten times a second; `ended` brings the `Outcome`, once, whatever
    happened. Both arrive on the main thread.
    """

    heard = pyqtSignal(list)
    ended = pyqtSignal(object)

    def __init__(
        self, title: str, job_text: Union[str, Callable[[], str]], folder: Path, command: Callable[[Path], Command],
        warm: Optional[WarmWorker] = None, before: Sequence[Step] = (), heavy: bool = False,
    ) -> None:  # fmt: skip
        """Prepare a job.

        Args:
            title: What the task manager shows.
            job_text: The job as JSON, or what makes it in the task's thread.
            folder: Where job file and log go.
            command: Makes the worker's command from the job file.
            warm: The worker to use where it needn't be one of its own.
            before: What is to be done first.
            heavy: Whether it waits until no other heavy job runs.
        """
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._job_text = job_text if isinstance(job_text, str) else ""
        self._make_text = None if isinstance(job_text, str) else job_text
        self._folder = folder
        self._command, self._warm, self._before = command, warm, tuple(before)
        self._heavy = heavy
        self._process: Union[WorkerProcess, WarmJob, None] = None
        self._outcome: Optional[Outcome] = None
        self._started = self._overtaken = False
        self._over = threading.Event()

    def run(self) -> bool:
        """Do the job; QGIS calls this in a thread of its own, in which nothing may be raised."""
        self._started = True
        begin = time.monotonic()
        pool = task_pool()
        pool.releaseThread()  # this thread only waits: leave its place in the pool to map rendering
        try:
            outcome = self._work()
        except CancelledError:
            outcome = _cancelled(self._folder)
        except OutcropError as error:
            outcome = Outcome(kind=BAD_INPUT, text=error_text(error))
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            outcome = Outcome(
                kind=FAILED,
                text=tr("The worker couldn't be started: {error}. Check which Python the settings name.", error=error),
                details=repr(error),
            )
        finally:
            pool.reserveThread()
            self._over.set()
        self._outcome = replace(outcome, seconds=time.monotonic() - begin, folder=self._folder)
        return outcome.succeeded or outcome.kind == CANCELLED  # what was cancelled has not failed, as QGIS would tell

    def finished(self, result: bool) -> None:  # noqa: ARG002  (QGIS's signature)
        """Report the outcome on the main thread."""
        outcome = self._outcome or _cancelled(self._folder)
        if outcome.kind == CANCELLED:
            self.setDescription(tr("{title} (stopped)", title=self.description()))
        self.ended.emit(outcome)

    def tell(self, message: Mapping[str, Any]) -> None:
        """Send the running worker a message."""
        if self._process is not None:
            self._process.send(message)

    def overtake(self) -> None:
        """Have the job stop at its next occasion, since a newer one follows; the worker stays, with what it keeps."""
        self._overtaken = True
        self.tell({"command": "cancel"})

    def wait_until_gone(self, timeout_s: float) -> bool:
        """Wait until the worker's processes are gone; True when they are."""
        return not self._started or self._over.wait(timeout_s)

    def _work(self) -> Outcome:
        job_file = self._folder / JOB_FILE
        self._job_text = self._make_text() if self._make_text is not None else self._job_text
        self._write(job_file)
        for step in self._before:
            self._relay([{"event": WARNING, "text": text} for text in step(self._tell_progress, self.isCanceled)])
        with turn(self.isCanceled, lambda text: self._tell_progress(0.0, text)) if self._heavy else nullcontext():
            return self._run_worker(job_file)

    def _run_worker(self, job_file: Path) -> Outcome:
        if self.isCanceled() or self._overtaken:
            return _cancelled(self._folder)
        process = self._start(self._command(job_file))
        self._process = process
        try:
            return self._listen(process)
        finally:
            process.end()

    def _write(self, job_file: Path) -> None:
        """Write the job file.

        Raises:
            OutcropError: There is no room for it, or its folder can't be written.
        """
        try:
            write_text(job_file, self._job_text)
        except OSError as error:
            raise OutcropError(unwritable_text(self._folder, error.strerror or error)) from error

    def _start(self, command: Command) -> Union[WorkerProcess, WarmJob]:
        if self._warm is not None:
            return self._warm.start(command, self._job_text)
        return WorkerProcess(command, self._folder / LOG_FILE)

    def _tell_progress(self, fraction: float, text: str) -> None:
        self._relay([{"event": PROGRESS, "fraction": fraction, "text": text, "seconds_left": None}])

    def _listen(self, process: Union[WorkerProcess, WarmJob]) -> Outcome:
        """Relay events until the worker is done: its last word, then its end, for which it has a few seconds.

        A job that was finished before it was told of the cancellation has its result: its files are there.
        """
        last: Optional[dict[str, Any]] = None
        cancelled, patience_ends = False, float("inf")
        for events in map(_translated, process.batches()):
            closing = [event for event in events if event["event"] in (RESULT, ERROR)]
            if self.isCanceled() and not closing and not cancelled:
                process.cancel()
                cancelled, patience_ends = True, time.monotonic() + _LAST_WORD_S
            if not cancelled or closing:
                self._relay(events)
            if closing:
                last = closing[-1]
                process.close_input()
                patience_ends = time.monotonic() + _EXIT_GRACE_S
            if time.monotonic() > patience_ends:
                break
        if cancelled and (last is None or last["event"] != RESULT):
            return _cancelled(self._folder)
        return _judge(last, process)

    def _relay(self, events: list[dict[str, Any]]) -> None:
        fractions = [event.get("fraction") for event in events if event["event"] == PROGRESS]
        if fractions and isinstance(fractions[-1], (int, float)):
            self.setProgress(100.0 * min(1.0, max(0.0, fractions[-1])))
        if events:
            self.heard.emit(events)


def add_task(task: QgsTask) -> None:
    """Have QGIS's task manager run a task, from the main thread; it starts at once, however busy the pool is.

    A task that waits in the pool may be lost: the manager keeps the address of every thread's work after that was
    deleted, and when it hears of the end of such a task it takes whatever waits at this address out of the pool
    (https://github.com/qgis/QGIS/pull/67040). The task would stay queued for ever. The room that the pool gets for it
    has to last until the task has begun: an idle thread that is woken for it ends if the pool is full by then.
    """
    keep_threads()
    pool = task_pool()
    most = pool.maxThreadCount()
    pool.setMaxThreadCount(most + _ROOM)
    try:
        QgsApplication.taskManager().addTask(task)
        end = time.monotonic() + _BEGIN_S
        while task.status() == QgsTask.TaskStatus.Queued and time.monotonic() < end:
            time.sleep(_NAP_S)
    finally:
        pool.setMaxThreadCount(most)


def keep_threads() -> None:
    """Let the threads of QGIS's tasks live as long as QGIS; idle ones cost next to nothing.

    When a thread ends, the coordinate systems that it was the first to make lose their definition, in layers of the
    main thread that share them, too: these keep their system's name and count as valid, but nothing is transformed from
    or to them any more (seen in QGIS 3.22.16 and 3.44.15; `removeObjectsBelongingToCurrentThread` in
    qgscoordinatereferencesystem_p.h). Qt ends threads that were idle for 30 s.
    """
    task_pool().setExpiryTimeout(-1)


def is_heavy(job: Any) -> bool:
    """Say whether a job wants the GPU, or all cores, for itself.

    A prediction that begins at a centre doesn't: somebody waits for its small tiles, whatever else is going on.
    """
    return isinstance(job, _HEAVY) and getattr(job, "centre", None) is None


@contextmanager
def turn(is_cancelled: Callable[[], bool], tell: Callable[[str], None]) -> Iterator[None]:
    """Wait until no other heavy job of this QGIS runs, so that none runs out of memory, and keep them off meanwhile.

    Args:
        is_cancelled: Whether to wait no longer.
        tell: Gets what is waited for.

    Raises:
        CancelledError: It was cancelled while it waited.
    """
    if not _TURN.acquire(timeout=_LOOK_S):
        tell(tr("Waiting for another job of Outcrop"))
        while not _TURN.acquire(timeout=_LOOK_S):
            if is_cancelled():
                raise CancelledError(tr("The job was stopped."))
    try:
        yield
    finally:
        _TURN.release()


def _translated(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give events as the analyst reads them."""
    return [{**event, "text": said(message_of(event))} if "text" in event else event for event in events]


def _judge(last: Optional[dict[str, Any]], process: Union[WorkerProcess, WarmJob]) -> Outcome:
    """Turn the worker's last word, or its silence, into an outcome."""
    if last is None:
        return Outcome(kind=FAILED, text=_sudden_end(process.status), details=process.tail(), is_sudden=True)
    if last["event"] == RESULT:
        return Outcome(result=last)
    details = "\n\n".join(part for part in (str(last.get("details") or ""), process.tail()) if part)
    kind, text = str(last.get("kind") or FAILED), str(last.get("text") or tr("The job failed."))
    facts = last.get("facts")
    return Outcome(kind=kind, text=text, details=details, facts=facts if isinstance(facts, dict) else {})


def _cancelled(folder: Path) -> Outcome:
    return Outcome(kind=CANCELLED, text=tr("The job was stopped."), folder=folder)


def _sudden_end(status: Optional[int]) -> str:
    """Say in words how a worker ended that had no last word."""
    if status == 0:
        return tr("The worker ended without a result. The details show what it printed.")
    if status is not None and status in (-9, 137):
        return tr(
            "The worker was killed, most often because memory ran out. Smaller tiles or a smaller batch size need less."
        )
    if status is not None and status < 0:
        return tr("The worker crashed (signal {number}). The details show what it printed last.", number=-status)
    return tr(
        "The worker ended with status {status} before it was done. The details show what it printed last.",
        status=status,
    )
