"""Tiles are small where every pixel has many probabilities, so that memory doesn't grow with the classes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.prediction.tile_size import core_for_few, largest_tile


def classifier(classes: int) -> Any:
    return SimpleNamespace(is_network=False, card=SimpleNamespace(legend=range(classes)))


@pytest.mark.parametrize("classes", [2, 20, 100, 254])
def test_probabilities_of_a_tile_fit_into_a_bounded_memory(classes: int) -> None:
    side = largest_tile([classifier(classes)], 0, interactive=False, probabilities=True)
    assert 6 * 4 * classes * side**2 <= 420e6
    assert side >= 128
    assert largest_tile([classifier(classes)], 0, interactive=False, probabilities=False) == 512


def network(width: int = 24) -> Any:
    """A network of one layer, whose multiplications grow with its width more than its memory does."""
    import torch

    card = SimpleNamespace(legend=range(3), bands=range(4))
    model = torch.nn.Conv2d(4, width, 15, padding=7)
    return SimpleNamespace(is_network=True, stride=16, card=card, model=model)


@pytest.mark.parametrize("margin", [16, 48])
def test_few_pixels_get_small_tiles_and_many_large_ones(margin: int) -> None:
    sides = [
        largest_tile([network()], margin, interactive=False, probabilities=False, pixels=pixels)
        for pixels in (1e5, 1e6, 4e6, 1e8, 1e10)
    ]
    assert sides == sorted(sides)
    assert sides[0] == 256 + 2 * margin
    assert sides[-1] == largest_tile([network()], margin, interactive=False, probabilities=False)


def test_a_network_that_computes_more_gets_larger_tiles() -> None:
    sides = [
        largest_tile([network(width)], 32, interactive=False, probabilities=False, pixels=1e7) for width in (1, 4, 16)
    ]
    assert sides == sorted(set(sides))


@pytest.mark.parametrize("width", [1, 24])
def test_up_to_four_million_pixels_memory_is_spared(width: int) -> None:
    def side(pixels: float) -> int:
        return largest_tile([network(width)], 32, interactive=False, probabilities=False, pixels=pixels)

    assert side(4e6) <= 486


@given(st.floats(1e4, 1e9), st.integers(1, 200), st.floats(0.01, 10))
def test_the_core_for_few_takes_the_least_time(pixels: float, margin: int, computed: float) -> None:
    def cost(core: float) -> float:
        side = core + 2 * margin
        return side**2 + computed * pixels * (side / core) ** 2

    best = core_for_few(pixels, margin, computed)
    assert cost(best) <= min(cost(best * 0.9), cost(best * 1.1))
