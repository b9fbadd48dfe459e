"""Optimisation: gradients are clipped, rates follow the schedule, moments keep their place in memory."""

from __future__ import annotations

import pytest
import torch
from outcrop.core.training.optimisation.step import Optimisation
from outcrop.core.training.settings.recipe import Recipe


def step(optimisation: Optimisation, layer: torch.nn.Module, size: float) -> torch.Tensor:
    before = next(layer.parameters()).detach().clone()
    optimisation.zero()
    (size * sum(weights.sum() for weights in layer.parameters())).backward()
    optimisation.step(torch.amp.GradScaler("cpu", enabled=False), 0.0)
    return next(layer.parameters()).detach() - before


@pytest.mark.parametrize(("clip", "length"), [(1.0, 1.0), (0.0, 4000.0)])
def test_gradients_are_clipped_to_a_norm(clip: float, length: float) -> None:
    layer = torch.nn.Linear(4, 4, bias=False)
    recipe = Recipe(
        optimiser="sgd", momentum=0.0, weight_decay=0.0, learning_rate=1.0, schedule="constant", clip_norm=clip
    )
    moved = step(Optimisation(layer, recipe, 10), layer, 1000.0)
    assert float(moved.norm()) == pytest.approx(length, rel=1e-3)


def test_the_rate_follows_steps_or_time_whichever_is_further() -> None:
    layer = torch.nn.Linear(2, 2)
    optimisation = Optimisation(layer, Recipe(schedule="cosine", learning_rate=0.1), 10)
    assert optimisation.learning_rate == pytest.approx(0.1)
    layer(torch.ones(1, 2)).sum().backward()
    optimisation.step(torch.amp.GradScaler("cpu", enabled=False), 0.5)
    assert optimisation.learning_rate == pytest.approx(0.05)


def test_moments_lie_in_memory_as_their_weights_do() -> None:
    layer = torch.nn.Conv2d(8, 8, 3).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    one, other = (Optimisation(layer, Recipe(), 10) for _ in range(2))
    step(one, layer, 1.0)
    state = one.state_dict()
    for own in state["optimiser"]["state"].values():
        own.update({name: values.contiguous() for name, values in own.items()})
    other.load_state_dict(state)
    moments = other.state_dict()["optimiser"]["state"][0]["exp_avg"]
    assert moments.stride() == layer.weight.stride()
