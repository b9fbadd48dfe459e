"""The live layer: what a prediction has done so far, seen on the map while it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer

from ...layers.temporary import TemporaryLayers

_REPAINTS_APART_MS = 1000


class LiveLayer(QObject):
    """Shows the raster that a running job fills, from its first pixel on, and repaints it once a second at most."""

    def __init__(self, layers: TemporaryLayers, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self._add: Optional[Callable[[Path], str]] = None
        self._id = ""
        self._is_new = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REPAINTS_APART_MS)
        self._timer.timeout.connect(self._repaint)

    @property
    def layer_id(self) -> str:
        """The layer that is shown; empty while there is none."""
        return self._id

    def begin(self, add: Callable[[Path], str]) -> None:
        """Wait for the first pixels of a job; `add` then shows the file as a layer and gives its id."""
        self.end()
        self._add = add

    def hear(self, events: Sequence[dict[str, Any]]) -> None:
        """Take the job's events."""
        partial = [str(event["partial"]) for event in events if event.get("partial") and event.get("done")]
        if not partial or self._add is None:
            return
        if not self._id:
            self._id = self._add(Path(partial[-1]))
            self._timer.start()
            return
        self._is_new = True
        if not self._timer.isActive():
            self._repaint()

    def end(self) -> None:
        """Take the layer away."""
        self._timer.stop()
        self._add, self._is_new = None, False
        if self._id:
            self._layers.remove(self._id)
            self._id = ""

    def _repaint(self) -> None:
        if self._is_new and self._id:
            self._is_new = False
            self._layers.repaint(self._id)
            self._timer.start()
