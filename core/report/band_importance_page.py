"""How much a model depends on each band, as rows, as text and as a page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ..assessment.confusion_table import aligned
from ..wording import ENGLISH, Wording, translatable
from .table_page import page, table

_NOTE = translatable(
    "By how much the mean IoU falls when a band is shuffled between blocks, and when it is its mean everywhere. A band "
    "of which another one tells the same looks unimportant, since the model can do without it."
)


def importance_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[str]]:
    """Give a header and one row for each band, the most important first."""
    tr = wording.tr
    head = [
        tr(translatable("Band")), tr(translatable("Importance")), tr(translatable("interval of importance")),
        tr(translatable("Missing")), tr(translatable("interval without it")),
    ]  # fmt: skip
    return [head] + [
        [row["band"], *(cell for key in ("importance", "missing") for cell in _cells(row[key], wording))]
        for row in report["bands"]
    ]


def importance_text(report: Mapping[str, Any]) -> str:
    """Lay a report out for a terminal."""
    head = f"{report['name']}: mean IoU {report['miou']:.3f} on {report['blocks']} blocks"
    return "\n".join([head, "", *aligned(importance_rows(report)), "", _NOTE])


def importance_page(report: Mapping[str, Any], title: str, wording: Wording = ENGLISH) -> str:
    """Give the report as a page."""
    tr = wording.tr
    text = tr(translatable("{name}: mean IoU {miou} on {blocks} blocks")).format(
        name=report["name"], miou=wording.number(report["miou"], 3), blocks=report["blocks"]
    )
    header, *rows = importance_rows(report, wording)
    parts = (f"<p>{escape(text)}</p>", table(header, rows), f"<p>{escape(tr(_NOTE))}</p>")
    return page(title, "\n".join(parts))


def _cells(own: Mapping[str, float], wording: Wording) -> list[str]:
    value, low, high = (wording.number(own[key], 3) for key in ("value", "low", "high"))
    return [value, f"{low} – {high}"]
