"""The clock of a training: the seconds that it has worked, over all its sittings, without its pauses."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Counts seconds from when it is made."""

    def __init__(self, before: float = 0.0) -> None:
        """Start, with what earlier sittings have counted."""
        self._began = time.monotonic() - before

    @property
    def seconds(self) -> float:
        """What was counted until now."""
        return time.monotonic() - self._began

    def credit(self, seconds: float) -> None:
        """Count what an earlier sitting has worked, too."""
        self._began -= seconds

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Leave the time of a `with` block out."""
        begin = time.monotonic()
        try:
            yield
        finally:
            self._began += time.monotonic() - begin
