"""Layer menu: what Outcrop does with a raster, in the context menu of QGIS's layer tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject

from ..compat import RASTER_LAYER, QAction
from ..texts import tr
from ..widgets.algorithm_dialog import open_dialog
from .own_rasters import is_own


class LayerMenu(QObject):
    """Adds actions to the menus of rasters: mapping to imagery; polygons and measuring to maps of classes."""

    def __init__(
        self, iface: QgisInterface, project: QgsProject, predict: Callable[[QgsRasterLayer], None], parent: QObject
    ) -> None:
        """Add them to the layers that are there and to those that come; `predict` shows the page that maps a layer."""
        super().__init__(parent)
        self._iface, self._project, self._predict = iface, project, predict
        self.predict = QAction(tr("Predict with…"), self)
        self.polygons = QAction(tr("To polygons…"), self)
        self.measure = QAction(tr("Measure…"), self)
        self.predict.triggered.connect(self._on_predict)
        self.polygons.triggered.connect(lambda: self._open("outcrop:predictionpolygons"))
        self.measure.triggered.connect(lambda: self._open("outcrop:accuracy"))
        for action in (self.predict, self.polygons, self.measure):
            iface.addCustomActionForLayerType(action, tr("Outcrop"), RASTER_LAYER, False)
        project.layersAdded.connect(self._add)
        self._add(list(project.mapLayers().values()))

    def shutdown(self) -> None:
        """Take them away again."""
        self._project.layersAdded.disconnect(self._add)
        for action in (self.predict, self.polygons, self.measure):
            self._iface.removeCustomActionForLayerType(action)

    def _add(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsRasterLayer):
                for action in (self.polygons, self.measure) if is_own(layer) else (self.predict,):
                    self._iface.addCustomActionForLayer(action, layer)

    def _on_predict(self) -> None:
        layer = self._iface.activeLayer()
        if isinstance(layer, QgsRasterLayer):
            self._predict(layer)

    def _open(self, algorithm: str) -> None:
        """Open an algorithm's dialog with the layer filled in."""
        layer: Any = self._iface.activeLayer()
        open_dialog(algorithm, {"PREDICTION": layer.id()} if layer is not None else {})
