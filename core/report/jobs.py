"""The jobs that write reports, as they travel to the worker."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..file_roles import reads, writes


@dataclass(frozen=True)
class ReportJob:
    """Write the report of a comparison as one self-contained page, with its figures, tables and numbers beside it.

    `texts` are translations by English text; without them those that the plugin ships in `language` are taken.
    `accuracy` are reports of answered samples and of evaluations (JSON) of the comparison's maps, which add areas with
    intervals and calibration; `applicability` is a raster of where a model may be trusted.
    """

    comparison: str = reads()
    out: str = writes()
    accuracy: tuple[str, ...] = reads(())
    applicability: str = reads("")
    language: str = "en"
    texts: dict[str, str] = field(default_factory=dict)
