"""The warm worker: one process that stays for interactive work, so that a click doesn't wait for it to start."""

from __future__ import annotations

import contextlib
import json
import queue
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import OutcropError
from ...core.events import ERROR, RESULT
from ...core.files.private_folder import private_folder
from ..texts import tr
from .environment import Command
from .worker_process import WorkerProcess

_IDLE_S = 600.0
_LOG = "worker.log"
_LISTEN_S, _TOGETHER_S = 1.0, 0.03
_PATIENCE_S, _GRACE_S = 1.0, 0.3


class WarmJob:
    """One job in the warm worker; to its task it looks like a process of its own."""

    def __init__(self, process: WorkerProcess, number: int, text: str) -> None:
        self.process, self.number = process, number
        self._text = text
        self._events: queue.SimpleQueue[Optional[dict[str, Any]]] = queue.SimpleQueue()
        self._begun, self._over = threading.Event(), threading.Event()
        self._stopped = self._handed_on = False
        self._asked: Optional[WorkerProcess] = None
        self._lock = threading.Lock()

    @property
    def pid(self) -> int:
        """The process id of the worker."""
        return self.process.pid

    @property
    def status(self) -> Optional[int]:
        """The worker's exit status; None while it runs."""
        return self.process.status

    def put(self, event: Optional[dict[str, Any]]) -> None:
        """Take an event of this job; None when the worker has gone."""
        self._begun.set()
        self._events.put(event)
        if event is None or event["event"] in (RESULT, ERROR):
            self._over.set()

    def batches(self, every_s: float = 0.1) -> Iterator[list[dict[str, Any]]]:
        """Give the events that arrived, in lists, often empty, until the job is over."""
        while True:
            events, is_over = self._collect(every_s)
            yield events
            if is_over:
                return

    @property
    def can_be_handed_on(self) -> bool:
        """Whether another process may do it: it has only waited in this one, and wasn't stopped."""
        return not (self._begun.is_set() or self._stopped or self._handed_on)

    def hand_on(self, process: WorkerProcess) -> None:
        """Have another process do it."""
        self.process, self._handed_on = process, True

    def ask(self) -> None:
        """Ask its process to do it, once; where it was stopped meanwhile that is told, too."""
        with self._lock:
            was_asked, self._asked = self._asked is self.process, self.process
            if not was_asked:
                self.send({"job": json.loads(self._text)})
        if self._stopped:
            self.send({"command": "cancel"})

    def send(self, message: Mapping[str, Any]) -> None:
        """Tell the job something."""
        self.process.send({"id": self.number, **message})

    def close_input(self) -> None:
        """Leave the worker's input open: it stays for further jobs."""

    def cancel(self, patience_s: float = _PATIENCE_S) -> None:
        """Ask the job to stop, and end the worker if it doesn't; a job that only waits is left to find out."""
        self._stopped = True
        self.send({"command": "cancel"})
        if not self._over.wait(patience_s) and self._begun.is_set():
            self.process.end(_GRACE_S)

    def end(self) -> None:
        """Stop the job if it isn't over."""
        self._stopped = True
        if not self._over.is_set():
            self.send({"command": "cancel"})

    def tail(self) -> str:
        """Give the end of the worker's log."""
        return self.process.tail()

    def _collect(self, every_s: float) -> tuple[list[dict[str, Any]], bool]:
        events: list[dict[str, Any]] = []
        with contextlib.suppress(queue.Empty):
            event = self._events.get(timeout=every_s)
            while True:
                if event is None:
                    return events, True
                events.append(event)
                if event["event"] in (RESULT, ERROR):
                    return events, True
                event = self._events.get_nowait()
        return events, False


class WarmWorker(QObject):
    """Keeps a worker process for jobs one after another; safe from any thread.

    It is started by the first job or by `prepare`, started anew when interpreter or variables are others, and ended
    when nothing was asked of it for a while. `prepared` brings pixels a second by model file, `answered` the result of
    what was asked in the background, with its key; empty where there is none.
    """

    prepared = pyqtSignal(dict)
    answered = pyqtSignal(str, dict)

    def __init__(self, parent: Optional[QObject] = None, idle_s: float = _IDLE_S, log: str = _LOG) -> None:
        super().__init__(parent)
        self._idle_s, self._log = idle_s, log
        self._lock = threading.Lock()
        self._process: Optional[WorkerProcess] = None
        self._command: Optional[Command] = None
        self._jobs: dict[int, WarmJob] = {}
        self._number = 0
        self._ready: set[str] = set()
        self._preparing: Optional[WarmJob] = None
        self._loading = False
        self._closed = False

    @property
    def pid(self) -> Optional[int]:
        """The process id; None while there is no process."""
        process = self._process
        return process.pid if process is not None and process.status is None else None

    @property
    def is_ready(self) -> bool:
        """Whether a process waits with models loaded and nothing to do."""
        with self._lock:
            return self.pid is not None and bool(self._ready) and not self._jobs and self._preparing is None

    def start(self, command: Command, job_text: str) -> WarmJob:
        """Give the worker a job; `command` is what would do that one job alone.

        Raises:
            OutcropError: Everything is being shut down.
            OSError: The program can't be started.
        """
        with self._lock:
            job = self._add(command, job_text)
            preparing, self._preparing = self._preparing, None
        if preparing is not None:
            preparing.end()
        job.ask()
        return job

    def start_if_idle(self, command: Command, job_text: str) -> Optional[WarmJob]:
        """Give the worker a job if it has none; None where it has, since a long one may be before it.

        Raises:
            OutcropError: Everything is being shut down.
            OSError: The program can't be started.
        """
        with self._lock:
            job = None if self._jobs else self._add(command, job_text)
        if job is not None:
            job.ask()
        return job

    def prepare(self, command: Command, job_text: str, models: Mapping[str, float]) -> None:
        """Start the worker and have it load models, in the background.

        Args:
            command: What would do the job alone.
            job_text: The job that loads them.
            models: When each file was changed, by path; nothing is done where all are loaded already.
        """
        wanted = {f"{path} {changed}" for path, changed in models.items()}
        with self._lock:
            same = self._is_running(_serving(command))
            is_waited_for = self._jobs and self._preparing is None
            if self._closed or self._loading or (same and (wanted <= self._ready or is_waited_for)):
                return
            self._loading = True
        threading.Thread(target=self._prepare, args=(command, job_text, wanted), daemon=True).start()

    def ask(self, command: Command, job_text: str, key: str) -> None:
        """Have a job done in the background, in place of another that is; `answered` brings what it found.

        Args:
            command: What would do the job alone.
            job_text: The job; one that somebody waits for ends it.
            key: Comes with the answer.
        """
        threading.Thread(target=self._ask, args=(command, job_text, key), daemon=True).start()

    def rest(self) -> None:
        """End the process if nobody waits for what it does, so that its memory is free for others."""
        with self._lock:
            background = {self._preparing.number} if self._preparing is not None else set()
            process = self._process if not set(self._jobs) - background else None
            if process is not None:
                self._process = None
        if process is not None:
            threading.Thread(target=process.end, args=(_GRACE_S,), daemon=True).start()

    def close(self) -> bool:
        """End the process for good; True when it is gone. This takes no more than two seconds."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
        if process is None:
            return True
        process.end(_GRACE_S)
        with contextlib.suppress(OSError):
            self._log_file.unlink()
        return process.status is not None

    def _prepare(self, command: Command, job_text: str, wanted: set[str]) -> None:
        job, result = self._in_background(command, job_text)
        speeds = result.get("speeds") or {}
        with self._lock:
            self._loading = False
            if speeds and job is not None and self._process is job.process:
                self._ready |= wanted
            tell = bool(speeds) and not self._closed
        if tell:
            self.prepared.emit(speeds)

    def _ask(self, command: Command, job_text: str, key: str) -> None:
        _job, result = self._in_background(command, job_text)
        if not self._closed:
            self.answered.emit(key, result)

    def _in_background(self, command: Command, job_text: str) -> tuple[Optional[WarmJob], dict[str, Any]]:
        """Do a job in place of the background's last one, and give it with its result; empty where there is none."""
        try:
            with self._lock:
                job, before = self._add(command, job_text), self._preparing
                self._preparing = job
        except (OSError, OutcropError):
            return None, {}  # a job that somebody waits for will tell why
        if before is not None:
            before.end()
        job.ask()
        results: list[dict[str, Any]] = []
        for events in job.batches(_LISTEN_S):
            results += [event for event in events if event["event"] == RESULT]
        with self._lock:
            if self._preparing is job:
                self._preparing = None
        return job, results[-1] if results else {}

    def _add(self, command: Command, job_text: str) -> WarmJob:
        """Make a job in the process that there is, or in a new one; the lock is held."""
        if self._closed:
            raise OutcropError(tr("Outcrop is being shut down."))
        self._number += 1
        job = WarmJob(self._process_for(_serving(command)), self._number, job_text)
        self._jobs[job.number] = job
        return job

    def _process_for(self, serving: Command) -> WorkerProcess:
        """Give the process that there is, or a new one where that is of another command; the lock is held."""
        if self._process is not None and self._is_running(serving):
            return self._process
        former, made = self._process, WorkerProcess(serving, self._log_file)
        self._process, self._command, self._ready = made, serving, set()
        threading.Thread(target=self._listen, args=(made,), daemon=True).start()
        if former is not None:
            threading.Thread(target=former.end, args=(_GRACE_S,), daemon=True).start()
        return made

    @property
    def _log_file(self) -> Path:
        return private_folder() / self._log

    def _is_running(self, serving: Command) -> bool:
        return self._process is not None and self._process.status is None and self._command == serving

    def _listen(self, process: WorkerProcess) -> None:
        """Hand every event to its job until the process has ended; end it when it was idle for long."""
        last_used = time.monotonic()
        for events in process.batches(_LISTEN_S, _TOGETHER_S):
            for event in events:
                self._deliver(event)
            with self._lock:
                busy = any(job.process is process for job in self._jobs.values())
            last_used = time.monotonic() if busy or events else last_used
            if time.monotonic() - last_used > self._idle_s:
                self.rest()
        with self._lock:
            left = [job for job in self._jobs.values() if job.process is process]
            if self._process is process:
                self._process = None
            handed_on = self._hand_on([job for job in left if job.can_be_handed_on and job is not self._preparing])
            lost = [job for job in left if job not in handed_on]
            for job in lost:
                del self._jobs[job.number]
        process.end(0.0)
        for job in lost:
            job.put(None)
        for job in handed_on:
            job.ask()

    def _hand_on(self, waiting: list[WarmJob]) -> list[WarmJob]:
        """Give jobs that only waited in a process that ended to another one; give those that are; the lock is held."""
        if not waiting or self._closed or self._command is None:
            return []
        try:
            process = self._process_for(self._command)
        except OSError:
            return []
        for job in waiting:
            job.hand_on(process)
        return waiting

    def _deliver(self, event: dict[str, Any]) -> None:
        with self._lock:
            job = self._jobs.get(event.get("id", 0))
            if job is not None and event["event"] in (RESULT, ERROR):
                del self._jobs[job.number]
        if job is not None:
            job.put(event)


def _serving(command: Command) -> Command:
    """Give the command for a worker that stays: the same, without the job file and its folder."""
    return replace(command, arguments=(*command.arguments[:-1], "--serve"), folder=tempfile.gettempdir())
