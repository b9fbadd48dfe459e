"""Which recipes train a random forest beside their network, and for which labels."""

from __future__ import annotations

from typing import Any

import pytest
from outcrop.core.training.settings.committee import has_forest
from outcrop.core.training.settings.recipes import for_model, recipe

FEW, MANY = (12, 5_000, False), (400, 500_000, False)
AREA = (12, 500_000, True)


@pytest.mark.parametrize(
    ("name", "settings", "labels", "together"),
    [
        ("quick", [], FEW, True), ("quick", [], MANY, False), ("quick", [], AREA, False),
        ("quick", ["committee=alone"], FEW, False), ("quick", ["committee=with_forest"], MANY, True),
        ("quick", ["used_on=other_scenes"], AREA, True), ("quick", ["used_on=other_scenes"], MANY, True),
        ("quick", ["resize_px=64"], FEW, False), ("best", [], FEW, False), ("lithology", [], FEW, False),
    ],
)  # fmt: skip
def test_a_forest_stands_beside_the_network_where_it_pays(
    name: str, settings: list[str], labels: Any, together: bool
) -> None:
    assert has_forest(recipe(name, settings), *labels) is together


@pytest.mark.parametrize("model", ["random_forest", "encoder_head"])
def test_what_learns_by_one_fit_stands_alone(model: str) -> None:
    assert not has_forest(for_model(model), *FEW)
