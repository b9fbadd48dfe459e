"""LinkNet against the first table of the landslide transfer paper, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.models import build
from torch import nn

BOTTLENECKS = {"resnet50": (3, 4, 6, 3), "resnet101": (3, 4, 23, 3)}


def resnet_with_bottlenecks(bands: int, depths: tuple[int, ...]) -> int:
    """Count a ResNet of bottlenecks without its classifier."""
    total, inputs = 49 * bands * 64 + 2 * 64, 64
    for depth, inner in zip(depths, (64, 128, 256, 512)):
        outputs = 4 * inner
        total += inputs * outputs + 2 * outputs  # the 1×1 shortcut of the first
        for _ in range(depth):
            total += inputs * inner + 9 * inner * inner + inner * outputs + 2 * (2 * inner + outputs)
            inputs = outputs
    return total


def decoder(channels: list[int], classes: int) -> int:
    """Count the decoder blocks, each of three normalised convolutions, and the two last convolutions with bias."""
    total = 0
    for inputs, outputs in zip(channels, [*channels[1:], 64]):
        quarter = inputs // 4
        total += inputs * quarter + 9 * quarter * quarter + quarter * outputs + 2 * (2 * quarter + outputs)
    return total + (16 * 64 * 32 + 32) + (9 * 32 * classes + classes)


@pytest.mark.parametrize("encoder", ["resnet50", "resnet101"])
@pytest.mark.parametrize(("bands", "classes"), [(3, 2), (4, 2), (9, 8)])
def test_parameters_counted_by_hand(
    sketch: Callable, parameter_count: Callable, encoder: str, bands: int, classes: int
) -> None:
    network = sketch("linknet", bands, classes, encoder=encoder, weights="none")
    expected = resnet_with_bottlenecks(bands, BOTTLENECKS[encoder]) + decoder([2048, 1024, 512, 256], classes)
    assert parameter_count(network) == expected


def test_the_papers_network_has_about_28_8_million_parameters(sketch: Callable, parameter_count: Callable) -> None:
    assert round(parameter_count(sketch("linknet", 4, 2, weights="none")) / 1e6, 1) == 28.8


def test_layers_are_those_of_table_1(sketch: Callable, shapes: Callable) -> None:
    network = sketch("linknet", 4, 2, weights="none")
    seen = shapes(network, 4, 256, 256)
    assert seen["encoder.features.conv1"] == [(64, 128, 128)]
    assert seen["encoder.features.maxpool"] == [(64, 64, 64)]
    stages = {f"layer{stage}": seen[f"encoder.features.layer{stage}"][0] for stage in (1, 2, 3, 4)}
    assert stages == {
        "layer1": (256, 64, 64),
        "layer2": (512, 32, 32),
        "layer3": (1024, 16, 16),
        "layer4": (2048, 8, 8),
    }
    blocks = [[seen[f"decoder.{block}.{part}"][0] for part in range(3)] for block in range(4)]
    assert blocks == [
        [(512, 8, 8), (512, 16, 16), (1024, 16, 16)],
        [(256, 16, 16), (256, 32, 32), (512, 32, 32)],
        [(128, 32, 32), (128, 64, 64), (256, 64, 64)],
        [(64, 64, 64), (64, 128, 128), (64, 128, 128)],
    ]
    assert seen["last.0"] == [(32, 256, 256)]
    assert seen["head"] == [(2, 256, 256)]


def test_kernels_are_those_of_table_1(sketch: Callable) -> None:
    network = sketch("linknet", 4, 2, weights="none")
    stem, last, head = network.encoder.features.conv1, network.last[0], network.head
    assert (stem.kernel_size, stem.stride, stem.padding) == ((7, 7), (2, 2), (3, 3))
    assert (last.kernel_size, last.stride, last.padding) == ((4, 4), (2, 2), (1, 1))
    assert (head.kernel_size, head.stride, head.padding) == ((3, 3), (1, 1), (1, 1))
    rises = [layer for layer in network.decoder.modules() if isinstance(layer, nn.ConvTranspose2d)]
    assert [(rise.kernel_size, rise.stride) for rise in rises] == [((3, 3), (2, 2))] * 4
    assert [len(getattr(network.encoder.features, f"layer{stage}")) for stage in (1, 2, 3, 4)] == [3, 4, 6, 3]


def test_resnet_34_has_pairs_of_3x3_in_place_of_bottlenecks(sketch: Callable, shapes: Callable) -> None:
    network = sketch("linknet", 4, 2, encoder="resnet34", weights="none")
    assert network.encoder.channels == (64, 128, 256, 512)
    block = network.encoder.features.layer1[0]
    assert [layer.kernel_size for layer in block.modules() if isinstance(layer, nn.Conv2d)] == [(3, 3), (3, 3)]
    assert shapes(network, 4, 256, 256)["decoder.3"] == [(64, 128, 128)]


def test_encoder_maps_are_added() -> None:
    torch.manual_seed(0)
    network = build("linknet", 3, 2, encoder="resnet18", weights="none").eval()
    seen: dict[str, torch.Tensor] = {}
    network.encoder.register_forward_hook(lambda _module, _inputs, maps: seen.update(beside=maps[-2]))
    network.decoder[0].register_forward_hook(lambda _module, _inputs, output: seen.update(risen=output))
    network.decoder[1].register_forward_pre_hook(lambda _module, inputs: seen.update(entered=inputs[0]))
    network(torch.rand(1, 3, 64, 64))
    assert torch.equal(seen["entered"], seen["risen"] + seen["beside"])
