"""The training job: from scenes to one model file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from ...assessment.comparable import MEASURED
from ...errors import BadInputError, CancelledError, DiskError, OutcropError, unexpected_text
from ...events import ERROR, RESULT, Events
from ...files.disk import RESUME, disk_trouble_told
from ...files.whole_file import check_writable
from ...freed_memory import freed_memory_kept
from ...geodata.stack import Stack
from ...model.architecture import CLASSIFIER
from ...model.base_model import BaseScaling, check_base
from ...model.card_file import SUFFIX, read_card
from ...model.catalogue import architecture, resolved, weights_terms
from ...model.model_file import save_model
from ...prediction.operating_points import MEASURE
from ...training.adaptation import fitted_to_labels, learns_everything
from ...training.data.scenes import PreparedScenes, of_everything, prepare_scenes
from ...training.figure_warnings import warn_of_figures
from ...training.network.processes import Processes, started_together
from ...training.results.trained import Trained
from ...training.runs.clock import Clock
from ...training.runs.kept_split import kept_split
from ...training.runs.record import Record
from ...training.runs.run import FAILED, FINISHED, Run
from ...training.settings.jobs import TrainJob
from ...training.trained_card import measured_card, trained_card
from ..specs import job_to_json


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
        try:
            return work_on(run, job, events, processes)
        except BadInputError:
            if processes.is_first and not job.run_folder and not run.can_resume:
                with suppress(BadInputError):
                    run.discard()  # nobody asked for the folder of what never began
            raise


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
        seconds = time.monotonic() - started
        card = trained_card(job, prepared, trained, seconds)
        warn_of_figures(card, trained, prepared.labelling, events)
        events.check_cancelled()
        if processes.is_first:
            events.progress(1.0, "Writing the model")
            if trained.measured is not None:
                save_model(run.path(MEASURED), measured_card(card, prepared), trained.measured)
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


def _run_folder(job: TrainJob) -> Path:
    """Give the run's folder: the one the job names, or one beside the model file that is named after it."""
    if job.run_folder:
        return Path(job.run_folder)
    model = Path(job.model_file)
    stem = f"{model.stem}.run"
    numbers = (n for n in range(1, 10_000) if not (model.parent / (stem if n == 1 else f"{stem}-{n}")).exists())
    number = next(numbers)
    return model.parent / (stem if number == 1 else f"{stem}-{number}")
