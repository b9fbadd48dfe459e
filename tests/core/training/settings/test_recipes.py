"""Recipes: presets as the papers have them, changed by settings, checked as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.model.catalogue import architecture, architectures
from outcrop.core.parameters import describe, from_dict, to_dict
from outcrop.core.training.settings.recipe import Recipe, recipe_from_dict
from outcrop.core.training.settings.recipes import RECIPES, recipe

PAPERS: dict[str, dict[str, Any]] = {
    "pegmatite": {
        "model": "unet_improved", "tile_px": 512, "stride_px": 256, "validation_share": 0.3, "loss": "ce_dice",
        "optimiser": "adam", "learning_rate": 1e-3, "batch_size": 4, "epochs": 100, "random_crop": True,
        "centre_crop": True, "flip": True, "tiles_per_epoch": 1200,
    },
    "lithology": {
        "model": "fcn8s", "tile_px": 256, "stride_px": 20, "tiles_per_epoch": 1000, "validation_share": 0.2,
        "flip": False, "rotate90": False, "rotate_degrees": 0.0, "noise": 0.0, "loss": "cross_entropy",
        "optimiser": "sgd", "momentum": 0.9, "learning_rate": 1e-4, "batch_size": 5, "epochs": 100,
    },
    "tailings_pond": {
        "model": "unet", "tile_px": 256, "stride_px": 128, "validation_share": 0.2, "loss": "cross_entropy",
        "optimiser": "adam", "learning_rate": 1e-3, "batch_size": 8, "epochs": 100,
    },
    "landslide_transfer": {
        "model": "linknet", "tile_px": 256, "stride_px": 256, "validation_share": 0.2, "stretch": 0.1,
        "loss": "bce_dice", "optimiser": "sgd", "learning_rate": 0.01, "batch_size": 8,
    },
    "landslide_deeplab": {
        "model": "deeplabv3plus_attention", "tile_px": 512, "resize_px": 256, "validation_share": 0.1,
        "test_share": 0.1, "loss": "iou", "optimiser": "adam", "learning_rate": 1e-4, "batch_size": 8, "epochs": 100,
    },
}  # fmt: skip
"""The table of training recipes in the methods' specification."""


@pytest.mark.parametrize("name", RECIPES)
def test_every_preset_is_valid_and_survives_json(name: str) -> None:
    made = recipe(name)
    assert made.name == name
    assert recipe_from_dict(to_dict(made)) == made
    from_dict(architecture(made.model).parameters, made.model_parameters)


def test_a_committee_may_be_named_as_in_older_files() -> None:
    values = {**to_dict(recipe("quick")), "committee": "with_forest"}
    assert recipe_from_dict(values) == recipe("quick", ["committee=with_classifiers"])


@pytest.mark.parametrize("name", PAPERS)
def test_presets_are_the_papers(name: str) -> None:
    made = to_dict(recipe(name))
    assert {key: made[key] for key in PAPERS[name]} == PAPERS[name]


def test_settings_change_a_preset() -> None:
    changed = recipe("quick", ["loss=focal", "gamma=1.5", "model_parameters.width=8", "minutes=none"])
    assert (changed.loss, changed.gamma, changed.minutes) == ("focal", 1.5, None)
    assert changed.model_parameters == {"width": 8}


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (["validation_share=0.8", "test_share=0.5"], "nothing to train on"),
        (["model=segnet", "model_parameters.width=16", "tile_px=16"], "too small"),
        (["model=granite"], "unet_improved"),
        (["model_parameters.breadth=3"], "width"),
        (["learning_rate=-1"], "learning_rate"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(settings: list[str], words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        recipe("quick", settings)


def test_unknown_presets_are_listed() -> None:
    with pytest.raises(UnknownNameError, match="pegmatite"):
        recipe("granite")


def test_every_choice_has_a_label_and_help() -> None:
    for entry in describe(Recipe):
        assert entry.label
        assert entry.help.endswith(".")
        assert entry.group
    for key in architectures():
        for entry in describe(architecture(key).parameters):
            assert entry.label
            assert entry.help.endswith(".")
