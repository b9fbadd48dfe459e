"""Adaptation: what of a recipe is changed by what is labelled and by where the model is meant for, before it trains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from ..events import Events
from ..labels.names.spelling import Spellings
from ..model.card_file import read_card
from ..model.catalogue import architecture
from ..model.model_card import ModelCard
from .data.scenes import PreparedScenes
from .label_warnings import label_warnings
from .settings.choices import FOREST_ELSEWHERE, OTHER_SCENES
from .settings.committee import settled_committee
from .settings.few_polygons import adapted, are_few, kept_to_the_end, slowed, with_all_pixels
from .settings.jobs import TrainJob
from .settings.other_scenes import for_other_scenes
from .settings.recipe import Recipe
from .settings.refit import refits


def fitted_to_labels(job: TrainJob, prepared: PreparedScenes, events: Events) -> TrainJob:
    """Settle what a recipe leaves to the labels, and say what is changed; the model's card has it settled."""
    recipe, amount = job.recipe, prepared.labelling.amount(job)
    for warning in label_warnings(job, prepared):
        events.warning(warning)
    if recipe.used_on == OTHER_SCENES:
        recipe = for_other_scenes(recipe)
    recipe = _adapted_to_few(replace(job, recipe=recipe), prepared, events)
    base = _base(job)
    is_brought = amount.is_few and _is_elsewhere(base, prepared)
    if is_brought:
        recipe = slowed(recipe)
    if not _knows_all(base, prepared):
        recipe = replace(recipe, kept_share=0.0)
    if is_brought:
        events.log(
            "Few labels of a scene that looks different: the model goes on at a learning rate of {rate:g}, and "
            "{share:.0f} % of what it was stays in it, so that it keeps what it knows.",
            rate=recipe.learning_rate,
            share=100 * recipe.kept_share,
        )
    chosen = settled_committee(recipe, amount)
    if chosen == FOREST_ELSEWHERE:
        events.log(
            "A random forest is trained beside the network. It takes part in maps of scenes that look different from "
            "the training’s, where a network alone is often wrong."
        )
    return replace(job, recipe=replace(recipe, committee=chosen))


def learns_everything(job: TrainJob, prepared: PreparedScenes) -> bool:
    """Say whether the model learns from everything in the end; there is nothing more where nothing is held back."""
    return prepared.holds_back and refits(job.recipe, prepared.labelling.amount(job))


def _adapted_to_few(job: TrainJob, prepared: PreparedScenes, events: Events) -> Recipe:
    """Change the recipe where a handful of polygons or pixels is all there is."""
    amount, base = prepared.labelling.amount(job), job.recipe.model_parameters if job.start_from else None
    if not job.recipe.adapt_to_few or not amount.is_few:
        return job.recipe
    if architecture(job.recipe.model).is_fitted:
        return with_all_pixels(job.recipe)
    if not amount.polygons:
        events.log(
            "{pixels} labelled pixels are few: the last epoch is kept, since so few can’t tell epochs apart.",
            pixels=amount.pixels,
        )
        return kept_to_the_end(job.recipe)
    if not are_few(job.recipe, amount.polygons, base):
        return job.recipe
    events.log(
        "{polygons} polygons are few: tiles are changed strongly, so that they aren’t learned by heart.",
        polygons=amount.polygons,
    )
    changed = adapted(job.recipe)
    if changed.epochs < job.recipe.epochs:
        events.log(
            "The training ends after {epochs} epochs, not {planned}: more make worse maps of so few polygons.",
            epochs=changed.epochs,
            planned=job.recipe.epochs,
        )
    return changed


def _base(job: TrainJob) -> Optional[ModelCard]:
    """Give the card of the model that the training goes on from, where there is one."""
    return read_card(job.start_from) if job.start_from and Path(job.start_from).is_file() else None


def _is_elsewhere(base: Optional[ModelCard], prepared: PreparedScenes) -> bool:
    """Say whether the training goes on from a model whose scenes look different."""
    known = base.values if base is not None else None
    return known is not None and prepared.values is not None and known.differs(prepared.values)


def _knows_all(base: Optional[ModelCard], prepared: PreparedScenes) -> bool:
    """Say whether the training goes on from a model that knows every class: what is new has nothing to be kept."""
    if base is None:
        return False
    known = Spellings(base.legend.names)
    return all(name in known for name in prepared.labelling.legend.names)
