"""How much a model depends on each band, as rows, as text and as a page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ...assessment.confusion_table import aligned
from ...wording import ENGLISH, Wording, translatable
from .table_page import page, table

NOTE = translatable(
    "By how much the mean IoU falls when a band is shuffled between blocks, and when it is its mean everywhere. A band "
    "of which another one tells the same looks unimportant, since the model can do without it."
)
FEATURES_NOTE = translatable(
    "What the forest itself says: each feature's share in the decisions of its trees, on the pixels that trained."
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


def feature_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[str]]:
    """Give a header and one row for each feature that a forest tells the importance of; none for other models."""
    ranked = sorted(report.get("features", {}).items(), key=lambda pair: -pair[1])
    head = [wording.tr(translatable("Feature")), wording.tr(translatable("Share (%)"))]
    return [head, *([name, wording.number(100 * share, 1)] for name, share in ranked)] if ranked else []


def importance_text(report: Mapping[str, Any]) -> str:
    """Lay a report out for a terminal."""
    head = f"{report['name']}: mean IoU {report['miou']:.3f} on {report['blocks']} blocks"
    lines = [head, "", *aligned(importance_rows(report)), "", NOTE]
    features = feature_rows(report)
    return "\n".join([*lines, "", *aligned(features), "", FEATURES_NOTE] if features else lines)


def importance_page(report: Mapping[str, Any], title: str, wording: Wording = ENGLISH) -> str:
    """Give the report as a page."""
    tr = wording.tr
    text = tr(translatable("{name}: mean IoU {miou} on {blocks} blocks")).format(
        name=report["name"], miou=wording.number(report["miou"], 3), blocks=report["blocks"]
    )
    header, *rows = importance_rows(report, wording)
    parts = [f"<p>{escape(text)}</p>", table(header, rows), f"<p>{escape(tr(NOTE))}</p>"]
    features = feature_rows(report, wording)
    if features:
        parts += [f"<p>{escape(tr(FEATURES_NOTE))}</p>", table(features[0], features[1:])]
    return page(title, "\n".join(parts))


def _cells(importance: Mapping[str, float], wording: Wording) -> list[str]:
    value, low, high = (wording.number(importance[key], 3) for key in ("value", "low", "high"))
    return [value, f"{low} – {high}"]
