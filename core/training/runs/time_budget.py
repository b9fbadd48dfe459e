"""The time budget: how much of a limit in minutes steps may take, so that what ends a training fits into it too."""

from __future__ import annotations

import math

_FORWARD_SHARE = 0.4
"""About so much of a training step's time is its forward pass, which is all that a measured tile takes."""
_LEAST_FOR_STEPS = 0.25
_MARGIN_SHARE = 0.05
_MARGIN_SECONDS = (3.0, 60.0)


class TimeBudget:
    """Shares out the time of a training between its steps and its end: the last epoch measured, then the margin."""

    def __init__(self, minutes: float | None, tiles_a_step: int, tiles_measured: int) -> None:
        """Plan.

        Args:
            minutes: The limit; None for none.
            tiles_a_step: Tiles that a step learns from.
            tiles_measured: Tiles that an epoch is measured on.
        """
        self._whole = (minutes or math.inf) * 60
        self._steps_measured = tiles_measured / max(1, tiles_a_step)
        self._measuring: float | None = None

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit."""
        return math.isfinite(self._whole)

    @property
    def margin_seconds(self) -> float:
        """How long the margin may be measured."""
        least, most = _MARGIN_SECONDS
        return min(most, max(least, self._whole * _MARGIN_SHARE))

    def note_measuring(self, seconds: float) -> None:
        """Take note how long it took to measure an epoch."""
        self._measuring = seconds

    def ending(self, step_seconds: float) -> float:
        """How long the end takes, after steps of so many seconds each; estimated until an epoch was measured."""
        estimate = self._steps_measured * step_seconds * _FORWARD_SHARE
        return (estimate if self._measuring is None else self._measuring) + self.margin_seconds

    def for_steps(self, step_seconds: float) -> float:
        """Seconds after which no step is begun; the steps have a quarter of the time at least."""
        return max(self._whole - self.ending(step_seconds), self._whole * _LEAST_FOR_STEPS)
