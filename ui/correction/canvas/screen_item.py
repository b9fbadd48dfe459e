"""A canvas item that is drawn in the canvas's own pixels, whichever way the map is turned."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QRectF


class ScreenItem(QgsMapCanvasItem):
    """Lies over the whole canvas; QGIS would turn it with the map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.updatePosition()

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's name)
        """Give the whole canvas, in its own pixels."""
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self) -> None:  # noqa: N802 (QGIS's name)
        """Stay as it is when the map is moved or turned."""
        self.setPos(0.0, 0.0)
        self.setRotation(0.0)
