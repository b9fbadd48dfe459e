"""The improved DeepLabV3+: its published channel numbers, its gate, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import torch
from outcrop.models.networks.deeplabv3plus_attention import ChannelAttentionFusion
from torch import nn

RESNET50 = 23_508_032
"""Parameters of ResNet-50 on three bands without its classifier; counted by hand in the tests of LinkNet."""


def normalised(inputs: int, outputs: int, size: int) -> int:
    return size * size * inputs * outputs + 2 * outputs


def test_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable) -> None:
    pyramid = 2 * normalised(2048, 256, 1) + 3 * normalised(2048, 256, 3) + normalised(1280, 256, 1)
    fusion = 3 * normalised(256, 256, 1)
    decoder = (
        normalised(256, 128, 3) + normalised(128, 128, 3) + normalised(128, 64, 3) + normalised(64, 64, 3)
        + normalised(64, 32, 3) + 9 * 32 * 2
    )  # fmt: skip
    found = parameter_count(sketch("deeplabv3plus_attention", 3, 2, weights="none"))
    assert found == RESNET50 + pyramid + fusion + decoder
    assert round(found / 1e6, 1) == 39.8


def test_sizes_and_channels_are_the_published_ones(sketch: Callable, shapes: Callable) -> None:
    network = sketch("deeplabv3plus_attention", 3, 2, weights="none")
    seen = shapes(network, 3, 256, 256)
    assert seen["encoder.features.layer4"] == [(2048, 32, 32)]
    assert [seen[f"pyramid.branches.{branch}"][0] for branch in range(4)] == [(256, 32, 32)] * 4
    assert seen["pyramid.pooled"] == [(256, 1, 1)]
    assert network.pyramid.join[0].in_channels == 1280
    assert seen["pyramid"] == [(256, 32, 32)]
    assert seen["encoder.features.layer1"] == [(256, 64, 64)]
    assert seen["low"] == [(256, 64, 64)]
    assert seen["fusion.gate"] == [(256, 64, 64)] * 2
    steps = [seen[f"decoder.{step}"][0] for step in range(5)]
    assert steps == [(128, 64, 64), (128, 128, 128), (64, 128, 128), (64, 256, 256), (32, 256, 256)]
    assert seen["head"] == [(2, 256, 256)]


def test_kernels_and_dilations_are_the_published_ones(sketch: Callable) -> None:
    network = sketch("deeplabv3plus_attention", 3, 2, weights="none")
    branches = [branch[0] for branch in network.pyramid.branches]
    assert [(branch.kernel_size[0], branch.dilation[0]) for branch in branches] == [(1, 1), (3, 6), (3, 12), (3, 18)]
    rises = [layer for layer in network.decoder.modules() if isinstance(layer, nn.ConvTranspose2d)]
    assert [(rise.kernel_size[0], rise.stride[0], rise.output_padding[0]) for rise in rises] == [(3, 2, 1)] * 2


def test_no_convolution_has_a_bias(sketch: Callable) -> None:
    network = sketch("deeplabv3plus_attention", 3, 2, weights="none")
    layers = [layer for layer in network.modules() if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d))]
    assert all(layer.bias is None for layer in layers)


def test_one_gate_weighs_both_maps() -> None:
    torch.manual_seed(0)
    fusion = ChannelAttentionFusion(8).eval()
    high, low = torch.rand(2, 8, 5, 5), torch.rand(2, 8, 5, 5)
    layers = [type(layer).__name__ for unit in fusion.gate for layer in unit]
    assert layers == ["Conv2d", "BatchNorm2d", "ReLU"] * 2
    torch.testing.assert_close(fusion(high, low), high * fusion.gate(high) + low * fusion.gate(low))
    torch.testing.assert_close(fusion(high, low), fusion(low, high))
    assert fusion(high, low).max() > 0
