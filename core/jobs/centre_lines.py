"""The centre line job: linear features of a prediction as lines."""

from __future__ import annotations

from typing import Any

from ..events import Events
from ..vectorise.centre_lines import make_centre_lines
from ..vectorise.jobs import CentreLinesJob


def centre_lines(job: CentreLinesJob, events: Events) -> dict[str, Any]:
    """Draw the middle lines of one class; see `prediction.centre_lines.make_centre_lines`."""
    return dict(make_centre_lines(job.prediction, job.out, job.class_name, job.parameters, events))
