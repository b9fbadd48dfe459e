"""The cleaning job: small patches, speckle and frayed edges taken out of a prediction."""

from __future__ import annotations

from typing import Any

from ..events import Events
from ..vectorise.clean import clean as clean_raster
from ..vectorise.jobs import CleanJob


def clean(job: CleanJob, events: Events) -> dict[str, Any]:
    """Clean a class raster into another one; see `prediction.clean.clean`."""
    return dict(clean_raster(job.prediction, job.out, job.parameters, events))
