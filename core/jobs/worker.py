"""The worker: a process that does jobs for QGIS, speaking JSON lines and listening for commands.

Real standard output carries events alone; whatever libraries print goes to standard error. When standard input closes,
the process that asked is gone or waits no longer, and so the worker takes away what it was writing and ends at once: no
orphan holds a GPU.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
import traceback
from contextlib import suppress
from typing import Any, TextIO

from ..errors import BadInputError, CancelledError, OutcropError, unexpected_text
from ..events import ERROR, PROGRESS, RESULT, Events, json_lines
from ..files.unfinished import remove_unfinished
from ..freed_memory import freed_memory_kept
from ..message import Message
from ..prediction.engines.kept import drop_engines
from .execution import execute
from .specs import job_from_json, read_job

DONE, FAILED, BAD_INPUT = 0, 1, 2
_ABANDONED = 3
_NICENESS = 10
_PAUSE_S = 10.0
"""A worker that has had nothing to do for so long gives back the memory of what it keeps open."""
_LONGEST_LINE = 64 << 20
"""A longer line is no job; the line after it is read again."""


def work(job_file: str, *, nice: bool = True) -> int:
    """Do the one job in a file and give the exit status: 0, 1 (failed or stopped) or 2 (bad input)."""
    events = Events(json_lines(_protocol_output()))
    _listen(lambda message: _obey(events, message))
    if nice:
        _be_nice()
    _greet(events)
    return _do(lambda: read_job(job_file), events)


def serve(*, nice: bool = True) -> int:
    """Do jobs one after another, as they come in on standard input: lines {"id": …, "job": {…}}.

    Every event carries the id of its job, and the first comes when it is its turn; {"id": …, "command": "cancel"} stops
    it.
    """
    write = json_lines(_protocol_output())
    jobs: queue.Queue[tuple[Any, Events, str]] = queue.Queue()
    known: dict[Any, Events] = {}

    def take(message: dict[str, Any]) -> None:
        number = message.get("id")
        if not isinstance(number, (int, str)):
            return
        if "job" in message:
            known[number] = Events(lambda event: write({"id": number, **event}))
            jobs.put((number, known[number], json.dumps(message["job"])))
        elif number in known:
            _obey(known[number], message)

    _listen(take)
    if nice:
        _be_nice()
    item: tuple[Any, Events, str] | None
    while True:
        item = jobs.get()
        with freed_memory_kept():
            while item is not None:
                number, events, text = item
                _greet(events)
                _do(lambda: job_from_json(text), events)  # noqa: B023  (called before the next round)
                if known.get(number) is events:
                    del known[number]
                item = _soon(jobs)
        drop_engines()


def _soon(jobs: queue.Queue[Any]) -> Any:
    """Give the next job where it follows soon; None where memory may be given back meanwhile."""
    try:
        return jobs.get(timeout=_PAUSE_S)
    except queue.Empty:
        return None


def _do(read: Any, events: Events) -> int:
    """Do a job and turn whatever goes wrong into an event: the worker's one broad net."""
    try:
        result = execute(read(), events)
        events.send(RESULT, **result)
    except CancelledError as error:
        events.send(ERROR, kind="cancelled", text=error.message, details="")
        return FAILED
    except BadInputError as error:
        events.send(ERROR, kind="bad_input", text=error.message, details="", facts=dict(error.facts))
        return BAD_INPUT
    except OutcropError as error:
        events.send(ERROR, kind="failed", text=error.message, details=traceback.format_exc())
        return FAILED
    except Exception as error:  # noqa: BLE001
        events.send(ERROR, kind="failed", text=unexpected_text(error), details=traceback.format_exc())
        return FAILED
    return DONE


def _greet(events: Events) -> None:
    """Say that a job begins, before what it needs is imported or read."""
    events.send(PROGRESS, fraction=0.0, text=Message("Starting"), seconds_left=None)


def _obey(events: Events, message: dict[str, Any]) -> None:
    commands = {"cancel": events.cancel, "finish": events.finish, "pause": events.pause, "go_on": events.go_on}
    command = commands.get(str(message.get("command")))
    if command is not None:
        command()


def _protocol_output() -> TextIO:
    """Take standard output for events, and send what anything else prints to standard error."""
    protocol = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")  # as JSON spells half a letter
    sys.stdout.flush()
    os.dup2(2, 1)
    return protocol


def _listen(take: Any) -> None:
    """Read messages from standard input in a thread; end the process when it closes."""

    def read() -> None:
        line = bytearray()
        while True:
            try:
                piece = os.read(0, 65536)
            except OSError:
                piece = b""
            if not piece:
                remove_unfinished()
                os._exit(_ABANDONED)
            first, *others = piece.split(b"\n")
            line += first[: _LONGEST_LINE + 1 - len(line)]
            for following in others:
                with suppress(Exception):  # whatever a line holds: the next one may be “cancel”, or the end
                    message = json.loads(line) if len(line) <= _LONGEST_LINE else None
                    if isinstance(message, dict):
                        take(message)
                line = bytearray(following)

    threading.Thread(target=read, daemon=True, name="commands").start()


def _be_nice() -> None:
    """Leave the machine to QGIS where both want it."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
