"""The presets: the papers' recipes by name, and our own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...errors import UnknownNameError
from ...parameters import with_settings
from .choices import AUTO_COMMITTEE
from .recipe import Recipe

_QUICK = Recipe(
    name="quick", model="unet_improved", model_parameters={"width": 16},
    committee=AUTO_COMMITTEE, tile_px=128, stride_px=64, refit="auto", adapt_to_few=True, batch_size=8, epochs=40,
    minutes=5.0,
)  # fmt: skip

RECIPES: dict[str, Recipe] = {
    "quick": _QUICK,
    "best": replace(_QUICK, name="best", validation_share=0.2, epochs=150, minutes=30.0),
    "pegmatite": Recipe(
        name="pegmatite", model="unet_improved", tile_px=512, stride_px=256, tiles_per_epoch=1200,
        random_crop=True, centre_crop=True, flip=True, rotate90=True, loss="ce_dice", alpha=1.0, balance=0.0,
        optimiser="adam", learning_rate=1e-3, weight_decay=0.0, schedule="constant", batch_size=4, epochs=100,
        clip_norm=0.0,
    ),
    "lithology": Recipe(
        name="lithology", model="fcn8s", tile_px=256, stride_px=20, tiles_per_epoch=1000, validation_share=0.2,
        flip=False, rotate90=False, loss="cross_entropy", class_weights="balanced", balance=0.0,
        optimiser="sgd", momentum=0.9, learning_rate=1e-4, weight_decay=0.0, schedule="constant", batch_size=5,
        epochs=100, clip_norm=0.0,
    ),
    "tailings_pond": Recipe(
        name="tailings_pond", model="unet", tile_px=256, stride_px=128, validation_share=0.2, flip=True, rotate90=True,
        loss="cross_entropy", balance=0.0, optimiser="adam", learning_rate=1e-3, weight_decay=0.0, schedule="constant",
        batch_size=8, epochs=100, clip_norm=0.0,
    ),
    "landslide_transfer": Recipe(
        name="landslide_transfer", model="linknet", tile_px=256, stride_px=256, validation_share=0.2,
        flip=True, rotate90=True, rotate_degrees=45.0, stretch=0.1, colour_jitter=0.1, noise=0.02, loss="bce_dice",
        balance=0.0, optimiser="sgd", momentum=0.9, learning_rate=0.01, weight_decay=0.0, schedule="plateau",
        batch_size=8, epochs=400, patience=30, clip_norm=0.0,
    ),
    "landslide_deeplab": Recipe(
        name="landslide_deeplab", model="deeplabv3plus_attention", tile_px=512, stride_px=512, resize_px=256,
        validation_share=0.1, test_share=0.1, loss="iou", balance=0.0, optimiser="adam", learning_rate=1e-4,
        weight_decay=0.0, schedule="constant", batch_size=8, epochs=100, clip_norm=0.0,
    ),
}  # fmt: skip
"""Named recipes, in the order in which an interface shows them (methods: Li et al. 2024 and the four others).

What both of our own make of few labels is a committee (benchmarks/README.md). `best` takes the model that was first, by
F1 and mean IoU, of all that `benchmarks/accuracy/models.py` trained under one budget, and gives it time.
"""


def recipe(name: str, settings: Iterable[str] = ()) -> Recipe:
    """Give a preset, changed by `key=value` settings, checked.

    Raises:
        UnknownNameError: For an unknown preset or key.
        BadInputError: For a value that doesn't fit.
    """
    if name not in RECIPES:
        raise UnknownNameError("recipe", name, RECIPES)
    return with_settings(RECIPES[name], settings).checked()


def for_model(key: str) -> Recipe:
    """Give the recipe `quick` for a model of any kind."""
    parameters = dict(_QUICK.model_parameters) if key == _QUICK.model else {}
    return replace(_QUICK, model=key, model_parameters=parameters)
