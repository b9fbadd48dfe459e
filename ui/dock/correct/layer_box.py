"""A box of layers, each with the group it lies in: several predictions are called “classes”."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Optional

from qgis.core import QgsIconUtils, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...texts import as_plain


class LayerBox(QComboBox):
    """Lists the accepted layers in the order of the layer tree, maps before polygons; `layer_changed` tells it."""

    layer_changed = pyqtSignal()

    def __init__(
        self, project: QgsProject, accepts: Callable[[QgsMapLayer], bool], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._project, self._accepts = project, accepts
        self._accepted: dict[str, tuple[str, bool]] = {}
        self._chosen = self._left_out = ""
        self._is_held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        project.layersRemoved.connect(self._on_removed)
        for signal in (project.layersAdded, project.layerTreeRoot().nameChanged):
            signal.connect(self._on_added)
        self.currentIndexChanged.connect(lambda _index: self._on_choice())
        self.activated.connect(lambda _index: self._hold())
        self.refresh()

    def current_layer(self) -> Optional[QgsMapLayer]:
        """Give the chosen layer."""
        return self._project.mapLayer(self.currentData() or "")

    def set_layer(self, layer: QgsMapLayer) -> None:
        """Choose a layer."""
        self.refresh()
        index = self.findData(layer.id())
        if index >= 0:
            self.setCurrentIndex(index)
            self._hold()

    def _hold(self) -> None:
        """Keep to what is chosen; before, the uppermost layer is, whichever comes."""
        self._is_held = True

    def leave_out(self, layer: QgsMapLayer) -> None:
        """Offer all but one layer."""
        if self._left_out != layer.id():
            self._left_out = layer.id()
            self.refresh()

    def refresh(self) -> None:
        """List the layers as they are now."""
        root = self._project.layerTreeRoot()
        layers = [layer for layer in root.layerOrder() if layer is not None and self._takes(layer)]
        layers.sort(key=lambda layer: isinstance(layer, QgsVectorLayer))
        self.blockSignals(True)
        self.clear()
        for layer in layers:
            parent = root.findLayer(layer.id()).parent()
            group = parent.name() if parent is not None else ""
            name = layer.name() if not group or group in layer.name() else f"{group} · {layer.name()}"
            self.addItem(QgsIconUtils.iconForLayer(layer), name, layer.id())
            self.setItemData(self.count() - 1, as_plain(name), Qt.ItemDataRole.ToolTipRole)
        self._is_held = self._is_held and self.findData(self._chosen) >= 0
        self.setCurrentIndex(self.findData(self._chosen) if self._is_held else 0 if layers else -1)
        self.blockSignals(False)
        self._on_choice()

    def _takes(self, layer: QgsMapLayer) -> bool:
        """Whether a layer is accepted; asked once for each source."""
        if layer.id() == self._left_out:
            return False
        known = self._accepted.get(layer.id())
        if known is None or known[0] != layer.source():
            known = self._accepted[layer.id()] = (layer.source(), self._accepts(layer))
        return known[1]

    def _on_added(self, *_details: object) -> None:
        self._timer.start(0)

    def _on_removed(self, gone: Collection[str]) -> None:
        for layer_id in gone:
            self._accepted.pop(layer_id, None)
        self.refresh()

    def _on_choice(self) -> None:
        chosen = self.currentData() or ""
        if chosen != self._chosen:
            self._chosen = chosen
            self.layer_changed.emit()
