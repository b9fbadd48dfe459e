"""Recipe and model make one form, and the form makes a recipe."""

from __future__ import annotations

import pytest
from outcrop.core.model.catalogue import architectures
from outcrop.core.training.settings.recipes import RECIPES
from outcrop.ui.dock.train.recipe_form import RecipeForm
from outcrop.ui.recipe_texts import recipe_sentence, recipe_title, validation_sentence
from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot) -> RecipeForm:
    made = RecipeForm()
    for widget in (made.recipes, made.models, made.minutes, made.settings):
        qtbot.addWidget(widget)
    return made


@pytest.mark.parametrize("name", RECIPES)
def test_untouched_recipe_is_the_published_one(form: RecipeForm, name: str) -> None:
    form.recipes.setCurrentIndex(form.recipes.findData(name))
    assert form.recipe() == RECIPES[name]
    assert recipe_title(name) != name
    assert recipe_sentence(name)


def test_where_networks_do_not_work_a_forest_is_proposed(form: RecipeForm) -> None:
    network = form.recipe().model
    form.set_networks_work(False)
    assert form.recipe().model == "random_forest"
    form.recipes.setCurrentIndex(form.recipes.findData("tailings_pond"))
    assert form.recipe().model == "random_forest"
    form.set_networks_work(True)
    assert form.recipe() == RECIPES["tailings_pond"]
    form.recipes.setCurrentIndex(form.recipes.findData("quick"))
    assert form.recipe().model == network


def test_a_model_that_was_chosen_stays_whether_networks_work_or_not(form: RecipeForm) -> None:
    form.models.setCurrentIndex(form.models.findData("segnet"))
    for work in (False, True, False):
        form.set_networks_work(work)
        assert form.recipe().model == "segnet"


@pytest.mark.parametrize("key", architectures())
def test_every_model_can_be_chosen(form: RecipeForm, key: str) -> None:
    form.models.setCurrentIndex(form.models.findData(key))
    assert form.recipe().model == key
    assert form.minutes.isEnabled() is not architectures()[key].is_fitted


def test_headings_between_models_cannot_be_chosen(form: RecipeForm) -> None:
    model = form.models.model()
    headings = [row for row in range(form.models.count()) if form.models.itemData(row) is None]
    assert len(headings) == 2
    assert not any(model.item(row).isEnabled() for row in headings)


def test_changes_reach_the_recipe(form: RecipeForm) -> None:
    form.recipe_form.set_values({"learning_rate": 0.0003, "tile_px": 64})
    form.model_form.set_values({"width": 8})
    form.minutes.setCurrentIndex(form.minutes.findText("15 min"))
    made = form.recipe()
    assert (made.learning_rate, made.tile_px, made.minutes) == (0.0003, 64, 15.0)
    assert made.model_parameters == {"width": 8}


def test_a_network_may_have_classifiers_beside_it_and_a_classifier_has_none(form: RecipeForm) -> None:
    form.recipe_form.set_values({"committee": "with_classifiers"})
    assert form.recipe().committee == "with_classifiers"
    form.models.setCurrentIndex(form.models.findData("svm"))
    assert "committee" not in form.recipe_form.values()


def test_where_the_model_is_used_is_kept(form: RecipeForm, qtbot: QtBot) -> None:
    assert form.recipe().used_on == "this_scene"
    with qtbot.waitSignal(form.changed):
        form.used_on.setCurrentIndex(form.used_on.findText("other scenes too"))
    assert form.recipe().used_on == "other_scenes"
    kept = form.state()
    form.recipes.setCurrentIndex(form.recipes.findData("lithology"))
    assert form.recipe().used_on == "this_scene"
    form.restore(kept)
    assert form.recipe().used_on == "other_scenes"
    assert "used_on" not in form.recipe_form.values()


def test_kept_recipe_comes_back(form: RecipeForm) -> None:
    form.recipe_form.set_values({"epochs": 3})
    form.models.setCurrentIndex(form.models.findData("unet"))
    kept = form.recipe()
    form.recipes.setCurrentIndex(form.recipes.findData("lithology"))
    form.set_recipe(kept)
    assert form.recipe().model == "unet"


def test_what_does_not_go_together_is_told(form: RecipeForm) -> None:
    assert form.problem() == ""
    form.recipe_form.set_values({"validation_share": 0.9, "test_share": 0.9})
    assert "leave nothing to train on" in form.problem()


def test_validation_is_said_in_words() -> None:
    assert "30 % of the labels" in validation_sentence(RECIPES["quick"])
