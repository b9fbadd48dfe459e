"""Curves take metrics of any length and kind, and paint them."""

from __future__ import annotations

import math
import sys
from types import FrameType

import pytest
from outcrop.ui.dock.train.curves import Curves, Series
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QEvent, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent
from qgis.PyQt.QtWidgets import QApplication


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(280, 110)
    return made


def colours(curves: Curves) -> set[str]:
    image = curves.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(30, image.height())}


def test_many_points_are_averaged_and_the_mean_stays() -> None:
    series = Series()
    for x in range(10_000):
        series.add(x, x / 10_000)
    assert len(series.xs) < 800
    assert sum(series.ys) / len(series.ys) == pytest.approx(0.5, abs=0.02)
    assert series.nearest(5000) == pytest.approx((5000, 0.5), rel=0.01)


def test_what_is_no_number_is_left_out() -> None:
    series = Series()
    series.add(1, math.nan)
    series.add(2, math.inf)
    assert series.ys == []
    assert series.nearest(1) is None


def test_steps_and_epochs_draw_two_curves(curves: Curves) -> None:
    empty = colours(curves)
    for step in range(1, 30):
        curves.add({"event": "metric", "step": step, "loss": 1 / step})
    for epoch in range(1, 5):
        curves.add({"event": "metric", "epoch": epoch, "loss": 0.5, "miou": 0.2 * epoch})
    drawn = colours(curves) - empty
    assert "#d1802f" in drawn
    assert "#3a8fb7" in drawn


@pytest.mark.parametrize(
    "metric", [{}, {"step": 1, "loss": None}, {"epoch": "x", "miou": "y"}, {"step": 1, "loss": 5.0}]
)
def test_odd_metrics_do_not_break_the_painting(curves: Curves, metric: dict[str, object]) -> None:
    curves.add(metric)
    assert not curves.grab().isNull()


def test_painting_is_over_even_where_something_keeps_its_frame(curves: Curves) -> None:
    kept: list[FrameType] = []

    def keep(frame: FrameType, event: str, argument: object) -> None:
        if event == "return" and frame.f_code.co_name == "paintEvent":
            kept.append(frame)

    before = sys.getprofile()
    sys.setprofile(keep)
    try:
        curves.grab()
    finally:
        sys.setprofile(before)
    assert kept
    assert not any(frame.f_locals["painter"].isActive() for frame in kept)


def test_one_value_and_equal_values_are_drawn(curves: Curves) -> None:
    for step in (1, 1, 2):
        curves.add({"step": step, "loss": 0.0})
        assert not curves.grab().isNull()


def test_hovering_reads_a_value(curves: Curves, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(
        "outcrop.ui.dock.train.curves.QToolTip.showText", lambda _place, text, _widget: read.append(text)
    )
    for epoch in range(1, 4):
        curves.add({"epoch": epoch, "miou": epoch / 10})
    place = QPointF(275, 50)
    button = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(curves, moved)
    assert "epoch 3: mIoU 0.300" in read
