"""A vector layer with all its fields, as the file by which the worker reads it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ...core.errors import BadInputError
from ...core.files.naming import file_stem, free_path
from ..texts import tr
from .polygons import VectorSource, own_file


def whole_layer(layer: QgsVectorLayer, folder: Path) -> VectorSource:
    """Give the layer's own file where it says the same as the layer, else a copy with all its fields in a folder.

    Edits that aren't saved yet are in the copy.

    Raises:
        BadInputError: The copy couldn't be written.
    """
    file = own_file(layer)
    if file is not None:
        return file
    path = free_path(folder, file_stem(layer.name()), ".gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "copy"
    options.layerOptions = ["FID=outcrop_fid"]
    context = QgsProject.instance().transformContext()
    error, text, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise BadInputError(tr("“{name}” can't be copied for the worker: {error}.", name=layer.name(), error=text))
    return VectorSource(str(path), "copy")
