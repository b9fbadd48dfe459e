"""The time watch: whether there is time for another step, for even one, and what is said where there isn't."""

from __future__ import annotations

import math

from ...events import Events
from ..data.batches import LabelledBatch
from ..runs.clock import Clock
from ..runs.time_budget import TimeBudget
from .learner import Learner

_STEPS_TIMED, _LATE = 6, 0.1
"""Steps after which it is foreseen whether the time will do, or the share of it that fewer have taken."""
_TILES_UNCUT = 2
"""Tiles of a step that may be cut which are learned from together: normalisation over one alone knows no spread."""


class TimeWatch:
    """Keeps a network's training within its time, of which `budget` knows how it is shared out."""

    def __init__(
        self, budget: TimeBudget, clock: Clock, learner: Learner, events: Events, epochs: int, *, warns: bool
    ) -> None:
        """Begin to watch; it `warns`, once, where the time won't do for so many epochs."""
        self._budget, self._clock, self._learner, self._events = budget, clock, learner, events
        self._epochs = epochs
        self._has_warned, self._has_probed, self._cut_after = not warns, False, math.inf

    def probe(self, batch: LabelledBatch, steps: int) -> None:
        """Foresee, before the first step, whether even one fits: from the forward pass of one tile.

        Where none does, steps are taken two tiles at a time, so that they can be cut when their time is up.

        Args:
            batch: What the first step learns from.
            steps: Steps of an epoch.
        """
        if self._has_probed or not self._budget.is_limited:
            return
        self._has_probed = True
        step = self._probed(batch)
        if not self._budget.fits_step(self._clock.seconds, step):
            step = self._probed(batch)  # the first pass costs what none costs later
        if not self._budget.fits_step(self._clock.seconds, step):
            self._cut_after = self._budget.for_steps(step)
            self._learner.pieces = max(self._learner.pieces, len(batch.images) // _TILES_UNCUT)
            self._warn(step, steps)

    def foresee(self, done: int, steps: int) -> None:
        """Warn once, after the first steps, where the time won't do."""
        is_late = self._budget.share_of_time(self._clock.seconds, self._budget.step_seconds) > _LATE
        if done >= _STEPS_TIMED or is_late:
            self._warn(self._budget.step_seconds, steps)

    def is_cut(self) -> bool:
        """Whether the time of a step is up that is cut where it has to be; asked between its pieces."""
        is_cut = math.isfinite(self._cut_after)
        return is_cut and (self._clock.seconds >= self._cut_after or self._events.finishing)

    def wants_to_stop(self) -> bool:
        """Whether there is no time for another step, or the analyst wants it to end."""
        if self._events.finishing:
            return True
        return self._budget.is_limited and not self._budget.fits_step(self._clock.seconds, self._budget.step_seconds)

    def _probed(self, batch: LabelledBatch) -> float:
        begin = self._clock.seconds
        self._learner.forward(batch)
        return self._budget.step_of(self._clock.seconds - begin)

    def _warn(self, step_seconds: float, steps: int) -> None:
        text = "" if self._has_warned else self._budget.shortage(step_seconds, steps, self._epochs)
        self._has_warned = True
        if text:
            self._events.warning(text)
