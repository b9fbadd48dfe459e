"""The jobs that write reports, as they are sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.roles import reads, writes


@dataclass(frozen=True)
class ReportJob:
    """Write the report of a comparison as one self-contained page, with its figures, tables and numbers beside it.

    `results` are files that other assessments wrote, of the kinds in `result_kinds`; each adds a section.
    """

    comparison: str = reads()
    out: str = writes()
    results: tuple[str, ...] = reads(())
    language: str = "en"
