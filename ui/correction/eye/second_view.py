"""A second map view of QGIS's own, that shows the same place as the first whichever of them is moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsMapLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

NewCanvas = Callable[[], Optional[QgsMapCanvas]]
"""Makes a map view in a dock of QGIS's own; None where it can't."""


class SecondView(QObject):
    """Keeps two canvases at one place, scale and rotation."""

    def __init__(self, canvas: QgsMapCanvas, make: NewCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas, self._make = canvas, make
        self.second: Optional[QgsMapCanvas] = None
        self._follows = False
        canvas.extentsChanged.connect(self._on_first)

    def open(self, layers: list[QgsMapLayer]) -> bool:
        """Open the view with layers of its own, from the top, or give the open one these; False where it can't."""
        if self.second is None or sip.isdeleted(self.second):
            self.second = self._make()
            if self.second is None:
                return False
            self.second.extentsChanged.connect(self._on_second)
        self.second.setTheme("")
        self.second.setDestinationCrs(self._canvas.mapSettings().destinationCrs())
        self.second.setLayers(layers)
        self._on_first()
        self.second.refresh()
        return True

    def shutdown(self) -> None:
        """Let the views go their own ways; the second one stays."""
        self._canvas.extentsChanged.disconnect(self._on_first)
        if self.second is not None and not sip.isdeleted(self.second):
            self.second.extentsChanged.disconnect(self._on_second)
        self.second = None

    def _on_first(self) -> None:
        if self.second is not None and not sip.isdeleted(self.second):
            self._copy(self._canvas, self.second)

    def _on_second(self) -> None:
        if self.second is not None:
            self._copy(self.second, self._canvas)

    def _copy(self, source: QgsMapCanvas, to: QgsMapCanvas) -> None:
        """Bring one view to the place of the other, which must not answer."""
        if self._follows:
            return
        self._follows = True
        try:
            if to.rotation() != source.rotation():
                to.setRotation(source.rotation())
            box = _view(source, to)
            if not _is_near(box, to.extent()):
                to.setExtent(box)
                to.refresh()
        finally:
            self._follows = False


def _view(source: QgsMapCanvas, to: QgsMapCanvas) -> QgsRectangle:
    """Give the box that a canvas shows when it has another one's middle and scale."""
    side, centre = source.mapUnitsPerPixel(), source.center()
    half_width, half_height = side * to.width() / 2, side * to.height() / 2
    return QgsRectangle(
        centre.x() - half_width, centre.y() - half_height, centre.x() + half_width, centre.y() + half_height
    )


def _is_near(box: QgsRectangle, other: QgsRectangle) -> bool:
    """Whether two boxes are the same but for a thousandth of their size."""
    reach = max(box.width(), box.height()) / 1000
    near = box.center().distance(other.center()) < reach
    return near and abs(box.width() - other.width()) < reach and abs(box.height() - other.height()) < reach
