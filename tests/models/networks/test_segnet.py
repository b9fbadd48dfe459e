"""SegNet: VGG-16's convolutions, maxima put back where they stood, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.models import build
from torch import Tensor, nn

ENCODER = [64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512]
DECODER = [512, 512, 512, 512, 512, 256, 256, 256, 128, 128, 64, 64]


def normalised(widths: list[int]) -> int:
    """Count 3×3 convolutions without bias and their normalisations."""
    return sum(9 * inputs * outputs + 2 * outputs for inputs, outputs in zip(widths, widths[1:]))


@pytest.mark.parametrize(("bands", "classes"), [(3, 2), (9, 8)])
def test_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable, bands: int, classes: int) -> None:
    expected = normalised([bands, *ENCODER]) + normalised([512, *DECODER]) + 9 * 64 * classes + classes
    assert parameter_count(sketch("segnet", bands, classes)) == expected


def test_the_convolutions_are_those_of_vgg16_and_their_mirror(sketch: Callable, shapes: Callable) -> None:
    network = sketch("segnet", 4, 2)

    def channels(part: nn.Module) -> list[int]:
        return [layer.out_channels for layer in part.modules() if isinstance(layer, nn.Conv2d)]

    assert channels(network.encoder) == ENCODER
    assert channels(network.decoder) == DECODER
    seen = shapes(network, 4, 256, 256)
    sizes = [(64, 256), (128, 128), (256, 64), (512, 32), (512, 16)]
    assert [seen[f"encoder.{level}"][0] for level in range(5)] == [(width, size, size) for width, size in sizes]
    sizes = [(512, 16), (256, 32), (128, 64), (64, 128), (64, 256)]
    assert [seen[f"decoder.{level}"][0] for level in range(5)] == [(width, size, size) for width, size in sizes]


def test_every_convolution_but_the_last_is_normalised(sketch: Callable) -> None:
    network = sketch("segnet", 4, 2)
    count = sum(isinstance(layer, nn.BatchNorm2d) for layer in network.modules())
    assert count == len(ENCODER) + len(DECODER)


def test_maxima_are_put_back_where_they_stood() -> None:
    torch.manual_seed(0)
    network = build("segnet", 2, 2, width=8).eval()
    seen: dict[str, Tensor] = {}
    network.encoder[0].register_forward_hook(lambda _module, _inputs, output: seen.update(down=output))
    network.decoder[-1].register_forward_hook(lambda _module, inputs, _output: seen.update(up=inputs[0]))
    with torch.inference_mode():
        network(torch.rand(1, 2, 64, 64))
    down = seen["down"].unfold(2, 2, 2).unfold(3, 2, 2).flatten(-2)
    up = seen["up"].unfold(2, 2, 2).unfold(3, 2, 2).flatten(-2)
    assert ((up != 0).sum(-1) <= 1).all()  # one place of each 2×2 pixels
    filled = up.abs().amax(-1) > 0
    assert filled.any()
    assert torch.equal(up.abs().argmax(-1)[filled], down.argmax(-1)[filled])
