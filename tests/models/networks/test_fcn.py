"""FCN against the first table of the lithology paper, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.models import build
from torch import nn

VGG19 = [(64, 64), (64, 128), (128, 128), (128, 256)] + [(256, 256)] * 3 + [(256, 512)] + [(512, 512)] * 7
FUSIONS = {"fcn8s": 2, "fcn16s": 1, "fcn32s": 0}


def by_hand(bands: int, classes: int, fusions: int) -> int:
    encoder = sum(9 * inputs * outputs + outputs for inputs, outputs in [(bands, 64), *VGG19])
    hidden = 512 * 4096 + 4096 + 4096 * 4096 + 4096 + 4096 * classes + classes
    beside = [512, 256][:fusions]
    rises = sum(4 * inputs * outputs + outputs for inputs, outputs in zip([classes, *beside], beside))
    last = 32 // 2**fusions
    return encoder + hidden + rises + last * last * [classes, *beside][-1] * classes + classes


@pytest.mark.parametrize("key", FUSIONS)
@pytest.mark.parametrize(("bands", "classes"), [(3, 2), (9, 8)])
def test_parameters_counted_by_hand(
    sketch: Callable, parameter_count: Callable, key: str, bands: int, classes: int
) -> None:
    assert parameter_count(sketch(key, bands, classes)) == by_hand(bands, classes, FUSIONS[key])


def test_layers_are_those_of_table_2(sketch: Callable, shapes: Callable) -> None:
    network = sketch("fcn8s", 9, 8)
    seen = shapes(network, 9, 256, 256)
    convolutions = [
        seen[f"encoder.features.{name}"][0]
        for name, layer in network.encoder.features.named_children()
        if isinstance(layer, nn.Conv2d)
    ]
    levels = [(64, 256, 2), (128, 128, 2), (256, 64, 4), (512, 32, 4), (512, 16, 4)]
    assert convolutions == [(width, size, size) for width, size, count in levels for _ in range(count)]
    poolings = [
        seen[f"encoder.features.{name}"][0]
        for name, layer in network.encoder.features.named_children()
        if isinstance(layer, nn.MaxPool2d)
    ]
    assert poolings == [(64, 128, 128), (128, 64, 64), (256, 32, 32), (512, 16, 16), (512, 8, 8)]
    assert seen["hidden.0"] == seen["hidden.2"] == [(4096, 8, 8)]
    assert seen["scores"] == [(8, 8, 8)]
    assert seen["rise.0"] == [(512, 16, 16)]
    assert seen["rise.1"] == [(256, 32, 32)]
    assert seen["head"] == [(8, 256, 256)]


def test_kernels_are_those_of_table_2(sketch: Callable) -> None:
    network = sketch("fcn8s", 9, 8)
    assert [layer.kernel_size for layer in network.hidden.modules() if isinstance(layer, nn.Conv2d)] == [(1, 1)] * 2
    assert [type(layer).__name__ for layer in network.hidden] == ["Sequential", "Dropout", "Sequential", "Dropout"]
    assert [(rise.kernel_size, rise.stride) for rise in network.rise] == [((2, 2), (2, 2))] * 2
    assert (network.head.kernel_size, network.head.stride) == ((8, 8), (8, 8))


@pytest.mark.parametrize(("key", "stride"), [("fcn16s", 16), ("fcn32s", 32)])
def test_fewer_fusions_leave_more_to_the_last_step(sketch: Callable, key: str, stride: int) -> None:
    network = sketch(key, 9, 8)
    assert network.head.stride == (stride, stride)
    assert len(network.rise) == FUSIONS[key]


def test_what_the_poolings_give_is_added() -> None:
    torch.manual_seed(0)
    network = build("fcn8s", 3, 2, encoder="vgg11", width=8).eval()
    seen: dict[str, torch.Tensor] = {}
    network.encoder.register_forward_hook(lambda _module, _inputs, maps: seen.update(before=maps[1]))
    network.rise[0].register_forward_hook(lambda _module, _inputs, output: seen.update(risen=output))
    network.rise[1].register_forward_pre_hook(lambda _module, inputs: seen.update(entered=inputs[0]))
    network(torch.rand(1, 3, 64, 64))
    pool4 = nn.functional.max_pool2d(seen["before"], 2)
    assert pool4.shape == (1, 512, 4, 4)
    assert torch.equal(seen["entered"], seen["risen"] + pool4)


def test_other_encoders_give_their_own_maps() -> None:
    torch.manual_seed(0)
    network = build("fcn8s", 3, 2, encoder="resnet18", width=8)
    assert network.encoder.reductions == (8, 16, 32)
    assert network(torch.rand(1, 3, 64, 64)).shape == (1, 2, 64, 64)
