"""What has to be rendered before a training can begin: imagery that is no file, where the labels lie."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from ...layers.rendering import Rendering, rendering_under
from .data_choice import DataChoice
from .elsewhere import LabelledAreaChoice


def scene_rendering(data: DataChoice, project: QgsProject, folder: Path) -> tuple[Rendering, ...]:
    """Give the steps that write what the chosen imagery shows around labels and labelled area; none for files.

    Raises:
        BadInputError: The labels lie outside the imagery, or too far apart.
    """
    if data.imagery is None:
        return ()
    area = data.area.layer(project)
    labels = project.mapLayer(data.polygons_id)
    under = _footprint(labels, project) if isinstance(labels, QgsRasterLayer) else labels
    layers = [(under, data.only_selected), (area, False)]
    polygons = [(layer, only) for layer, only in layers if isinstance(layer, QgsVectorLayer)]
    return rendering_under(data.imagery, project, folder, polygons)


def _footprint(labels: QgsRasterLayer, project: QgsProject) -> Optional[QgsVectorLayer]:
    """Give the rectangle of a label raster as a layer in memory."""
    return LabelledAreaChoice.of_box(labels.extent(), labels.crs()).layer(project)
