"""Fine-tuning: what a network takes from another, and what it leaves as it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.catalogue import build
from outcrop.core.model.model_card import ModelCard
from outcrop.core.training.network.fine_tuning import class_axes, freeze, keep_still, start_from

SCALING = Normalisation("none", *((number,) * 2 for number in (0.0, 1.0, 0.0, 1.0, 0.0, 1.0)))
SETTINGS = {
    "unet_improved": {"width": 4, "depth": 1},
    "segnet": {"width": 4},
    "unet": {"width": 4, "depth": 1, "pixel_branch": True},
}


def card(key: str, names: list[str]) -> ModelCard:
    legend = Legend.from_names(names)
    return ModelCard("base", key, SETTINGS[key], ("a", "b"), legend, SCALING, 10.0, "uint8", 64, 8, {})


def made(key: str, classes: int, seed: int) -> torch.nn.Module:
    torch.manual_seed(seed)
    network: torch.nn.Module = build(key, ("a", "b"), classes, SETTINGS[key])
    return network


def arrays(network: torch.nn.Module) -> dict[str, np.ndarray]:
    return {name: tensor.numpy().copy() for name, tensor in network.state_dict().items()}


@pytest.mark.parametrize("key", list(SETTINGS))
def test_known_classes_keep_their_rows_and_others_are_new(key: str) -> None:
    base, network = made(key, 3, 1), made(key, 3, 2)
    fresh = arrays(network)
    axes = class_axes(network, made(key, 4, 3))
    assert {name.rsplit(".", 1)[0] for name in axes} == ({"head", "pixels.4"} if key == "unet" else {"head"})

    new = start_from(
        network, card(key, ["rock", "water", "sand"]), arrays(base), Legend.from_names(["ice", "rock", "sand"]), axes
    )

    assert new == ("ice",)
    old, now = arrays(base), arrays(network)
    for name in old.keys() - axes.keys():
        assert np.array_equal(old[name], now[name])
    for name in axes:
        assert np.array_equal(now[name][0], fresh[name][0])
        assert np.array_equal(now[name][1], old[name][0])
        assert np.array_equal(now[name][2], old[name][2])


def test_a_legend_of_another_length_fits() -> None:
    base, network = made("segnet", 2, 1), made("segnet", 5, 2)
    names = [f"class {number}" for number in range(5)]
    axes = class_axes(network, made("segnet", 6, 3))
    assert start_from(network, card("segnet", ["x", "y"]), arrays(base), Legend.from_names(names), axes) == tuple(names)
    assert np.array_equal(arrays(base)["encoder.0.0.0.weight"], arrays(network)["encoder.0.0.0.weight"])


@pytest.mark.parametrize("damage", ["missing", "shape"])
def test_weights_that_do_not_fit_are_refused(damage: str) -> None:
    base = arrays(made("segnet", 2, 1))
    name = "encoder.0.0.0.weight"
    base[name] = base[name][:1]
    if damage == "missing":
        del base[name]
    network = made("segnet", 2, 2)
    with pytest.raises(BadInputError, match="don't fit the model segnet"):
        start_from(network, card("segnet", ["x", "y"]), base, Legend.from_names(["x", "y"]), {})


@pytest.mark.parametrize(("what", "learning"), [("encoder", {"rise", "decoder", "head"}), ("all_but_head", {"head"})])
def test_frozen_parts_have_no_gradient_and_no_training_mode(what: str, learning: set[str]) -> None:
    network = made("unet_improved", 2, 1)
    count = freeze(network, what)
    free = {name.split(".")[0] for name, weights in network.named_parameters() if weights.requires_grad}
    assert free == learning
    assert count == sum(weights.numel() for weights in network.parameters() if not weights.requires_grad)
    network.train()
    keep_still(network)
    for name, module in network.named_modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            assert module.training == (name.split(".")[0] in learning)


def test_classes_learn_whatever_is_frozen() -> None:
    network: Any = torch.nn.ModuleDict(
        {"encoder": torch.nn.Conv2d(2, 4, 1), "scores": torch.nn.Conv2d(4, 3, 1), "head": torch.nn.Conv2d(3, 3, 1)}
    )
    freeze(network, "all_but_head", {"scores.weight", "scores.bias"})
    assert network["scores"].weight.requires_grad
    assert not network["encoder"].weight.requires_grad


def test_choices_that_can_not_be_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="all_but_head"):
        freeze(made("segnet", 2, 1), "half")
    with pytest.raises(BadInputError, match="no part to freeze"):
        freeze(torch.nn.Sequential(torch.nn.Conv2d(1, 2, 1)), "encoder")
    assert freeze(made("segnet", 2, 1), "none") == 0
