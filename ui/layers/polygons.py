"""Polygons: the file by which the worker reads a vector layer, as it is in QGIS at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ...core.errors import BadInputError
from ...core.files.naming import file_stem, free_path
from ..compat import POINT_GEOMETRY, TEXT, WkbType, faces
from ..gdal_calls import GdalError, opened
from ..texts import tr, unwritable_text
from .classes.class_values import class_text

_UTF_8 = ("utf8", "65001")
_CODE_PAGE_AT = 29
"""Where a DBF file's header names its code page."""
_EXPORTED = "polygons"
"""The layer in an exported GeoPackage."""
_SURFACES, _DIMENSIONS = (15, 16, 17), 1000
"""OGR's numbers of polyhedral surfaces, triangulated networks and triangles, beside thousands for Z and M."""


@dataclass(frozen=True)
class VectorSource:
    """A vector file, the layer in it, and the field that holds the class (empty where none is needed)."""

    path: str
    layer: str
    field: str = ""


def check_polygons(layer: QgsVectorLayer, class_field: str) -> None:
    """Refuse a layer that can't be trained on.

    Raises:
        BadInputError: It can't be read, or has no coordinate system, no fields, or no such field; says what to do.
    """
    name = layer.name()
    if not layer.isValid():
        raise BadInputError(tr("“{name}” can't be read. Check that its file is there and whole.", name=name))
    if not layer.crs().isValid():
        raise BadInputError(
            tr("“{name}” has no coordinate system. Set it first: right click ▸ Layer CRS ▸ Set Layer CRS.", name=name)
        )
    if layer.fields().isEmpty():
        raise BadInputError(tr("“{name}” has no fields. Add one that holds the class of each polygon.", name=name))
    if layer.fields().indexOf(class_field) < 0:
        listed = ", ".join(entry.name() for entry in layer.fields())
        text = tr("“{layer}” has no field “{field}”. Choose the field that holds the class (it has: {listed}).",
                  layer=name, field=class_field, listed=listed)  # fmt: skip
        raise BadInputError(text)


def check_area(layer: QgsVectorLayer) -> None:
    """Refuse a layer that can't be the labelled area.

    Raises:
        BadInputError: It can't be read, or has no coordinate system.
    """
    if not layer.isValid() or not layer.crs().isValid():
        raise BadInputError(
            tr(
                "“{name}” can't be used as labelled area: it can't be read or has no coordinate system. "
                "Choose another one, or set it: right click ▸ Layer CRS ▸ Set Layer CRS.",
                name=layer.name(),
            )
        )


def field_of(layer: QgsVectorLayer, name: str) -> str:
    """Give a field's name as the layer writes it; large and small letters count where only they tell two apart.

    Raises:
        BadInputError: It has none of that name.
    """
    names = [field.name() for field in layer.fields()]
    alike = [one for one in names if one == name] or [one for one in names if one.casefold() == name.casefold()]
    if len(alike) != 1:
        text = tr("“{layer}” has no field “{field}”. Choose the field that holds the values: {fields}.",
                  layer=layer.name(), field=name, fields=", ".join(names))  # fmt: skip
        raise BadInputError(text)
    return alike[0]


def worker_source(
    layer: QgsVectorLayer, field: str, folder: Path, *, only_selected: bool = False,
    later: Optional[list[Export]] = None,
) -> VectorSource:  # fmt: skip
    """Give the file by which the worker reads a layer's polygons.

    That is the layer's own file where it says the same as the layer. A layer in memory or in a database, one that is
    edited, filtered, joined or given another coordinate system, and selected features go to a GeoPackage in `folder`:
    at once, or where there is a list for what is to be done `later`, when that is called, in any thread.

    Raises:
        BadInputError: The layer has no such field, or the GeoPackage couldn't be written.
    """
    field = field_of(layer, field) if field else ""
    file = None if only_selected else own_file(layer, field)
    if file is not None:
        return file
    stem = file_stem(layer.name())
    path = free_path(folder, f"{stem} {len(later) + 1}" if later else stem, ".gpkg")
    export = Export(layer, field, path, only_selected=only_selected)
    if later is None:
        export()
    else:
        later.append(export)
    return VectorSource(str(path), _EXPORTED, field)


def own_file(layer: QgsVectorLayer, field: str = "") -> VectorSource | None:
    """Give the layer's file if the worker finds in it what QGIS shows."""
    provider = layer.dataProvider()
    if layer.providerType() != "ogr" or provider is None or layer.isEditable() or layer.subsetString():
        return None
    if provider.crs() != layer.crs() or (field and provider.fieldNameIndex(field) < 0):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", provider.dataSourceUri())
    path, name = (str(parts.get(key) or "") for key in ("path", "layerName"))
    more = [key for key, value in parts.items() if key not in ("path", "layerName") and _is_set(value)]
    if more or not Path(path).is_file() or not _reads_alike(layer, path) or _has_surfaces(path, name):
        return None
    return VectorSource(path, name, field)


def _is_set(value: Any) -> bool:
    return isinstance(value, int) or (value != NULL and bool(value))


def _reads_alike(layer: QgsVectorLayer, path: str) -> bool:
    """Whether the worker takes the text of a file for what QGIS does: UTF-8, or what the file itself says."""
    provider = layer.dataProvider()
    chosen = _plain_encoding(provider.encoding())
    if provider.storageType() != "ESRI Shapefile":
        return chosen in _UTF_8
    table = Path(path)
    pages = [file for file in map(table.with_suffix, (".cpg", ".CPG")) if file.is_file()]
    encoding = _plain_encoding("".join(page.read_text(encoding="ascii", errors="replace") for page in pages[:1]))
    if encoding:
        return encoding == chosen or (encoding in _UTF_8 and chosen in _UTF_8)
    header = next((file for file in map(table.with_suffix, (".dbf", ".DBF")) if file.is_file()), None)
    if header is None:
        return True
    with header.open("rb") as file:
        begin = file.read(_CODE_PAGE_AT + 1)
    return chosen in _UTF_8 and begin[_CODE_PAGE_AT:] == b"\0"


def _plain_encoding(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _has_surfaces(path: str, name: str) -> bool:
    """Whether a layer is of surfaces in space, which QGIS reads as polygons and the worker can't."""
    try:
        dataset = opened(gdal.OpenEx, path, gdal.OF_VECTOR)
        layer = opened(dataset.GetLayerByName, name) if name else opened(dataset.GetLayer, 0)
    except GdalError:
        return False
    return layer.GetGeomType() % _DIMENSIONS in _SURFACES


def _count(path: Path) -> int:
    """Count what was written, without a layer of QGIS: its coordinate system would belong to a task's thread."""
    try:
        dataset = opened(gdal.OpenEx, str(path), gdal.OF_VECTOR)
        return int(opened(dataset.GetLayerByName, _EXPORTED).GetFeatureCount())
    except GdalError:
        return -1


class Export:
    """Writes a layer's polygons, as they were when it was made, with their class as text; invalid ones too."""

    def __init__(self, layer: QgsVectorLayer, field: str, path: Path, *, only_selected: bool) -> None:
        """Take what is needed of the layer; to be called on the main thread."""
        self._name, self._field, self._path, self._crs = layer.name(), field, path, layer.crs()
        are_points = layer.geometryType() == POINT_GEOMETRY
        self._kind = WkbType.MultiPoint if are_points else WkbType.MultiPolygon
        self._context = QgsProject.instance().transformContext()
        self._source = QgsVectorLayerFeatureSource(layer)
        request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        self._request = request.setSubsetOfAttributes([field] if field else [], layer.fields())
        if only_selected:
            self._request.setFilterFids(layer.selectedFeatureIds())

    def __call__(self, *_progress: Any) -> Sequence[str]:
        """Write them; there is nothing to tell.

        Raises:
            BadInputError: They couldn't be written.
        """
        fields = QgsFields()
        if self._field:
            fields.append(QgsField(self._field, TEXT))
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = _EXPORTED
        options.layerOptions = ["FID=outcrop_fid", "GEOMETRY_NAME=outcrop_shape"]
        writer = QgsVectorFileWriter.create(str(self._path), fields, self._kind, self._crs, self._context, options)
        self._check(writer)
        written = 0
        for feature in self._source.getFeatures(self._request):
            copy = QgsFeature(fields)
            copy.setGeometry(_straight(feature.geometry()))
            if self._field:
                copy.setAttributes([class_text(feature[self._field]) or None])
            writer.addFeature(copy)
            written += 1
        self._check(writer)
        del writer
        if _count(self._path) != written:
            raise BadInputError(unwritable_text(self._path, tr("it isn't whole")))
        return ()

    def _check(self, writer: QgsVectorFileWriter) -> None:
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            text = tr(
                "The polygons of “{name}” can't be written to “{path}”: {error}. Free some disk space, or choose "
                "another work folder in the settings.",
                name=self._name, path=self._path, error=writer.errorMessage(),
            )  # fmt: skip
            raise BadInputError(text)


def _straight(geometry: QgsGeometry) -> QgsGeometry:
    """Give a flat multipolygon with straight edges."""
    if geometry.isNull():
        return geometry
    geometry = faces(geometry)
    copy = QgsGeometry(geometry.constGet().segmentize() if QgsWkbTypes.isCurvedType(geometry.wkbType()) else geometry)
    flat = copy.get()
    flat.dropZValue()
    flat.dropMValue()
    copy.convertToMultiType()
    return copy
