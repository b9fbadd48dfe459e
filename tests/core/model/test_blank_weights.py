"""Blank weights: nothing is drawn, and all that isn't drawn is as ever."""

from __future__ import annotations

import pytest
import torch
from outcrop.core.model.blank_weights import BlankWeights
from outcrop.models.encoders.torchvision_guard import import_timm
from torch import nn


def test_nothing_is_drawn() -> None:
    state = torch.get_rng_state()

    with BlankWeights():
        layer = nn.Conv2d(3, 8, 3)
        nn.init.kaiming_normal_(layer.weight)
        nn.init.trunc_normal_(layer.weight)
        nn.init.normal_(tensor=layer.weight)
        torch.empty(4).uniform_(0, 1)

    assert torch.equal(torch.get_rng_state(), state)
    assert layer.weight.requires_grad


@pytest.mark.parametrize(
    ("mean", "std", "low", "high"),
    [
        (0.0, 1.0, -2.0, 2.0), (0.0, 0.02, -0.04, 0.04), (0.0, 1.0, 0.1, 2.0), (0.0, 1.0, -2.0, -0.2),
        (0.0, 1.0, 1.0, 3.0), (1.0, 2.0, 0.9, 1.1),
    ],
)  # fmt: skip
@pytest.mark.parametrize("held", [float("nan"), 1e30, 0.0])
def test_draws_within_bounds_end_whatever_was_in_memory(
    held: float, mean: float, std: float, low: float, high: float
) -> None:
    state = torch.get_rng_state()
    weights, layers = nn.Parameter(torch.full((3, 5), held)), import_timm().layers

    with BlankWeights():
        nn.init.trunc_normal_(weights, mean, std, low, high)
        layers.trunc_normal_(weights, mean, std, low, high)
        layers.trunc_normal_tf_(weights, mean, std, low, high)

    assert torch.equal(torch.get_rng_state(), state)


def test_what_is_not_drawn_is_as_ever() -> None:
    with BlankWeights():
        norm = nn.BatchNorm2d(4)
        total = torch.ones(3).add_(1.0)

    assert torch.equal(norm.weight, torch.ones(4))
    assert total.tolist() == [2.0, 2.0, 2.0]
