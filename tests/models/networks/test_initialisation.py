"""Initial weights keep the size of what flows through."""

from __future__ import annotations

import pytest
import torch
from outcrop.models import build
from outcrop.models.networks.initialisation import initialise, initialise_head
from torch import nn


def test_activations_keep_their_variance_through_many_layers() -> None:
    torch.manual_seed(0)
    layers = [layer for _ in range(20) for layer in (nn.Conv2d(32, 32, 3, padding=1), nn.ReLU())]
    network = nn.Sequential(nn.Conv2d(8, 32, 3, padding=1), nn.ReLU(), *layers)
    initialise(network)
    with torch.inference_mode():
        result = network(torch.randn(2, 8, 64, 64))
    assert 0.1 < result.square().mean() < 10


@pytest.mark.parametrize(("size", "stride"), [(2, 2), (3, 2), (4, 2), (8, 8)])
def test_a_transposed_convolution_keeps_the_variance(size: int, stride: int) -> None:
    torch.manual_seed(0)
    layer = nn.ConvTranspose2d(256, 64, size, stride=stride)
    initialise(layer)
    with torch.inference_mode():
        result = layer(torch.randn(1, 256, 40, 40))[..., 8:-8, 8:-8]
    assert result.var() == pytest.approx(1, rel=0.15)


def test_a_head_keeps_the_variance_without_a_relu() -> None:
    torch.manual_seed(0)
    layer = nn.Conv2d(256, 64, 1)
    initialise_head(layer)
    with torch.inference_mode():
        assert layer(torch.randn(1, 256, 40, 40)).var() == pytest.approx(1, rel=0.15)
    assert torch.equal(layer.bias, torch.zeros(64))


@pytest.mark.parametrize("key", ["unet", "unet_improved", "unet_residual", "segnet"])
def test_first_scores_are_of_the_order_of_one(key: str) -> None:
    torch.manual_seed(0)
    network = build(key, 4, 5, width=16)
    with torch.no_grad():
        scores = network(torch.rand(2, 4, 64, 64))  # in training, normalised by the batch's own statistics
    assert 0.01 < scores.std() < 10
