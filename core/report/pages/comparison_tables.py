"""The tables of a comparison: for the page, for a terminal, and as CSV for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Optional

from ...assessment.confusion import CLASS_MEASURES
from ...assessment.confusion_table import aligned
from ...files.plain_name import table_row
from ...message import Message
from ...wording import ENGLISH, Wording, translatable
from .accuracy_page import distances_text
from .comparison_page import TEXTS
from .contestant_names import with_names

COLUMNS = ("miou", "f1", "accuracy", "calibration_error", "seconds", "seconds_a_mpx", "memory_mb", "file_mb")
_DECIMALS = {"seconds": 0, "seconds_a_mpx": 2, "memory_mb": 0, "file_mb": 1}
_SHORT = (
    translatable("Model"), "mIoU", translatable("interval"), "F1", translatable("Accuracy"), translatable("ECE"),
    translatable("Training (s)"), "s/Mpx", "MB", translatable("File (MB)"),
)  # fmt: skip
"""The head of a table in a terminal or a log."""


def cell(value: Any, decimals: int = 3) -> dict[str, str]:
    """Give a number, or a measure with its interval, as the page shows it."""
    if isinstance(value, Mapping):
        low, high = (signed(value[key], decimals) for key in ("low", "high"))
        return {"value": signed(value["value"], decimals), "interval": f"{low} – {high}"}
    return {"value": "–" if value is None else f"{value:,.{decimals}f}", "interval": ""}


def signed(value: float, decimals: int = 3) -> str:
    """Write a number with a true minus; none before what is 0."""
    text = f"{value:,.{decimals}f}"
    return text.replace("-", "−") if text.strip("-0.,") else text.lstrip("-")


def ranked(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give the pairs of models with the better one first, and the pairs of the best one first."""
    ranks = {row["name"]: rank for rank, row in enumerate(report["models"])}
    pairs = [
        pair if ranks[pair["first"]] < ranks[pair["second"]] else {
            **pair, "first": pair["second"], "second": pair["first"], "value": -pair["value"], "low": -pair["high"],
            "high": -pair["low"], "mcnemar_first": pair["mcnemar_second"], "mcnemar_second": pair["mcnemar_first"],
        }
        for pair in report["pairs"]
    ]  # fmt: skip
    return sorted(pairs, key=lambda pair: (ranks[pair["first"]], ranks[pair["second"]]))


def model_cells(row: Mapping[str, Any]) -> list[dict[str, str]]:
    """Give the cells of one model."""
    return [cell(row.get(key), _DECIMALS.get(key, 3)) for key in COLUMNS]


def pair_cells(pair: Mapping[str, Any]) -> list[dict[str, str]]:
    """Give the cells of one pair."""
    values = [{"value": figures(pair[key]), "interval": ""} for key in ("p_value", "p_holm", "mcnemar_p")]
    return [cell(pair), *values]


def class_cells(measures: Mapping[str, Any]) -> list[dict[str, str]]:
    """Give the cells of one class of one model."""
    return [cell(measures[key]) for key in CLASS_MEASURES]


def figures(p_value: float) -> str:
    """Write a p-value; below 0.001 no more is said."""
    return "< 0.001" if p_value < 0.001 else f"{p_value:.3f}"


def comparison_text(report: Mapping[str, Any], wording: Wording = ENGLISH) -> str:
    """Lay a comparison out for a terminal or a log."""
    tr, far = wording.tr, report.get("distances")
    named = with_names(report, wording) if wording is not ENGLISH else report
    rows = [[tr(text) for text in _SHORT]]
    for row in named["models"]:
        if row["problem"]:
            continue
        cells = model_cells(row)
        rows.append([row["name"], cells[0]["value"], cells[0]["interval"], *(one["value"] for one in cells[1:])])
    measured_on = tr(TEXTS["measured_on_part"]).format(
        part=tr(report["part"]), pixels=f"{report['pixels']:,}", blocks=report["blocks"]
    )
    lines = [measured_on, "", *aligned(rows), *([""] if named["pairs"] else [])]
    for pair in ranked(named):
        one = cell(pair)
        values = {"first": pair["first"], "second": pair["second"], "value": one["value"], "interval": one["interval"]}
        said = tr(TEXTS["pair_line"])
        lines.append(said.format(**values, p=figures(pair["p_holm"]), mcnemar=figures(pair["mcnemar_p"])))
    told = {text: Message.from_json(one) for text, one in report.get("messages", {}).items()}
    in_words = {text: message.translated(tr) for text, message in told.items() if message is not None}
    lines += [
        f"{row['name']}: {in_words.get(row['problem'], tr(row['problem']))}"
        for row in named["models"]
        if row["problem"]
    ]
    lines += [in_words.get(note, tr(note)) for note in report["notes"]]
    return "\n".join([*lines, *([distances_text(far, wording)] if far else [])])


def model_table(report: Mapping[str, Any]) -> str:
    """Give the models as CSV, best first: numbers with intervals; what couldn't be trained has the reason."""
    head = ["name", "recipe", "model", "miou", "miou_low", "miou_high", "f1", "f1_low", "f1_high", "accuracy",
            "accuracy_low", "accuracy_high", "calibration_error", "seconds", "seconds_a_mpx", "memory_mb", "file_mb",
            "model_file", "problem"]  # fmt: skip
    rows = [
        [
            row["name"], row["recipe"], row["architecture"],
            *(part for key in COLUMNS[:3] for part in _parts(row.get(key))),
            *(_rounded(row.get(key)) for key in COLUMNS[3:]), ";".join(row["model_files"]), row["problem"],
        ]
        for row in report["models"]
    ]  # fmt: skip
    return _csv([head, *rows])


def calibration_table(report: Mapping[str, Any]) -> str:
    """Give the calibration curve of every model as CSV: pixels by probability, and which share of them is right."""
    rows = [
        [row["name"], point["confidence"], point["accuracy"], point["pixels"]]
        for row in report["models"] if row.get("calibration") for point in row["calibration"]["curve"]
    ]  # fmt: skip
    return _csv([["model", "mean_probability", "share_right", "pixels"], *rows])


def class_table(report: Mapping[str, Any]) -> str:
    """Give every class of every model as CSV."""
    head = ["model", "class", *(f"{key}_{part}" for key in CLASS_MEASURES for part in ("value", "low", "high"))]
    rows = [
        [row["name"], name, *(part for key in CLASS_MEASURES for part in _parts(measures[key]))]
        for row in report["models"]
        for name, measures in row.get("classes", {}).items()
    ]
    return _csv([head, *rows])


def pair_table(report: Mapping[str, Any]) -> str:
    """Give every pair of models as CSV: the difference of the mean IoU with its interval, and the tests."""
    keys = ("value", "low", "high", "p_value", "p_holm", "mcnemar_first", "mcnemar_second", "mcnemar_p")
    rows = [[pair["first"], pair["second"], *(pair[key] for key in keys)] for pair in ranked(report)]
    return _csv([["first", "second", "difference", *keys[1:]], *rows])


def _parts(interval: Optional[Mapping[str, float]]) -> list[Any]:
    return [interval[part] for part in ("value", "low", "high")] if interval else ["", "", ""]


def _rounded(value: Optional[float]) -> Any:
    return "" if value is None else round(value, 3)


def _csv(rows: Sequence[Sequence[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(table_row, rows))
    return text.getvalue()
