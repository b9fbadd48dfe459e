"""The jobs that write reports, as they travel to the worker."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..file_roles import reads, writes


@dataclass(frozen=True)
class ReportJob:
    """Write the report of a comparison as one self-contained page, with its figures, tables and numbers beside it.

    `texts` are translations by English text, `language` what the page says it is in.
    """

    comparison: str = reads()
    out: str = writes()
    language: str = "en"
    texts: dict[str, str] = field(default_factory=dict)
