"""What has to be rendered before a training can begin: imagery that is no file, where the polygons lie."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ...layers.rendering import Rendering, rendering_under
from .data_choice import DataChoice


def scene_rendering(data: DataChoice, project: QgsProject, folder: Path) -> tuple[Rendering, ...]:
    """Give the steps that write what the chosen imagery shows around polygons and labelled area; none for files.

    Raises:
        BadInputError: The polygons lie outside the imagery, or too far apart.
    """
    if data.imagery is None:
        return ()
    area = data.area.layer(project, data.imagery.crs)
    layers = [(project.mapLayer(data.polygons_id), data.only_selected), (area, False)]
    polygons = [(layer, only) for layer, only in layers if isinstance(layer, QgsVectorLayer)]
    return rendering_under(data.imagery, project, folder, polygons)
