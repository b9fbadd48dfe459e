"""The model's page tells what the card holds, and nothing in it is taken for HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model_card import ModelCard
from outcrop.core.model_page import model_body, model_page


@pytest.fixture
def card() -> ModelCard:
    one = (1.0,)
    return ModelCard(
        name="dikes <2026>", architecture="unet_improved", architecture_parameters={"width": 16}, bands=("Red & more",),
        legend=Legend.from_names(["background", "dike <b>"]),
        normalisation=Normalisation("none", (0.0,), one, (0.0,), one, (0.0,), one), pixel_size_m=0.5,
        data_type="uint16", tile_px=128, margin_px=8, recipe={"epochs": 40, "learning_rate": 0.003},
        measures={"miou": 0.625, "classes": {"dike <b>": {"iou": 0.4, "f1": 0.5, "precision": 0.6, "recall": 0.7}}},
        provenance={"images": ["a.tif", "b.tif"]},
    )  # fmt: skip


def test_everything_of_the_card_is_there(card: ModelCard) -> None:
    text = model_page(card)
    for wanted in ("Improved U-Net", "width: 16", "0.5 m", "0.625", "0.400", "a.tif, b.tif", "0.003", "2022500"):
        assert wanted in text, wanted


def test_nothing_is_taken_for_html(card: ModelCard) -> None:
    text = model_page(card)
    assert "<b>" not in text
    assert "<2026>" not in text
    assert "Red &amp; more" in text
    assert "<script" not in text


def test_an_architecture_of_another_version_is_named(card: ModelCard) -> None:
    assert "unheard_of" in model_body(replace(card, architecture="unheard_of"))
