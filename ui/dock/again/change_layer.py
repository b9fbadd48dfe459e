"""The layer of changes: where a new map differs from the one before, in the colours of what it became."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer

from ....core.errors import OutcropError
from ....core.labels.legend import Legend
from ...layers.predictions import MODEL_PROPERTY, class_renderer
from ...texts import tr

CHANGES = "changes"


def add_changes(project: QgsProject, beside: QgsRasterLayer, file: Path, legend: Legend) -> QgsRasterLayer:
    """Add a raster of changes right above a prediction; what is unchanged isn't drawn.

    Raises:
        OutcropError: It can't be loaded.
    """
    layer = QgsRasterLayer(str(file), tr("changes"))
    if not layer.isValid():
        raise OutcropError(tr("The raster “{path}” can't be loaded. Check that the file is there.", path=file))
    layer.setRenderer(class_renderer(layer, legend))
    layer.setCustomProperty(MODEL_PROPERTY, CHANGES)
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().findLayer(beside.id())
    parent = node.parent() if node is not None else project.layerTreeRoot()
    parent.insertLayer(parent.children().index(node) if node is not None else 0, layer)
    return layer
