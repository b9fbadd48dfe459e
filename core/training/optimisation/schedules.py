"""Schedules: how the learning rate changes during a run.

A schedule is a function of the share of the run that is done, so that a run that is limited by time comes to the same
end as one that is limited by steps. Each gives the share of the largest learning rate from the share of the run that is
done, both from 0 to 1; `choices.SCHEDULES` lists them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Optional

import torch

from ...errors import BadInputError, UnknownNameError
from ..settings.choices import SCHEDULES

ONE_CYCLE_RISE = 0.3
"""Share of the run in which the one-cycle schedule rises."""
ONE_CYCLE_START, ONE_CYCLE_END = 1 / 25, 1 / 250_000
"""Its first and last rate, as shares of the largest."""
PLATEAU_EPOCHS = 10
"""Epochs without a better measure after which the plateau schedule lowers the rate (ours)."""
PLATEAU_FACTOR, PLATEAU_FLOOR = 0.3, 1e-3
"""What it is multiplied by then, and the share of the first rate below which it never falls (ours)."""


def constant(share: float) -> float:
    """Stay."""
    del share
    return 1.0


def plateau(share: float) -> float:
    """Stay, until `Schedule.end_epoch` lowers it."""
    return constant(share)


def cosine(share: float) -> float:
    """Fall from 1 to 0 along half a cosine (Loshchilov & Hutter 2017, arXiv 1608.03983)."""
    return _between(1.0, 0.0, share)


def one_cycle(share: float) -> float:
    """Rise to 1 and fall to almost 0, each along half a cosine (Smith & Topin 2018, arXiv 1708.07120)."""
    if share < ONE_CYCLE_RISE:
        return _between(ONE_CYCLE_START, 1.0, share / ONE_CYCLE_RISE)
    return _between(1.0, ONE_CYCLE_END, (share - ONE_CYCLE_RISE) / (1.0 - ONE_CYCLE_RISE))


def _between(start: float, end: float, share: float) -> float:
    return end + (start - end) * 0.5 * (1.0 + math.cos(math.pi * share))


class Schedule:
    """Sets an optimiser's learning rates, from before the first step on.

    The optimiser's rates at the start are the largest. With a warm-up they rise evenly from 1 / `warmup_steps` over the
    first steps, on top of the schedule; the one-cycle schedule has its own rise and takes none. Momentum isn't cycled.
    """

    def __init__(self, name: str, optimiser: torch.optim.Optimizer, steps: int, *, warmup_steps: int = 0) -> None:
        """Start a schedule.

        Args:
            name: One of `choices.SCHEDULES`: a function here.
            optimiser: Whose learning rates are set.
            steps: Optimiser steps of the whole run, at least 1.
            warmup_steps: Steps over which the rates rise, at least 0.

        Raises:
            UnknownNameError: For a name that isn't in `choices.SCHEDULES`.
            BadInputError: For numbers of steps out of range.
        """
        if name not in SCHEDULES:
            raise UnknownNameError("schedule", name, SCHEDULES)
        if steps < 1 or warmup_steps < 0:
            raise BadInputError(
                "A schedule needs at least one step and no negative warm-up, not {steps} and {warmup_steps}.",
                steps=steps,
                warmup_steps=warmup_steps,
            )
        self.name = name
        self._share_of_largest: Callable[[float], float] = globals()[name]
        self._optimiser = optimiser
        self._steps = steps
        self._warmup_steps = 0 if name == "one_cycle" else warmup_steps
        self._largest = [float(group["lr"]) for group in optimiser.param_groups]
        self._step = 0
        self._share = 0.0
        self._best: Optional[float] = None
        self._waited = 0
        self._lowered = 1.0
        self._apply()

    @property
    def learning_rate(self) -> float:
        """The rate of the optimiser's first group, for the next step."""
        return float(self._optimiser.param_groups[0]["lr"])

    def step(self, share_done: float = 0.0) -> None:
        """Go on by one optimiser step.

        Args:
            share_done: Share of the run that is done by another limit, such as its time; the furthest counts.
        """
        self._step += 1
        self._share = min(1.0, max(self._share, share_done, self._step / self._steps))
        self._apply()

    def replan(self) -> None:
        """Count the share that is done by steps alone: a run that goes on with other limits is done less, or more."""
        self._share = min(1.0, self._step / self._steps)
        self._apply()

    def end_epoch(self, measure: float) -> None:
        """Tell how good the model is after an epoch, more is better; only the plateau schedule listens.

        It lowers the rates after `PLATEAU_EPOCHS` without a better measure, and waits anew; NaN is never better.
        """
        if not math.isnan(measure) and (self._best is None or measure > self._best):
            self._best, self._waited = measure, 0
        else:
            self._waited += 1
        if self.name == "plateau" and self._waited >= PLATEAU_EPOCHS:
            self._lowered, self._waited = max(self._lowered * PLATEAU_FACTOR, PLATEAU_FLOOR), 0
            self._apply()

    def state_dict(self) -> dict[str, Any]:
        """Give everything that `load_state_dict` needs to go on exactly, as plain values."""
        return {
            "name": self.name,
            "largest": list(self._largest),
            "step": self._step,
            "share": self._share,
            "best": self._best,
            "waited": self._waited,
            "lowered": self._lowered,
        }

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Go on where `state_dict` was taken, and set the optimiser's rates for the next step.

        Raises:
            BadInputError: When the state is that of another schedule or of another number of parameter groups.
        """
        if state["name"] != self.name or len(state["largest"]) != len(self._largest):
            raise BadInputError(
                (
                    "The run was started with the schedule “{name}”, which doesn't fit “{name_2}”. Resume it with the "
                    "recipe that it was started with."
                ),
                name=state["name"],
                name_2=self.name,
            )
        self._largest = [float(rate) for rate in state["largest"]]
        self._step, self._share = int(state["step"]), float(state["share"])
        self._best, self._waited, self._lowered = state["best"], int(state["waited"]), float(state["lowered"])
        self._apply()

    def _apply(self) -> None:
        factor = self._share_of_largest(self._share) * self._lowered
        if self._step < self._warmup_steps:
            factor *= (self._step + 1) / self._warmup_steps
        for group, largest in zip(self._optimiser.param_groups, self._largest):
            group["lr"] = largest * factor
