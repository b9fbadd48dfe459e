"""The optimisers: first steps by hand, what decays and what doesn't, exact resumption."""

from __future__ import annotations

import copy

import pytest
import torch
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.training.optimisation.optimisers import optimiser
from outcrop.core.training.settings.choices import OPTIMISERS
from torch import nn


def small_network() -> nn.Module:
    torch.manual_seed(1)
    return nn.Sequential(nn.Conv2d(2, 4, 3), nn.BatchNorm2d(4), nn.Conv2d(4, 2, 1))


def single_weight(value: float = 2.0) -> nn.Module:
    network = nn.Linear(1, 1)
    nn.init.constant_(network.weight, value)
    nn.init.constant_(network.bias, value)
    return network


def one_step(network: nn.Module, moved_by: torch.optim.Optimizer, gradient: float) -> tuple[float, float]:
    """Step once with the same gradient everywhere; give the weight and the bias after it."""
    for parameter in network.parameters():
        parameter.grad = torch.full_like(parameter, gradient)
    moved_by.step()
    return network.weight.item(), network.bias.item()


def train(network: nn.Module, moved_by: torch.optim.Optimizer, steps: int, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    for _ in range(steps):
        moved_by.zero_grad()
        network(torch.randn(2, 2, 5, 5, generator=generator)).square().mean().backward()
        moved_by.step()


def test_sgd_steps_by_hand() -> None:
    network = single_weight()
    sgd = optimiser("sgd", network, 0.1, weight_decay=0.5, momentum=0.8)
    # weight: gradient 1 + 0.5 · 2 = 2; bias: gradient 1
    assert one_step(network, sgd, 1.0) == pytest.approx((2.0 - 0.1 * 2.0, 2.0 - 0.1 * 1.0))
    # weight: 0.8 · 2 + (1 + 0.5 · 1.8) = 3.5; bias: 0.8 · 1 + 1 = 1.8
    assert one_step(network, sgd, 1.0) == pytest.approx((1.8 - 0.1 * 3.5, 1.9 - 0.1 * 1.8))


def test_adam_and_adamw_first_steps_by_hand() -> None:
    # Adam's first step is the learning rate against the gradient's sign; the decay can't be seen in it.
    network = single_weight()
    assert one_step(network, optimiser("adam", network, 0.1, weight_decay=0.5), 3.0) == pytest.approx((1.9, 1.9))
    # AdamW shrinks the weight by 0.1 · 0.5 of itself besides, and leaves the bias.
    network = single_weight()
    assert one_step(network, optimiser("adamw", network, 0.1, weight_decay=0.5), 3.0) == pytest.approx((1.8, 1.9))


@pytest.mark.parametrize("name", OPTIMISERS)
def test_only_weights_decay(name: str) -> None:
    network = small_network()
    before = {key: value.detach().clone() for key, value in network.named_parameters()}
    decayed = optimiser(name, network, 0.1, weight_decay=0.1)
    for parameter in network.parameters():
        parameter.grad = torch.zeros_like(parameter)
    decayed.step()
    changed = {key for key, value in network.named_parameters() if not torch.equal(value, before[key])}
    assert changed == {"0.weight", "2.weight"}
    assert all(
        value.abs().sum() < before[key].abs().sum() for key, value in network.named_parameters() if key in changed
    )


@pytest.mark.parametrize("name", OPTIMISERS)
def test_a_saved_state_goes_on_exactly(name: str) -> None:
    network = small_network()
    whole = optimiser(name, network, 0.01, weight_decay=0.01)
    train(network, whole, 3, seed=1)
    weights, state = copy.deepcopy(network.state_dict()), copy.deepcopy(whole.state_dict())
    train(network, whole, 3, seed=2)

    resumed = small_network()
    resumed.load_state_dict(weights)
    again = optimiser(name, resumed, 0.5, weight_decay=0.3)
    again.load_state_dict(state)
    train(resumed, again, 3, seed=2)
    assert all(torch.equal(a, b) for a, b in zip(network.state_dict().values(), resumed.state_dict().values()))


def test_frozen_parts_are_left_out_and_a_frozen_network_is_refused() -> None:
    network = small_network()
    network[0].requires_grad_(False)
    groups = optimiser("adamw", network, 0.1).param_groups
    assert [len(group["params"]) for group in groups] == [1, 3]
    with pytest.raises(BadInputError, match="frozen"):
        optimiser("adamw", network.requires_grad_(False), 0.1)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="adam, adamw, sgd"):
        optimiser("lion", small_network(), 0.1)
