"""Boundaries, objects and lines of a map as a page and as text, from the report that the job gives."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ...assessment.confusion_table import aligned
from ...wording import ENGLISH, Wording, translatable
from .table_page import page, table


def boundary_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[str]]:
    """Give a header and one row for all contacts and one for each class that has boundaries."""
    tr = wording.tr
    head = [
        tr(translatable("Class")), tr(translatable("Boundary precision")), tr(translatable("Boundary recall")),
        tr(translatable("Boundary F1")), tr(translatable("95 % Hausdorff distance (m)")),
    ]  # fmt: skip
    named = {tr(translatable("all contacts")): report["contacts"], **report["boundaries"]}
    beyond = "> " + wording.number(report["reach_m"], 0)
    return [head] + [
        [
            name, *(wording.number(measures[key], 3) for key in ("precision", "recall", "f1")),
            beyond if measures["hausdorff95_m"] is None else wording.number(measures["hausdorff95_m"], 1),
        ]
        for name, measures in named.items()
        if measures["true_px"] or measures["predicted_px"]
    ]  # fmt: skip


def object_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[str]]:
    """Give a header and one row for each class."""
    tr = wording.tr
    head = [
        tr(translatable("Class")), tr(translatable("True objects")), tr(translatable("Found")),
        tr(translatable("Missed")), tr(translatable("Predicted objects")), tr(translatable("False")),
    ]  # fmt: skip
    keys = ("true", "found", "missed", "predicted", "false")
    return [
        head,
        *([name, *(wording.number(counts[key], 0) for key in keys)] for name, counts in report["objects"].items()),
    ]


def line_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[str]]:
    """Give a header and one row for each class, where lines were measured."""
    tr = wording.tr
    head = [
        tr(translatable("Class")), tr(translatable("Completeness")), tr(translatable("Correctness")),
        tr(translatable("Quality")), tr(translatable("True length (m)")), tr(translatable("Predicted length (m)")),
    ]  # fmt: skip
    return [head] + [
        [
            name, *(wording.number(measures[key], 3) for key in ("completeness", "correctness", "quality")),
            *(wording.number(measures[key], 0) for key in ("true_m", "predicted_m")),
        ]
        for name, measures in report["lines"].items()
    ]  # fmt: skip


def margin_text(report: Mapping[str, Any], wording: Wording = ENGLISH) -> str:
    """Say within what distance true contacts lie, or why that can't be said."""
    margin = report["margin"]
    if margin is None:
        return " ".join(report["notes"])
    text = translatable(
        "Contact margin: true contacts lie within {margin} m of the mapped ones for {confidence} % of their length, on "
        "average over places like the {blocks} blocks that this was calibrated on."
    )
    return wording.tr(text).format(
        margin=wording.number(margin["margin_m"], 0),
        confidence=wording.number(100 * margin["confidence"], 0),
        blocks=margin["blocks"],
    )


def tolerance_text(report: Mapping[str, Any], wording: Wording = ENGLISH) -> str:
    """Say how near boundaries have to be."""
    text = translatable("Boundaries count as met within {tolerance} m.")
    return wording.tr(text).format(tolerance=wording.figures(report["settings"]["tolerance_m"], 4))


def boundary_text(report: Mapping[str, Any]) -> str:
    """Lay a report out for a terminal."""
    parts = [f"Tolerance {report['settings']['tolerance_m']:g} m", *aligned(boundary_rows(report)), ""]
    if report["objects"]:
        parts += [*aligned(object_rows(report)), ""]
    if report["lines"]:
        parts += [*aligned(line_rows(report)), ""]
    return "\n".join([*parts, margin_text(report)])


def boundary_page(report: Mapping[str, Any], title: str = "Boundaries", wording: Wording = ENGLISH) -> str:
    """Give the report as a page."""
    tr = wording.tr
    files = [[tr("Prediction"), report["prediction"]], [tr("Labels"), report["labels"]]]
    parts = [table(("", ""), files), f"<p>{escape(margin_text(report, wording))}</p>"]
    parts += [f"<h2>{escape(tr(translatable('Boundaries')))}</h2>", f"<p>{escape(tolerance_text(report, wording))}</p>"]
    for heading, rows in (
        ("", boundary_rows(report, wording)),
        (translatable("Objects"), object_rows(report, wording) if report["objects"] else []),
        (translatable("Linear features"), line_rows(report, wording) if report["lines"] else []),
    ):
        if rows:
            parts += [f"<h2>{escape(tr(heading))}</h2>"] if heading else []
            parts.append(table(rows[0], rows[1:]))
    return page(title, "\n".join(parts))
