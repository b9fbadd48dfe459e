"""The committee's setting: whether a network gets a random forest beside it."""

from __future__ import annotations

from ...model.catalogue import architecture
from .choices import AUTO_COMMITTEE, OTHER_SCENES, WITH_FOREST
from .recipe import Recipe
from .refit import are_few_labels


def has_forest(recipe: Recipe, polygons: int, pixels: int, has_area: bool) -> bool:
    """Say whether a recipe trains a random forest beside its network; the arguments are those of `refits`.

    Left to the labels it does where these are few, and for a model that is meant for other scenes too: on its own scene
    a network of many labels is better alone, on another the forest holds better (benchmarks/README.md).
    """
    if architecture(recipe.model).is_fitted:
        return False
    if recipe.committee != AUTO_COMMITTEE:
        return recipe.committee == WITH_FOREST
    pays = are_few_labels(polygons, pixels, has_area) or recipe.used_on == OTHER_SCENES
    return pays and not recipe.is_resized
