"""Serving: a worker of one's own that does jobs one after another, and a new one when it has died."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Optional

from ..errors import BadInputError, CancelledError, OutcropError
from ..events import ERROR, RESULT, Events, message_of, parse_event
from ..jobs.specs import job_to_json

_ROOT = Path(__file__).resolve().parents[2]
_LOOK_S, _PATIENCE_S, _GRACE_S = 0.1, 1.0, 0.5


class WorkerDiedError(OutcropError):
    """The worker ended in the middle of a job, without a word."""


class ServingWorker:
    """Does jobs in a process that stays, so that what one job has opened serves the next; a context."""

    def __init__(self, command: Optional[tuple[str, ...]] = None) -> None:
        """Start nothing yet; `command` is what serves, this Python where it isn't given."""
        self._command = command or (sys.executable, "-I", str(_ROOT / "core"), "worker", "--serve", "--own-priority")
        self._process: Optional[subprocess.Popen[bytes]] = None
        self._lines: queue.SimpleQueue[Optional[bytes]] = queue.SimpleQueue()
        self._number = 0

    def __enter__(self) -> ServingWorker:
        return self

    def __exit__(self, *_: object) -> None:
        self._end(_GRACE_S)

    @property
    def pid(self) -> Optional[int]:
        """The process id of the worker that there is."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def do(self, job: Any, events: Events, hear: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Do a job and give its result.

        Args:
            job: The job.
            events: Says when to stop; the job has two seconds for it.
            hear: Gets every other event of the job.

        Raises:
            WorkerDiedError: The process ended without a word; the next job starts a new one.
            OutcropError: What the job raised.
        """
        if self.pid is None:
            self._start()
        self._number += 1
        self._send({"id": self._number, "job": json.loads(job_to_json(job))})
        patience: Optional[float] = None
        while True:
            try:
                line = self._lines.get(timeout=_LOOK_S)
            except queue.Empty:
                if patience is None and events.cancelled:
                    self._send({"id": self._number, "command": "cancel"})
                    patience = _PATIENCE_S
                elif patience is not None and (patience := patience - _LOOK_S) <= 0:
                    self._end(0.0)
                    events.check_cancelled()
                continue
            if line is None:
                raise self._death()
            event = parse_event(line.decode("utf-8", "replace"))
            if event is None or event.get("id") != self._number:
                continue
            if event["event"] == RESULT:
                return {name: value for name, value in event.items() if name not in ("event", "id")}
            if event["event"] == ERROR:
                raise _error_of(event)
            hear(event)

    def _start(self) -> None:
        self._end(0.0)
        self._lines = queue.SimpleQueue()
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=sys.platform != "win32"
        )
        threading.Thread(target=_read, args=(self._process.stdout, self._lines), daemon=True).start()

    def _send(self, message: dict[str, Any]) -> None:
        with suppress(OSError, ValueError):  # one that has died doesn't hear it, which its output's end tells
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.write(json.dumps(message).encode() + b"\n")
                self._process.stdin.flush()

    def _end(self, grace_s: float) -> None:
        """Close the worker's input, at which it takes away what is unfinished and ends; kill it where it doesn't."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError, ValueError):
            if process.stdin is not None:
                process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace_s)
        if process.poll() is None:
            process.kill()
            process.wait()

    def _death(self) -> WorkerDiedError:
        process, self._process = self._process, None
        status = process.wait() if process is not None else 0
        if status == -9:
            return WorkerDiedError("The worker was killed, most often because memory ran out.")
        return WorkerDiedError("The worker ended with status {status} before it was done.", status=status)


def _read(stdout: IO[bytes], lines: queue.SimpleQueue[Optional[bytes]]) -> None:
    with stdout:
        for line in stdout:
            lines.put(line)
    lines.put(None)


def _error_of(event: dict[str, Any]) -> OutcropError:
    kinds = {"bad_input": BadInputError, "cancelled": CancelledError}
    return kinds.get(str(event.get("kind")), OutcropError)(message_of(event))
