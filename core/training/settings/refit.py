"""Refit: whether a model learns from everything in the end, what was held back too."""

from __future__ import annotations

from ...model.catalogue import architecture
from .few_polygons import MOST
from .recipe import Recipe

FEW_PIXELS = 20_000
"""Up to so many labelled pixels are few where no polygons are known: about those of a tile of 128 px (ours)."""


def refits(recipe: Recipe, polygons: int, pixels: int, has_area: bool) -> bool:
    """Say whether a recipe trains on everything in the end.

    Args:
        recipe: With the setting.
        polygons: How many were drawn in all scenes; 0 where labels are rasters.
        pixels: How many pixels are labelled.
        has_area: Whether some area is labelled completely.
    """
    if recipe.refit != "auto":
        return recipe.refit == "always"
    return architecture(recipe.model).is_fitted or are_few_labels(polygons, pixels, has_area)


def are_few_labels(polygons: int, pixels: int, has_area: bool) -> bool:
    """Say whether labels are so few that what is held back can't tell epochs apart, and is missed in training."""
    return not has_area and (polygons <= MOST if polygons else pixels <= FEW_PIXELS)
