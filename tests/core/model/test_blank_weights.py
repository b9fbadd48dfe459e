"""Blank weights: nothing is drawn, and all that isn't drawn is as ever."""

from __future__ import annotations

import torch
from outcrop.core.model.blank_weights import BlankWeights
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


def test_what_is_not_drawn_is_as_ever() -> None:
    with BlankWeights():
        norm = nn.BatchNorm2d(4)
        total = torch.ones(3).add_(1.0)

    assert torch.equal(norm.weight, torch.ones(4))
    assert total.tolist() == [2.0, 2.0, 2.0]
