"""The demo's QGIS project: imagery, polygons and prediction in one group, styled as the dock would add them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ...core.labels.legend import Legend
from ...core.model.card_file import read_card
from ..layers.classes.class_style import style_by_class
from ..layers.predictions import PredictionLayers, add_prediction
from ..texts import tr

DATA, PROJECT = "data.json", "demo.qgs"


def make_project(folder: Path) -> Path:
    """Write the project of a demo's folder, with paths relative to it, so that the folder can be moved.

    Args:
        folder: Where `outcrop demo` has left its files and `data.json`.

    Returns:
        The project file.
    """
    facts = json.loads((folder / DATA).read_text(encoding="utf-8"))
    card = read_card(facts["model"])
    project = QgsProject()
    project.setTitle(tr("Outcrop: the demo"))
    imagery = QgsRasterLayer(str(Path(facts["image"]).resolve()), Path(facts["image"]).stem)
    project.setCrs(imagery.crs())
    project.addMapLayer(imagery)
    prediction = PredictionLayers(imagery.id(), imagery.name(), card.name, facts["model"])
    add_prediction(project, prediction, Path(facts["prediction"]).resolve(), card.legend, card.legend.rest)
    group = project.layerTreeRoot().findGroups()[0]
    _add_polygons(project, group, facts, card.legend)
    node = project.layerTreeRoot().findLayer(imagery.id())
    group.insertChildNode(-1, node.clone())
    node.parent().removeChildNode(node)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(QgsRectangle(imagery.extent()), imagery.crs()))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    path = folder / PROJECT
    if not project.write(str(path.resolve())):
        raise OSError(project.error())
    return path


def _add_polygons(project: QgsProject, group: QgsLayerTreeGroup, facts: dict[str, Any], legend: Legend) -> None:
    """Add the training polygons below the prediction, outlined in the legend's colours."""
    layer = QgsVectorLayer(str(Path(facts["labels"]).resolve()), tr("training polygons"), "ogr")
    if not layer.isValid():
        return
    style_by_class(layer, facts["class_field"], {entry.name: entry.colour for entry in legend.classes})
    project.addMapLayer(layer, False)
    group.addLayer(layer)


def main(folder: str) -> None:
    """Write the project from a process without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    print(f"  {make_project(Path(folder))}")  # noqa: T201
    application.exitQgis()
