"""The time budget: how much of a limit in minutes steps may take, so that what ends a training fits into it too."""

from __future__ import annotations

import math

from ...message import Message

_FORWARD_SHARE = 0.4
"""About so much of a training step's time is its forward pass, which is all that a measured tile takes."""
_LEAST_FOR_STEPS = 0.25
_ENOUGH = 0.15
"""A network that sees a smaller share of its epochs has hardly begun."""
_MEASURING_SHARE, _FEWEST_MEASURED = 0.3, 2
_WRITINGS = 2
_MARGIN_PX = 512**2 + 256**2
"""Pixels of the one window, with the tile in its middle, on which the margin is measured at least."""
_MOST_SHOWN = 100
_MARGIN_SHARE = 0.05
_MARGIN_SECONDS = (3.0, 60.0)


class TimeBudget:
    """Shares out the time of a training between its steps and its end: measuring, the margin, what is written.

    The time counts from when the job begins. What was needed before the first step is gone by then, so that steps and
    end share what is left. A training of two phases has a budget for each, of the same limit and the same clock.
    """

    def __init__(
        self, minutes: float | None, tiles_a_step: int, tiles_measured: int, tiles_calibrated: int = 0,
        tile_px: int = 0, *, before: float = 0.0, follows: float = 0.0,
    ) -> None:  # fmt: skip
        """Plan.

        Args:
            minutes: The limit; None for none.
            tiles_a_step: Tiles that a step learns from.
            tiles_measured: Tiles that an epoch is measured on.
            tiles_calibrated: Tiles on which the probabilities are calibrated at the end.
            tile_px: A tile's side as the network sees it; 0 where the margin takes as long as it may.
            before: Seconds on the clock when the phase begins.
            follows: How long the phase takes that follows, as a share of this one.
        """
        self._before, self._follows = before, follows
        self._given = (minutes or math.inf) * 60
        self._whole = self._given / (1 + follows)
        self._tiles_a_step = max(1, tiles_a_step)
        self._measured, self._calibrated = tiles_measured, tiles_calibrated
        self._margin_tiles = _MARGIN_PX / tile_px**2 if tile_px else 0.0
        self._measuring: float | None = None
        self._writing = 0.0
        self._gone = 0.0
        self._last: float | None = None
        self._spent, self._counted = 0.0, 0
        self._first: tuple[int, float] | None = None
        self._pace = 0.0

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit."""
        return math.isfinite(self._whole)

    @property
    def margin_seconds(self) -> float:
        """How long the margin may be measured."""
        least, most = _MARGIN_SECONDS
        return min(most, max(least, self._whole * _MARGIN_SHARE))

    def margin_window(self, step_seconds: float) -> float:
        """About how long the margin's smallest measurement takes, after steps of so many seconds each."""
        return step_seconds * _FORWARD_SHARE / self._tiles_a_step * self._margin_tiles

    def margin_left(self, seconds: float) -> float:
        """How long the margin may be measured when so much of the time is gone: a little even where nothing is left."""
        return max(_MARGIN_SECONDS[0], min(self.margin_seconds, self._given - seconds))

    def fits_step(self, seconds: float, step_seconds: float) -> bool:
        """Say whether a step that is begun now ends before the time of the steps does."""
        return seconds + step_seconds <= self.for_steps(step_seconds)

    def step_of(self, forward_seconds: float) -> float:
        """Give about how long a step takes, from how long the forward pass of one tile took."""
        return forward_seconds * self._tiles_a_step / _FORWARD_SHARE

    def tiles_left(self, seconds: float) -> int:
        """Give how many tiles can be shown of the best epoch when so much of the time is gone: one at least."""
        a_tile = self.step_seconds * _FORWARD_SHARE / self._tiles_a_step
        left = (self._given - seconds) * _MEASURING_SHARE
        return _MOST_SHOWN if not self.is_limited or not a_tile else int(min(_MOST_SHOWN, max(1.0, left / a_tile)))

    def fits_calibration(self, seconds: float) -> bool:
        """Say whether the probabilities can be calibrated when so much time is gone; what is soon done always can."""
        a_tile = self.step_seconds * _FORWARD_SHARE / self._tiles_a_step
        takes = a_tile * min(self._calibrated, self._measured)
        return takes <= max(_MARGIN_SECONDS[0], self._given - seconds)

    def shortage(self, step_seconds: float, steps: int, epochs: int) -> str:
        """Say that the time won't do, from how long the first steps took here; empty where it will.

        Args:
            step_seconds: How long a step takes.
            steps: Steps of an epoch.
            epochs: How many there are to be.
        """
        if not self.is_limited:
            return ""
        epoch = step_seconds * steps
        done = self.for_steps(step_seconds) / epoch if epoch else math.inf
        if done >= _ENOUGH * epochs:
            return ""
        wanted = _ENOUGH * epochs * (epoch + self.ending(step_seconds) - self.margin_seconds) + self.margin_seconds
        wanted *= 1 + self._follows
        if not self.fits_step(self._gone, step_seconds):
            return Message(
                (
                    "{minutes:g} min won't do: beside the beginning and the end not even one step of {tiles} tiles "
                    "fits, which takes {step} here, so it learns from fewer of these tiles. Give it {wanted}, or take "
                    "what fits: the recipe Quick, a smaller network, or a random forest."
                ),
                minutes=self._given / 60, tiles=self._tiles_a_step, step=_duration(step_seconds),
                wanted=_duration(wanted),
            )  # fmt: skip
        seen = Message("not even one") if done < 1 else Message("about {count:.0f}", count=done)
        return Message(
            (
                "{minutes:g} min won't do: an epoch takes {epoch} here, so {seen} of {epochs} will be done. Give it "
                "{wanted}, or take what fits: the recipe Quick, a smaller network, or a random forest."
            ),
            minutes=self._given / 60, epoch=_duration(epoch), seen=seen, epochs=epochs, wanted=_duration(wanted),
        )  # fmt: skip

    @property
    def step_seconds(self) -> float:
        """How long a step took here, on average; 0 before there was one."""
        return self._spent / max(1, self._counted)

    def measurable(self, there: int) -> int:
        """Say on how many tiles of all that are there an epoch can be measured, from how long the steps took.

        Measuring once and calibrating get a share of what is left after the first step; all tiles where that will do.
        """
        share = self._left(self.step_seconds) * _MEASURING_SHARE
        a_tile = self.step_seconds * _FORWARD_SHARE / self._tiles_a_step
        fits = there if not self.is_limited or not a_tile else share / (2 * a_tile)
        return int(min(there, max(fits, _FEWEST_MEASURED)))

    def measure(self, tiles: int) -> None:
        """Take note that an epoch is measured on so many tiles."""
        self._measured = tiles

    def note_measuring(self, seconds: float) -> None:
        """Take note how long it took to measure an epoch."""
        self._measuring = seconds

    def note_writing(self, seconds: float) -> None:
        """Take note how long it took to write a checkpoint, which is no smaller than the model."""
        self._writing = max(self._writing, seconds)

    def ending(self, step_seconds: float) -> float:
        """How long the end takes, after steps of so many seconds each; estimated until an epoch was measured."""
        again = min(self._calibrated, self._measured) / max(1, self._measured)
        return self.measuring(step_seconds) * (1 + again) + self._margin_and_writing(step_seconds)

    def measuring(self, step_seconds: float) -> float:
        """How long an epoch takes to be measured; estimated until one was."""
        a_tile = step_seconds * _FORWARD_SHARE / self._tiles_a_step
        return a_tile * self._measured if self._measuring is None else self._measuring

    def _margin_and_writing(self, step_seconds: float) -> float:
        """The margin is measured if a window fits; a checkpoint is written and the best epoch read, then the model."""
        fits = self.margin_window(step_seconds) <= self.margin_seconds
        return fits * self.margin_seconds + _WRITINGS * self._writing

    def _left(self, step_seconds: float) -> float:
        """What steps and measuring can share, after what was needed before the first step."""
        return max(0.0, self._whole - self._gone - self._margin_and_writing(step_seconds))

    def begin_steps(self, seconds: float) -> None:
        """Take note that steps begin, the first ones or those of another epoch."""
        if self._last is None:
            self._gone = seconds
        self._last = seconds

    def note_step(self, step: int, seconds: float, taken: float = 1.0) -> None:
        """Take note when a step ended, or a share of it; the pace leaves out what only the first one costs."""
        if self._last is not None:
            self._spent, self._counted = self._spent + (seconds - self._last) / taken, self._counted + 1
            self._last = seconds
        first, began = self._first = self._first or (step, seconds)
        if step > first:
            self._pace = (seconds - began) / (step - first)

    def share(self, done: int, steps: int, seconds: float, began: float = 0.0) -> float:
        """Give the share of the training that is done, for the learning rate's schedule, from 0 to 1.

        Where all steps still fit into the time at this machine's pace it is the share of the steps, whatever the clock
        says: the same seed comes to the same weights on a fast machine and on a slow one. Where they don't, the share
        of the time counts if it is further, so that the schedule comes to its end by then.

        Args:
            done: Steps that are done.
            steps: Steps of the whole training, at least 1.
            seconds: How long the training has worked.
            began: How much of this phase's time was gone when its first step began.
        """
        by_steps = done / steps
        fits = seconds + self._pace * (steps - done) <= self.for_steps(self._pace)
        by_time = self.share_of_time(seconds + self._pace, self._pace, began)
        return min(1.0, by_steps if fits else max(by_steps, by_time))

    def share_of_time(self, seconds: float, step_seconds: float, began: float = 0.0) -> float:
        """Give the share that is gone of this phase's time for steps, from 0 to 1; 0 without a limit.

        It counts from the phase's beginning, or from when so much of its time was gone.
        """
        since = self._before + began
        limit = self.for_steps(step_seconds) - since
        return min(1.0, (seconds - since) / limit) if self.is_limited and limit > 0 else float(self.is_limited)

    def seconds_left(self, seconds: float, share: float, step_seconds: float) -> float:
        """Estimate how long the rest takes, when so much of this phase's steps is done."""
        ending = self.ending(step_seconds) if self.is_limited else self.margin_seconds
        elapsed = seconds - self._before
        return elapsed * (1 - share) / share + ending + self._follows * elapsed / share

    def for_steps(self, step_seconds: float) -> float:
        """Seconds after which no step is begun; the steps have a quarter of what they share with the measuring."""
        least = self._gone + _LEAST_FOR_STEPS * self._left(step_seconds)
        return max(self._whole - self.ending(step_seconds), least)


def _duration(seconds: float) -> str:
    """Write about how long something takes."""
    if seconds < 90:
        return Message("about {n} s", n=max(1, round(seconds)))
    if seconds < 5400:
        return Message("about {n} min", n=round(seconds / 60))
    return Message("about {n:.1f} h", n=seconds / 3600)
