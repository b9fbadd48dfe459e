"""The jobs on maps that were predicted: what each needs."""

from __future__ import annotations

from dataclasses import dataclass

from ...file_roles import reads, writes


@dataclass(frozen=True)
class ChangesJob:
    """Find where two maps of a place differ, from which class to which."""

    before: str = reads()
    after: str = reads()
    out: str = writes()
