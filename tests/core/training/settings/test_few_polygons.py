"""Few polygons: which they are, and what a recipe changes for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from outcrop.core.parameters import describe
from outcrop.core.training.settings.few_polygons import MOST, adapted, are_few, at_full_speed, slowed
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.training.settings.recipes import RECIPES, recipe

QUICK = RECIPES["quick"]


@pytest.mark.parametrize(
    ("changes", "polygons", "few"),
    [
        ({}, 12, True), ({}, MOST, True), ({}, MOST + 1, False), ({}, 0, False), ({"adapt_to_few": False}, 12, False),
        ({"model": "linknet"}, 12, True), ({"model": "svm"}, 12, False),
    ],
)  # fmt: skip
def test_few_are_what_a_network_learns_up_to_a_number(changes: dict[str, Any], polygons: int, few: bool) -> None:
    assert are_few(replace(QUICK, **changes), polygons) is few


def test_a_base_without_pixel_branch_knows_more() -> None:
    assert not are_few(QUICK, 12, {"width": 16})
    assert not are_few(QUICK, 12, {"width": 16, "pixel_branch": False})
    assert are_few(QUICK, 12, {"width": 16, "pixel_branch": True})


def test_recipes_of_papers_stay_as_published() -> None:
    assert [name for name, made in RECIPES.items() if are_few(made, 12)] == ["quick", "best"]


def test_tiles_change_strongly_and_the_last_epoch_is_kept() -> None:
    made = adapted(QUICK)
    assert made.model_parameters == {"width": 16, "pixel_branch": True}
    assert made.keep == "last"
    for name in ("rotate_degrees", "stretch", "colour_jitter", "noise"):
        assert getattr(made, name) > getattr(QUICK, name)
    assert replace(
        made, model_parameters=QUICK.model_parameters, keep=QUICK.keep, rotate_degrees=0.0, stretch=0.0,
        colour_jitter=0.0, noise=0.0,
    ) == QUICK  # fmt: skip
    assert adapted(made) == made


@pytest.mark.parametrize(
    ("name", "settings", "epochs"), [("best", [], 40), ("best", ["epochs=200"], 200), ("best", ["epochs=12"], 12)]
)
def test_it_ends_before_few_polygons_are_learned_by_heart(name: str, settings: list[str], epochs: int) -> None:
    assert RECIPES[name].epochs > 40
    assert adapted(recipe(name, settings)).epochs == epochs


def test_what_was_set_by_hand_stays() -> None:
    own = recipe("quick", ["noise=0.1", "keep=f1", "model_parameters.pixel_branch=no"])
    made = adapted(own)
    assert (made.noise, made.keep, made.stretch) == (0.1, "f1", 0.2)
    assert made.model_parameters["pixel_branch"] in (False, "no")


def test_a_model_without_a_pixel_branch_gets_none() -> None:
    assert adapted(replace(QUICK, model="linknet", model_parameters={})).model_parameters == {}


def test_the_setting_says_how_many_are_few() -> None:
    texts = {entry.name: entry.help for entry in describe(Recipe)}
    assert f"Up to {MOST} polygons" in texts["adapt_to_few"]


def test_what_was_slowed_is_fast_again_and_what_was_set_stays() -> None:
    plain = recipe("quick")
    slow = slowed(plain)
    assert (slow.learning_rate, slow.kept_share) == (plain.learning_rate / 10, 0.5)
    assert at_full_speed(slow) == plain
    for chosen in (plain, recipe("quick", ["kept_share=0.5"]), recipe("quick", ["learning_rate=0.0003"])):
        assert at_full_speed(chosen) == chosen
    assert slowed(recipe("quick", ["kept_share=0.2"])).kept_share == 0.2
