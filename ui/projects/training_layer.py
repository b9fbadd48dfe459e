"""The training layer: a GeoPackage made for drawing class polygons."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsField,
    QgsFields,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QWidget

from ...core.errors import BadInputError
from ...core.files.naming import file_stem, free_path
from ...core.files.whole_file import check_writable
from ..compat import TEXT, WkbType
from ..layers.classes.class_style import make_ours, style_by_class
from ..layers.imagery import Imagery
from ..memory.memory import memory
from ..settings import work_folder
from ..texts import tr
from ..widgets.save_dialog import ask_for_file
from ..worker.launcher import make_folder

CLASS_FIELD, NOTE_FIELD = "kind", "note"
LAST_FOLDER = "last-polygons"
"""The name under which the folder of the last training layer is remembered."""


def make_training_layer(path: Path, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> QgsVectorLayer:
    """Make an empty polygon layer with the fields that training needs, add it on top, and start editing it.

    Raises:
        BadInputError: The file exists already, or can't be written.
    """
    check_writable(path)
    if path.exists():
        raise BadInputError(
            tr("“{path}” exists already. Choose another name, so that nothing is overwritten.", path=path)
        )
    fields = QgsFields()
    fields.append(QgsField(CLASS_FIELD, TEXT))
    fields.append(QgsField(NOTE_FIELD, TEXT))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = path.stem
    writer = QgsVectorFileWriter.create(
        str(path), fields, WkbType.MultiPolygon, crs, project.transformContext(), options
    )
    failure = writer.errorMessage() if writer.hasError() != QgsVectorFileWriter.WriterError.NoError else ""
    del writer
    layer = QgsVectorLayer(f"{path}|layername={path.stem}", path.stem, "ogr")
    if failure or not layer.isValid():
        raise BadInputError(tr("“{path}” can't be made: {error} Choose another place.", path=path, error=failure))
    _prepare(layer)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)
    layer.startEditing()
    return layer


def training_folder(project: QgsProject, imagery_file: str, otherwise: Path) -> Path:
    """Give the folder for new training polygons: beside the project, else where the last ones are, else the imagery.

    Args:
        project: Which may not be saved yet.
        imagery_file: The imagery's file; empty where it has none.
        otherwise: Where nothing else can be written.
    """
    near = [
        project.absolutePath(),
        str(memory().recall(LAST_FOLDER, "")),
        str(Path(imagery_file).parent) if imagery_file else "",
    ]
    usable = (Path(folder) for folder in near if folder and Path(folder).is_dir() and os.access(folder, os.W_OK))
    return next(usable, otherwise)


def training_path(project: QgsProject, imagery: Imagery, asking: Optional[QWidget] = None) -> Optional[Path]:
    """Give the place for a new layer of training polygons over imagery; None when the analyst thought better of it.

    Args:
        project: The project.
        imagery: The imagery.
        asking: The widget over which the analyst is asked for the place; None takes one without asking.

    Raises:
        BadInputError: Its folder can't be made.
    """
    folder = training_folder(project, imagery.path, work_folder())
    path = free_path(folder, f"training_{file_stem(imagery.name)}", ".gpkg", "_")
    if asking is not None:
        title = tr("Place of the new training layer")
        return ask_for_file(asking, title, path, "GeoPackage (*.gpkg)", ".gpkg")
    make_folder(folder)
    return path


def _prepare(layer: QgsVectorLayer) -> None:
    """Ask for the class first, offer those that were drawn already, and let the imagery show through the polygons."""
    for number in layer.primaryKeyAttributes():
        layer.setEditorWidgetSetup(number, QgsEditorWidgetSetup("Hidden", {}))  # GeoPackage numbers features by itself
    index = layer.fields().indexOf(CLASS_FIELD)
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("UniqueValues", {"Editable": True}))
    layer.setFieldAlias(index, tr("Class"))
    layer.setFieldAlias(layer.fields().indexOf(NOTE_FIELD), tr("Note"))
    layer.setDefaultValueDefinition(index, QgsDefaultValue("''"))  # else what is typed comes behind the word NULL
    make_ours(layer)
    style_by_class(layer, CLASS_FIELD, {})
