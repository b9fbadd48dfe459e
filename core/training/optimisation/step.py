"""Optimisation: optimiser, learning-rate schedule and gradient clipping of a recipe, as one thing with one state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from ..settings.recipe import Recipe
from .optimisers import optimiser
from .schedules import Schedule


class Optimisation:
    """Changes a network's weights, one step at a time."""

    def __init__(self, network: torch.nn.Module, recipe: Recipe, steps: int) -> None:
        """Prepare for a run of so many steps."""
        self._network, self._clip_norm = network, recipe.clip_norm
        self._optimiser = optimiser(
            recipe.optimiser, network, recipe.learning_rate, weight_decay=recipe.weight_decay, momentum=recipe.momentum
        )
        self._schedule = Schedule(recipe.schedule, self._optimiser, steps, warmup_steps=recipe.warmup_steps)

    @property
    def learning_rate(self) -> float:
        """The rate of the next step."""
        return self._schedule.learning_rate

    def zero(self) -> None:
        """Forget the gradients."""
        self._optimiser.zero_grad(set_to_none=True)

    def step(self, scaler: torch.amp.GradScaler, share_done: float) -> None:
        """Change the weights along the gradients, clipped; `share_done` of the training moves the schedule on."""
        if self._clip_norm:
            scaler.unscale_(self._optimiser)
            torch.nn.utils.clip_grad_norm_(self._network.parameters(), self._clip_norm, foreach=True)
        scaler.step(self._optimiser)
        scaler.update()
        self._schedule.step(share_done)

    def replan(self) -> None:
        """Let the schedule begin where the steps are, of a run that has other limits than before."""
        self._schedule.replan()

    def end_epoch(self, measure: float) -> None:
        """Tell the schedule how good the model is after an epoch; more is better."""
        self._schedule.end_epoch(measure)

    def state_dict(self) -> dict[str, Any]:
        """Give everything needed to go on exactly."""
        return {"optimiser": self._optimiser.state_dict(), "schedule": self._schedule.state_dict()}

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Go on where `state_dict` was taken, to the last bit: moments lie in memory as their weights do."""
        self._optimiser.load_state_dict(state["optimiser"])
        for weights, moments in self._optimiser.state.items():
            for name, values in moments.items():
                if isinstance(values, torch.Tensor) and values.shape == weights.shape:
                    moments[name] = torch.empty_like(weights).copy_(values)
        self._schedule.load_state_dict(state["schedule"])
