"""The training job: from scenes to one model file."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...assessment.comparable import MEASURED
from ...assessment.headline import headline, missed_classes
from ...assessment.spread import FEW_PLACES, WIDE, headline_spread
from ...errors import BadInputError, CancelledError, DiskError, OutcropError, unexpected_text
from ...events import ERROR, RESULT, Events
from ...files.disk import RESUME, disk_trouble_told
from ...files.whole_file import check_writable
from ...freed_memory import freed_memory_kept
from ...geodata.stack import Stack
from ...labels.parts import PART_NAMES, VALIDATION
from ...message import Message, joined
from ...model.architecture import CLASSIFIER
from ...model.base_model import BaseScaling, check_base
from ...model.card_file import SUFFIX, read_card
from ...model.catalogue import architecture, resolved, weights_terms, without_pretraining
from ...model.model_card import AGREEMENT, SCALED_BY_SCENE, ModelCard
from ...model.model_file import save_model
from ...parameters import to_dict
from ...prediction.map_checks import CLASS_SHARES
from ...prediction.operating_points import MEASURE
from ...training.adaptation import fitted_to_labels, learns_everything
from ...training.data.labelling import Labelling
from ...training.data.scenes import PreparedScenes, of_everything, prepare_scenes
from ...training.network.processes import Processes, started_together
from ...training.results.trained import Trained
from ...training.runs.clock import Clock
from ...training.runs.kept_split import kept_split
from ...training.runs.record import Record
from ...training.runs.run import FAILED, FINISHED, Run, now_text
from ...training.settings.jobs import TrainJob
from ...training.settings.recipe import Recipe
from ..specs import job_to_json

_MUCH_BETTER = 0.1
"""An F1 that is so much above the one on which a committee's models agree is told to be too good (ours)."""
_MOSTLY = 0.5
"""Label rasters that cover so much of the imagery tell how often classes occur (ours)."""


def train(job: TrainJob, events: Events) -> dict[str, Any]:
    """Train a model and leave one model file; the run's folder keeps everything else.

    Under `torchrun` every process calls this with the same job; the first one alone writes and tells.

    Returns:
        model_file, run_folder, measures (of the epoch that was kept; the operating points are in the file alone),
        classes, seconds, split (one sentence), refit
        (whether it has learned from everything in the end),
        label_rasters and split_rasters (one for each scene); nothing in all processes but the first.

    Raises:
        BadInputError: Before any work, when the job can't be done as it is.
        OutcropError: When training failed.
        CancelledError: When it was stopped; the run can be resumed.
    """
    job = check_train_job(job)
    with working_together(job, events) as processes:
        with processes.first_alone():
            events.progress(0.0, "Looking for pretrained weights")
            told = weights_terms(job.recipe.model, job.recipe.model_parameters, job.weights_folder)
            if told is not None and not job.start_from:
                events.log(told)
            resolved(job.recipe.model, job.recipe.model_parameters, job.weights_folder)
        folder = _run_folder(job)
        processes.wait()
        with processes.first_alone(), disk_trouble_told(folder, RESUME):
            run = Run.create(folder, job_to_json(job)) if processes.is_first else Run(folder)
        return work_on(run, job, events, processes)


def check_train_job(job: TrainJob) -> TrainJob:
    """Refuse what can't work before anything is made, and complete what another model decides.

    Raises:
        BadInputError: Saying what is wrong with which file.
    """
    if not job.scenes:
        raise BadInputError("There is nothing to train on. Give imagery and labels.")
    if not job.model_file.endswith(SUFFIX):
        raise BadInputError(
            "The model file must end with {suffix}: “{model_file}”.", suffix=SUFFIX, model_file=job.model_file
        )
    check_writable(job.model_file)
    job.recipe.checked()
    if architecture(job.recipe.model).is_fitted:
        job = replace(job, recipe=replace(job.recipe, resize_px=None))  # it looks at pixels as they are
    for scene in job.scenes:
        with Stack(scene.images, scene.bands, scene.sources) as stack:
            stack.check_readable()
            if stack.grid.width * stack.grid.height < 2:
                raise BadInputError(
                    "“{image}” has one pixel only; there is nothing to learn from.", image=scene.images[0]
                )
            bands = stack.names
    if not job.start_from:
        return job
    card = read_card(job.start_from)
    check_base(card, job.recipe.model, bands)
    return replace(job, recipe=replace(job.recipe, model_parameters=card.architecture_parameters))


@contextmanager
def working_together(job: TrainJob, events: Events) -> Iterator[Processes]:
    """Join the processes that `torchrun` has started; all but the first fall silent.

    Raises:
        BadInputError: When several processes were started for what is learned by one fit, or without such a device.
    """
    if architecture(job.recipe.model).is_fitted:
        if started_together() > 1:
            raise BadInputError(
                "A {model} is trained by one process. Start it without torchrun.", model=job.recipe.model
            )
        yield Processes()
        return
    from ...model.devices import choose_device

    processes = Processes.join(choose_device(job.device, job.threads))
    if not processes.is_first:
        events.redirect(lambda _event: None)
    try:
        yield processes
    finally:
        processes.leave()


def work_on(run: Run, job: TrainJob, events: Events, processes: Processes) -> dict[str, Any]:
    """Do a run's work, from its beginning or from its checkpoint, and note how it ended."""
    if not processes.is_first:
        _train(run, job, events, processes)
        return {}
    with disk_trouble_told(run.folder, RESUME):
        run.claim()
    before = events.redirect(lambda _event: None)
    record = Record(run)

    def tell(event: dict[str, Any]) -> None:
        before(event)
        record(event)

    events.redirect(tell)
    try:
        with disk_trouble_told(run.folder, RESUME):
            result = _train(run, job, events, processes)
            run.conclude(FINISHED, **result)
            record({"event": RESULT, "model_file": job.model_file})
    except Exception as error:
        with suppress(OSError):
            _note(run, record, error)
        raise
    finally:
        events.redirect(before)
        run.release()
    return result


def _note(run: Run, record: Record, error: Exception) -> None:
    """Note why a run has ended; one that can go on later has no outcome yet.

    It can where it was stopped, where the disk was the trouble, and where an epoch is done; what else breaks the first
    epoch would break it again.
    """
    text = error.message if isinstance(error, OutcropError) else unexpected_text(error)
    record({"event": ERROR, "kind": type(error).__name__, "text": text})
    if not isinstance(error, (CancelledError, DiskError)) and not run.has_best:
        run.conclude(FAILED, text=text)


def _train(run: Run, job: TrainJob, events: Events, processes: Processes) -> dict[str, Any]:
    started, clock = time.monotonic(), Clock()
    with processes.first_alone():
        prepared = prepare_scenes(job, run.folder, events, _base_scaling(job, run), kept_split(job, events))
    job = fitted_to_labels(job, prepared, events)
    everything = None
    try:
        if learns_everything(job, prepared):
            with processes.first_alone():
                everything = of_everything(prepared, job, run.folder)
        with freed_memory_kept():
            trained = _trained(run, job, prepared, everything, events, processes, clock)
        _warn_of_missed(trained, prepared, job.recipe, events)
        seconds = time.monotonic() - started
        card = _card(job, prepared, trained, seconds)
        _warn_of_thin(card, trained, prepared.labelling, events)
        _warn_of_disagreement(card, events)
        events.check_cancelled()
        if processes.is_first:
            events.progress(1.0, "Writing the model")
            if trained.measured is not None:
                save_model(run.path(MEASURED), _measured_card(card, prepared), trained.measured)
            save_model(job.model_file, card, trained.arrays)
        split = prepared.labelling.split
        return {
            "model_file": job.model_file,
            "run_folder": str(run.folder),
            "measures": {name: value for name, value in card.measures.items() if name != MEASURE},
            "split": split.description,
            "refit": bool(trained.refit),
            "classes": prepared.labelling.legend.to_dicts(),
            "seconds": seconds,
            "label_rasters": [str(path) for path in prepared.labelling.labels],
            "split_rasters": [str(path) for path in split.paths],
        }
    finally:
        for scenes in (everything, prepared):
            if scenes is not None:
                scenes.close()


def _are_complete(job: TrainJob, prepared: PreparedScenes) -> bool:
    """Say whether the labels tell how often classes occur: areas are labelled completely, or most of the imagery is."""
    if all(scene.labelled_area for scene in job.scenes):
        return True
    pixels = sum(scene.stack.grid.width * scene.stack.grid.height for scene in prepared.scenes)
    return prepared.labelling.pixels >= _MOSTLY * pixels


def _warn_of_missed(trained: Trained, prepared: PreparedScenes, recipe: Recipe, events: Events) -> None:
    """Say which classes weren't learned at all, and what helps."""
    missed = missed_classes(trained.confusion, prepared.labelling.legend)
    if not missed:
        return
    helps, rate = Message("Draw more of it" if len(missed) == 1 else "Draw more of them"), recipe.learning_rate
    if not architecture(recipe.model).is_fitted:
        helps = Message(
            "{helps}, train longer, or lower the learning rate ({low:g} instead of {rate:g})",
            helps=helps, low=rate / 10, rate=rate,
        )  # fmt: skip
    names = ", ".join(f"“{name}”" for name in missed)
    events.warning(
        "Not one pixel of class {names} was found where the model is measured. {helps}.", names=names, helps=helps
    )


def _warn_of_thin(card: ModelCard, trained: Trained, labelling: Labelling, events: Events) -> None:
    """Say that the figures rest on next to nothing, where they do."""
    if "spread" not in card.measures or trained.blocks is None:
        return
    held = PART_NAMES[VALIDATION]
    polygons, pixels = card.provenance["polygons"].get(held), sum(card.provenance["pixels"][held].values())
    low, high = card.measures["spread"]["f1"]
    are_few = 0 < polygons < FEW_PLACES if polygons is not None else len(trained.blocks) == 1
    if not are_few and high - low < WIDE:
        return
    amount = f"{polygons} polygon{'s' * (polygons != 1)} with {pixels} pixels" if polygons else f"{pixels} pixels"
    told = Message(
        "The figures rest on {places} held back, which is next to nothing: F1 {f1:.2f} may as well be anything from "
        "{low:.2f} to {high:.2f}. Draw polygons in more places, or judge the map by an accuracy sample.",
        places=amount, f1=card.measures["f1"], low=low, high=high,
    )  # fmt: skip
    shared = Message("Other parts of the same polygons train, so that the figures are likely too good.")
    events.warning(joined((told, shared)) if sum(labelling.polygons_by_part.values()) > labelling.polygons else told)


def _warn_of_disagreement(card: ModelCard, events: Events) -> None:
    """Say that a committee's models agree on less than what was found on the few labels."""
    agreed, found = card.measures.get(AGREEMENT, {}).get("f1", 1.0), card.measures["f1"]
    if found - agreed < _MUCH_BETTER:
        return
    events.warning(
        "Where it was measured the model has an F1 of {found:.2f}, but on the imagery as a whole the network and the "
        "classifiers beside it agree at {agreed:.2f} only: expect no more of the map. Draw polygons where they "
        "differ (Where to label next), or judge the map by an accuracy sample.",
        found=found, agreed=agreed,
    )  # fmt: skip


def _trained(
    run: Run, job: TrainJob, prepared: PreparedScenes, everything: Optional[PreparedScenes], events: Events,
    processes: Processes, clock: Clock,
) -> Trained:  # fmt: skip
    if architecture(job.recipe.model).kind == CLASSIFIER:
        from ...training.classifier.classifier_job import fit_classifier

        return fit_classifier(job, prepared, events, everything)
    if architecture(job.recipe.model).fits_head:
        from ...training.head_job import fit_head

        return fit_head(job, prepared, events, everything)
    from ...training.network_job import train_network

    return train_network(run, job, prepared, processes, events, clock, everything)


def _base_scaling(job: TrainJob, run: Run) -> Optional[BaseScaling]:
    """Give the scaling of the model to start from; a run that goes on has noted its own and needs none."""
    return BaseScaling.of(read_card(job.start_from)) if job.start_from and not run.can_resume else None


def _card(job: TrainJob, prepared: PreparedScenes, trained: Trained, seconds: float) -> ModelCard:
    """Write down everything that nobody shall have to type again."""
    recipe, labelling, grid = job.recipe, prepared.labelling, prepared.scenes[0].stack.grid
    shrunk = recipe.tile_px / recipe.resize_px if recipe.resize_px else 1.0
    measures = {
        **headline(trained.confusion, labelling.legend),
        **trained.confusion.measures(labelling.legend),
        "confusion": trained.confusion.to_dict(),
    }
    if trained.held.counts:
        measures[MEASURE] = trained.held.counts
    if trained.agreement:
        measures[AGREEMENT] = trained.agreement
    if prepared.holds_back and trained.blocks is not None and len(trained.blocks):
        polygons = labelling.polygons_by_part.get(PART_NAMES[VALIDATION])
        measures["spread"] = headline_spread(trained.blocks, labelling.legend, polygons, trained.agreement)
    return ModelCard(
        name=job.name or Path(job.model_file).stem,
        architecture=recipe.model,
        architecture_parameters=without_pretraining(recipe.model, recipe.model_parameters),
        bands=prepared.bands,
        legend=labelling.legend,
        normalisation=trained.normalisation or prepared.normalisation,
        pixel_size_m=float(f"{grid.pixel_size_m * shrunk:.3g}"),  # 10 m in UTM are 10.004 m on the ground
        data_type=prepared.scenes[0].stack.data_type,
        tile_px=recipe.resize_px or recipe.tile_px,
        margin_px=trained.margin_px,
        recipe=to_dict(recipe),
        measures=measures,
        provenance=_provenance(job, prepared, trained, seconds),
        band_filters=trained.band_filters,
        temperature=trained.held.temperature,
        values=prepared.values,
        companions=trained.companions,
        class_factors=trained.class_factors,
        sources={band.name: str(band.settings) for band in prepared.scenes[0].stack.bands if str(band.settings)},
    )


def _provenance(job: TrainJob, prepared: PreparedScenes, trained: Trained, seconds: float) -> dict[str, Any]:
    """Tell what a model was made of, and when."""
    labelling = prepared.labelling
    return {
        "finished": now_text(),
        "seconds": round(seconds, 1),
        "seed": job.seed,
        "images": [Path(image).name for scene in job.scenes for image in scene.images],
        "labels": [
            Path(file).name
            for scene in job.scenes
            for file in (scene.labels, *scene.corrections, *scene.reviews)
            if file
        ],
        "label_counts": list(labelling.counts),
        **({"label_origins": list(labelling.by_origin)} if any(labelling.by_origin) else {}),
        "split": labelling.split.description,
        "pixels": labelling.split.counts,
        "polygons": labelling.polygons_by_part,
        **({SCALED_BY_SCENE: True} if prepared.scales_by_scene else {}),
        **({CLASS_SHARES: labelling.shares} if _are_complete(job, prepared) else {}),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "start_from": Path(job.start_from).name if job.start_from else "",
        **({"refit": trained.refit} if trained.refit else {}),
        **trained.provenance,
    }


def _measured_card(card: ModelCard, prepared: PreparedScenes) -> ModelCard:
    """Give the card of the model that was measured, which stays with the run to be compared with others."""
    told = {name: value for name, value in card.provenance.items() if name != "refit"}
    return replace(card, normalisation=prepared.normalisation, provenance=told)


def _run_folder(job: TrainJob) -> Path:
    """Give the run's folder: the one the job names, or one beside the model file that is named after it."""
    if job.run_folder:
        return Path(job.run_folder)
    model = Path(job.model_file)
    stem = f"{model.stem}.run"
    numbers = (n for n in range(1, 10_000) if not (model.parent / (stem if n == 1 else f"{stem}-{n}")).exists())
    number = next(numbers)
    return model.parent / (stem if number == 1 else f"{stem}-{number}")
