"""Curves: loss and mIoU while a model learns, painted as they come; hovering reads values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ...texts import number_text, tr
from ...widgets.page import flag_value

_MOST_POINTS = 800


@dataclass
class Series:
    """Points of one curve; when they get too many, neighbours are averaged."""

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    _bundle: int = 1
    _waiting: list[tuple[float, float]] = field(default_factory=list)

    def add(self, x: float, y: float) -> None:
        """Add a point; one that is no number is left out."""
        if y != y or abs(y) == float("inf"):  # noqa: PLR0124  (NaN)
            return
        self._waiting.append((x, y))
        if len(self._waiting) < self._bundle:
            return
        count = len(self._waiting)
        self.xs.append(sum(point[0] for point in self._waiting) / count)
        self.ys.append(sum(point[1] for point in self._waiting) / count)
        self._waiting.clear()
        if len(self.xs) >= _MOST_POINTS:
            self.xs = [sum(pair) / 2 for pair in zip(self.xs[::2], self.xs[1::2])]
            self.ys = [sum(pair) / 2 for pair in zip(self.ys[::2], self.ys[1::2])]
            self._bundle *= 2

    def nearest(self, x: float) -> Optional[tuple[float, float]]:
        """Give the point nearest to x."""
        if not self.xs:
            return None
        nearest = min(range(len(self.xs)), key=lambda index: abs(self.xs[index] - x))
        return self.xs[nearest], self.ys[nearest]


class Curves(QLabel):
    """Two small plots side by side: the loss by step, the mIoU by epoch; a label, because themes colour its text."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.loss, self.miou = Series(), Series()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            tr(
                "Left: the loss, which training makes small. Right: mIoU on the pixels held back, "
                "the mean share by which prediction and labels overlap; 1 is perfect."
            )
        )

    def sizeHint(self) -> QSize:
        """Give the size it likes."""
        return QSize(280, 110)

    def clear(self) -> None:
        """Forget the curves of the run before."""
        self.loss, self.miou = Series(), Series()
        self.update()

    def add(self, metric: Mapping[str, Any]) -> None:
        """Take a metric event: a step's loss, or an epoch's mIoU."""
        for series, across, up in ((self.loss, "step", "loss"), (self.miou, "epoch", "miou")):
            x, y = metric.get(across), metric.get(up)
            if isinstance(x, (int, float)) and isinstance(y, (int, float)):
                series.add(float(x), float(y))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw both plots in the theme's colours.

        The painter is ended whatever happens: one that outlives this call, because a profiler or an error's traceback
        keeps the frame, would paint on a widget that is gone, and QGIS with it.
        """
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs in the plot, in any layout
            left, right = self._frames()
            self._draw(painter, left, self.loss, tr("loss"), QColor("#d1802f"), 0.0)
            self._draw(painter, right, self.miou, tr("mIoU"), QColor("#3a8fb7"), 0.1)
        finally:
            painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the values under the mouse."""
        position = event.pos()
        for frame, series, text in (
            (self._frames()[0], self.loss, tr("step {x}: loss {y}")),
            (self._frames()[1], self.miou, tr("epoch {x}: mIoU {y}")),
        ):
            if frame.contains(QPointF(position)) and len(series.xs) > 1:
                share = (position.x() - frame.left()) / frame.width()
                point = series.nearest(series.xs[0] + share * (series.xs[-1] - series.xs[0]))
                if point is not None:
                    read = text.format(x=number_text(point[0]), y=number_text(point[1], 3))
                    QToolTip.showText(self.mapToGlobal(position), read, self)
                return

    def _write_limits(self, painter: QPainter, frame: QRectF, low: float, high: float, colour: QColor) -> float:
        """Write the axis's ends small at its left, and give the width that they take."""
        ordinary, small = painter.font(), QFont(painter.font())
        small.setPointSizeF(max(6.0, ordinary.pointSizeF() - 2))
        colour.setAlpha(150)
        painter.setFont(small)
        painter.setPen(colour)
        width = 0
        for value, side in ((high, Qt.AlignmentFlag.AlignTop), (low, Qt.AlignmentFlag.AlignBottom)):
            text = number_text(value, 2 if abs(value) < 10 else 0)
            painter.drawText(frame, flag_value(Qt.AlignmentFlag.AlignLeft | side), text)
            width = max(width, painter.fontMetrics().horizontalAdvance(text))
        painter.setFont(ordinary)
        return width + 4.0

    def _frames(self) -> tuple[QRectF, QRectF]:
        half = (self.width() - 8) / 2
        return QRectF(0.5, 0.5, half - 1, self.height() - 1), QRectF(half + 8.5, 0.5, half - 1, self.height() - 1)

    def _draw(
        self,
        painter: QPainter,
        frame: QRectF,
        series: Series,
        title: str,
        colour: QColor,
        least_span: float,
    ) -> None:
        text_colour = self.palette().color(self.foregroundRole())
        faint = QColor(text_colour)
        faint.setAlpha(60)
        painter.setPen(QPen(faint, 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        head = frame.adjusted(6, 3, -6, 0)
        painter.setPen(text_colour)
        painter.drawText(head, flag_value(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), title)
        if not series.ys:
            return
        newest = number_text(series.ys[-1], 3 if abs(series.ys[-1]) < 10 else 1)
        painter.drawText(head, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), newest)
        inner = frame.adjusted(6, painter.fontMetrics().height() + 8, -6, -6)
        low, high = _limits(series.ys, least_span)
        inner.setLeft(inner.left() + self._write_limits(painter, inner, low, high, faint))
        painter.setPen(QPen(colour, 1.8))
        painter.drawPolyline(QPolygonF(_points(series, inner, low, high)))
        if len(series.xs) == 1:
            painter.drawEllipse(_points(series, inner, low, high)[0], 2, 2)


def _limits(values: Sequence[float], least_span: float) -> tuple[float, float]:
    """Give the range of an axis that holds all values and is no narrower than `least_span`."""
    low, high = min(values), max(values)
    low = max(0.0, low - max(0.0, least_span - (high - low)) / 2)
    return low, max(high, low + least_span)


def _points(series: Series, frame: QRectF, low: float, high: float) -> list[QPointF]:
    """Bring a series to the pixels of a frame."""
    width = (series.xs[-1] - series.xs[0]) or 1.0
    height = (high - low) or 1.0
    return [
        QPointF(
            frame.left() + (x - series.xs[0]) / width * frame.width(),
            frame.bottom() - (min(max(y, low), high) - low) / height * frame.height(),
        )
        for x, y in zip(series.xs, series.ys)
    ]
