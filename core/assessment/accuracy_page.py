"""The accuracy of a prediction as a page and as rows of a table, from the report that the evaluation gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..table_page import page, table

_COLUMNS = {
    "precision": "Precision (user's accuracy)", "recall": "Recall (producer's accuracy)", "f1": "F1", "iou": "IoU",
    "true_px": "True pixels", "predicted_px": "Predicted pixels",
}  # fmt: skip
_OVERALL = {
    "pixel_accuracy": "Pixel accuracy", "balanced_accuracy": "Balanced accuracy", "kappa": "Kappa",
    "matthews": "Matthews correlation", "frequency_weighted_iou": "Frequency-weighted IoU",
}  # fmt: skip


def accuracy_page(report: Mapping[str, Any], title: str = "Accuracy") -> str:
    """Give measures and confusion matrix as a page; rows of the matrix are true classes, columns predicted ones."""
    measures, names = report["measures"], [entry["name"] for entry in report["classes"]]
    header, *rows = accuracy_rows(report)
    shown = [[_shown(value) for value in row] for row in rows]
    overall = [[label, _shown(measures[key])] for key, label in _OVERALL.items() if key in measures]
    matrix = [[f"true: {name}", *map(int, row)] for name, row in zip(names, report["confusion"]["matrix"])]
    body = [
        table(("", ""), [["Prediction", report.get("prediction", "")], ["Labels", report.get("labels", "")]]),
        "<h2>By class</h2>",
        table(header, shown),
        "<h2>Overall</h2>",
        table(("Measure", "Value"), overall),
        "<h2>Confusion matrix (pixels)</h2>",
        table(("", *(f"predicted: {name}" for name in names)), matrix),
    ]
    return page(title, "\n".join(body))


def accuracy_rows(report: Mapping[str, Any]) -> list[list[Any]]:
    """Give a header and one row for each class and each average, as for a CSV file."""
    measures = report["measures"]
    rows: list[list[Any]] = [["Class", *_COLUMNS.values()]]
    rows += [[name, *(values[key] for key in _COLUMNS)] for name, values in measures["classes"].items()]
    rows += [
        [f"mean of {len(values['over'])} classes", *(values.get(key, "") for key in _COLUMNS)]
        for values in measures["averages"].values()
    ]
    return rows


def _shown(value: Any) -> Any:
    return f"{value:.3f}" if isinstance(value, float) else value
