"""Foresight: how long a training will take on this machine with this data, from a few steps that change nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

import torch

from ..events import Events
from ..labels.parts import TRAINING
from ..model.catalogue import build, without_pretraining
from ..model.devices import choose_device
from .adaptation import learns_everything
from .data.augmentation import move
from .data.batches import BatchReader, LabelledBatch, TrainingTiles, grower, resized
from .data.scenes import PreparedScenes
from .network.learner import Learner
from .network.processes import Processes
from .network_job import REFIT_TIME, measured_places
from .optimisation.losses import loss
from .optimisation.origin_loss import by_origin
from .results.calibrating import MOST_TILES
from .runs.time_budget import TimeBudget
from .settings.jobs import TrainJob
from .settings.recipe import Recipe

_FEW_TILES, _SOON_S = 2, 2.0
"""A step is first tried with so many tiles, and with all of them where that would take no longer."""


@dataclass(frozen=True)
class Foreseen:
    """What a training will be like.

    Attributes:
        seconds: From its beginning to the written model.
        epoch_seconds: An epoch's steps and its measuring.
        epochs: How many epochs there are to be.
        done: How many of them there is time for.
        is_short: Whether these are too few to learn much.
        device: Where it is computed, as a person calls it.
        step_seconds: One step.
        fits_step: Whether there is time for even one.
    """

    seconds: float
    epoch_seconds: float
    epochs: int
    done: float
    is_short: bool
    device: str
    step_seconds: float
    fits_step: bool

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return asdict(self)


def foresee_network(job: TrainJob, prepared: PreparedScenes, events: Events, gone: float) -> Foreseen:
    """Foresee a network's training.

    Args:
        job: What would be trained.
        prepared: Its scenes.
        events: Hears how far it is, and stops it.
        gone: Seconds that preparing the scenes took.

    Raises:
        OutcropError: Not even two tiles fit the memory.
        CancelledError: When it was told to stop.
    """
    recipe = job.recipe
    tiles = TrainingTiles(prepared.indexes, prepared.fixed_places(TRAINING), recipe, job.seed)
    scene_windows = prepared.validation_places(recipe.tile_px)
    measured = measured_places(scene_windows, tiles.steps * recipe.batch_size, job.seed)
    device = choose_device(job.device, job.threads)
    step = _step_seconds(job, prepared, tiles, events)
    follows = REFIT_TIME if learns_everything(job, prepared) else 0.0
    budget = TimeBudget(
        recipe.minutes, recipe.batch_size, len(measured), MOST_TILES, recipe.resize_px or recipe.tile_px,
        follows=follows,
    )  # fmt: skip
    budget.begin_steps(gone)
    budget.note_step(1, gone + step)
    budget.measure(budget.measurable(len(measured)))
    ending = budget.ending(step)
    epoch = step * tiles.steps + budget.measuring(step)
    whole = gone + (epoch * recipe.epochs + ending) * (1 + follows)
    limit = (budget.for_steps(step) + ending) * (1 + follows)
    done = min(float(recipe.epochs), max(0.0, budget.for_steps(step) - gone) / max(epoch, 1e-9))
    return Foreseen(
        min(whole, limit), epoch, recipe.epochs, done, bool(budget.shortage(step, tiles.steps, recipe.epochs)),
        device.title, step, budget.fits_step(gone, step),
    )  # fmt: skip


def _step_seconds(job: TrainJob, prepared: PreparedScenes, tiles: TrainingTiles, events: Events) -> float:
    """Take steps on the imagery with weights that are thrown away, and give how long one of the whole batch takes."""
    recipe = job.recipe
    network: torch.nn.Module = build(
        recipe.model, prepared.bands, len(prepared.labelling.legend),
        without_pretraining(recipe.model, recipe.model_parameters),
    )  # fmt: skip
    device, chosen = choose_device(job.device, job.threads), loss(recipe.loss, alpha=recipe.alpha, gamma=recipe.gamma)
    weighted_loss = by_origin(
        chosen, torch.ones(len(prepared.labelling.legend)).to(device.torch), recipe.origin_weights
    )
    learner = Learner(
        network, weighted_loss, recipe, recipe.epochs * tiles.steps, device, Processes(), lambda _text: None
    )
    learner.prepare()
    with closing(BatchReader(prepared.scenes, prepared.normalisation)) as reader:
        batches = reader.read(
            tiles.epoch(0)[:1], tiles.part, _augmented(recipe, wants_plain=getattr(network, "wants_plain", False)),
            grower(recipe), with_origins=True,
        )  # fmt: skip
        batch = next(batches)
    few = LabelledBatch(*(values[:_FEW_TILES] for values in batch.parts))
    _timed(learner, few, events)  # the first one costs what none costs later
    seconds = _timed(learner, few, events) * len(batch.images) / len(few.images)
    return _timed(learner, batch, events) if seconds <= _SOON_S else seconds


def _augmented(recipe: Recipe, *, wants_plain: bool) -> Callable[[int, int, LabelledBatch], LabelledBatch]:
    """Make the function that brings a tile to the network's size, moved as in training."""
    generator = torch.Generator().manual_seed(0)

    def change(_position: int, _number: int, tile: LabelledBatch) -> LabelledBatch:
        images, labels, valid = move(tile.images, tile.labels, tile.valid, recipe, recipe.tile_px, generator)
        return resized(LabelledBatch(images, labels, valid, images if wants_plain else None), recipe.resize_px)

    return change


def _timed(learner: Learner, batch: LabelledBatch, events: Events) -> float:
    events.check_cancelled()
    began = time.monotonic()
    learner.learn(batch, 0.0)
    return time.monotonic() - began
