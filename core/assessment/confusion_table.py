"""Measures and confusion matrices as plain text for a terminal, laid out as papers print theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import BadInputError
from ..labels.legend import Legend
from .confusion import Confusion

_MEASURES = {"precision": "Precision", "recall": "Recall", "f1": "F1", "iou": "IoU"}
_LONGEST_CELL = 40
"""Letters; a name that is longer would push the figures off the screen."""
_PIXELS = {"true_px": "True px", "predicted_px": "Predicted px"}


def measures_table(measures: Mapping[str, Any], unit: str = "pixels") -> str:
    """Lay out what `Confusion.measures` gave: percent by class, the averages by name, and the overall measures.

    A class that occurs nowhere has dashes; it is in no average.
    """
    rows = [["Class", *_MEASURES.values(), *_PIXELS.values()]]
    for name, values in measures["classes"].items():
        occurs = any(values[key] for key in _PIXELS)
        shown = [_percent(values[key]) if occurs else "–" for key in _MEASURES]
        rows.append([name, *shown, *(f"{values[key]:,}" for key in _PIXELS)])
    for name, values in measures["averages"].items():
        title = "mean without background" if name == "foreground" else f"mean of {len(values['over'])} classes"
        rows.append([title, *(_percent(values[key]) for key in _MEASURES), "", ""])
    overall = (
        f"Pixel accuracy {_percent(measures['pixel_accuracy'])}, "
        f"balanced accuracy {_percent(measures['balanced_accuracy'])}, "
        f"frequency-weighted IoU {_percent(measures['frequency_weighted_iou'])} (percent); "
        f"Matthews {measures['matthews']:.3f}"
    )
    pixels = f"{measures['pixels']:,} labelled {unit}"
    if measures["unpredicted_pixels"]:
        pixels += f"; {measures['unpredicted_pixels']:,} more have no prediction and aren't counted"
    return "\n".join([*aligned(rows), "", overall, pixels])


def distances_text(far: Mapping[str, float]) -> str:
    """Say how far test places and map lie from what trained; see `distances.Distances`."""
    return (
        f"Distance to the nearest training pixel: half of the test within {far['test_median_m']:,.0f} m, half of the "
        f"map within {far['map_median_m']:,.0f} m; W of kNNDM {far['w_m']:,.0f} m (0 m: the test is as far off as the "
        "map)."
    )


def matrix_table(confusion: Confusion, legend: Legend) -> str:
    """Lay out the matrix in pixels, rows truth and columns predicted, with a column of those not predicted if any.

    Raises:
        BadInputError: When the legend has another number of classes.
    """
    if len(legend) != confusion.classes:
        raise BadInputError(
            "A matrix of {classes} classes doesn't fit a legend of {legend_count}.",
            classes=confusion.classes,
            legend_count=len(legend),
        )
    columns, head = confusion.matrix, [*legend.names]
    rows = [["True ↓ predicted →", *head], *([name, *counts] for name, counts in zip(head, columns.tolist()))]
    if confusion.unpredicted.any():
        rows[0].append("not predicted")
        for row, count in zip(rows[1:], confusion.unpredicted.tolist()):
            row.append(count)
    return "\n".join(aligned([[f"{cell:,}" if isinstance(cell, int) else cell for cell in row] for row in rows]))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100.0 * share:.2f}"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Pad cells to columns, the first to the left and the others to the right; long names are cut short."""
    rows = [[_short(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*rows)]
    lines = []
    for row in rows:
        gaps = [" " * (width - _width(cell)) for cell, width in zip(row, widths)]
        cells = [row[0] + gaps[0], *(gap + cell for gap, cell in zip(gaps[1:], row[1:]))]
        lines.append("  ".join(cells).rstrip())
    return lines


def _short(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_CELL else f"{cell[: _LONGEST_CELL - 1]}…"


def _width(text: str) -> int:
    """Give the columns of a terminal that a text takes: two for wide East Asian letters, none for combining marks."""
    letters = [letter for letter in text if not unicodedata.combining(letter)]
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in letters)
