"""Watching layers: told when one is called otherwise, lies elsewhere or is of another file."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_SIGNALS = ("crsChanged", "dataSourceChanged", "nameChanged")
_PAUSE_MS = 100


class LayerWatch(QObject):
    """Tells `changed`, after a short pause, when one of the layers that it watches has changed."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._layers: dict[str, QgsMapLayer] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.changed)

    def watch(self, layers: Iterable[QgsMapLayer]) -> None:
        """Watch these layers, and no others."""
        wanted = {layer.id(): layer for layer in layers}
        for layer_id in [layer_id for layer_id in self._layers if layer_id not in wanted]:
            self._leave(layer_id)
        for layer_id, layer in wanted.items():
            if layer_id not in self._layers:
                self._layers[layer_id] = layer
                for name in _SIGNALS:
                    getattr(layer, name).connect(self._on_change)

    def _leave(self, layer_id: str) -> None:
        layer = self._layers.pop(layer_id)
        for name in () if sip.isdeleted(layer) else _SIGNALS:
            getattr(layer, name).disconnect(self._on_change)

    def _on_change(self, *_details: object) -> None:
        self._timer.start()
