"""The resume job: go on with a training run that was interrupted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...errors import BadInputError
from ...events import Events
from ...files.output_guard import check_outputs
from ...files.whole_file import write_text
from ...training.runs.run import FINISHED, SPEC, Run
from ...training.settings.jobs import ResumeJob, TrainJob
from ..specs import job_to_json, read_job
from .train import work_on, working_together


def resume(job: ResumeJob, events: Events) -> dict[str, Any]:
    """Go on from the run's last checkpoint, or from its beginning when it has none.

    It goes on where it was computed before, unless another device is named. With `keep_best` it makes the model file of
    the best epoch there is. With `minutes` the run has that time in all, and may have been finished before.

    Returns:
        What `train` returns.

    Raises:
        BadInputError: When the folder holds no run, one that is finished or being worked on, or no epoch to keep.
    """
    run = Run(job.run_folder)
    if not run.path(SPEC).exists():
        raise BadInputError(
            "There is no run in “{run_folder}”. Choose the folder of a training run.", run_folder=job.run_folder
        )
    spec = read_job(run.path(SPEC))
    if not isinstance(spec, TrainJob):
        raise BadInputError(
            "The run in “{run_folder}” isn't a training; it can't be resumed.", run_folder=job.run_folder
        )
    if run.state == FINISHED and not (job.minutes and run.can_resume):
        raise BadInputError(
            "The run in “{run_folder}” is finished. Its model is “{model_file}”.",
            run_folder=job.run_folder,
            model_file=spec.model_file,
        )
    check_outputs(replace(spec, run_folder=""))  # where its own best epoch may be what it starts from
    if job.minutes:
        spec = replace(spec, recipe=replace(spec.recipe, minutes=job.minutes).checked())
        write_text(run.path(SPEC), job_to_json(spec))
    if job.keep_best:
        if not run.has_best:
            raise BadInputError(
                "No epoch of the run in “{run_folder}” is done yet. Resume it, or discard it.",
                run_folder=job.run_folder,
            )
        events.finish()
    if job.device != "auto":
        spec = replace(spec, device=job.device)
    with working_together(spec, events) as processes:
        return work_on(run, spec, events, processes)
