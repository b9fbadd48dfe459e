"""The worker as a child process: started in a group of its own, read line by line, ended with all its children."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Optional

from ...core.environment.pip.process_tree import apart, kill_command
from ...core.events import parse_event
from .environment import Command

_LONGEST_LINE = 1 << 22
_TAIL_BYTES = 6000


class WorkerProcess:
    """A running worker. Everything it prints that is no event goes to the log file."""

    def __init__(self, command: Command, log_file: Path) -> None:
        """Start it.

        Raises:
            OSError: The program can't be started or the log file can't be written.
        """
        self._log_file = log_file
        self._lines: queue.SimpleQueue[Optional[bytes]] = queue.SimpleQueue()
        self._noise: deque[str] = deque(maxlen=20)
        with log_file.open("ab") as log:
            self._process = subprocess.Popen(
                command.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                cwd=command.folder, env=dict(command.environment), **apart(sys.platform),
            )  # fmt: skip
        threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True).start()

    @property
    def pid(self) -> int:
        """The process id, which is also the id of its process group."""
        return self._process.pid

    @property
    def status(self) -> Optional[int]:
        """The exit status; None while it runs, negative for the signal that ended it."""
        return self._process.poll()

    def batches(self, every_s: float = 0.1, together_s: float = 0.1) -> Iterator[list[dict[str, Any]]]:
        """Give the events that arrived, in lists, often empty, until the worker has ended and all is read.

        Args:
            every_s: How long to wait for an event before an empty list is given.
            together_s: How long to gather events after the first.
        """
        deadline: Optional[float] = None
        while True:
            events, closed = self._collect(every_s, together_s)
            yield events
            if self.status is not None and deadline is None:
                deadline = time.monotonic() + 1.0  # a grandchild may hold the pipe open for ever
            if (closed and self.status is not None) or (deadline is not None and time.monotonic() > deadline):
                return

    def send(self, message: Mapping[str, Any]) -> None:
        """Tell the worker something; one that has ended already doesn't receive it."""
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.write(json.dumps(message).encode() + b"\n")
                self._process.stdin.flush()

    def close_input(self) -> None:
        """Close its standard input, at which a worker exits."""
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.close()

    def cancel(self, patience_s: float = 0.6) -> None:
        """Ask it to stop, and end what is left of it after `patience_s`."""
        self.send({"command": "cancel"})
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience_s)
        self.end(0.5)

    def end(self, grace_s: float = 1.0) -> None:
        """End the whole process tree; safe to call again, from any thread.

        Its input is closed, at which it takes away what it was writing; what is left after `grace_s` is killed.
        """
        self.close_input()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(grace_s)
        _kill_group(self._process)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)

    def tail(self) -> str:
        """Give the end of its log, and what it printed besides events."""
        with contextlib.suppress(OSError), self._log_file.open("rb") as log:
            log.seek(max(0, os.fstat(log.fileno()).st_size - _TAIL_BYTES))
            return "\n".join([*self._noise, log.read().decode("utf-8", "replace").strip()]).strip()
        return "\n".join(self._noise)

    def _read(self, stdout: IO[bytes]) -> None:
        with stdout:
            for line in iter(lambda: stdout.readline(_LONGEST_LINE), b""):
                self._lines.put(line)
        self._lines.put(None)

    def _collect(self, every_s: float, together_s: float) -> tuple[list[dict[str, Any]], bool]:
        """Wait for a line, gather those that follow at once, give their events and whether the output has ended."""
        events: list[dict[str, Any]] = []
        until = time.monotonic() + every_s
        while (left_s := until - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left_s)
            except queue.Empty:
                break
            if line is None:
                self._lines.put(None)
                time.sleep(0.02)
                return events, True
            text = line.decode("utf-8", "replace")
            event = parse_event(text)
            if event is None:
                self._noise.append(text.rstrip()[:500])
            else:
                until = min(until, time.monotonic() + together_s) if not events else until
                events.append(event)
        return events, False


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    command = kill_command(process.pid, sys.platform)
    if command is not None:
        if process.poll() is None:
            subprocess.run(command, check=False, capture_output=True, timeout=5)
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
