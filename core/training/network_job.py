"""A network's part of the training job: built or taken up, trained, its margin measured."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Optional

import numpy as np
import torch
from rasterio.env import set_gdal_config
from torch.nn import functional

from ..assessment.confusion import Confusion
from ..errors import BadInputError
from ..events import Events
from ..geodata.block_memory import BLOCK_PX
from ..labels.parts import TRAINING
from ..model.catalogue import architecture, build, resolved, without_pretraining
from ..model.companion import parted_arrays
from ..model.devices import Device, choose_device
from ..model.margin import measure_network_margin
from ..model.model_file import load_model
from .committee.companions import train_companions
from .committee.together import measured_companions, with_companions
from .data.augmentation import window_px
from .data.batches import TrainingTiles
from .data.scenes import PreparedScenes, SceneWindow
from .network.fine_tuning import class_axes, freeze, start_from
from .network.network_training import NetworkTraining
from .network.processes import Processes
from .network.progress import TrainingData
from .network.refit import FOLLOWED, Measuring, Refit, refit_recipe
from .optimisation.class_weights import class_weights
from .optimisation.losses import loss
from .optimisation.origin_loss import by_origin
from .results.calibrated import Calibrated
from .results.trained import Trained
from .results.validation import Loss
from .runs.clock import Clock
from .runs.run import Run
from .settings.jobs import TrainJob
from .settings.recipe import LAST, Recipe

_PICTURE_PX, _PICTURES = 640, 3
"""Side and number of the images on which the margin is measured."""
_FEWEST_MEASURED = 256
REFIT_TIME = 0.8
"""About how long learning from everything takes, as a share of the phase before, whose epochs are measured (ours)."""
_FINISHING_S, _MARGIN_SHARE = 5.0, 0.05
_MOST_REMEMBERED_BYTES = 192 << 20
_MUCH_UNPACKED_BYTES = 4 << 20
_GDAL_CACHE_BYTES = 64 << 20
"""GDAL's cache beside that; blocks of which tiles are drawn at random are seldom met again in a larger one."""


def train_network(
    run: Run, job: TrainJob, prepared: PreparedScenes, processes: Processes, events: Events,
    clock: Optional[Clock] = None, everything: Optional[PreparedScenes] = None,
) -> Trained:  # fmt: skip
    """Train a job's network, from its beginning or from the run's checkpoint.

    Args:
        run: Holds the checkpoints.
        job: What is trained, and how.
        prepared: The data, some of which is held back and measures.
        processes: Those that train together.
        events: Hears how it goes.
        clock: Runs since the job began.
        everything: The data with all labels in training, for a network that learns from them in the end.

    Raises:
        BadInputError: For tiles smaller than the network's stride.
        OutcropError: When training failed; see `NetworkTraining`.
        CancelledError: When the job was stopped.
    """
    recipe, clock = job.recipe, clock or Clock()
    device = choose_device(job.device, job.threads)
    _tell_device(device, processes, events)
    companions = train_companions(job, prepared, everything, events) if processes.is_first else None
    network, origin = made_network(job, prepared, run.can_resume, events)
    stride = _stride(network, recipe)
    tiles = TrainingTiles(prepared.indexes, prepared.fixed_places(TRAINING), recipe, job.seed, processes.count)
    scene_windows = prepared.validation_places(recipe.tile_px)
    measured = measured_places(scene_windows, tiles.steps * recipe.batch_size * processes.count, job.seed)
    if len(measured) < len(scene_windows):
        _tell_measured(len(measured), len(scene_windows), events)
    _remember(prepared, recipe, events)
    training = NetworkTraining(
        network, _data(prepared, tiles, measured, recipe), recipe, _loss(recipe, prepared, device), device, job.seed,
        run, events, processes, origin, clock, follows=REFIT_TIME if everything is not None else 0.0,
    )  # fmt: skip
    best = training.train()
    held = training.calibration() if processes.is_first and prepared.holds_back else Calibrated()
    voted = measured_companions(training, held.temperature, companions, recipe.model) if companions else None
    refit = None
    if everything is not None:
        epochs = training.progress.epoch if recipe.keep == LAST else best["epoch"] + 1
        measured_phase = Measuring(epochs, tiles.steps, clock, tuple(training.progress.measures))
        refit = _refit(measured_phase, run, job, everything, processes, device, events)
    learned = training if refit is None else refit
    margin = _margin(learned, pictures_of(prepared, recipe), stride) if processes.is_first else 0
    trained = replace(_trained(training, refit, best, device), margin_px=margin, held=held)
    trained.provenance["tiles_measured_on"] = [len(training.measured), len(scene_windows)]
    if voted is None or companions is None:
        return trained
    return with_companions(trained, learned, companions, voted, prepared)


def _trained(training: NetworkTraining, refit: Optional[Refit], best: dict[str, Any], device: Device) -> Trained:
    """Give what was learned, with the figures of the phase that was measured."""
    learned = training if refit is None else refit
    return Trained(
        arrays=_arrays(learned),
        confusion=Confusion.from_dict(best["confusion"]),
        margin_px=0,
        provenance={"best_epoch": best["epoch"] + 1, **_told(training, learned, device)},
        band_filters=training.progress.origin["band_filters"],
        blocks=best["blocks"].numpy() if "blocks" in best else None,
        refit={} if refit is None else {"epochs": refit.progress.epoch, "steps": refit.progress.step},
        normalisation=None if refit is None else refit.data.normalisation,
        measured=None if refit is None else _arrays(training),
    )


def _tell_device(device: Device, processes: Processes, events: Events) -> None:
    events.log(
        "Computing on {device}, {count} processes." if processes.count > 1 else "Computing on {device}.",
        device=device.title,
        count=processes.count,
    )


def _tell_measured(count: int, there: int, events: Events) -> None:
    events.log("Every epoch is measured on the same {count} of {there} validation tiles.", count=count, there=there)


def _arrays(training: NetworkTraining) -> dict[str, np.ndarray]:
    return {name: tensor.detach().cpu().numpy() for name, tensor in training.learner.network.state_dict().items()}


def _told(measured: NetworkTraining, learned: NetworkTraining, device: Device) -> dict[str, Any]:
    """Say how long was trained, and with what."""
    progress, more = measured.progress, learned.progress.seconds if learned is not measured else 0.0
    return {
        "epochs": progress.epoch,
        "steps": progress.step,
        "training_seconds": round(progress.seconds + more, 1),
        "device": device.title,
        "processes": measured.processes.count,
        "torch": torch.__version__,
        "pretrained_weights": progress.origin["pretrained_weights"],
    }


def _refit(
    measured: Measuring, run: Run, job: TrainJob, everything: PreparedScenes, processes: Processes, device: Device,
    events: Events,
) -> Optional[Refit]:  # fmt: skip
    """Train a network anew on everything; None where the one that was measured had better be kept."""
    if events.finishing:
        return None
    recipe = refit_recipe(job.recipe, measured, processes.count)
    network, origin = made_network(job, everything, False, Events())
    tiles = TrainingTiles(everything.indexes, (), recipe, job.seed, processes.count)
    _remember(everything, recipe, Events())
    steps = measured.epochs * tiles.steps
    events.log("Learning from everything, held back or not (steps: {steps}).", steps=steps)
    phase = Refit(
        network, _data(everything, tiles, (), recipe), recipe, _loss(recipe, everything, device), device, job.seed, run,
        events, processes, {**origin, FOLLOWED: [measured.epochs, measured.steps]}, measured.clock,
        before=measured.clock.seconds,
    )  # fmt: skip
    reason = phase.refit(measured)
    if reason:
        events.warning(
            (
                "The model hasn’t learned from everything in the end: {reason}. The one that was measured is kept, "
                "which knows nothing of what was held back."
            ),
            reason=reason,
        )
        return None
    return phase


def _data(
    prepared: PreparedScenes, tiles: TrainingTiles, measured: Sequence[SceneWindow], recipe: Recipe
) -> TrainingData:
    return TrainingData(
        prepared.scenes, tiles, measured, prepared.validation_part, prepared.normalisation, prepared.labelling.legend,
        prepared.hiding(recipe.hidden_share), prepared.labelling.split.all_over,
    )  # fmt: skip


def _loss(recipe: Recipe, prepared: PreparedScenes, device: Device) -> Loss:
    """Give the loss, in which classes and origins of labels weigh as the recipe says."""
    weights = class_weights(recipe.class_weights, prepared.training_counts.tolist()).to(device.torch)
    return by_origin(loss(recipe.loss, alpha=recipe.alpha, gamma=recipe.gamma), weights, recipe.origin_weights)


def _margin(training: NetworkTraining, pictures: list[np.ndarray], stride: int) -> int:
    """Measure the margin in the time that is left for it, or in less where the analyst wants it to end.

    Where even one window takes longer than that, it is the largest that there is, which is enough for every network.
    """
    budget, events = training.budget, training.events
    seconds, window = training.margin_time(), budget.margin_window(budget.step_seconds)
    seconds = min(seconds, _FINISHING_S) if events.finishing else seconds
    if window > seconds:
        events.log("The margin isn't measured, since the time is up: maps take the largest, and somewhat longer.")
    began = time.monotonic()

    def tell() -> None:
        gone = min(1.0, (time.monotonic() - began) / seconds)
        events.progress(1 - _MARGIN_SHARE * (1 - gone), "Measuring the margin", seconds * (1 - gone))

    tell()
    return measure_network_margin(training.learner.network, pictures, stride, training.device, seconds, tell, window)


def _remember(prepared: PreparedScenes, recipe: Recipe, events: Events) -> None:
    """Keep what tiles are drawn from in memory where all of it fits; a part alone would seldom be met again.

    Where it doesn't fit, imagery in long rows is warned about: every tile has them unpacked from end to end. GDAL keeps
    as much of these as it did.
    """
    side = window_px(recipe, recipe.tile_px)
    needed = [
        index.blocks_drawn_from(side, BLOCK_PX) * BLOCK_PX**2 * scene.pixel_bytes
        for index, scene in zip(prepared.indexes, prepared.scenes)
    ]
    rows = {image: size for scene in prepared.scenes for image, size in scene.stack.row_bytes.items()}
    in_rows = [image for image, size in rows.items() if side * size > _MUCH_UNPACKED_BYTES]
    fits = sum(needed) <= _MOST_REMEMBERED_BYTES
    if fits or not in_rows:
        set_gdal_config("GDAL_CACHEMAX", _GDAL_CACHE_BYTES)
    if fits:
        for scene, scene_bytes in zip(prepared.scenes, needed):
            scene.remember(_MOST_REMEMBERED_BYTES * scene_bytes // sum(needed))
        return
    for image in in_rows:
        events.warning(
            (
                "“{name}” is stored in rows, which every tile needs unpacked from end to end: training takes several "
                "times as long. Save it as a tiled GeoTIFF first (Raster ▸ Conversion ▸ Translate, with TILED=YES)."
            ),
            name=Path(image).name,
        )


def _stride(network: torch.nn.Module, recipe: Recipe) -> int:
    """Give a network's total downsampling as it was built: its parameters may make it larger than the list says.

    Raises:
        BadInputError: When the tiles are smaller.
    """
    stride = int(getattr(network, "stride", architecture(recipe.model).stride))
    side = recipe.resize_px or recipe.tile_px
    if side < stride:
        raise BadInputError(
            (
                "Tiles of {side} px are too small for this {model}: at least {stride}. Choose larger tiles, or a "
                "network that halves them less often."
            ),
            side=side,
            model=recipe.model,
            stride=stride,
        )
    return stride


def pictures_of(prepared: PreparedScenes, recipe: Recipe) -> list[np.ndarray]:
    """Give some of the imagery (B, H, W) as the network sees it, shrunk where its tiles are."""
    factor = (recipe.resize_px or recipe.tile_px) / recipe.tile_px
    pictures = prepared.pictures(round(_PICTURE_PX / factor), _PICTURES)
    if factor == 1:
        return pictures
    shrink = partial(functional.interpolate, scale_factor=factor, mode="bilinear", antialias=True)
    return [shrink(torch.from_numpy(picture)[None])[0].numpy() for picture in pictures]


def made_network(
    job: TrainJob, prepared: PreparedScenes, goes_on: bool, events: Events
) -> tuple[torch.nn.Module, dict[str, Any]]:
    """Build the network, and tell what it started from.

    It starts from nothing, from pretrained weights, or from a model file; one whose training goes on has its weights
    in the checkpoint and needs none of these.
    """
    recipe, legend = job.recipe, prepared.labelling.legend
    bare = without_pretraining(recipe.model, recipe.model_parameters)
    pretrained = not (goes_on or job.start_from)
    parameters = resolved(recipe.model, recipe.model_parameters, job.weights_folder) if pretrained else bare
    torch.manual_seed(job.seed)
    make = partial(build, recipe.model, prepared.bands)
    network: torch.nn.Module = make(len(legend), parameters)
    encoder = getattr(network, "encoder", None)
    origin = {
        "pretrained_weights": dict(getattr(encoder, "weights_source", {})),
        "band_filters": dict(getattr(encoder, "band_filters", {})),
    }
    axes = class_axes(network, make(len(legend) + 1, bare)) if job.start_from or job.freeze != "none" else {}
    if job.start_from and not goes_on:
        card, together = load_model(job.start_from)
        new = start_from(network, card, parted_arrays(together, len(card.companions))[0], legend, axes)
        events.log(
            "Started from “{name}”; classes new to it: {new}.",
            name=Path(job.start_from).name,
            new=", ".join(new) or "none",
        )
    frozen = freeze(network, job.freeze, axes)
    if frozen:
        events.log("{frozen:,} weights stay as they are.", frozen=frozen)
    return network, origin


def measured_places(scene_windows: list[SceneWindow], training_tiles: int, seed: int) -> list[SceneWindow]:
    """Choose the validation tiles: all, or as many at random as an epoch trains on, so that training isn't held up."""
    most = max(training_tiles, _FEWEST_MEASURED)
    if len(scene_windows) <= most:
        return scene_windows
    chosen = np.sort(np.random.default_rng(seed).choice(len(scene_windows), most, replace=False))
    return [scene_windows[index] for index in chosen]
