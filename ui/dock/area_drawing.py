"""The labelled area on the map: a rectangle taken from what it shows or drawn over it, outlined while it is in use."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..compat import POLYGON_GEOMETRY
from .data.elsewhere import Elsewhere

_COLOUR = QColor(255, 193, 7)


class _RectangleTool(QgsMapToolExtent):
    """Draws one rectangle; `left` tells that Esc was pressed."""

    left = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # taken: the canvas does nothing more with it
            self.left.emit()


class AreaDrawing(QObject):
    """Answers what the field asks of the map."""

    def __init__(
        self, field: Elsewhere, project: QgsProject, canvas: QgsMapCanvas, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._field, self._project, self._canvas = field, project, canvas
        self._before: Optional[QgsMapTool] = None
        self._outline: Optional[QgsRubberBand] = None
        self._is_shown = True
        self.tool = _RectangleTool(canvas)
        self.tool.extentChanged.connect(self._on_drawn)
        self.tool.left.connect(self.leave)
        field.extent_requested.connect(self._on_extent)
        field.drawing_requested.connect(self._on_drawing)
        field.changed.connect(self._on_changed)
        canvas.destinationCrsChanged.connect(self._draw)

    def show_outline(self, *, on: bool) -> None:
        """Show the rectangle on the map, or don't."""
        self._is_shown = on
        if not on:
            self.leave()
        self._draw()

    def leave(self) -> None:
        """Give the canvas back to the tool that it had before."""
        if self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)
            if self._before is not None and not sip.isdeleted(self._before):
                self._canvas.setMapTool(self._before)
        self._before = None

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self._canvas.destinationCrsChanged.disconnect(self._draw)
        self.show_outline(on=False)

    def _on_extent(self) -> None:
        settings = self._canvas.mapSettings()
        corners = [QgsPointXY(corner) for corner in settings.visiblePolygon()]
        self._field.set_outline(QgsGeometry.fromPolygonXY([corners]), settings.destinationCrs())

    def _on_drawing(self) -> None:
        if self._canvas.mapTool() is not self.tool:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)

    def _on_drawn(self, box: QgsRectangle) -> None:
        self.tool.clearRubberBand()
        self.leave()
        if not box.isEmpty():
            self._field.set_outline(QgsGeometry.fromRect(box), self._canvas.mapSettings().destinationCrs())

    def _on_changed(self) -> None:
        if self._canvas.mapTool() is self.tool and not self._field.takes_box:
            self.leave()
        self._draw()

    def _draw(self) -> None:
        if self._outline is not None:
            self._canvas.scene().removeItem(self._outline)
            self._outline = None
        outline, crs = self._field.shown_outline
        if not self._is_shown or outline.isEmpty():
            return
        shape = QgsGeometry(outline)
        try:
            shape.transform(QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), self._project))
        except QgsCsException:
            return
        self._outline = QgsRubberBand(self._canvas, POLYGON_GEOMETRY)
        self._outline.setFillColor(QColor(0, 0, 0, 0))
        self._outline.setStrokeColor(_COLOUR)
        self._outline.setWidth(2)
        self._outline.setToGeometry(shape, None)
