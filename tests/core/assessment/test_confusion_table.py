"""The tables for the terminal: what they hold and how they are aligned."""

from __future__ import annotations

import json

import pytest
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.assessment.confusion_table import aligned, matrix_table, measures_table
from outcrop.core.errors import BadInputError
from outcrop.core.labels.legend import Legend

LEGEND = Legend.from_names(["background", "landslide", "lake"])

OVERALL = "Pixel accuracy 94.00, balanced accuracy 85.33, frequency-weighted IoU 90.13 (percent); Matthews 0.639"


def confusion(unpredicted: int = 0) -> Confusion:
    return Confusion.from_dict({
        "matrix": [[880, 40, 0], [20, 60, 0], [0, 0, 0]],
        "unpredicted": [0, unpredicted, 0],
    })  # fmt: skip


def test_measures_are_laid_out_as_papers_do() -> None:
    table = measures_table(confusion().measures(LEGEND))
    assert table.splitlines() == [
        "Class                    Precision  Recall     F1    IoU  True px  Predicted px",
        "background                   97.78   95.65  96.70  93.62      920           900",
        "landslide                    60.00   75.00  66.67  50.00       80           100",
        "lake                             –       –      –      –        0             0",
        "mean of 2 classes            78.89   85.33  81.68  71.81",
        "mean without background      60.00   75.00  66.67  50.00",
        "",
        OVERALL,
        "1,000 labelled pixels",
    ]


def test_measures_that_went_through_json_are_laid_out_alike() -> None:
    measures = confusion(unpredicted=1234).measures(LEGEND)
    table = measures_table(json.loads(json.dumps(measures)))
    assert table == measures_table(measures)
    assert table.endswith("1,000 labelled pixels; 1,234 more have no prediction and aren't counted")


def test_the_matrix_is_laid_out_in_pixels() -> None:
    assert matrix_table(confusion(), LEGEND).splitlines() == [
        "True ↓ predicted →  background  landslide  lake",
        "background                 880         40     0",
        "landslide                   20         60     0",
        "lake                         0          0     0",
    ]
    assert matrix_table(confusion(unpredicted=1234), LEGEND).splitlines()[::2] == [
        "True ↓ predicted →  background  landslide  lake  not predicted",
        "landslide                   20         60     0          1,234",
    ]


def test_wide_letters_keep_the_columns() -> None:
    lines = matrix_table(Confusion(2), Legend.from_names(["滑坡", "e\u0301boulis"])).splitlines()
    assert lines == [
        "True ↓ predicted →  滑坡  éboulis",
        "滑坡                   0        0",
        "éboulis                0        0",
    ]


def test_a_legend_of_other_classes_is_refused() -> None:
    with pytest.raises(BadInputError, match="3 classes doesn't fit a legend of 2"):
        matrix_table(confusion(), Legend.from_names(["dike", "lake"]))


def test_a_long_name_does_not_push_the_figures_away() -> None:
    lines = aligned([["Class", "IoU"], ["x" * 300, "0.5"], ["short", "1.0"]])
    assert max(map(len, lines)) == 45
    assert lines[1].endswith("x…  0.5")
