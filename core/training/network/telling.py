"""Telling: how far a training is and what it does, some times a second."""

from __future__ import annotations

import math
import time

from ...events import Events
from ..runs.clock import Clock
from ..runs.time_budget import TimeBudget

_FIRST_STEPS = 3
"""Steps before an estimate of the time that is left: the first ones allocate and warm up."""
_SECONDS_BETWEEN = 0.1


class Telling:
    """Says how far a training of so many steps is, by steps or by its time, whichever is further."""

    def __init__(self, events: Events, clock: Clock, budget: TimeBudget, steps: int) -> None:
        """Take what hears, and what knows the time; nothing is said yet."""
        self._events, self._clock, self._budget, self._steps = events, clock, budget, steps
        self._last = -math.inf

    def is_due(self) -> bool:
        """Say whether the last time that this was asked and true is long enough ago."""
        now = time.monotonic()
        if now - self._last < _SECONDS_BETWEEN:
            return False
        self._last = now
        return True

    def tell(self, step: int, text: str) -> None:
        """Say how far all of it is after so many steps, the end included, and what is being done."""
        seconds, step_seconds = self._clock.seconds, self._budget.step_seconds
        share = min(1.0, max(step / self._steps, self._budget.share_of_time(seconds, step_seconds)))
        if step <= _FIRST_STEPS or not share:
            self._events.progress(share, text)
            return
        left = self._budget.seconds_left(seconds, share, step_seconds)
        self._events.progress(seconds / (seconds + left), text, left)
