"""Events: what a job tells while it works, one JSON object a line, and where these go."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from typing import Any, Callable, TextIO

from .errors import CancelledError
from .message import Message

PROGRESS, METRIC, LOG, WARNING, RESULT, ERROR = "progress", "metric", "log", "warning", "result", "error"
PIXEL_SIZE = "pixel_size"
KINDS = (PROGRESS, METRIC, LOG, WARNING, RESULT, ERROR)


class Events:
    """How a job tells what it does: it calls these methods and knows nothing of who listens.

    Every event is a dict with `event` (one of `KINDS`) and:
    progress: `fraction` 0…1, `text`, `seconds_left` (may be null) · metric: named numbers · log, warning: `text` ·
    result: what the job made · error: `text`, `kind` (“bad_input”, “failed”, “cancelled”), `details`.
    `text` is the finished English sentence, a `Message` where it was made from a text with values.
    """

    def __init__(self, listener: Callable[[dict[str, Any]], None] = lambda _event: None) -> None:
        """Send every event to a listener; without one they are dropped."""
        self._listener = listener
        self._cancelled = threading.Event()
        self._finishing = threading.Event()
        self._going = threading.Event()
        self._going.set()

    def silent(self) -> Events:
        """Give events that nobody hears, for a part of the job; it is told to stop as the job is."""
        part = Events()
        part._cancelled, part._finishing, part._going = self._cancelled, self._finishing, self._going
        return part

    def send(self, kind: str, /, **values: Any) -> None:
        """Send one event."""
        self._listener({"event": kind, **values})

    def redirect(self, listener: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
        """Send events to another listener from now on, and give the one before."""
        before, self._listener = self._listener, listener
        return before

    def progress(self, fraction: float, text: str, seconds_left: float | None = None, /, **values: Any) -> None:
        """Say how far the job is, in a text with its values; the one place where a job that was told to stop does so.

        Raises:
            CancelledError: When the job was told to stop.
        """
        self.check_cancelled()
        message = Message(text, **values)
        self.send(PROGRESS, fraction=min(1.0, max(0.0, fraction)), text=message, seconds_left=seconds_left)

    def metric(self, **values: Any) -> None:
        """Give measures, such as the loss of a step or the mIoU of an epoch."""
        self.send(METRIC, **values)

    def log(self, text: str, /, **values: Any) -> None:
        """Say something that only matters to who looks."""
        self.send(LOG, text=Message(text, **values))

    def warning(self, text: str, /, *, about: str = "", **values: Any) -> None:
        """Say something that the analyst should know; `about` is what others may have told before, as `PIXEL_SIZE`."""
        self.send(WARNING, text=Message(text, **values), **({"about": about} if about else {}))

    def cancel(self) -> None:
        """Tell the job to stop at the next occasion; safe from any thread, like the three that follow."""
        self._cancelled.set()
        self._going.set()

    def finish(self) -> None:
        """Tell the job to end early and to keep what is best so far."""
        self._finishing.set()
        self._going.set()

    def pause(self) -> None:
        """Tell the job to wait."""
        self._going.clear()

    def go_on(self) -> None:
        """Tell a waiting job to go on."""
        self._going.set()

    @property
    def finishing(self) -> bool:
        """Whether the job was told to end early and keep its best."""
        return self._finishing.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was told to stop."""
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        """Whether the job was told to wait."""
        return not self._going.is_set()

    def check_cancelled(self) -> None:
        """Wait here while the job is paused, and stop here if it was told to.

        Raises:
            CancelledError: When the job was told to stop.
        """
        self._going.wait()
        if self._cancelled.is_set():
            raise CancelledError("The job was stopped.")


def json_lines(stream: TextIO) -> Callable[[dict[str, Any]], None]:
    """Make a listener that writes one JSON object a line, whole lines even from several threads."""
    lock = threading.Lock()

    def write(event: Mapping[str, Any]) -> None:
        line = json.dumps(as_written(event), ensure_ascii=False, default=_plain) + "\n"
        with lock:
            stream.write(line)
            stream.flush()

    return write


def parse_event(line: str) -> dict[str, Any] | None:
    """Read one line of a worker's output; None for anything that isn't an event."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) and str(event.get("event")) in KINDS else None


def as_written(event: Mapping[str, Any]) -> dict[str, Any]:
    """Give an event, or an outcome, as JSON keeps it: beside a finished `text` its text and values, as `message`."""
    text = event.get("text")
    return {**event, "message": text.to_json()} if isinstance(text, Message) and text.values else dict(event)


def message_of(event: Mapping[str, Any]) -> Message:
    """Give what an event says; the bare sentence where it holds nothing to translate it by."""
    text = event.get("text")
    written = None if isinstance(text, Message) else Message.from_json(event.get("message"))
    return written or Message(text if isinstance(text, str) else "")


def _plain(value: Any) -> Any:
    """Turn NumPy scalars and paths into what JSON knows."""
    return value.item() if hasattr(value, "item") else str(value)
