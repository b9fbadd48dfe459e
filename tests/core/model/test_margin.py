"""How far a network's answers depend on what lies beyond a tile's edge."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.ndimage
import torch
from outcrop.core.model import margin as margin_module
from outcrop.core.model.devices import choose_device
from outcrop.core.model.margin import measure_margin, measure_network_margin


def noise(side: int = 540, bands: int = 1) -> np.ndarray:
    return np.random.default_rng(1).normal(size=(bands, side, side)).astype(np.float32)


def mean_over(radius: int):  # noqa: ANN201
    """Two classes: above or below the mean over a square, 0 beyond the edge as a padded convolution has it."""

    def logits(image: np.ndarray) -> np.ndarray:
        side = 2 * radius + 1
        mean = scipy.ndimage.uniform_filter(image[:, :1].astype(np.float64) + 1.0, (1, 1, side, side), mode="constant")
        return np.concatenate([mean, 2.0 - mean], axis=1)

    return logits


@pytest.mark.parametrize(("radius", "margin"), [(0, 0), (5, 8), (12, 16), (30, 32)])
def test_the_margin_is_the_reach_rounded_up(radius: int, margin: int) -> None:
    assert measure_margin(mean_over(radius), [noise()], stride=1) == margin


def test_the_margin_is_a_multiple_of_the_stride() -> None:
    assert measure_margin(mean_over(5), [noise()], stride=32) == 32


def test_a_reach_beyond_the_largest_margin_gives_the_largest() -> None:
    assert measure_margin(mean_over(150), [noise()], stride=1, most_px=64) == 64


def test_a_small_image_is_mirrored() -> None:
    assert measure_margin(mean_over(5), [noise(90)], stride=4) == 8


def test_a_network_keeps_its_mode() -> None:
    network = torch.nn.Conv2d(2, 3, 9, padding=4).train()

    assert measure_network_margin(network, [noise(400, 2)], 4, choose_device("cpu")) == 8
    assert network.training


@pytest.mark.parametrize(("seconds", "windows"), [(1.0, 1), (3.0, 1), (4.0, 2), (9.0, 4), (1e9, 16)])
def test_no_window_is_begun_that_takes_too_long(monkeypatch: pytest.MonkeyPatch, seconds: float, windows: int) -> None:
    now = [0.0]
    monkeypatch.setattr(margin_module.time, "monotonic", lambda: now[0])

    def slow(image: np.ndarray) -> np.ndarray:
        now[0] += 1.0
        return mean_over(5)(image)

    measure_margin(slow, [noise(1100)], 1, most_px=64, seconds=seconds)
    assert now[0] / 2 == windows


def test_a_window_that_takes_longer_than_there_is_time_is_not_begun() -> None:
    def never(_image: np.ndarray) -> np.ndarray:
        raise AssertionError

    assert measure_margin(never, [noise()], stride=1, most_px=64, seconds=3, window_seconds=24) == 64
