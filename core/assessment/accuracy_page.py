"""The accuracy of a prediction as a page and as rows of a table, from the report that the evaluation gives."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ..table_page import page, table
from ..wording import ENGLISH, Wording, translatable

_COLUMNS = {
    "precision": translatable("Precision (user's accuracy)"), "recall": translatable("Recall (producer's accuracy)"),
    "f1": "F1", "iou": "IoU",
    "true_px": translatable("True pixels"), "predicted_px": translatable("Predicted pixels"),
}  # fmt: skip
_OVERALL = {
    "pixel_accuracy": translatable("Pixel accuracy"), "balanced_accuracy": translatable("Balanced accuracy"),
    "kappa": translatable("Kappa"), "matthews": translatable("Matthews correlation"),
    "frequency_weighted_iou": translatable("Frequency-weighted IoU"),
}  # fmt: skip


def accuracy_page(report: Mapping[str, Any], title: str = "Accuracy", wording: Wording = ENGLISH) -> str:
    """Give measures and confusion matrix as a page; rows of the matrix are true classes, columns predicted ones."""
    tr, measures, names = wording.tr, report["measures"], [entry["name"] for entry in report["classes"]]
    header, *rows = accuracy_rows(report, wording)
    shown = [[_shown(value, wording) for value in row] for row in rows]
    overall = [[tr(label), _shown(measures[key], wording)] for key, label in _OVERALL.items() if key in measures]
    true, predicted = tr("true: {name}"), tr("predicted: {name}")
    matrix = [
        [true.format(name=name), *(_shown(int(count), wording) for count in row)]
        for name, row in zip(names, report["confusion"]["matrix"])
    ]
    files = [
        [tr("Prediction"), report.get("prediction", "")],
        [tr("Labels"), report.get("labels", "")],
    ]
    parts = [
        ("", table(("", ""), files)),
        (translatable("By class"), table(header, shown)),
        (translatable("Overall"), table((tr("Measure"), tr("Value")), overall)),
        (
            translatable("Confusion matrix (pixels)"),
            table(("", *(predicted.format(name=name) for name in names)), matrix),
        ),
    ]
    body = [f"<h2>{escape(tr(heading))}</h2>\n{part}" if heading else part for heading, part in parts]
    return page(title, "\n".join(body))


def accuracy_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[Any]]:
    """Give a header and one row for each class and each average, as for a CSV file."""
    tr, measures = wording.tr, report["measures"]
    rows: list[list[Any]] = [[tr("Class"), *map(tr, _COLUMNS.values())]]
    rows += [[name, *(values[key] for key in _COLUMNS)] for name, values in measures["classes"].items()]
    mean = tr("mean of {n} classes")
    rows += [
        [mean.format(n=len(values["over"])), *(values.get(key, "") for key in _COLUMNS)]
        for values in measures["averages"].values()
    ]
    return rows


def _shown(value: Any, wording: Wording) -> Any:
    return (
        wording.share(value)
        if isinstance(value, float)
        else wording.number(value, 0)
        if isinstance(value, int)
        else value
    )
