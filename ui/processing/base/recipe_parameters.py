"""The parameters of a recipe: which one, which model, and every setting that may be changed, made from `Recipe`."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from ....core.model.catalogue import architecture, architectures
from ....core.parameters import Parameter, describe, to_dict
from ....core.training.settings.recipe import Recipe, recipe_from_dict
from ....core.training.settings.recipes import RECIPES
from ...recipe_texts import recipe_title
from ...texts import tr
from .declarations import choice, left_open, model_settings, with_help, without
from .inputs import Inputs

RECIPE, MODEL, OF_MODEL = "RECIPE", "MODEL", "MODEL_"


def add_recipe(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare recipe and model, then all their settings, left open: the recipe decides what isn't set."""
    algorithm.addParameter(recipe_choice())
    algorithm.addParameter(model_choice())
    for entry in recipe_settings():
        algorithm.addParameter(left_open(entry))
    for entry in model_settings():
        algorithm.addParameter(left_open(replace(entry, label=f"{tr('Model')}: {tr(entry.label)}"), OF_MODEL))


def recipe_choice() -> QgsProcessingParameterDefinition:
    """Make the choice among the recipes."""
    text = tr("Where to start: every training choice at once. What is set below changes it.")
    titles = "; ".join(f"{name}: {recipe_title(name)}" for name in RECIPES)
    return with_help(choice(RECIPE, tr("Recipe"), RECIPES, next(iter(RECIPES))), f"{text} {titles}.")


def model_choice() -> QgsProcessingParameterDefinition:
    """Make the choice among the models."""
    text = tr("The network or classifier to train; empty takes the recipe's.")
    titles = "; ".join(f"{entry.key}: {tr(entry.title)}" for entry in architectures().values())
    return with_help(choice(MODEL, tr("Model"), architectures(), optional=True), f"{text} {titles}.")


def model_papers() -> list[str]:
    """Give the papers that the models come from, each with the model's title."""
    return [f"{tr(entry.title)}: {entry.paper}" for entry in architectures().values()]


def recipe_settings() -> tuple[Parameter, ...]:
    """Give the recipe's settings but the model and its own."""
    return without(describe(Recipe), "model", "model_parameters")


def read_recipe(inputs: Inputs) -> Recipe:
    """Give the recipe with all that was set, checked.

    Raises:
        BadInputError: When values don't go together, or the model has no such setting.
    """
    recipe = RECIPES[inputs.choice(RECIPE)]
    model = inputs.choice(MODEL) if inputs.is_given(MODEL) else recipe.model
    if model != recipe.model:
        recipe = replace(recipe, model=model, model_parameters={})
    known = {entry.name: entry for entry in describe(architecture(model).parameters)}
    of_model = inputs.settings([known.get(entry.name, entry) for entry in model_settings()], OF_MODEL)
    return with_settings(replace(recipe, model_parameters={**recipe.model_parameters, **of_model}), inputs)


def with_settings(recipe: Recipe, inputs: Inputs) -> Recipe:
    """Give a recipe with the settings that are set, its model apart, checked.

    Raises:
        BadInputError: When values don't go together.
    """
    return recipe_from_dict({**to_dict(recipe), **inputs.settings(recipe_settings())}).checked()
