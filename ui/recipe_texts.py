"""What the interface calls the recipes, and one sentence on each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.model.model_card import ModelCard
from ..core.training.settings.few_polygons import are_few
from ..core.training.settings.recipe import Recipe
from ..core.training.settings.titles import RECIPE_TITLES
from .memory.durations import epoch_seconds_of
from .texts import as_sentence, number_text, time_text, tr

_SENTENCES = {
    "quick": QT_TRANSLATE_NOOP("Outcrop", "A small network and a few minutes, for a first look at any subject."),
    "best": QT_TRANSLATE_NOOP(
        "Outcrop", "The network that did best on real landslides in equal time, given longer to learn."
    ),
    "pegmatite": QT_TRANSLATE_NOOP(
        "Outcrop", "Thin bright dikes in high-resolution imagery, as published. Wants a GPU."
    ),
    "lithology": QT_TRANSLATE_NOOP("Outcrop", "Rock units from fused layers, as published. Wants a GPU."),
    "tailings_pond": QT_TRANSLATE_NOOP("Outcrop", "Ponds in satellite imagery, as published. Wants a GPU."),
    "landslide_transfer": QT_TRANSLATE_NOOP("Outcrop", "Starts from photographs, as published. Wants a GPU and hours."),
    "landslide_deeplab": QT_TRANSLATE_NOOP("Outcrop", "Landslide outlines with attention, as published. Wants a GPU."),
}
_LONG_S = 12 * 3600.0
_SPLITS = {
    "blocks": QT_TRANSLATE_NOOP("Outcrop", "in blocks of the map"),
    "polygons": QT_TRANSLATE_NOOP("Outcrop", "whole polygons at a time"),
    "scenes": QT_TRANSLATE_NOOP("Outcrop", "whole scenes at a time"),
    "random_tiles": QT_TRANSLATE_NOOP("Outcrop", "as random tiles, which flatters the model"),
}

_REFITS = {
    "auto": QT_TRANSLATE_NOOP("Outcrop", "Where labels are few, it learns from these too in the end."),
    "always": QT_TRANSLATE_NOOP("Outcrop", "It learns from these too in the end."),
}


def recipe_title(name: str) -> str:
    """Give a recipe's title."""
    return tr(RECIPE_TITLES.get(name, name.replace("_", " ")))


def recipe_sentence(name: str) -> str:
    """Give one sentence on a recipe, empty for one that isn't known."""
    return tr(_SENTENCES[name]) if name in _SENTENCES else ""


def few_polygons_sentence(recipe: Recipe, polygons: int, base: Optional[ModelCard]) -> str:
    """Say what is done about few polygons, starting from a model file or not; empty where nothing is."""
    if not are_few(recipe, polygons, base.architecture_parameters if base is not None else None):
        return ""
    text = QT_TRANSLATE_NOOP(
        "Outcrop", "{count} polygons are few: tiles are changed strongly, so that they aren’t learned by heart."
    )
    return tr(text, count=polygons)


def validation_sentence(recipe: Recipe) -> str:
    """Say what is held back to measure the model."""
    if recipe.split == "none" or recipe.validation_share == 0:
        return tr("Nothing is held back: the model’s measures will be those of pixels it has learned from.")
    share = number_text(100 * recipe.validation_share)
    how = tr(_SPLITS[recipe.split]) if recipe.split in _SPLITS else recipe.split
    text = tr("{share} % of the labels are held back to measure the model, {how}.", share=share, how=how)
    return f"{text} {tr(_REFITS[recipe.refit])}" if recipe.refit in _REFITS else text


def time_sentence(recipe: Recipe) -> str:
    """Say how long training will take, from the last one of the same model on this machine; empty without one."""
    epoch = epoch_seconds_of(recipe.model)
    if not epoch:
        return ""
    seconds = min(epoch * recipe.epochs, (recipe.minutes or float("inf")) * 60)
    text = tr("{time} in all, as an epoch took {epoch} the last time", time=time_text(seconds), epoch=time_text(epoch))
    return as_sentence(text)


def foreseen_sentence(told: Mapping[str, Any]) -> str:
    """Say how long training will take with this data here, as the worker has tried out."""
    return as_sentence(tr(
        "{time} in all with this data: {n} epochs of {epoch}, on {device}",
        time=time_text(told["seconds"]), n=_epochs_text(told), epoch=time_text(told["epoch_seconds"]),
        device=told["device"],
    ))  # fmt: skip


def short_time_sentence(told: Mapping[str, Any], recipe: Recipe) -> str:
    """Say that the time won't do, or that it will be very long; empty where it is neither."""
    epoch = time_text(told["epoch_seconds"])
    if told["is_short"] and recipe.minutes:
        minutes = number_text(recipe.minutes, 0 if recipe.minutes == int(recipe.minutes) else 1)
        if not told.get("fits_step", True):
            return tr(
                "{given} min won’t do: beside the beginning and the end not even one step of {n} tiles fits, which "
                "takes {step} here. Give it longer, or take what fits.",
                given=minutes, n=recipe.batch_size, step=time_text(told["step_seconds"]),
            )  # fmt: skip
        if told["done"] < 1:
            return tr("{given} min won’t do: one epoch of {n} takes {epoch} here. Give it longer, or take what fits.",
                      given=minutes, n=told["epochs"], epoch=epoch)  # fmt: skip
        return tr(
            "{given} min won’t do: an epoch takes {epoch} here, so that only about {done} of {n} will be done. Give it "
            "longer, or take what fits.",
            given=minutes, n=told["epochs"], epoch=epoch, done=number_text(told["done"]),
        )  # fmt: skip
    if told["seconds"] > _LONG_S:
        return tr("This will take {time} here. Set a time, or take what fits.", time=time_text(told["seconds"]))
    return ""


def _epochs_text(told: Mapping[str, Any]) -> str:
    done, epochs = told["done"], told["epochs"]
    if done < 1:
        return tr("not even one of {n}", n=number_text(epochs))
    return number_text(epochs) if done >= epochs else tr("{done} of {n}", done=number_text(done), n=number_text(epochs))
