"""The job of applying: a copy of a prediction with the corrections of a session in it."""

from __future__ import annotations

from typing import Any

from ...correction.jobs import ApplyCorrectionsJob
from ...correction.results.apply import apply
from ...events import Events


def apply_corrections(job: ApplyCorrectionsJob, events: Events) -> dict[str, Any]:
    """Write a prediction with corrections; see `correction.results.apply.apply`."""
    return apply(job.prediction, job.session, job.out, events, carry_over=job.carry_over)
