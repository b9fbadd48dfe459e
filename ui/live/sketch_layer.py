"""The layer of the sketch: half transparent above its imagery, classes or how unsure they are, never saved."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsColorRampShader,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QColor

from ...core.labels.legend import Legend
from ..layers.predictions import PredictionLayers, class_renderer
from ..layers.temporary import TemporaryLayers
from ..texts import tr

OPACITY = 0.6
_SURE, _UNSURE = 1, 255
_RAMP = ((1, "#00000000"), (90, "#402c7bb6"), (170, "#c0fdae61"), (255, "#ffd7191c"))
"""From transparent where the sketch is sure to red where it is not."""


class SketchLayer(QObject):
    """Shows one sketch after another in the same layer."""

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layers = TemporaryLayers(project, self)
        self._id = ""
        self._imagery_id = ""
        self._legend: Optional[Legend] = None
        self.shows_unsure = False

    @property
    def layer(self) -> Optional[QgsRasterLayer]:
        """The layer, if it is shown and still there."""
        layer = self._project.mapLayer(self._id)
        return layer if isinstance(layer, QgsRasterLayer) else None

    def show(self, imagery_id: str, imagery_name: str, file: Path, legend: Legend) -> None:
        """Show a file instead of the one before, above its imagery."""
        layer = self.layer
        if layer is not None and imagery_id != self._imagery_id:
            self.remove()
            layer = None
        self._legend, self._imagery_id = legend, imagery_id
        if layer is None:
            prediction = PredictionLayers(imagery_id, imagery_name, tr("Live map (a sketch)"), "")
            self._id = self._layers.add(prediction, file, tr("sketch"), legend)
            layer = self.layer
            if layer is None:
                return
        else:
            layer.setDataSource(str(file), layer.name(), "gdal")
        self._style(layer)

    def show_unsure(self, on: bool) -> None:
        """Show how unsure the sketch is, or its classes."""
        self.shows_unsure = on
        layer = self.layer
        if layer is not None:
            self._style(layer)

    def remove(self) -> None:
        """Take the layer away."""
        if self._id:
            self._layers.remove(self._id)
        self._id = ""

    def shutdown(self) -> None:
        """Take the layer away and let go of the project."""
        self._layers.shutdown()
        self._id = ""

    def _style(self, layer: QgsRasterLayer) -> None:
        if self._legend is None:
            return
        renderer = _ramp(layer) if self.shows_unsure else class_renderer(layer, self._legend, self._legend.rest)
        renderer.setOpacity(OPACITY)
        layer.setRenderer(renderer)
        layer.triggerRepaint()


def _ramp(layer: QgsRasterLayer) -> QgsRasterRenderer:
    """Give the renderer that draws how unsure a sketch is."""
    names = {_SURE: tr("sure"), _UNSURE: tr("unsure")}
    colours = QgsColorRampShader(_SURE, _UNSURE)
    colours.setColorRampType(QgsColorRampShader.Type.Interpolated)
    colours.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(value, QColor(colour), names.get(value, "")) for value, colour in _RAMP]
    )
    shader = QgsRasterShader(_SURE, _UNSURE)
    shader.setRasterShaderFunction(colours)
    return QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 2, shader)
