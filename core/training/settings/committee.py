"""The committee's setting: which classifiers a network gets beside it, and where they vote."""

from __future__ import annotations

from ...model.catalogue import architecture
from .choices import ALONE, AUTO_COMMITTEE, FOREST_ELSEWHERE, OTHER_SCENES, WITH_CLASSIFIERS
from .recipe import Recipe
from .refit import are_few_labels


def settled_committee(recipe: Recipe, polygons: int, pixels: int, has_area: bool) -> str:
    """Settle which of `COMMITTEES` a recipe trains, without `auto`; the arguments are those of `refits`.

    Left to the labels, classifiers vote where these are few, and for a model that is meant for other scenes too. On its
    own scene a network of many labels is better alone; on one that looks different a forest holds better, and their
    mean better than either (benchmarks/README.md). Beside tiles of another size there is nothing.
    """
    if architecture(recipe.model).is_fitted or recipe.is_resized:
        return ALONE
    if recipe.committee != AUTO_COMMITTEE:
        return recipe.committee
    pays = are_few_labels(polygons, pixels, has_area) or recipe.used_on == OTHER_SCENES
    return WITH_CLASSIFIERS if pays else FOREST_ELSEWHERE
