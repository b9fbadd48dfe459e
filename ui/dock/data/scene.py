"""The scene: the layers chosen on the Data page, as files that the worker can read."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from ....core.errors import BadInputError
from ....core.geodata.scene import Scene
from ...layers.corrected import accuracy_samples, reviews_over
from ...layers.imagery_stack import band_keys, imagery_layers, worker_images
from ...layers.label_rasters import worker_labels
from ...layers.polygons import Export, VectorSource, worker_source
from ...sources.layer_source import sources_of
from ...texts import tr
from .data_choice import DataChoice


def scene_of(data: DataChoice, project: QgsProject, folder: Path, later: Optional[list[Export]] = None) -> Scene:
    """Describe the chosen layers; what isn't in a file as it is in QGIS is written to `folder`, polygons `later`.

    Raises:
        BadInputError: A layer has gone meanwhile, or can't be written.
    """
    polygons = project.mapLayer(data.polygons_id)
    area = data.area.layer(project)
    if (
        data.imagery is None
        or not isinstance(polygons, (QgsVectorLayer, QgsRasterLayer))
        or (data.area and area is None)
    ):
        raise BadInputError(tr("A layer that was chosen is no longer in the project. Choose again on the Data page."))
    labels = (
        worker_source(polygons, data.class_field, folder, only_selected=data.only_selected, later=later)
        if isinstance(polygons, QgsVectorLayer)
        else VectorSource(worker_labels(polygons, folder), "", "")
    )
    inside = worker_source(area, "", folder, later=later) if area is not None else VectorSource("", "")
    return Scene(
        worker_images(data.imagery, project, folder), labels.path, labels.field, labels.layer, inside.path,
        inside.layer, band_keys(data.imagery), colours=dict(data.colours), corrections=data.corrections,
        reviews=(*reviews_over(project, data.imagery.layer_id), *accuracy_samples(project)),
        sources=sources_of(imagery_layers(data.imagery, project)),
    )  # fmt: skip
