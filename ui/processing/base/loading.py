"""Loading: how outputs look and what they are called when QGIS opens them after an algorithm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ....core.labels.legend import is_rest
from .inputs import Inputs

Ramp = Sequence[tuple[float, str, str]]
"""Value, colour and label of places between which colours are mixed."""


class _Styled(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer its style and its name on the main thread."""

    waiting: ClassVar[list[_Styled]] = []
    """Those still to be called: QGIS owns them, but the Python half of one that nobody refers to is lost."""

    def __init__(
        self, name: str, style: str = "", classes: Sequence[Mapping[str, Any]] = (), field: str = "", ramp: Ramp = ()
    ) -> None:
        super().__init__()
        self._name, self._style, self._classes, self._field, self._ramp = name, style, classes, field, ramp
        self.waiting.append(self)

    def postProcessLayer(  # noqa: N802  (QGIS's name)
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer."""
        del context, feedback
        self.waiting.remove(self)
        if self._name:
            layer.setName(self._name)
        if self._style:
            layer.loadNamedStyle(self._style)
        elif self._classes and isinstance(layer, QgsVectorLayer):
            layer.setRenderer(by_class(self._classes, self._field))
        elif self._classes and isinstance(layer, QgsRasterLayer):
            layer.setRenderer(_by_value(layer, self._classes))
        elif self._ramp and isinstance(layer, QgsRasterLayer):
            layer.setRenderer(_by_ramp(layer, self._ramp))
        layer.triggerRepaint()


def style_output(
    inputs: Inputs,
    parameter: str,
    layer_id: str,
    name: str,
    *,
    style: str = "",
    classes: Sequence[Mapping[str, Any]] = (),
    field: str = "",
    ramp: Ramp = (),
) -> None:
    """Style an output if QGIS is to load it; a name that a model gave it is kept.

    Args:
        inputs: Those of the run.
        parameter: The output's parameter.
        layer_id: The output's file, or the id of a layer in memory.
        name: What it is called.
        style: The file that says how a raster looks.
        classes: The names and colours by which polygons, or the values of a raster without a style, are drawn.
        field: The field that holds their class.
        ramp: The values of a raster's first band that have a colour of their own, ascending.
    """
    context = inputs.context
    if not context.willLoadLayerOnCompletion(layer_id):
        return
    details = context.layerToLoadOnCompletionDetails(layer_id)
    definition = inputs.algorithm.parameterDefinition(parameter)
    own_name = details.name not in ("", definition.description(), parameter)
    details.setPostProcessor(_Styled("" if own_name else name, style, classes, field, ramp))


def load_beside(inputs: Inputs, main_id: str, file: Optional[str], name: str, style: str) -> None:
    """Load a file that was made beside an output where that output is loaded."""
    context = inputs.context
    if not file or not context.willLoadLayerOnCompletion(main_id):
        return
    project = context.layerToLoadOnCompletionDetails(main_id).project
    context.addLayerToLoadOnCompletion(file, QgsProcessingContext.LayerDetails(name, project))
    context.layerToLoadOnCompletionDetails(file).setPostProcessor(_Styled(name, style))


def by_class(classes: Sequence[Mapping[str, Any]], field: str) -> QgsCategorizedSymbolRenderer:
    """Draw polygons by class; those that are merely the rest aren't filled, or they would hide the imagery."""
    hides = not all(is_rest(entry["name"]) for entry in classes)
    categories = [
        QgsRendererCategory(
            entry["name"],
            _filled(entry["colour"], is_filled=not (hides and is_rest(entry["name"]))),
            entry["name"],
        )
        for entry in classes
    ]
    return QgsCategorizedSymbolRenderer(field, categories)


def _filled(colour: str, *, is_filled: bool) -> QgsFillSymbol:
    style = "solid" if is_filled else "no"
    return QgsFillSymbol.createSimple(
        {"color": colour, "style": style, "outline_color": "#404040", "outline_width": "0.1"}
    )


def _by_value(layer: QgsRasterLayer, classes: Sequence[Mapping[str, Any]]) -> QgsPalettedRasterRenderer:
    entries = [QgsPalettedRasterRenderer.Class(int(e["id"]), QColor(e["colour"]), str(e["name"])) for e in classes]
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries)


def _by_ramp(layer: QgsRasterLayer, ramp: Ramp) -> QgsSingleBandPseudoColorRenderer:
    values = [value for value, _, _ in ramp]
    colours = QgsColorRampShader(values[0], values[-1])
    colours.setColorRampType(QgsColorRampShader.Type.Interpolated)
    colours.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(value, QColor(colour), label) for value, colour, label in ramp]
    )
    shader = QgsRasterShader(values[0], values[-1])
    shader.setRasterShaderFunction(colours)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(values[0])
    renderer.setClassificationMax(values[-1])
    return renderer
