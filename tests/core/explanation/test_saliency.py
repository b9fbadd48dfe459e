"""Integrated gradients against what can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from outcrop.core.explanation.saliency import band_shares, integrated_gradients
from torch import nn


def network(weights: list[list[float]]) -> nn.Module:
    made = nn.Conv2d(len(weights[0]), len(weights), 1, bias=False)
    with torch.no_grad():
        made.weight.copy_(torch.tensor(weights)[:, :, None, None])
    return made.eval()


def test_only_what_the_network_reads_speaks_for_the_class() -> None:
    random = np.random.default_rng(0)
    image = random.normal(size=(3, 8, 8)).astype(np.float32)
    target = np.zeros((8, 8), bool)
    target[2:5, 3:6] = True
    plain = np.zeros_like(image)
    found = integrated_gradients(network([[2, 0, 0], [0, 0, -1]]), image, plain, 0, target, 64)
    assert not found.values[1].any()
    assert not found.values[:, ~target].any()
    assert found.plain == pytest.approx(0.5)
    assert found.values.sum() == pytest.approx(found.real - found.plain, abs=1e-4)
    assert np.sign(found.values[0][target]).tolist() == np.sign(image[0][target]).tolist()
    assert band_shares(found.values)[1] == 0


def test_attribution_sums_to_the_gain_of_a_deep_network() -> None:
    torch.manual_seed(0)
    deep = nn.Sequential(nn.Conv2d(2, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 3, 3, padding=1)).eval()
    image = np.random.default_rng(1).normal(size=(2, 16, 16)).astype(np.float32)
    plain = np.broadcast_to(image.mean(axis=(1, 2), keepdims=True), image.shape).astype(np.float32)
    everywhere = np.ones((16, 16), bool)
    coarse, fine = (integrated_gradients(deep, image, plain, 1, everywhere, steps) for steps in (2, 200))
    errors = [abs(one.values.sum() - (one.real - one.plain)) for one in (coarse, fine)]
    assert errors[1] < 1e-4
    assert errors[1] <= errors[0]


def test_shares_of_nothing_are_equal() -> None:
    assert band_shares(np.zeros((4, 2, 2))).tolist() == [0.25] * 4


def test_it_can_be_stopped() -> None:
    image = np.ones((1, 4, 4), np.float32)

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        integrated_gradients(network([[1.0], [2.0]]), image, image * 0, 0, np.ones((4, 4), bool), 4, stop)
