"""Few polygons: how a network is trained where a dozen polygons are all that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Optional

from ...model.catalogue import architecture
from ...parameters import describe
from .choices import OTHER_SCENES
from .recipe import LAST, Recipe
from .recipes import RECIPES

MOST = 120
"""Up to so many are few (ours): adapting was better on average from 12 to 120, on two scenes (benchmarks/README.md)."""
_CHANGES: dict[str, Any] = {
    "keep": LAST, "rotate_degrees": 45.0, "stretch": 0.2, "colour_jitter": 0.4, "noise": 0.3
}  # fmt: skip
_MOST_EPOCHS = 40
"""More make worse maps: of a dozen polygons on Hokkaido 150 came to an F1 of 0.52 where 40 came to 0.58, each of two
draws (ours; benchmarks/README.md)."""
_OF_MODEL: dict[str, Any] = {"pixel_branch": True}
_OF_SAMPLE: dict[str, Any] = {"sample_share": 1.0}
_UNSURE_AS_LABELLED = ("random_forest", "svm")
_KEPT_SHARE = 0.5


def are_few(recipe: Recipe, polygons: int, base: Optional[Mapping[str, Any]] = None) -> bool:
    """Say whether a recipe adapts to so many polygons, with nothing labelled around them.

    Args:
        recipe: With the setting that allows it.
        polygons: How many there are in all scenes.
        base: The parameters of the model file to start from. One without a pixel branch forgets the colours that it
            knows when its tiles are recoloured, so nothing is adapted then.
    """
    if base is not None and any(base.get(name) != value for name, value in _OF_MODEL.items()):
        return False
    return recipe.adapt_to_few and not architecture(recipe.model).is_fitted and 0 < polygons <= MOST


def adapted(recipe: Recipe) -> Recipe:
    """Change a recipe so that few polygons aren't memorised (ours; benchmarks/README.md measures it).

    Tiles are turned, stretched and recoloured strongly; a model that can have a pixel branch gets one, which sees the
    colours as they are; and the last epoch is kept, for the two or three polygons that are held back can't tell epochs
    apart, and comes before they are learned by heart after all. A model for other scenes gets no pixel branch. What was
    set by hand, other than in the preset of the same name, stays.
    """
    names = untouched(recipe)
    known = {entry.name for entry in describe(architecture(recipe.model).parameters)}
    sees_plain = recipe.used_on != OTHER_SCENES  # elsewhere the plain colours are other ones
    of_model = {name: value for name, value in _OF_MODEL.items() if name in known and sees_plain}
    changes = {**_CHANGES, "epochs": min(recipe.epochs, _MOST_EPOCHS)}
    return replace(
        recipe, model_parameters={**of_model, **recipe.model_parameters},
        **{name: value for name, value in changes.items() if name in names},
    )  # fmt: skip


def with_all_pixels(recipe: Recipe) -> Recipe:
    """Change a classifier's recipe so that it learns from every pixel, unless a share of them was asked for.

    A tenth of few pixels, at least 1,000 of a class, makes rare classes as common as others: from a dozen polygons on
    Hokkaido a forest of all pixels was better on each of five draws, by 0.06 on average (ours; benchmarks/README.md).
    """
    known = {entry.name for entry in describe(architecture(recipe.model).parameters)}
    parameters = {name: value for name, value in _OF_SAMPLE.items() if name in known}
    return replace(recipe, model_parameters={**parameters, **recipe.model_parameters})


def finds_too_much(recipe: Recipe) -> bool:
    """Say whether a classifier of few labels finds too much of what is drawn oftener than it occurs.

    Where forests and support vector machines are unsure their probabilities come near to the labels' shares; those of
    maximum likelihood and logistic regression don't, and lose where they are brought to the scene's (ours;
    benchmarks/README.md). Where classes were asked to count otherwise than as labelled, nothing is changed.
    """
    return recipe.model in _UNSURE_AS_LABELLED and recipe.model_parameters.get("class_weights", "none") == "none"


def slowed(recipe: Recipe) -> Recipe:
    """Change a recipe so that a model that goes on with few labels of a scene that looks different keeps what it knows.

    It learns at a tenth of the rate, and half of the old weights stays in the mean that is kept. What was set by hand
    stays (ours; benchmarks/README.md measures it).
    """
    names = untouched(recipe)
    return replace(recipe, **{name: value for name, value in _slow(recipe).items() if name in names})


def at_full_speed(recipe: Recipe) -> Recipe:
    """Undo `slowed` in the recipe of a model that is trained on again, where other labels may not ask for it."""
    preset = RECIPES.get(recipe.name, Recipe())
    is_slowed = all(getattr(recipe, name) == value for name, value in _slow(preset).items())
    changed = {name: getattr(preset, name) for name in _slow(preset)} if is_slowed else {}
    return replace(recipe, **changed)


def _slow(recipe: Recipe) -> dict[str, Any]:
    return {"learning_rate": recipe.learning_rate / 10, "kept_share": _KEPT_SHARE}


def kept_to_the_end(recipe: Recipe) -> Recipe:
    """Change a recipe so that the last epoch is kept, unless another was asked for.

    Of 797 points on a lithological map the best epoch by the 30 % held back was the sixth of 40 (ours;
    benchmarks/README.md): a model that learned no longer than that from all of them had an accuracy of 0.807, after 40
    epochs 0.867.
    """
    return replace(recipe, keep=LAST) if "keep" in untouched(recipe) else recipe


def untouched(recipe: Recipe) -> set[str]:
    """Name the fields that are as in the preset of the same name."""
    preset = RECIPES.get(recipe.name, Recipe())
    return {field.name for field in fields(recipe) if getattr(recipe, field.name) == getattr(preset, field.name)}
