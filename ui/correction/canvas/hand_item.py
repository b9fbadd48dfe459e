"""What is in hand: the stroke, outline or region that a tool draws on the canvas before anything is written."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from .screen_item import ScreenItem
from .stroke_picture import StrokePicture

_EDGE = QColor(255, 255, 255)
_SHADE = QColor(0, 0, 0, 170)
_REACH_PX = 3.0
_ABOVE_ALL = 50.0


class HandItem(ScreenItem):
    """Draws a stroke, outlines with a filling, the brush's ring, and a word beside the cursor."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(_ABOVE_ALL)
        self._stroke: Optional[StrokePicture] = None
        self._outline, self._ring = QPainterPath(), QPainterPath()
        self._fill = QColor(0, 0, 0, 0)
        self._word, self._word_at = "", QPointF()
        self._mask: Optional[QImage] = None

    def show_stroke(self, picture: Optional[StrokePicture], changed: Optional[QRectF] = None) -> None:
        """Draw a stroke, of which a part has changed; None draws none."""
        self._stroke = picture
        self._renew(changed)

    def show_outline(self, path: QPainterPath, fill: QColor) -> None:
        """Draw outlines in canvas pixels, filled with a colour."""
        before = self._outline.boundingRect()
        self._outline, self._fill = path, fill
        self._renew(before.united(path.boundingRect()))

    def show_ring(self, path: QPainterPath) -> None:
        """Draw the brush's outline around the cursor."""
        before = self._ring.boundingRect()
        self._ring = path
        self._renew(before.united(path.boundingRect()))

    def show_word(self, word: str, at: QPointF) -> None:
        """Write a few words beside a point of the canvas."""
        before = self._word_box()
        self._word, self._word_at = word, at
        self._renew(before.united(self._word_box()))

    def set_mask(self, mask: Optional[QImage]) -> None:
        """Fill only where a picture of the canvas is opaque, as only there something will change; None: anywhere."""
        if mask is not self._mask:
            self._mask = mask
            self._renew(None)

    def clear(self) -> None:
        """Draw nothing."""
        self._stroke, self._word = None, ""
        self._outline, self._ring = QPainterPath(), QPainterPath()
        self._renew(None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn but perhaps the brush's ring."""
        return self._stroke is None and self._outline.isEmpty()

    def paint(self, painter: QPainter, *_options: Any) -> None:
        """Draw it all."""
        if self._mask is None or self.is_empty:
            self._fill_in(painter)
        else:
            painter.drawImage(QPointF(0, 0), self._masked(self._mask))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path in (self._outline, self._ring):
            for colour, width in ((_SHADE, 3.0), (_EDGE, 1.4)):
                painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine))
                painter.drawPath(path)
        if self._word:
            self._write(painter)

    def _fill_in(self, painter: QPainter) -> None:
        """Draw what will change: the stroke, or what the outline encloses."""
        if self._stroke is not None:
            self._stroke.draw(painter)
        if not self._outline.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.fillPath(self._outline, self._fill)

    def _masked(self, mask: QImage) -> QImage:
        """Draw it apart, and leave of it what lies in the mask."""
        picture = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(mask.devicePixelRatio())
        picture.fill(0)
        painter = QPainter(picture)
        self._fill_in(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(QPointF(0, 0), mask)
        painter.end()
        return picture

    def _write(self, painter: QPainter) -> None:
        box = self._word_box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(_EDGE)
        painter.setFont(self._font())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._word)

    def _font(self) -> QFont:
        return self._canvas.font()

    def _word_box(self) -> QRectF:
        if not self._word:
            return QRectF()
        metrics = self._canvas.fontMetrics()
        width, height = metrics.boundingRect(self._word).width() + 12, metrics.height() + 4
        left = min(self._word_at.x() + 16, self._canvas.width() - width - 4)
        top = min(self._word_at.y() + 14, self._canvas.height() - height - 4)
        return QRectF(left, top, width, height)

    def _renew(self, changed: Optional[QRectF]) -> None:
        if changed is None:
            self.update()
        elif not changed.isNull():
            grown = changed.adjusted(-_REACH_PX, -_REACH_PX, _REACH_PX, _REACH_PX)
            self.update(grown)
