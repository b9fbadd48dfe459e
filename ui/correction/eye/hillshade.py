"""Hillshade: an elevation layer shown as light and shadow over everything else, for as long as it is wanted."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsHillshadeRenderer, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QPainter

from ...texts import tr

_OF_PROPERTY = "outcrop/hillshade-of"
_SUN_DEGREES, _HEIGHT_DEGREES = 315.0, 45.0


def hillshade_of(project: QgsProject, elevation: QgsRasterLayer) -> Optional[QgsMapLayer]:
    """Find the hillshade of an elevation layer."""
    layers = project.mapLayers().values()
    return next((layer for layer in layers if layer.customProperty(_OF_PROPERTY) == elevation.id()), None)


def toggle_hillshade(project: QgsProject, elevation: QgsRasterLayer) -> bool:
    """Lay an elevation layer's hillshade over the map, darkening it, or take it away; True where it is shown then."""
    there = hillshade_of(project, elevation)
    if there is not None:
        project.removeMapLayer(there.id())
        return False
    layer = elevation.clone()
    layer.setName(tr("hillshade · {name}", name=elevation.name()))
    layer.setCustomProperty(_OF_PROPERTY, elevation.id())
    layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, _SUN_DEGREES, _HEIGHT_DEGREES))
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)
    return True
