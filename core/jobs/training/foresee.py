"""The foresee job: how long a training would take, before it begins."""

from __future__ import annotations

import time
from typing import Any

from ...events import Events
from ...files.unfinished import temporary_folder
from ...model.base_model import BaseScaling
from ...model.card_file import read_card
from ...model.catalogue import architecture
from ...training.adaptation import fitted_to_labels
from ...training.data.scenes import prepare_scenes
from ...training.settings.jobs import ForeseeJob, TrainJob
from .train import check_train_job


def foresee(job: ForeseeJob, events: Events) -> dict[str, Any]:
    """Prepare the scenes as a training would, try some steps with weights that are thrown away, and reckon.

    Returns:
        seconds, epoch_seconds, epochs, done (epochs that there is time for), is_short, device, step_seconds, fits_step;
        see `Foreseen`. Nothing for what is learned by one fit, which has no epochs.

    Raises:
        BadInputError: For labels or imagery that can't be trained on.
        CancelledError: When it was told to stop.
    """
    if architecture(job.recipe.model).is_fitted:
        return {}
    from ...training.foresight import foresee_network

    with temporary_folder() as folder:
        training = check_train_job(
            TrainJob(
                job.scenes, str(folder / "none.safetensors"), job.recipe, str(folder), job.start_from,
                device=job.device, threads=job.threads, seed=job.seed,
            )
        )  # fmt: skip
        quiet = events.silent()
        began = time.monotonic()
        base = BaseScaling.of(read_card(job.start_from)) if job.start_from else None
        prepared = prepare_scenes(training, folder, quiet, base)
        try:
            events.check_cancelled()
            gone = time.monotonic() - began
            return foresee_network(fitted_to_labels(training, prepared, quiet), prepared, events, gone).to_dict()
        finally:
            prepared.close()
