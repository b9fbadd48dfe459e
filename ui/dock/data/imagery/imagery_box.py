"""The box that chooses imagery: rasters but those that Outcrop has written, or that look like maps of classes."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QWidget

from ....compat import LayerFilter
from ....layers.own_rasters import likely_maps, own_rasters, take_for_imagery


class ImageryBox(QgsMapLayerComboBox):
    """Offers a project's rasters, and prefers one from a file to a base map from a server.

    Its page has it `look` whenever layers come or are marked.
    """

    def __init__(self, project: QgsProject, tooltip: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self.setFilters(LayerFilter.RasterLayer)
        self.setToolTip(tooltip)

    def look(self, *_layers: QgsMapLayer) -> None:
        """Look which rasters are no imagery."""
        self.setExceptedLayerList([*own_rasters(self._project), *self.left_out()])
        current = self.currentLayer()
        if current is None or current.providerType() != "gdal":
            offered = [self.layer(index) for index in range(self.count())]
            from_files = [layer for layer in offered if layer is not None and layer.providerType() == "gdal"]
            if from_files:
                self.setLayer(from_files[0])

    def left_out(self) -> list[QgsRasterLayer]:
        """List the rasters that aren't offered since they look like maps of classes, by name."""
        return likely_maps(self._project)

    def take(self, layer: QgsRasterLayer) -> None:
        """Take a raster for imagery, whatever it looks like, and choose it; other boxes have to look."""
        take_for_imagery(layer)
        self.look()
        self.setLayer(layer)
