"""Refit: whether a model learns from everything in the end, what was held back too."""

from __future__ import annotations

from ...model.catalogue import architecture
from .label_amount import LabelAmount
from .recipe import Recipe


def refits(recipe: Recipe, amount: LabelAmount) -> bool:
    """Say whether a recipe trains on everything in the end; left to the labels, it does where these are few."""
    if recipe.refit != "auto":
        return recipe.refit == "always"
    return architecture(recipe.model).is_fitted or amount.is_few
