"""The job of making labels of corrections."""

from __future__ import annotations

from typing import Any

from ...correction.jobs import CorrectionsToLabelsJob
from ...correction.results.label_polygons import make_labels
from ...events import Events


def corrections_to_labels(job: CorrectionsToLabelsJob, events: Events) -> dict[str, Any]:
    """Write corrections as label polygons; see `correction.results.label_polygons.make_labels`."""
    return make_labels(job.session, job.out, events)
