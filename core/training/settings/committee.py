"""The committee's setting: which classifiers a network gets beside it, and where they vote."""

from __future__ import annotations

from ...model.catalogue import architecture
from .choices import ALONE, AUTO_COMMITTEE, FOREST_ELSEWHERE, WITH_CLASSIFIERS
from .label_amount import LabelAmount
from .recipe import Recipe


def settled_committee(recipe: Recipe, amount: LabelAmount) -> str:
    """Settle which of `COMMITTEES` a recipe trains, without `auto`.

    Left to the labels, classifiers vote where these are few. On its own scene a network of many labels is better alone;
    on one that looks different a forest holds better, and their mean better than either (benchmarks/README.md). Beside
    tiles of another size there is nothing.
    """
    if architecture(recipe.model).is_fitted or recipe.is_resized:
        return ALONE
    if recipe.committee != AUTO_COMMITTEE:
        return recipe.committee
    return WITH_CLASSIFIERS if amount.is_few else FOREST_ELSEWHERE
