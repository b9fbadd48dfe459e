"""A picture of what the canvas shows, drawn once more with other layers, in the background and when it is asked for."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Callable, Optional

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage


class ViewPicture(QObject):
    """Keeps the last picture; `ready` tells that one has been drawn."""

    ready = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, layers: Callable[[QgsMapSettings], Sequence[QgsMapLayer]],
        ground: Optional[QColor] = None, parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        """Take what draws it.

        Args:
            canvas: The view.
            layers: Gives the layers to draw, for what the canvas shows.
            ground: What lies under them; the canvas's own colour where none is given.
            parent: Of the object.
        """
        super().__init__(parent)
        self._canvas, self._layers, self._ground = canvas, layers, ground
        self._picture: Optional[QImage] = None
        self._view: Any = None
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._drawing: Any = None
        self._shown: Sequence[QgsMapLayer] = ()

    def picture(self, what: Hashable = None) -> Optional[QImage]:
        """Give the picture for what the canvas shows; None while it is being drawn.

        Args:
            what: What else the picture depends on.
        """
        view = (*self._view_now(), what)
        if view == self._view:
            return self._picture
        if self._job is None or view != self._drawing:
            self._draw(view)
        return None

    @property
    def last(self) -> Optional[QImage]:
        """The picture that was drawn last, of this view or of another."""
        return self._picture

    def forget(self) -> None:
        """Draw it anew when it is next asked for: a layer looks otherwise now."""
        self._view = None

    def stop(self) -> None:
        """Draw no more."""
        if self._job is not None:
            self._job.finished.disconnect(self._on_drawn)
            self._job.cancel()
        self._let_go()

    def _let_go(self) -> None:
        """Keep no layer when nothing is drawn: one that outlives QGIS brings the process down."""
        self._job, self._shown = None, ()

    def _view_now(self) -> tuple[Any, ...]:
        settings = self._canvas.mapSettings()
        box, size = settings.visibleExtent(), settings.outputSize()
        extent = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum(), settings.rotation())
        layers = tuple(layer.id() for layer in settings.layers())
        return (*extent, size.width(), size.height(), settings.destinationCrs().toWkt(), layers)

    def _draw(self, view: tuple[Any, ...]) -> None:
        if self._job is not None:
            self._job.finished.disconnect(self._on_drawn)
            self._job.cancelWithoutBlocking()
        settings = QgsMapSettings(self._canvas.mapSettings())
        self._shown = self._layers(settings)  # kept while they are drawn
        settings.setLayers(self._shown)
        if self._ground is not None:
            settings.setBackgroundColor(self._ground)
        self._drawing = view
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._on_drawn)
        self._job.start()

    def _on_drawn(self) -> None:
        if self._job is None:
            return
        self._picture, self._view = self._job.renderedImage(), self._drawing
        self._let_go()
        self.ready.emit()
