"""Which recipes train classifiers beside their network, for which labels, and where they vote."""

from __future__ import annotations

import pytest
from outcrop.core.training.settings.committee import settled_committee
from outcrop.core.training.settings.label_amount import LabelAmount
from outcrop.core.training.settings.recipes import for_model, recipe

FEW, MANY = LabelAmount(12, 5_000), LabelAmount(400, 500_000)
AREA, CORRECTED = LabelAmount(12, 500_000, has_area=True), LabelAmount(12, 500_000, beside=490_000)


@pytest.mark.parametrize(
    ("name", "settings", "labels", "settled"),
    [
        ("quick", [], FEW, "with_classifiers"), ("quick", [], MANY, "forest_elsewhere"),
        ("quick", [], AREA, "forest_elsewhere"), ("quick", [], CORRECTED, "forest_elsewhere"),
        ("quick", ["committee=alone"], FEW, "alone"),
        ("quick", ["committee=with_classifiers"], MANY, "with_classifiers"),
        ("quick", ["used_on=other_scenes"], AREA, "forest_elsewhere"),
        ("quick", ["used_on=other_scenes"], FEW, "with_classifiers"),
        ("quick", ["resize_px=64"], FEW, "alone"), ("quick", ["resize_px=64"], MANY, "alone"),
        ("best", [], FEW, "with_classifiers"), ("best", [], MANY, "forest_elsewhere"),
        ("best", ["resize_px=64"], MANY, "alone"),
        ("lithology", [], FEW, "alone"),
    ],
)  # fmt: skip
def test_classifiers_stand_beside_the_network_where_they_pay(
    name: str, settings: list[str], labels: LabelAmount, settled: str
) -> None:
    assert settled_committee(recipe(name, settings), labels) == settled


@pytest.mark.parametrize("model", ["random_forest", "encoder_head"])
def test_what_learns_by_one_fit_stands_alone(model: str) -> None:
    assert settled_committee(for_model(model), FEW) == "alone"
