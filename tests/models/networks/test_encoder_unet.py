"""U-Net decoders on library encoders: where they join, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.models import build


def rise(below: int, beside: int, level: int) -> int:
    """Count a 2×2 transposed convolution with bias and two normalised 3×3 convolutions."""
    return 4 * below * level + level + 9 * (level + beside) * level + 9 * level * level + 2 * 2 * level


def decoder(deepest: int, levels: list[tuple[int, int]], classes: int) -> int:
    """Count a decoder of (channels beside, channels) from deep to fine, and the 1×1 head."""
    below = [deepest, *(level for _, level in levels)]
    total = sum(rise(deep, beside, level) for deep, (beside, level) in zip(below, levels))
    return total + levels[-1][1] * classes + classes


VGG16 = [(3, 64), (64, 64), (64, 128), (128, 128), (128, 256), (256, 256), (256, 256), (256, 512)] + [(512, 512)] * 5


def test_vgg_has_the_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable) -> None:
    encoder = sum(9 * inputs * outputs + outputs for inputs, outputs in VGG16)
    expected = encoder + decoder(512, [(512, 512), (256, 256), (128, 128), (64, 64)], 2)
    assert parameter_count(sketch("unet_vgg", 3, 2)) == expected


def test_albunet_has_the_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable) -> None:
    encoder = 49 * 3 * 64 + 2 * 64  # stem
    for inputs, outputs, blocks in [(64, 64, 3), (64, 128, 4), (128, 256, 6), (256, 512, 3)]:
        encoder += 9 * inputs * outputs + (2 * blocks - 1) * 9 * outputs * outputs + 2 * blocks * 2 * outputs
        encoder += (inputs * outputs + 2 * outputs) if inputs != outputs else 0  # the 1×1 shortcut
    expected = encoder + decoder(512, [(256, 256), (128, 256), (64, 128), (64, 64), (0, 32)], 2)
    assert parameter_count(sketch("albunet", 3, 2, weights="none")) == expected


def test_mobilenet_has_the_librarys_encoder_and_the_decoder_counted_by_hand(
    sketch: Callable, parameter_count: Callable
) -> None:
    network = sketch("unet_mobilenetv3", 3, 2)
    expected = decoder(960, [(112, 128), (40, 128), (24, 64), (16, 32), (0, 16)], 2)
    assert parameter_count(network) - parameter_count(network.encoder) == expected
    assert network.encoder.channels == (16, 24, 40, 112, 960)


def test_vgg_joins_the_five_levels_before_its_poolings(sketch: Callable, shapes: Callable) -> None:
    network = sketch("unet_vgg", 4, 2)
    assert network.encoder.channels == (64, 128, 256, 512, 512)
    assert network.encoder.reductions == (1, 2, 4, 8, 16)
    seen = shapes(network, 4, 256, 256)
    up = [seen[f"decoder.{level}"][0] for level in range(4)]
    assert up == [(512, 32, 32), (256, 64, 64), (128, 128, 128), (64, 256, 256)]


def test_an_encoder_without_a_map_at_half_size_works_too() -> None:
    torch.manual_seed(0)
    network = build("albunet", 5, 3, encoder="test_convnext", weights="none", width=4)
    assert network.encoder.reductions == (4, 8, 16, 32)
    assert network(torch.rand(1, 5, 40, 70)).shape == (1, 3, 40, 70)


@pytest.mark.parametrize("key", ["unet_vgg", "unet_mobilenetv3"])
def test_where_the_paper_says_nothing_training_starts_from_nothing(key: str, sketch: Callable) -> None:
    assert sketch(key, 3, 2).weights_source == {}
