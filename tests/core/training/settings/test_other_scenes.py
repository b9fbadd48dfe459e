"""A recipe for other scenes: strongly changed colours, and no branch that sees them as they are."""

from __future__ import annotations

from dataclasses import replace

from outcrop.core.training.settings.few_polygons import adapted
from outcrop.core.training.settings.other_scenes import for_other_scenes
from outcrop.core.training.settings.recipes import RECIPES, recipe


def test_colours_are_changed_strongly_and_nothing_else() -> None:
    quick = RECIPES["quick"]
    made = for_other_scenes(quick)
    assert (made.colour_jitter, made.noise) == (0.2, 0.05)
    assert replace(made, colour_jitter=quick.colour_jitter, noise=quick.noise) == quick


def test_what_was_set_by_hand_stays() -> None:
    assert for_other_scenes(recipe("quick", ["colour_jitter=0.1"])).colour_jitter == 0.1


def test_few_polygons_for_other_scenes_get_no_branch_for_plain_colours() -> None:
    here = adapted(RECIPES["quick"])
    there = adapted(for_other_scenes(recipe("quick", ["used_on=other_scenes"])))
    assert here.model_parameters["pixel_branch"]
    assert "pixel_branch" not in there.model_parameters
    assert (there.rotate_degrees, there.keep) == (here.rotate_degrees, here.keep)
