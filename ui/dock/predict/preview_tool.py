"""The map tool of the live preview: every click asks for a square around it, Esc leaves."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...compat import LINE_GEOMETRY

_COLOUR = QColor(255, 193, 7)


class PreviewTool(QgsMapTool):
    """`picked` brings the place of a click in the canvas's coordinate system, `left` that Esc was pressed."""

    picked = pyqtSignal(QgsPointXY)
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas = canvas
        self._before: Optional[QgsMapTool] = None
        self._frame: Optional[QgsRubberBand] = None

    def take(self) -> None:
        """Become the canvas's tool."""
        if self._canvas.mapTool() is not self:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self)

    def leave(self) -> None:
        """Give the canvas back to the tool that it had before."""
        if self._canvas.mapTool() is self:
            self._canvas.unsetMapTool(self)
            if self._before is not None and not sip.isdeleted(self._before):
                self._canvas.setMapTool(self._before)
        self._before = None

    def frame(self, outline: Optional[QgsGeometry]) -> None:
        """Draw a frame, in the canvas's coordinate system, instead of the one before; None draws none."""
        if self._frame is not None:
            self._canvas.scene().removeItem(self._frame)
            self._frame = None
        if outline is not None:
            self._frame = QgsRubberBand(self._canvas, LINE_GEOMETRY)
            self._frame.setColor(_COLOUR)
            self._frame.setWidth(2)
            self._frame.setToGeometry(outline, None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Tell where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # taken: the canvas does nothing more with it
            self.left.emit()
