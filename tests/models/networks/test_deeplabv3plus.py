"""DeepLabV3+: scales and channels, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.models import build

RESNET50 = 23_508_032
"""Parameters of ResNet-50 on three bands without its classifier; counted by hand in the tests of LinkNet."""


def normalised(inputs: int, outputs: int, size: int) -> int:
    return size * size * inputs * outputs + 2 * outputs


def test_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable) -> None:
    pyramid = 2 * normalised(2048, 256, 1) + 3 * normalised(2048, 256, 3) + normalised(1280, 256, 1)
    decoder = normalised(256, 48, 1) + normalised(304, 256, 3) + normalised(256, 256, 3) + 256 * 2 + 2
    assert parameter_count(sketch("deeplabv3plus", 3, 2, weights="none")) == RESNET50 + pyramid + decoder


@pytest.mark.parametrize(("output_stride", "deep", "rates"), [(16, 16, (6, 12, 18)), (8, 32, (12, 24, 36))])
def test_the_output_stride_sets_the_deepest_size_and_the_dilations(
    sketch: Callable, shapes: Callable, output_stride: int, deep: int, rates: tuple[int, ...]
) -> None:
    network = sketch("deeplabv3plus", 4, 2, weights="none", output_stride=output_stride)
    seen = shapes(network, 4, 256, 256)
    assert network.stride == output_stride
    assert seen["encoder.features.layer4"] == [(2048, deep, deep)]
    assert seen["pyramid"] == [(256, deep, deep)]
    assert seen["low"] == [(48, 64, 64)]
    assert seen["head"] == [(2, 64, 64)]
    assert tuple(branch[0].dilation[0] for branch in network.pyramid.branches[1:]) == rates


def test_the_pyramid_sees_the_whole_image() -> None:
    torch.manual_seed(0)
    network = build("deeplabv3plus", 1, 2, encoder="test_resnet", weights="none", width=8).eval()
    network.pyramid.pooled[0].weight.data.abs_()
    dark, bright = torch.zeros(1, 1, 256, 256), torch.zeros(1, 1, 256, 256)
    bright[..., 128:, 128:] = 1.0
    corner = (network(bright) - network(dark))[..., :16, :16]
    assert corner.abs().max() > 0


@pytest.mark.parametrize("changes", [{"output_stride": 12}, {"encoder": "vgg16"}])
def test_an_encoder_that_cannot_keep_the_stride_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(BadInputError, match="output stride"):
        build("deeplabv3plus", 3, 2, weights="none", **changes)
