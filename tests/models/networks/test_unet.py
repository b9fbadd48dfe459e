"""U-Net and improved U-Net: channels, sizes, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.models import build
from torch import nn

WIDTHS = [64, 128, 256, 512, 1024]


def double(inputs: int, outputs: int, *, normalised: bool = False) -> int:
    """Count two 3×3 convolutions; normalised ones have two numbers a channel in place of one bias."""
    return 9 * inputs * outputs + 9 * outputs * outputs + 2 * outputs * (2 if normalised else 1)


def by_hand(bands: int, classes: int, *, normalised: bool) -> int:
    down = sum(double(*pair, normalised=normalised) for pair in zip([bands, *WIDTHS], WIDTHS))
    rises = sum(4 * deep * level + level for level, deep in zip(WIDTHS, WIDTHS[1:]))
    up = sum(double(2 * level, level) for level in WIDTHS[:-1])
    return down + rises + up + 64 * classes + classes


def test_levels_have_the_papers_channels_and_sizes(sketch: Callable, shapes: Callable) -> None:
    seen = shapes(sketch("unet", 4, 2), 4, 256, 256)
    down = [seen[f"encoder.{level}"][0] for level in range(5)]
    assert down == [(64, 256, 256), (128, 128, 128), (256, 64, 64), (512, 32, 32), (1024, 16, 16)]
    up = [seen[f"rise.{level}"][0] for level in range(4)]
    assert up == [(512, 32, 32), (256, 64, 64), (128, 128, 128), (64, 256, 256)]
    assert [seen[f"decoder.{level}"][0] for level in range(4)] == up
    assert seen["head"] == [(2, 256, 256)]


@pytest.mark.parametrize(("bands", "classes"), [(1, 2), (3, 2), (4, 2), (9, 8)])
def test_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable, bands: int, classes: int) -> None:
    assert parameter_count(sketch("unet", bands, classes)) == by_hand(bands, classes, normalised=False)
    assert parameter_count(sketch("unet_improved", bands, classes)) == by_hand(bands, classes, normalised=True)


def test_the_classic_has_about_31_million_parameters(sketch: Callable, parameter_count: Callable) -> None:
    assert parameter_count(sketch("unet", 3, 2)) == 31_031_810


def test_the_improved_form_normalises_every_convolution_of_the_encoder_and_no_other(sketch: Callable) -> None:
    network = sketch("unet_improved", 4, 2)
    order = [type(layer).__name__ for unit in network.encoder for layer in unit]
    assert order == ["Conv2d", "BatchNorm2d", "ReLU6"] * 10
    rest = [layer for part in (network.rise, network.decoder, network.head) for layer in part.modules()]
    assert not any(isinstance(layer, nn.BatchNorm2d) for layer in rest)


def test_the_improved_form_has_relu6_wherever_the_classic_has_relu(sketch: Callable) -> None:
    def count(key: str, kind: type) -> int:
        return sum(type(layer) is kind for layer in sketch(key, 4, 2).modules())

    assert count("unet", nn.ReLU) == count("unet_improved", nn.ReLU6) == 18
    assert count("unet", nn.ReLU6) == count("unet_improved", nn.ReLU) == 0


def test_width_and_depth_shape_the_network(sketch: Callable, shapes: Callable) -> None:
    network = sketch("unet", 4, 2, width=16, depth=2)
    assert network.stride == 4
    seen = shapes(network, 4, 64, 64)
    assert [seen[f"encoder.{level}"][0] for level in range(3)] == [(16, 64, 64), (32, 32, 32), (64, 16, 16)]


def test_skips_join_levels_of_the_same_size() -> None:
    torch.manual_seed(0)
    network = build("unet", 1, 2, width=8, depth=2).eval()
    for rise in network.rise:
        nn.init.zeros_(rise.weight)  # cut off everything but the first level's skip
    image = torch.rand(1, 1, 32, 32)
    moved = image.clone()
    moved[..., 20:, 20:] += 1.0
    difference = (network(moved) - network(image)).abs().amax(dim=1)[0]
    assert difference[:16, :16].max() == 0  # four convolutions of 3×3 reach four pixels
    assert difference[20:, 20:].max() > 0


@pytest.mark.parametrize("changes", [{"width": 0}, {"depth": 0}, {"depth": 9}])
def test_impossible_sizes_are_refused(changes: dict[str, int]) -> None:
    with pytest.raises(BadInputError, match="out of range"):
        build("unet", 3, 2, **changes)
