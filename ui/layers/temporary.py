"""Temporary layers: class rasters that are shown for a while beside their imagery and never saved with the project."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath
from typing import Any, Optional

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...core.labels.legend import Legend
from .predictions import IMAGERY_PROPERTY, MODEL_PROPERTY, PredictionLayers, class_renderer, imagery_group
from .reloading import reload

_OWN_PROPERTY = "outcrop/temporary"
"""Custom property of the group that was made for a layer: the layer's id."""
_BY_ID = ("layer-tree-layer", "maplayer", "item")


def is_temporary(layer: QgsMapLayer, project: QgsProject) -> bool:
    """Whether a layer is one of those that are shown for a while."""
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent() if node is not None else None
    return group is not None and group.customProperty(_OWN_PROPERTY) == layer.id()


class TemporaryLayers(QObject):
    """Adds such layers, repaints them, and takes them away with the groups that were made for them."""

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._ids: list[str] = []
        project.writeProject.connect(self._leave_out)
        project.layersWillBeRemoved.connect(self._forget)

    def add(
        self, prediction: PredictionLayers, file: PurePath, name: str, legend: Legend, transparent: Collection[str] = ()
    ) -> str:
        """Show a class raster in a group of its own above the imagery; give its layer's id, empty if it isn't whole."""
        layer = QgsRasterLayer(str(file), name)
        if not layer.isValid():
            return ""
        layer.setRenderer(class_renderer(layer, legend, transparent))
        layer.setCustomProperty(MODEL_PROPERTY, prediction.model_file)
        layer.setCustomProperty(IMAGERY_PROPERTY, prediction.imagery_id)
        self._project.addMapLayer(layer, False)
        self._ids.append(layer.id())
        group = imagery_group(self._project, prediction).insertGroup(0, prediction.model_name)
        group.setCustomProperty(_OWN_PROPERTY, layer.id())
        group.addLayer(layer)
        return str(layer.id())

    def repaint(self, layer_id: str) -> None:
        """Draw a layer's file as it is now."""
        layer = self._project.mapLayer(layer_id)
        if layer is not None:
            reload(layer)

    def remove(self, layer_id: str) -> None:
        """Take a layer away, and the groups that are empty without it."""
        node = self._project.layerTreeRoot().findLayer(layer_id)
        group = node.parent() if node is not None else None
        if layer_id in self._ids:
            self._project.removeMapLayer(layer_id)
        while isinstance(group, QgsLayerTreeGroup) and not group.children() and group.parent() is not None:
            empty, group = group, group.parent()
            group.removeChildNode(empty)

    def clear(self) -> None:
        """Take all of them away."""
        for layer_id in tuple(self._ids):
            self.remove(layer_id)

    def shutdown(self) -> None:
        """Take all of them away and let go of the project."""
        self.clear()
        self._project.writeProject.disconnect(self._leave_out)
        self._project.layersWillBeRemoved.disconnect(self._forget)

    def _forget(self, layer_ids: Collection[str]) -> None:
        self._ids = [layer_id for layer_id in self._ids if layer_id not in layer_ids]

    def _leave_out(self, document: QDomDocument) -> None:
        """Keep the layers out of a project that is being written, and bring them back when it is."""
        taken: list[QgsRasterLayer] = []
        for layer_id in tuple(self._ids):
            _remove_elements(document, layer_id)
            layer = self._project.mapLayer(layer_id)
            if layer is not None:
                taken.append(self._project.takeMapLayer(layer))
        if taken:
            QTimer.singleShot(0, lambda: self._bring_back(taken))

    def _bring_back(self, taken: list[QgsRasterLayer]) -> None:
        was_dirty = self._project.isDirty()
        groups = {
            group.customProperty(_OWN_PROPERTY): group for group in self._project.layerTreeRoot().findGroups(True)
        }
        for layer in taken:
            group = groups.get(layer.id())
            if group is not None:
                self._project.addMapLayer(layer, False)
                self._ids.append(layer.id())
                group.addLayer(layer)
        self._project.setDirty(was_dirty)


def _remove_elements(document: QDomDocument, layer_id: str) -> None:
    """Remove what a project's document says of a layer, and the groups that hold nothing else."""
    for tag in _BY_ID:
        nodes = document.elementsByTagName(tag)
        for number in reversed(range(nodes.count())):
            element = nodes.at(number).toElement()
            told = element.attribute("id") or element.firstChildElement("id").text() or element.text()
            if told == layer_id:
                parent = element.parentNode()
                parent.removeChild(element)
                _remove_empty_groups(parent.toElement())


def _remove_empty_groups(element: QDomElement) -> None:
    while _is_empty_group(element):
        parent = element.parentNode()
        parent.removeChild(element)
        element = parent.toElement()


def _is_empty_group(element: Any) -> bool:
    if element.tagName() != "layer-tree-group" or not element.attribute("name"):
        return False
    held = ("layer-tree-layer", "layer-tree-group")
    return not any(element.elementsByTagName(tag).count() for tag in held)
