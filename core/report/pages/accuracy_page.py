"""The accuracy of a prediction as a page and as rows of a table, from the report that the evaluation gives."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ...assessment.jobs import MAP, TRANSFER, UNSTATED
from ...wording import ENGLISH, Wording, translatable
from .table_page import page, table

QUESTIONS = {
    UNSTATED: translatable(
        "It isn't said how the labels were chosen: the figures are agreement with these labels, neither the accuracy "
        "of the map nor that of the model elsewhere."
    ),
    TRANSFER: translatable(
        "Transfer: the labels lie in blocks or scenes that training never saw. The figures say what to expect of the "
        "model in such places, not how right this map is."
    ),
    MAP: translatable(
        "Map accuracy: the labels are a probability sample of this map in which every pixel had the same chance. The "
        "figures hold for the whole map."
    ),
}
"""Every question by the key that jobs hold, and what figures that answer it say."""
_COLUMNS = {
    "precision": translatable("Precision (user's accuracy)"), "recall": translatable("Recall (producer's accuracy)"),
    "f1": "F1", "iou": "IoU",
    "true_px": translatable("True pixels"), "predicted_px": translatable("Predicted pixels"),
}  # fmt: skip
_AREAS = {"true_ha": translatable("True area (ha)"), "predicted_ha": translatable("Predicted area (ha)")}
_OVERALL = {
    "pixel_accuracy": translatable("Pixel accuracy"), "balanced_accuracy": translatable("Balanced accuracy"),
    "matthews": translatable("Matthews correlation"),
    "frequency_weighted_iou": translatable("Frequency-weighted IoU"),
}  # fmt: skip
_MEANS = {
    "all_classes": translatable("mean of {n} classes"),
    "foreground": translatable("mean of {n} classes without background"),
}
_M2_PER_HA = 10_000.0


def accuracy_page(report: Mapping[str, Any], title: str = "Accuracy", wording: Wording = ENGLISH) -> str:
    """Give measures and confusion matrix as a page; rows of the matrix are true classes, columns predicted ones."""
    tr, measures = wording.tr, report["measures"]
    header, *rows = accuracy_rows(report, wording)
    cells = [[shown(value, wording) for value in row] for row in rows]
    overall = [[tr(label), shown(measures[key], wording)] for key, label in _OVERALL.items() if key in measures]
    question = report.get("question", {"kind": UNSTATED})["kind"]
    files = [
        [tr("Prediction"), report.get("prediction", "")],
        [tr("Labels"), report.get("labels", "")],
    ]
    in_points = report.get("unit") == "points"
    counted = translatable("Confusion matrix (points)") if in_points else translatable("Confusion matrix (pixels)")
    parts = [
        ("", f"<p>{escape(tr(QUESTIONS[question]))}</p>"),
        ("", table(("", ""), files)),
        (translatable("By class"), table(header, cells)),
        (translatable("Overall"), table((tr("Measure"), tr("Value")), overall)),
        (counted, _matrix(report, report["confusion"]["matrix"], 0, wording)),
    ]
    if report.get("areas"):
        hectares = [[value / _M2_PER_HA for value in row] for row in report["areas"]]
        parts.append((translatable("Confusion matrix (hectares)"), _matrix(report, hectares, 1, wording)))
    if report.get("distances"):
        text = f"<p>{escape(distances_text(report['distances'], wording))}</p>"
        parts.append((translatable("Distance to the training labels"), text))
    if report.get("calibration"):
        parts.append((translatable("Calibration of the probabilities"), _calibration(report["calibration"], wording)))
    body = [f"<h2>{escape(tr(heading))}</h2>\n{part}" if heading else part for heading, part in parts]
    return page(title, "\n".join(body))


def accuracy_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[Any]]:
    """Give a header and one row for each class and each average, as for a CSV file."""
    tr, measures, areas = wording.tr, report["measures"], _areas(report)
    rows: list[list[Any]] = [[tr("Class"), *map(tr, _COLUMNS.values()), *(map(tr, _AREAS.values()) if areas else ())]]
    rows += [
        [name, *(values[key] for key in _COLUMNS), *areas.get(name, ())] for name, values in measures["classes"].items()
    ]
    rows += [
        [
            tr(_MEANS[which]).format(n=len(values["over"])),
            *(values.get(key, "") for key in _COLUMNS),
            *(["", ""] if areas else []),
        ]
        for which, values in measures["averages"].items()
    ]
    return rows


def _areas(report: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """Give every class's true and predicted area in hectares."""
    matrix = report.get("areas")
    if not matrix:
        return {}
    true = [sum(row) / _M2_PER_HA for row in matrix]
    predicted = [sum(column) / _M2_PER_HA for column in zip(*matrix)]
    return {entry["name"]: pair for entry, pair in zip(report["classes"], zip(true, predicted))}


def _matrix(report: Mapping[str, Any], matrix: list[list[float]], decimals: int, wording: Wording) -> str:
    tr, names = wording.tr, [entry["name"] for entry in report["classes"]]
    true, predicted = tr(translatable("true: {name}")), tr(translatable("predicted: {name}"))
    rows = [
        [true.format(name=name), *(wording.number(value, decimals) for value in row)]
        for name, row in zip(names, matrix)
    ]
    return table(("", *(predicted.format(name=name) for name in names)), rows)


def distances_text(far: Mapping[str, float], wording: Wording = ENGLISH) -> str:
    """Say how far off the training labels the test and the map are, and what follows."""
    text = translatable(
        "Half of the pixels that are measured on lie within {test} m of the training labels, half of the map within "
        "{map} m; the statistic W of kNNDM, the mean difference of the two distributions, is {w} m. Where W is large "
        "and the test is near, the measures are too good for the map as a whole (Linnenbrink et al. 2024, doi "
        "10.5194/gmd-17-5897-2024)."
    )
    values = {"test": far["test_median_m"], "map": far["map_median_m"], "w": far["w_m"]}
    return wording.tr(text).format(**{key: wording.figures(value, 3) for key, value in values.items()})


def calibration_text(calibration: Mapping[str, Any], wording: Wording = ENGLISH) -> str:
    """Say how well probabilities are calibrated."""
    text = translatable("Expected calibration error {error}: how far probability and truth lie apart on average.")
    return wording.tr(text).format(error=wording.number(calibration["error"], 3))


def _calibration(calibration: Mapping[str, Any], wording: Wording) -> str:
    tr = wording.tr
    head = [tr(translatable("Mean probability")), tr(translatable("Share that is right")), tr(translatable("Pixels"))]
    rows = [
        [
            wording.number(entry["confidence"], 3),
            wording.number(entry["accuracy"], 3),
            wording.number(entry["pixels"], 0),
        ]
        for entry in calibration["curve"]
    ]
    return f"<p>{escape(calibration_text(calibration, wording))}</p>\n{table(head, rows)}"


def shown(value: Any, wording: Wording) -> Any:
    """Write what stands in a cell."""
    if isinstance(value, float):
        return wording.share(value) if abs(value) <= 1 else wording.number(value, 1)
    return wording.number(value, 0) if isinstance(value, int) else "–" if value is None else value


def question_text(key: str) -> str:
    """Say what figures answer, in English."""
    return QUESTIONS[key]
