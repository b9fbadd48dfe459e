"""The terminal: events as a person reads them, a progress line on standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Optional, TextIO

from ...events import LOG, METRIC, PROGRESS, WARNING

_WIDTH = 30


class Terminal:
    """A listener that draws one progress line on a terminal, and plain lines where the output is no terminal."""

    def __init__(self, stream: Optional[TextIO] = None) -> None:
        self._stream = stream or sys.stderr
        self._drawn = 0
        self._tenth = -1
        self._loss = ""

    def __call__(self, event: dict[str, Any]) -> None:
        """Show one event."""
        kind = event["event"]
        if kind == PROGRESS:
            self._progress(event)
        elif kind == METRIC and "miou" in event:
            self._line(
                f"epoch {event['epoch']:>3}  loss {event['loss']:.4f}  validation {event['validation_loss']:.4f}  "
                f"mIoU {event['miou']:.3f}  F1 {event['f1']:.3f}  (best: epoch {event['best_epoch']})"
            )
        elif kind == METRIC and "loss" in event:
            self._loss = f"  loss {event['loss']:.3f}"
        elif kind == WARNING:
            self._line(f"Warning: {event['text']}")
        elif kind == LOG:
            self._line(event["text"])

    def say(self, text: str) -> None:
        """Write a line of its own."""
        self._line(text)

    def close(self) -> None:
        """Leave the progress line."""
        self._clear()

    def _progress(self, event: Mapping[str, Any]) -> None:
        fraction, left = event["fraction"], event.get("seconds_left")
        text = f"{event['text']}{self._loss}" + (f"  about {_duration(left)} left" if left else "")
        self._loss = ""
        if not self._stream.isatty():
            if int(fraction * 10) != self._tenth:
                self._tenth = int(fraction * 10)
                self._line(f"{fraction:4.0%}  {text}")
            return
        filled = round(fraction * _WIDTH)
        line = f"{'━' * filled}{'╌' * (_WIDTH - filled)} {fraction:4.0%}  {text}"
        self._stream.write("\r" + line.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(line)

    def _line(self, text: str) -> None:
        self._clear()
        self._stream.write(text + "\n")
        self._stream.flush()

    def _clear(self) -> None:
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._drawn = 0


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
