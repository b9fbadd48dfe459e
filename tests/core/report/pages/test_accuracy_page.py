"""Accuracy as a page and as rows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.labels.legend import Legend
from outcrop.core.report.pages.accuracy_page import accuracy_page, accuracy_rows
from outcrop.core.wording import Wording


@pytest.fixture
def report() -> dict[str, Any]:
    legend, confusion = Legend.from_names(["background", "<dike>"]), Confusion(2)
    confusion.add(np.array([1, 1, 1, 2, 2]), np.array([1, 1, 2, 2, 1]))
    return {
        "prediction": "map.tif", "labels": "truth.gpkg", "classes": legend.to_dicts(),
        "measures": confusion.measures(legend), "confusion": confusion.to_dict(),
    }  # fmt: skip


def test_rows_give_every_class_and_average(report: dict[str, Any]) -> None:
    header, background, dike, everything, foreground = accuracy_rows(report)
    assert header[0] == "Class"
    assert background[:2] == ["background", pytest.approx(2 / 3)]
    assert dike[4] == pytest.approx(1 / 3)
    assert everything[0] == "mean of 2 classes"
    assert foreground[4] == pytest.approx(1 / 3)


def test_page_shows_the_matrix_and_escapes(report: dict[str, Any]) -> None:
    text = accuracy_page(report)
    assert "<dike>" not in text
    assert "predicted: &lt;dike&gt;" in text
    assert "0.667" in text
    assert "map.tif" in text


def test_page_speaks_another_language_and_rows_stay_english_for_programs(report: dict[str, Any]) -> None:
    chinese = {"Class": "类别", "predicted: {name}": "预测:{name}", "mean of {n} classes": "{n} 个类别的平均"}
    wording = Wording(
        lambda text: chinese.get(text, text), lambda value, decimals: f"{value:.{decimals}f}".replace(".", ",")
    )
    text = accuracy_page(report, wording=wording)
    for wanted in ("<th>类别</th>", "<th>预测:&lt;dike&gt;</th>", "2 个类别的平均", '<td class="n">0,667</td>'):
        assert wanted in text, wanted
    assert accuracy_rows(report)[0][:2] == ["Class", "Precision (user's accuracy)"]
