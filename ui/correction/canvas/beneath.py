"""What lies beneath the map: the canvas drawn once more without predictions, to see it and find what looks alike."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
from qgis.core import QgsMapLayer, QgsMapSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

from ...layers.predictions import MODEL_PROPERTY
from .screen_item import ScreenItem
from .view_picture import ViewPicture

_ABOVE_MAP = 40.0


class Beneath(QObject):
    """Keeps a picture of the canvas without the predictions, drawn when it is first asked for in a view.

    `ready` tells that a picture has been drawn.
    """

    ready = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._view = ViewPicture(canvas, _layers, parent=self)
        self._view.ready.connect(self._on_drawn)
        self._item = _BeneathItem(canvas)
        self._wanted = False
        canvas.mapCanvasRefreshed.connect(self._on_refreshed)

    def picture(self) -> Optional[QImage]:
        """Give the picture for what the canvas shows; None while it is being drawn."""
        self._wanted = True
        return self._view.picture()

    def colours_around(self, at: QPointF, side: int) -> Optional[np.ndarray]:
        """Give the picture's colours (H, W, 3) in a square around a point of the canvas, black beyond its edges."""
        picture = self.picture()
        if picture is None:
            return None
        ratio = picture.devicePixelRatioF()
        left, top = round(at.x() * ratio) - side // 2, round(at.y() * ratio) - side // 2
        part = picture.copy(left, top, side, side).convertToFormat(QImage.Format.Format_RGB32)
        bits = part.constBits()
        bits.setsize(part.sizeInBytes())
        return np.frombuffer(bits, np.uint8).reshape(side, side, 4)[:, :, 2::-1].copy()

    def forget(self) -> None:
        """Draw it anew when it is next asked for: a layer looks otherwise now."""
        self._view.forget()

    def show_all(self, shown: bool) -> None:
        """Show it instead of the map, or the map again."""
        self._item.set_part(self._canvas.width() if shown else None)
        self._renew()

    def show_left_of(self, x: Optional[float]) -> None:
        """Show it on the left of a column of the canvas and the map on the right; None shows the map."""
        self._item.set_part(x)
        self._renew()

    @property
    def is_shown(self) -> bool:
        """Whether it covers some of the map."""
        return self._item.part is not None

    def shutdown(self) -> None:
        """Stop drawing, and let go of the canvas."""
        self._canvas.mapCanvasRefreshed.disconnect(self._on_refreshed)
        self._view.stop()
        self._canvas.scene().removeItem(self._item)

    def _renew(self) -> None:
        if self.is_shown:
            self._item.set_picture(self.picture())

    def _on_refreshed(self) -> None:
        """Draw the new view at once where the picture has been of use before."""
        if self._wanted:
            self._item.set_picture(self.picture())

    def _on_drawn(self) -> None:
        if self.is_shown:
            self._item.set_picture(self._view.last)
        self.ready.emit()


class _BeneathItem(ScreenItem):
    """Draws the picture over the left of the canvas up to a column."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(_ABOVE_MAP)
        self.part: Optional[float] = None
        self._picture: Optional[QImage] = None

    def set_part(self, part: Optional[float]) -> None:
        """Say up to which column it is drawn; None draws nothing."""
        self.part = part
        self.update()

    def set_picture(self, picture: Optional[QImage]) -> None:
        """Take the picture."""
        self._picture = picture
        self.update()

    def paint(self, painter: QPainter, *_options: Any) -> None:
        """Draw it, with a line where the map begins."""
        if self.part is None or self._picture is None:
            return
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.part, self._canvas.height()))
        painter.fillRect(self.boundingRect(), self._canvas.canvasColor())
        painter.drawImage(QPointF(0, 0), self._picture)
        painter.restore()
        if self.part < self._canvas.width():
            for colour, width in ((QColor(0, 0, 0, 170), 3.0), (QColor(255, 255, 255), 1.4)):
                painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine))
                painter.drawLine(QPointF(self.part, 0), QPointF(self.part, self._canvas.height()))


def _layers(settings: QgsMapSettings) -> list[QgsMapLayer]:
    return [layer for layer in settings.layers() if not layer.customProperty(MODEL_PROPERTY)]
