"""Tiles are small where every pixel has many probabilities, so that memory doesn't grow with the classes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from outcrop.core.prediction.tile_size import largest_tile


def classifier(classes: int) -> Any:
    return SimpleNamespace(is_network=False, card=SimpleNamespace(legend=range(classes)))


@pytest.mark.parametrize("classes", [2, 20, 100, 254])
def test_probabilities_of_a_tile_fit_into_a_bounded_memory(classes: int) -> None:
    side = largest_tile([classifier(classes)], 0, interactive=False, probabilities=True)
    assert 6 * 4 * classes * side**2 <= 420e6
    assert side >= 128
    assert largest_tile([classifier(classes)], 0, interactive=False, probabilities=False) == 512
