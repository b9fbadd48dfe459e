"""The stroke picture: a brush's stroke on the screen as it grows; zoomed in, pixel for pixel what will be painted."""

from __future__ import annotations

import math
from typing import Any, Optional

import numpy as np
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ....core.correction.pixels.runs import Runs
from ....core.correction.pixels.shapes import GrowingStroke
from .pixel_map import PixelMap, Place

_BLOCKS_FROM = 3.0
"""From this many pixels of the screen for one of the raster on, single pixels are drawn."""


class StrokePicture:
    """Grows by one place at a time; its cost doesn't depend on how long the stroke is."""

    def __init__(self, pixels: PixelMap, size: QSize, ratio: float, diameter: float, colour: QColor) -> None:
        """Begin with nothing drawn.

        Args:
            pixels: The raster on the canvas.
            size: The canvas's.
            ratio: Pixels of the screen for one of the canvas.
            diameter: The brush's, in pixels of the raster.
            colour: What it paints.
        """
        self._pixels, self._size, self._diameter = pixels, size, diameter
        self._pen = QPen(colour, diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self._last: Optional[Place] = None
        self._stroke = GrowingStroke(diameter)
        self._affine = self._middle_affine()
        self._corner = (0, 0)
        self._is_blocks = self._affine is not None and abs(self._affine.determinant()) ** 0.5 >= _BLOCKS_FROM
        if self._is_blocks:
            self._corner, seen = self._seen()
            self._image = QImage(seen, QImage.Format.Format_ARGB32_Premultiplied)
        else:
            self._image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
            self._image.setDevicePixelRatio(ratio)
        self._image.fill(0)
        self._value = _premultiplied(colour)

    def add(self, point: QgsPointXY) -> QRectF:
        """Go on to a place; give what of the canvas has changed."""
        pixel = self._pixels.pixel_at(point)
        affine = self._affine if self._is_blocks else self._pixels.affine(point)
        if pixel is None or affine is None:
            return QRectF()
        start, self._last = self._last or pixel, pixel
        added = self._stroke.to(*pixel)
        if self._is_blocks:
            self._fill(added)
        else:
            self._draw_line(affine, start, pixel)
        radius = self._diameter / 2 + 1.0
        left, right = min(start[0], pixel[0]) - radius, max(start[0], pixel[0]) + radius
        top, bottom = min(start[1], pixel[1]) - radius, max(start[1], pixel[1]) + radius
        return affine.mapRect(QRectF(left, top, right - left, bottom - top))

    @property
    def runs(self) -> Runs:
        """The pixels of the raster that it covers."""
        return self._stroke.runs

    def draw(self, painter: QPainter) -> None:
        """Draw it on the canvas."""
        painter.save()
        if self._is_blocks and self._affine is not None:
            painter.setTransform(QTransform.fromTranslate(*self._corner) * self._affine, True)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QPointF(0, 0), self._image)
        painter.restore()

    def _middle_affine(self) -> Optional[QTransform]:
        return self._pixels.affine(self._pixels.point_at(QPointF(self._size.width() / 2, self._size.height() / 2)))

    def _seen(self) -> tuple[tuple[int, int], QSize]:
        """Give the first column and row that the canvas shows, and how many."""
        back, _is_sound = (self._affine or QTransform()).inverted()
        box = back.mapRect(QRectF(0, 0, self._size.width(), self._size.height()))
        left, top = math.floor(box.left()) - 1, math.floor(box.top()) - 1
        return (left, top), QSize(math.ceil(box.right()) + 1 - left, math.ceil(box.bottom()) + 1 - top)

    def _fill(self, runs: Runs) -> None:
        values = _pixels_of(self._image)
        left, top = self._corner
        for row, first, after in zip(runs.row.tolist(), runs.start.tolist(), runs.end.tolist()):
            if 0 <= row - top < values.shape[0]:
                values[row - top, max(0, first - left) : max(0, after - left)] = self._value

    def _draw_line(self, affine: QTransform, start: Place, end: Place) -> None:
        painter = QPainter(self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.setTransform(affine, True)
        painter.setPen(self._pen)
        if start == end:
            painter.drawPoint(QPointF(*end))
        else:
            painter.drawLine(QPointF(*start), QPointF(*end))
        painter.end()


def ring_path(pixels: PixelMap, point: QgsPointXY, diameter: float) -> QPainterPath:
    """Give the outline of a brush at a place, in pixels of the canvas; empty where it can't be told."""
    path = QPainterPath()
    affine, pixel = pixels.affine(point), pixels.pixel_at(point)
    if affine is not None and pixel is not None:
        path.addEllipse(QPointF(*pixel), diameter / 2, diameter / 2)
        path = affine.map(path)
    return path


def _pixels_of(image: QImage) -> Any:
    """Give an image's pixels as an array (H, W) of 32-bit numbers that writes into it."""
    bits = image.bits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint32).reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()]


def _premultiplied(colour: QColor) -> int:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    return int(_pixels_of(image)[0, 0])
