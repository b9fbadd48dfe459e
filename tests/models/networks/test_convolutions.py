"""The units that networks are made of."""

from __future__ import annotations

import pytest
import torch
from outcrop.models.networks.convolutions import BatchNormOfAny, convolution, transposed_convolution
from torch import nn


@pytest.mark.parametrize(("size", "dilation"), [(1, 1), (3, 1), (3, 6), (5, 2)])
def test_a_convolution_keeps_height_and_width(size: int, dilation: int) -> None:
    unit = convolution(3, 4, size, dilation=dilation)
    assert unit(torch.rand(2, 3, 13, 17)).shape == (2, 4, 13, 17)


def test_normalisation_takes_the_place_of_the_bias() -> None:
    assert convolution(3, 4)[0].bias is None
    plain = convolution(3, 4, normalise=False)
    assert plain[0].bias is not None
    assert not any(isinstance(layer, nn.BatchNorm2d) for layer in plain)


@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_transposed_convolution_doubles_height_and_width(size: int) -> None:
    assert transposed_convolution(3, 4, size)(torch.rand(2, 3, 13, 17)).shape == (2, 4, 26, 34)


def test_normalisation_of_one_value_uses_the_running_statistics_and_trains() -> None:
    layer = BatchNormOfAny(3)
    layer.running_mean.fill_(0.5)
    values = torch.rand(1, 3, 1, 1, requires_grad=True)
    result = layer(values)
    torch.testing.assert_close(result, layer.eval()(values))
    result.sum().backward()
    assert layer.weight.grad is not None
    assert layer.bias.grad is not None
    assert values.grad is not None
    assert torch.equal(layer.running_mean, torch.full((3,), 0.5))
    assert layer.num_batches_tracked == 0


def test_normalisation_of_more_values_is_torchs_own() -> None:
    ours, theirs = BatchNormOfAny(3), nn.BatchNorm2d(3)
    values = torch.rand(2, 3, 1, 1)
    torch.testing.assert_close(ours(values), theirs(values))
    torch.testing.assert_close(ours.running_mean, theirs.running_mean)
