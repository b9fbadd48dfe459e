"""Predictions as layers: styled by the model's legend, grouped beside their imagery. No other layer is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsLayerTreeGroup, QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP
from qgis.PyQt.QtGui import QColor

from ...core.errors import OutcropError
from ...core.labels.legend import Legend
from ..texts import tr
from .classes.class_style import is_covering
from .layer_order import place_above

_KINDS = {
    "probabilities": QT_TRANSLATE_NOOP("Outcrop", "probabilities"),
    "uncertainty": QT_TRANSLATE_NOOP("Outcrop", "uncertainty"),
    "lacking": QT_TRANSLATE_NOOP("Outcrop", "what was lacking"),
}
IMAGERY_PROPERTY, MODEL_PROPERTY = "outcrop/imagery", "outcrop/model"
"""Custom properties by which a group's imagery and a prediction's model are found again after a renaming."""


@dataclass(frozen=True)
class PredictionLayers:
    """Where a prediction belongs: the imagery's layer, if it is still there, and what imagery and model are called."""

    imagery_id: str
    imagery_name: str
    model_name: str
    model_file: str

    @property
    def title(self) -> str:
        """What the map is called, as the toolbox calls it."""
        return f"{self.imagery_name} · {self.model_name}"


def add_prediction(
    project: QgsProject,
    prediction: PredictionLayers,
    classes_file: Path,
    legend: Legend,
    transparent: Collection[str] = (),
    others: Optional[Mapping[str, Path]] = None,
) -> QgsRasterLayer:
    """Add a class raster to the project, above older predictions of the same imagery; give its layer.

    Args:
        project: The project.
        prediction: The imagery and the model that it is of.
        classes_file: The raster of class ids.
        legend: The classes' names and colours.
        transparent: Names of classes that aren't drawn; they stay in the legend.
        others: Further rasters of the prediction by kind, such as “uncertainty”; they are added switched off.

    Raises:
        OutcropError: A raster can't be loaded; the project is left as it was.
    """
    layer = _load(classes_file, prediction.title, prediction)
    layer.setRenderer(class_renderer(layer, legend, transparent))
    further = [
        _load(path, f"{prediction.title} · {tr(_KINDS.get(kind, kind))}", prediction)
        for kind, path in (others or {}).items()
    ]
    group = imagery_group(project, prediction)
    models = group.insertGroup(0, prediction.model_name)
    for added in (layer, *further):
        project.addMapLayer(added, False)
        node = models.addLayer(added)
        node.setItemVisibilityChecked(added is layer)
        node.setExpanded(added is layer)
    for shown in (group, models):
        shown.setItemVisibilityChecked(True)
        shown.setExpanded(False)  # a group that was empty is shown closed: only a change opens it
        shown.setExpanded(True)
    return layer


def _load(path: Path, name: str, prediction: PredictionLayers) -> QgsRasterLayer:
    """Load a raster of a prediction with the style beside it, and note what it comes from."""
    layer = QgsRasterLayer(str(path), name)
    if not layer.isValid():
        raise OutcropError(tr("The prediction “{path}” can't be loaded. Check that the file is there.", path=path))
    layer.setCustomProperty(MODEL_PROPERTY, prediction.model_file)
    layer.setCustomProperty(IMAGERY_PROPERTY, prediction.imagery_id)
    return layer


def class_renderer(
    layer: QgsRasterLayer, legend: Legend, transparent: Collection[str] = ()
) -> QgsPalettedRasterRenderer:
    """Give the renderer that draws a class raster in the legend's colours and names."""
    classes = []
    for entry in legend.classes:
        colour = QColor(entry.colour)
        colour.setAlpha(0 if entry.name in transparent else 255)
        classes.append(QgsPalettedRasterRenderer.Class(entry.id, colour, entry.name))
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)


def imagery_group(project: QgsProject, prediction: PredictionLayers) -> QgsLayerTreeGroup:
    """Find the group that holds the imagery's predictions, or make it above the imagery and what would hide them."""
    root = project.layerTreeRoot()
    for group in root.findGroups(True):
        if group.customProperty(IMAGERY_PROPERTY) == prediction.imagery_id:
            return group
    parent, position = place_above(root, prediction.imagery_id, is_covering)
    group = parent.insertGroup(position, tr("Outcrop · {imagery}", imagery=prediction.imagery_name))
    group.setCustomProperty(IMAGERY_PROPERTY, prediction.imagery_id)
    return group
