"""The model's page tells what the card holds, and nothing in it is taken for HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.companion import Companion
from outcrop.core.model.model_card import ModelCard
from outcrop.core.report.pages.model_page import model_body, model_page
from outcrop.core.wording import Wording


@pytest.fixture
def card() -> ModelCard:
    one = (1.0,)
    return ModelCard(
        name="dikes <2026>", architecture="unet_improved", architecture_parameters={"width": 16}, bands=("Red & more",),
        legend=Legend.from_names(["background", "dike <b>"]),
        normalisation=Normalisation("none", (0.0,), one, (0.0,), one, (0.0,), one), pixel_size_m=0.5,
        data_type="uint16", tile_px=128, margin_px=8, recipe={"epochs": 40, "learning_rate": 0.003},
        measures={"miou": 0.625, "classes": {"dike <b>": {"iou": 0.4, "f1": 0.5, "precision": 0.6, "recall": 0.7}}},
        provenance={
            "images": ["a.tif", "b.tif"], "finished": "2026-11-20T14:32:00+00:00", "seconds": 61.5, "of_tomorrow": 3,
            "label_counts": [{"dike <b>": {"polygons": 37, "pixels": 21300, "area_m2": 5325.0}}] * 2,
            "pixels": {"unused": {"dike <b>": 0}, "training": {"background": 9, "dike <b>": 900}},
        },
    )  # fmt: skip


def test_everything_of_the_card_is_there(card: ModelCard) -> None:
    text = model_page(card)
    for wanted in ("Improved U-Net", "Width: 16", "0.5 m", "0.625", "0.400", "a.tif, b.tif", "0.003", "2022500"):
        assert wanted in text, wanted


def test_nothing_is_taken_for_html(card: ModelCard) -> None:
    text = model_page(card)
    assert "<b>" not in text
    assert "<2026>" not in text
    assert "Red &amp; more" in text
    assert "<script" not in text


def test_an_architecture_of_another_version_is_named(card: ModelCard) -> None:
    assert "unheard_of" in model_body(replace(card, architecture="unheard_of"))


def test_labels_are_counted_by_class_over_all_scenes(card: ModelCard) -> None:
    text = model_page(card)
    assert "<th>Pixels: training</th>" in text
    assert "Pixels: unused" not in text
    cells = "".join(f'<td class="n">{value}</td>' for value in (74, 42600, 10650, 900))
    assert f"<td>dike &lt;b&gt;</td>{cells}" in text
    assert "<th>Polygons</th>" not in model_page(replace(card, provenance={"pixels": card.provenance["pixels"]}))


def test_settings_of_another_version_are_named_by_their_key(card: ModelCard) -> None:
    text = model_page(replace(card, recipe={"dream_rate": 0.5}, architecture_parameters={"dream_width": 8}))
    for wanted in ("<td>dream rate</td>", "dream width: 8", "<td>of tomorrow</td>"):
        assert wanted in text, wanted


def test_whoever_shows_it_chooses_language_and_numbers(card: ModelCard) -> None:
    wording = Wording(
        tr=lambda text: f"«{text}»", number=lambda value, decimals: f"{value:.{decimals}f}".replace(".", ","),
        duration=lambda seconds: f"{seconds / 60:.0f} min", moment=lambda text: text[:10], choice=str.upper,
    )  # fmt: skip
    text = model_page(replace(card, recipe={"split": "blocks", "flip": True}), wording)
    for wanted in (
        "<h2>«Classes»</h2>", "0,625", "0,5 m", "<td>«Duration»</td><td>1 min</td>",
        "<td>«Finished»</td><td>2026-11-20</td>", "<td>«Split»</td><td>BLOCKS</td>", "<td>«Flip»</td><td>«yes»</td>",
    ):  # fmt: skip
        assert wanted in text, wanted


@pytest.mark.parametrize(
    ("value", "text"), [(0.003, "0.003"), (1e-7, "1e-07"), (12.0, "12"), (float("nan"), "nan"), (-0.25, "-0.25")]
)
def test_figures(value: float, text: str) -> None:
    assert Wording().figures(value, 5) == text


def test_a_class_that_was_not_measured_has_dashes(card: ModelCard) -> None:
    measured = {"dike <b>": {"iou": 0.0, "f1": 0.0, "precision": 0.0, "recall": 0.0, "true_px": 0, "predicted_px": 4}}
    text = model_body(replace(card, measures={"classes": measured}))
    assert "0.000" not in text
    assert text.count("<td>–</td>") == 4


def test_a_classifiers_card_lists_nothing_of_networks(card: ModelCard) -> None:
    recipe = {"learning_rate": 0.003, "flip": True, "epochs": 40, "validation_share": 0.3}
    text = model_body(replace(card, architecture="random_forest", architecture_parameters={}, recipe=recipe))
    assert "0.3" in text
    assert not any(word in text for word in ("Learning rate", "0.003", "Epochs"))
    assert "0.003" in model_body(replace(card, recipe=recipe))


def test_figures_are_told_with_their_spread_and_what_they_rest_on(card: ModelCard) -> None:
    held = {"pixels": {"validation": {"dike <b>": 300}}, "polygons": {"validation": 4}}
    told = replace(card, measures={"miou": 0.625, "spread": {"miou": [0.5, 0.75]}}, provenance=held)
    text = model_body(told)
    assert "Measured on 300 pixels of 4 polygons that were held back." in text
    assert "0.500 – 0.750" in text
    assert "has learned from them too" not in text
    assert "has learned from them too" in model_body(replace(told, provenance={**held, "refit": {"steps": 9}}))
    assert "Between" not in model_body(card)


def test_a_committee_tells_of_each_of_its_models(card: ModelCard) -> None:
    alone = {"unet_improved": {"miou": 0.51, "f1": 0.41}, "random_forest": {"miou": 0.493, "f1": 0.4}}
    both = replace(
        card, companions=(Companion("random_forest", {}),), provenance={**card.provenance, "committee": alone}
    )
    text = model_page(both)
    assert "Improved U-Net + Random forest" in text
    assert "agrees with the others" not in text
    agreeing = replace(both, measures={**card.measures, "agreement": {"f1": 0.375}})
    assert "agrees with the others at an F1 of 0.375 on average" in model_page(agreeing)
    for limits, reach in (([0.3, 0.9], True), ([0.5, 0.9], False), (None, False)):
        spread = {"f1": limits, "miou": [0.0, 1.0]} if limits else {}
        told = model_page(replace(agreeing, measures={**agreeing.measures, "spread": spread}))
        assert ("The ranges above reach to it" in told) == reach
    assert "Each model of the committee alone" in text
    assert "0.493" in text
    assert "Each model of the committee alone" not in model_page(card)


def test_a_forest_for_other_scenes_is_told(card: ModelCard) -> None:
    beside = replace(card, companions=(Companion("random_forest", {}, weight=0.0),))
    text = model_page(beside)
    assert "A random forest was trained beside the network." in text
    assert "Random forest" not in text
    assert "A random forest was trained" not in model_page(card)
