"""The committee's setting: whether a network gets a random forest beside it, and where that votes."""

from __future__ import annotations

from ...model.catalogue import architecture
from .choices import ALONE, AUTO_COMMITTEE, FOREST_ELSEWHERE, OTHER_SCENES, WITH_FOREST
from .recipe import Recipe
from .refit import are_few_labels


def settled_committee(recipe: Recipe, polygons: int, pixels: int, has_area: bool) -> str:
    """Settle which of `COMMITTEES` a recipe trains, without `auto`; the arguments are those of `refits`.

    Left to the labels, a forest votes where these are few, and for a model that is meant for other scenes too. On its
    own scene a network of many labels is better alone; on one that looks different the forest holds better, and their
    mean better than either (benchmarks/README.md). Beside tiles of another size there is no forest.
    """
    if architecture(recipe.model).is_fitted or recipe.is_resized:
        return ALONE
    if recipe.committee != AUTO_COMMITTEE:
        return recipe.committee
    pays = are_few_labels(polygons, pixels, has_area) or recipe.used_on == OTHER_SCENES
    return WITH_FOREST if pays else FOREST_ELSEWHERE
