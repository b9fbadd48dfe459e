"""What the shares of a map's classes say of whether a model fits the scene."""

from __future__ import annotations

from typing import Any

import pytest
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.model_card import ModelCard
from outcrop.core.prediction.map_checks import CLASS_SHARES, FEWEST_PIXELS, share_warnings

KNOWN = {"background": 0.94, "landslide": 0.06}


def card(known: dict[str, float] | None = None) -> ModelCard:
    one = (1.0,)
    provenance: dict[str, Any] = {} if known is None else {CLASS_SHARES: known}
    return ModelCard(
        "m", "unet", {}, ("Red",), Legend.from_names(["background", "landslide"]),
        Normalisation("none", one, one, one, one, one, one), 10.0, "uint8", 64, 0, {}, provenance=provenance,
    )  # fmt: skip


@pytest.mark.parametrize(("share", "told"), [
    (0.06, False), (0.02, False), (0.2, False), (0.012, True), (0.3, True), (0.001, True),
])  # fmt: skip
def test_a_share_far_from_the_training_areas_is_told(share: float, told: bool) -> None:
    found = share_warnings(card(KNOWN), {"background": 1 - share, "landslide": share}, FEWEST_PIXELS)
    assert bool(found) == told
    if share >= 0.012:
        assert ("“landslide” covers" in "".join(found)) == told


def test_an_empty_map_is_told_whatever_its_size() -> None:
    assert "no pixel of the imagery holds data" in "".join(share_warnings(card(), {"background": 0.0}, 0))


def test_rare_classes_and_small_maps_are_left_alone() -> None:
    rare = {"background": 0.999, "landslide": 0.001}
    assert share_warnings(card(rare), {"background": 0.99, "landslide": 0.01}, FEWEST_PIXELS) == []
    assert share_warnings(card(KNOWN), {"background": 1.0, "landslide": 0.0}, FEWEST_PIXELS - 1) == []


@pytest.mark.parametrize("known", [None, KNOWN])
def test_a_map_of_one_class_is_told(known: dict[str, float] | None) -> None:
    (text,) = share_warnings(card(known), {"background": 0.999, "landslide": 0.001}, FEWEST_PIXELS)
    assert text.startswith("“background” covers 99.9 % of the map")


def test_without_completely_labelled_areas_nothing_is_compared() -> None:
    assert share_warnings(card(), {"background": 0.5, "landslide": 0.5}, FEWEST_PIXELS) == []
