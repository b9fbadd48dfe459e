"""Numbers, areas and durations read as a person writes them."""

from __future__ import annotations

import pytest
from outcrop.ui.texts import area_text, as_plain, count_text, short_number, time_text, tr
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QTextDocument


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("en_GB"))


@pytest.mark.parametrize(
    ("square_metres", "text"),
    [
        (12.0, "12 m²"),
        (9_999.0, "10,000 m²"),
        (14_000.0, "1.40 ha"),
        (2_130_000.0, "213 ha"),
        (88_900_000.0, "88.9 km²"),
    ],
)
def test_area(square_metres: float, text: str) -> None:
    assert area_text(square_metres) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0.2, "about 1 s"),
        (40.0, "about 40 s"),
        (540.0, "about 9 min"),
        (5400.0, "about 1.5 h"),
        (90000.0, "about 25 h"),
    ],
)
def test_time(seconds: float, text: str) -> None:
    assert time_text(seconds) == text


def test_numbers_and_counts() -> None:
    assert short_number(21_312) == "21,300"
    assert short_number(12_400_000) == "12.4 million"
    assert short_number(1.24e9) == "1.2 billion"
    assert short_number(1.6060072e13) == "16,060 billion"
    assert count_text(1, "{n} polygon", "{n} polygons") == "1 polygon"
    assert count_text(1200, "{n} polygon", "{n} polygons") == "1,200 polygons"


def test_placeholders_are_filled() -> None:
    assert tr("Epoch {epoch} of {epochs}", epoch=7, epochs=40) == "Epoch 7 of 40"


def test_what_looks_like_html_is_shown_as_it_is() -> None:
    assert as_plain("sand & <5 m") == "sand & <5 m"
    shown = QTextDocument()
    shown.setHtml(as_plain("Delete “<b>x</b>”?\n\n/a/b"))
    assert "<b>x</b>" in shown.toPlainText()
