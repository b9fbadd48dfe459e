"""The training job: from scenes to one model file."""

from __future__ import annotations

import platform
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..architecture import CLASSIFIER, architecture, build, resolved, without_pretraining
from ..assessment.headline import headline
from ..errors import BadInputError, OutcropError
from ..geodata.stack import Stack
from ..labels.parts import TRAINING
from ..model_card import SUFFIX, ModelCard
from ..model_file import load_model, save_model
from ..parameters import to_dict
from ..training.run import FAILED, FINISHED, Run, now_text
from ..training.scenes import PreparedScenes, prepare_scenes
from ..whole_file import check_writable
from .events import Events
from .specs import TrainJob, job_to_json

if TYPE_CHECKING:
    import torch

    from ..assessment.confusion import Confusion

_PICTURES = 640, 3
"""Side and number of the images on which a network's margin is measured."""


def train(job: TrainJob, events: Events) -> dict[str, Any]:
    """Train a model and leave one model file; the run's folder keeps everything else.

    Returns:
        model_file, run_folder, measures (of the epoch that was kept), classes, seconds, split (one sentence).

    Raises:
        BadInputError: Before any work, when the job can't be done as it is.
        OutcropError: When training failed.
        CancelledError: When it was stopped; the run can be resumed.
    """
    check_train_job(job)
    events.progress(0.0, "Looking for pretrained weights")
    resolved(job.recipe.model, job.recipe.model_parameters, job.weights_folder)
    run = Run.create(_run_folder(job), job_to_json(job))
    return work_on(run, job, events)


def check_train_job(job: TrainJob) -> None:
    """Refuse what can't work before anything is made.

    Raises:
        BadInputError: Saying what is wrong with which file.
    """
    if not job.scenes:
        raise BadInputError("There is nothing to train on. Give imagery and labels.")
    if not job.model_file.endswith(SUFFIX):
        raise BadInputError(f"The model file must end with {SUFFIX}: “{job.model_file}”.")
    check_writable(job.model_file)
    job.recipe.checked()
    for scene in job.scenes:
        with Stack(scene.images, scene.bands) as stack:
            stack.check_readable()
            if stack.grid.width * stack.grid.height < 2:
                raise BadInputError(f"“{scene.images[0]}” has one pixel only; there is nothing to learn from.")


def work_on(run: Run, job: TrainJob, events: Events) -> dict[str, Any]:
    """Do a run's work, from its beginning or from its checkpoint, and note how it ended."""
    run.claim()
    try:
        result = _train(run, job, events)
    except BadInputError as error:
        run.conclude(FAILED, text=str(error))
        raise
    except OutcropError as error:
        if not run.can_resume:
            run.conclude(FAILED, text=str(error))
        raise
    run.conclude(FINISHED, **result)
    return result


def _train(run: Run, job: TrainJob, events: Events) -> dict[str, Any]:
    started = time.monotonic()
    events.progress(0.0, "Rasterising the labels")
    prepared = prepare_scenes(job, run.folder, events)
    try:
        entry = architecture(job.recipe.model)
        trainer = _train_classifier if entry.kind == CLASSIFIER else _train_network
        card, arrays, confusion = trainer(run, job, prepared, events)
        seconds = time.monotonic() - started
        measures = {
            **headline(confusion, prepared.labelling.legend),
            **confusion.measures(prepared.labelling.legend),
            "confusion": confusion.to_dict(),
        }
        provenance = {**card.provenance, "seconds": round(seconds, 1), "seed": job.seed, "finished": now_text()}
        save_model(job.model_file, replace(card, measures=measures, provenance=provenance), arrays)
        return {
            "model_file": job.model_file,
            "run_folder": str(run.folder),
            "measures": measures,
            "split": prepared.labelling.split.description,
            "classes": prepared.labelling.legend.to_dicts(),
            "seconds": seconds,
        }
    finally:
        prepared.close()


def _train_classifier(
    run: Run, job: TrainJob, prepared: PreparedScenes, events: Events
) -> tuple[ModelCard, dict[str, np.ndarray], Confusion]:
    del run
    from ..training.classifier_training import train_classifier, validate_classifier

    recipe, legend = job.recipe, prepared.labelling.legend
    classifier = build(recipe.model, prepared.bands, len(legend), recipe.model_parameters)
    places = prepared.training_places()
    counts = train_classifier(
        classifier, prepared.scenes, places, prepared.training_part, prepared.normalisation, job.seed, events
    )
    for note in getattr(classifier, "notes", ()):
        events.warning(note)
    confusion = validate_classifier(
        classifier,
        prepared.scenes,
        prepared.validation_places(),
        prepared.validation_part,
        prepared.normalisation,
        len(legend),
        events,
    )
    card = _card(job, prepared, margin_px=classifier.margin_px)
    learned_from = {legend.classes[class_id - 1].name: count for class_id, count in counts.items()}
    card = replace(card, provenance={**card.provenance, "pixels_learned_from": learned_from})
    return card, classifier.arrays(), confusion


def _train_network(
    run: Run, job: TrainJob, prepared: PreparedScenes, events: Events
) -> tuple[ModelCard, dict[str, np.ndarray], Confusion]:
    import torch

    from ..assessment.confusion import Confusion
    from ..prediction.margin import measure_network_margin
    from ..training.batches import TrainingTiles
    from ..training.class_weights import class_weights
    from ..training.devices import choose_device
    from ..training.losses import loss
    from ..training.network_training import NetworkTraining, TrainingData
    from ..training.processes import Processes

    recipe, legend, entry = job.recipe, prepared.labelling.legend, architecture(job.recipe.model)
    device = choose_device(job.device, job.threads)
    processes = Processes.join(device)
    events.log(f"Computing on {device.title}.")
    torch.manual_seed(job.seed)
    network = _network(job, prepared, events)
    weights = class_weights(recipe.class_weights, prepared.training_counts.tolist()).to(device.torch)
    chosen = loss(recipe.loss, alpha=recipe.alpha, gamma=recipe.gamma)
    tiles = TrainingTiles(prepared.indexes, prepared.fixed_places(TRAINING), recipe, job.seed, processes.count)
    validation = prepared.validation_places(recipe.tile_px)
    data = TrainingData(prepared.scenes, tiles, validation, prepared.validation_part, prepared.normalisation, legend)
    training = NetworkTraining(
        network,
        data,
        recipe,
        lambda logits, labels: chosen(logits, labels, weights),
        device,
        job.seed,
        run,
        events,
        processes,
    )
    progress = training.train()
    events.progress(1.0, "Measuring the margin")
    margin = measure_network_margin(network, prepared.pictures(*_PICTURES), entry.stride, device)
    processes.leave()
    arrays = {name: tensor.detach().cpu().numpy() for name, tensor in network.state_dict().items()}
    card = _card(job, prepared, margin_px=margin)
    provenance = {
        **card.provenance,
        "best_epoch": progress.best_epoch + 1,
        "epochs": progress.epoch,
        "steps": progress.step,
        "device": device.title,
        "torch": torch.__version__,
    }
    encoder = getattr(network, "encoder", None)
    provenance["pretrained_weights"] = dict(getattr(encoder, "weights_source", {}))
    card = replace(card, provenance=provenance, band_filters=dict(getattr(encoder, "band_filters", {})))
    return card, arrays, Confusion.from_dict(progress.best_measures["confusion"])


def _network(job: TrainJob, prepared: PreparedScenes, events: Events) -> torch.nn.Module:
    """Build the network, from nothing, from pretrained weights, or from a model file."""
    from ..training.fine_tuning import freeze, start_from

    recipe, classes = job.recipe, len(prepared.labelling.legend)
    if job.start_from:
        network = build(
            recipe.model, prepared.bands, classes, without_pretraining(recipe.model, recipe.model_parameters)
        )
        new = start_from(network, *load_model(job.start_from), recipe.model, prepared.bands)
        events.log(f"Started from “{Path(job.start_from).name}”; new: {', '.join(new) or 'nothing'}.")
    else:
        network = build(
            recipe.model, prepared.bands, classes, resolved(recipe.model, recipe.model_parameters, job.weights_folder)
        )
    frozen = freeze(network, job.freeze)
    if frozen:
        events.log(f"{frozen:,} weights stay as they are.")
    return network


def _card(job: TrainJob, prepared: PreparedScenes, margin_px: int) -> ModelCard:
    """Write down everything that is known before the measures."""
    recipe, grid = job.recipe, prepared.scenes[0].stack.grid
    shrunk = recipe.tile_px / recipe.resize_px if recipe.resize_px else 1.0
    provenance = {
        "started": now_text(),
        "images": [Path(image).name for scene in job.scenes for image in scene.images],
        "labels": [Path(scene.labels).name for scene in job.scenes],
        "label_counts": list(prepared.labelling.counts),
        "split": prepared.labelling.split.description,
        "pixels": prepared.labelling.split.counts,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "start_from": Path(job.start_from).name if job.start_from else "",
    }
    return ModelCard(
        name=job.name or Path(job.model_file).stem,
        architecture=recipe.model,
        architecture_parameters=without_pretraining(recipe.model, recipe.model_parameters),
        bands=prepared.bands,
        legend=prepared.labelling.legend,
        normalisation=prepared.normalisation,
        pixel_size_m=grid.pixel_size_m * shrunk,
        data_type=prepared.scenes[0].stack.data_type,
        tile_px=recipe.resize_px or recipe.tile_px,
        margin_px=margin_px,
        recipe=to_dict(recipe),
        provenance=provenance,
    )


def _run_folder(job: TrainJob) -> Path:
    """Give the run's folder: the one the job names, or one beside the model file that is named after it."""
    if job.run_folder:
        return Path(job.run_folder)
    model = Path(job.model_file)
    stem = f"{model.stem}.run"
    numbers = (n for n in range(1, 10_000) if not (model.parent / (stem if n == 1 else f"{stem}-{n}")).exists())
    number = next(numbers)
    return model.parent / (stem if number == 1 else f"{stem}-{number}")
