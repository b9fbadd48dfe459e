"""The layer that shows a map as it would be: in memory, instead of the map itself, never saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any, Optional

import numpy as np
from osgeo import gdal
from qgis.core import QgsLayerTreeLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtXml import QDomDocument

from ...core.labels.legend import Legend
from ..gdal_calls import done, opened
from ..layers.predictions import PredictionLayers, class_renderer
from ..layers.temporary import TemporaryLayers
from ..texts import tr
from .view_pixels import ViewPixels

_FOLDER = "/vsimem/outcrop-threshold"
_KEPT = 2
"""So many files stay: the one that is shown, and the one before, which may be being drawn still."""


class ThresholdLayer(QObject):
    """Shows one threshold after another in the same layer; the map's own and those before it are hidden meanwhile.

    They would show through where there is less now.
    """

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layers = TemporaryLayers(project, self)
        self._id = ""
        self._hidden: list[str] = []
        self._files: list[str] = []
        self._number = 0
        project.writeProject.connect(self._write_visible)

    @property
    def layer(self) -> Optional[QgsRasterLayer]:
        """The layer, if it is shown and still there."""
        layer = self._project.mapLayer(self._id)
        return layer if isinstance(layer, QgsRasterLayer) else None

    def show(
        self, maps: Sequence[QgsRasterLayer], prediction: PredictionLayers, legend: Legend, view: ViewPixels, byte: int
    ) -> None:
        """Show a part of a map at a threshold (1…255), instead of the layers of that map and of those before it.

        Raises:
            GdalError: There is no room for it.
        """
        file = self._write(view, view.at(byte))
        layer = self.layer
        if layer is None:
            self._id = self._layers.add(prediction, PurePosixPath(file), tr("more or fewer"), legend, legend.rest)
            self._hide(maps)
        else:
            layer.setDataSource(file, layer.name(), "gdal")
            layer.setRenderer(class_renderer(layer, legend, legend.rest))
            layer.triggerRepaint()
        self._files.append(file)
        while len(self._files) > _KEPT:
            gdal.Unlink(self._files.pop(0))

    def remove(self, *, show_map: bool = True) -> None:
        """Take the layer away, and show the map again that it stood for."""
        if self._id:
            self._layers.remove(self._id)
        for hidden in self._hidden if show_map else ():
            node = self._node(hidden)
            if node is not None:
                node.setItemVisibilityChecked(True)
        self._id, self._hidden = "", []
        while self._files:
            gdal.Unlink(self._files.pop())

    def shutdown(self) -> None:
        """Take the layer away and let go of the project."""
        self.remove()
        self._layers.shutdown()
        self._project.writeProject.disconnect(self._write_visible)

    def _write(self, view: ViewPixels, labels: np.ndarray) -> str:
        self._number += 1
        file = f"{_FOLDER}-{id(self)}-{self._number}.tif"
        height, width = labels.shape
        dataset = opened(gdal.GetDriverByName("GTiff").Create, file, width, height, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform(view.transform)
        dataset.SetProjection(view.crs)
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(0)
        done(band.WriteArray, labels)
        done(dataset.FlushCache)
        return file

    def _node(self, layer_id: str) -> Optional[QgsLayerTreeLayer]:
        return self._project.layerTreeRoot().findLayer(layer_id)

    def _hide(self, maps: Sequence[QgsRasterLayer]) -> None:
        for layer in maps:
            node = self._node(layer.id())
            if node is not None and node.itemVisibilityChecked():
                self._hidden.append(layer.id())
                node.setItemVisibilityChecked(False)

    def _write_visible(self, document: QDomDocument) -> None:
        """Have a project that is written say that the maps are shown: what hides them isn't written."""
        nodes = document.elementsByTagName("layer-tree-layer")
        elements: list[Any] = [nodes.at(number).toElement() for number in range(nodes.count() if self._hidden else 0)]
        for element in elements:
            if element.attribute("id") in self._hidden:
                element.setAttribute("checked", "Qt::Checked")
