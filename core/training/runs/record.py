"""The record: a job's events in its run's folder, for whoever watches the run again, and as a log to read."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from ...events import ERROR, LOG, METRIC, PROGRESS, RESULT, WARNING
from .run import LOG as LOG_FILE
from .run import Run, now_text

_SECONDS_BETWEEN = 1.0
"""Steps and progress come many times a second; that often they are recorded."""
_STEP = "step"


class Record:
    """A listener that keeps everything said about a run; of steps and progress one a second is enough."""

    def __init__(self, run: Run) -> None:
        """Add to the record of a run."""
        self._run = run
        self._last: dict[str, float] = {}

    def __call__(self, event: Mapping[str, Any]) -> None:
        """Take one event."""
        if not self._is_one_too_many(event):
            self._run.append_event(event)
        line = _line(event)
        if line:
            with self._run.path(LOG_FILE).open("a", encoding="utf-8") as file:
                file.write(f"{now_text()}  {line}\n")

    def _is_one_too_many(self, event: Mapping[str, Any]) -> bool:
        kind = str(event["event"])
        if kind != PROGRESS and not (kind == METRIC and _STEP in event):
            return False
        now = time.monotonic()
        if now - self._last.get(kind, -_SECONDS_BETWEEN) < _SECONDS_BETWEEN:
            return True
        self._last[kind] = now
        return False


def _line(event: Mapping[str, Any]) -> str:
    """Put an event into words; what only matters while it happens has none."""
    kind = event["event"]
    if kind == METRIC and "epoch" in event:
        return (
            f"Epoch {event['epoch']} of {event['epochs']}: loss {event['loss']:.4f}, "
            f"validation loss {event['validation_loss']:.4f}, mIoU {event['miou']:.4f}, F1 {event['f1']:.4f}, "
            f"best epoch {event['best_epoch']}"
        )
    if kind == RESULT:
        return f"Finished: {event.get('model_file', '')}"
    prefixes = {LOG: "", WARNING: "Warning: ", ERROR: "Error: "}
    return f"{prefixes[kind]}{event['text']}" if kind in prefixes else ""
