"""Label rasters: layers whose values are classes, known by what Outcrop wrote into the file or by what was chosen."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from osgeo import gdal, ogr
from qgis.core import QgsMapLayer, QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer

from ...core.files.plain_name import plain_name
from ...core.labels.legend import LABELS, LABELS_TAG
from ...core.labels.names.class_value import class_name
from ...core.labels.names.value_names import TEXT_TYPE, names_by_value, sidecar_names
from .imagery import open_file, source_path, worker_path
from .own_rasters import LABELS_PROPERTY, noted_labels, tags_of

_MOST_NAMED = 65_536


def is_label_raster(layer: QgsMapLayer) -> bool:
    """Whether a layer's values are classes: as the analyst said, else as its file says of itself."""
    if not isinstance(layer, QgsRasterLayer):
        return False
    noted = noted_labels(layer)
    return tags_of(layer).get(LABELS_TAG) == LABELS if noted is None else noted


def mark_label_raster(layer: QgsRasterLayer, *, holds_labels: bool) -> None:
    """Note in the project whether a raster's values are classes."""
    layer.setCustomProperty(LABELS_PROPERTY, holds_labels)


def markable_rasters(project: QgsProject) -> list[QgsRasterLayer]:
    """List the rasters of files, by name: any of them may hold labels."""
    layers = project.mapLayers().values()
    rasters = [one for one in layers if isinstance(one, QgsRasterLayer) and one.providerType() == "gdal"]
    return sorted(rasters, key=lambda layer: layer.name().casefold())


def value_names(layer: QgsRasterLayer) -> dict[int, str]:
    """Read the class names by value: those that the file holds, else those of the layer's legend.

    Raises:
        BadInputError: The attribute table beside the file can't be used.
    """
    return _names_in_file(source_path(layer)) or _names_in_legend(layer)


def value_colours(layer: QgsRasterLayer) -> dict[int, str]:
    """Give the colours, “#rrggbb” by value, in which a layer is drawn; empty where it isn't drawn by values."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return {}
    return {int(entry.value): entry.color.name() for entry in renderer.classes() if float(entry.value).is_integer()}


def label_raster_colours(layer: QgsRasterLayer) -> dict[str, str]:
    """Give the colours, “#rrggbb” by class, in which a label raster is drawn.

    Raises:
        BadInputError: The attribute table beside the file can't be used.
    """
    names = value_names(layer)
    return {names.get(value, class_name(value)): colour for value, colour in value_colours(layer).items()}


def worker_labels(layer: QgsRasterLayer, folder: Path) -> str:
    """Give the file by which the worker reads a label raster; names of the layer's legend alone go with it.

    Raises:
        BadInputError: The layer is no file, or nothing can be written to the folder.
    """
    path = worker_path(layer, folder)
    names = {} if _names_in_file(source_path(layer)) else _names_in_legend(layer)
    if not names:
        return path
    named = str(folder / f"{layer.id()}_named.vrt")
    dataset = gdal.Translate(named, path, format="VRT")
    dataset.GetRasterBand(1).SetCategoryNames([names.get(value, "") for value in range(max(names) + 1)])
    dataset.FlushCache()
    return named


def _names_in_file(path: str) -> dict[int, str]:
    source = open_file(path)
    if source is None:
        return {}
    description = gdal.GetDriverByName("VRT").CreateCopy("", source).GetMetadata("xml:VRT")[0]
    band = ET.fromstring(description).find("VRTRasterBand")  # noqa: S314  (written by GDAL just now)
    return {} if band is None else names_by_value(band, lambda: _names_beside(Path(f"{path}.vat.dbf")), path=path)


def _names_beside(table: Path) -> dict[int, str]:
    """Read the attribute table that ArcGIS keeps in a file beside the raster."""
    if not table.is_file():
        return {}
    is_said = any(table.with_suffix(suffix).is_file() for suffix in (".cpg", ".CPG"))
    options = [] if is_said else ["ENCODING=ISO-8859-1"]
    dataset = gdal.OpenEx(str(table), gdal.OF_VECTOR, open_options=options)
    if dataset is None:
        return {}
    layer = dataset.GetLayer(0)
    indices = range(layer.GetLayerDefn().GetFieldCount())
    definitions = [layer.GetLayerDefn().GetFieldDefn(index) for index in indices]
    fields = [(one.GetName(), TEXT_TYPE if one.GetType() == ogr.OFTString else "", "") for one in definitions]
    rows = [[feature.GetField(index) for index in indices] for feature in layer]
    return sidecar_names(fields, [[row[index] for row in rows] for index in indices], "", str(table), is_said=is_said)


def _names_in_legend(layer: QgsRasterLayer) -> dict[int, str]:
    """Give the names that the analyst wrote into the layer's legend; those that only repeat the value are none."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return {}
    return {
        int(entry.value): plain_name(entry.label)
        for entry in renderer.classes()
        if float(entry.value).is_integer() and 0 <= entry.value < _MOST_NAMED
        and plain_name(entry.label) not in ("", class_name(entry.value))
    }  # fmt: skip
