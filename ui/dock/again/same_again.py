"""The job that made a map, to be done once more with its probabilities kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ....core.errors import BadInputError, OutcropError
from ....core.jobs.specs import read_job
from ....core.prediction.jobs import PredictJob
from ...texts import tr
from ...worker.task import JOB_FILE


def job_with_probabilities(prediction: str, out: str) -> PredictJob:
    """Give the job that maps the same place again with the same models, and keeps the probabilities.

    Args:
        prediction: The map.
        out: Where the map that comes with them goes.

    Raises:
        BadInputError: It isn't known how the map was made, a file of that is gone, or the imagery has changed since.
    """
    try:
        job = read_job(Path(prediction).parent / JOB_FILE)
    except OutcropError as error:
        raise _unknown() from error
    if not isinstance(job, PredictJob) or Path(job.out).name != Path(prediction).name:
        raise _unknown()
    for path in (*job.models, *job.images):
        if not path.startswith("/vsi") and not Path(path).exists():
            raise BadInputError(
                tr("“{path}”, of which it was made, is gone. Predict again with probabilities.", path=path)
            )
    predicted_at = Path(prediction).stat().st_mtime
    for path in job.images:
        if Path(path).exists() and Path(path).stat().st_mtime > predicted_at:
            raise BadInputError(
                tr("“{path}” has changed since it was made. Predict again with probabilities.", path=path)
            )
    return replace(job, out=out, probabilities=True, uncertainty=False, centre=None, own_threshold=False)


def _unknown() -> BadInputError:
    return BadInputError(tr("It isn't known how it was made. Predict again, with “Probabilities” under “Make”."))
