"""What QGIS and Qt call otherwise since QGIS 3.30, 3.38 or 4: the newer name first, the older one where it isn't.

All that differs between versions stands here; a test over the sources keeps the older names out of all else.
"""

from __future__ import annotations

from typing import Any

from qgis import core
from qgis.core import QgsGeometry, QgsRectangle
from qgis.PyQt import QtCore, QtGui, QtWidgets

_SURFACES, _DIGITS = ("PolyhedralSurface", "TIN"), 17


def first_of(module: Any, *names: str) -> Any:
    """Give what a module has under the first of several dotted names.

    Raises:
        AttributeError: It has none of them; all are named.
    """
    for name in names:
        attribute = module
        for part in name.split("."):
            attribute = getattr(attribute, part, None)
        if attribute is not None:
            return attribute
    raise AttributeError(f"{module.__name__} has none of {', '.join(names)}")


def field_type(qt_core: Any, newer: str, older: str) -> Any:
    """Give the type of a field: one of `QMetaType` where `QVariant` has no types, which QGIS 4's hasn't."""
    return first_of(qt_core, f"QVariant.Type.{older}", f"QMetaType.Type.{newer}")


def is_type(field: Any, wanted: Any) -> bool:
    """Whether a field is of a type, whichever of the two kinds of numbers the types are."""
    kind = field.type()
    return bool(_number(kind) == _number(wanted))


def empty_box() -> QgsRectangle:
    """Give a rectangle that has nothing in it, to be grown by others."""
    return emptied(QgsRectangle())


def emptied(box: Any) -> Any:
    """Make a rectangle one that has nothing in it, and give it."""
    (box.setNull if hasattr(box, "setNull") else box.setMinimal)()
    return box


def faces(geometry: QgsGeometry) -> QgsGeometry:
    """Give the polygons of a surface in space, which QGIS 3.40 reads as such and older ones as polygons."""
    surface = geometry.constGet()
    if hasattr(surface, "toMultiPolygon"):
        return QgsGeometry(surface.toMultiPolygon())
    kind = surface.geometryType()
    if kind in _SURFACES:  # of which QGIS 3.40 tells Python no more
        return QgsGeometry.fromWkt(surface.asWkt(_DIGITS).replace(kind, "MultiPolygon", 1))
    return geometry


def _number(kind: Any) -> int:
    return int(getattr(kind, "value", kind))


def moved(name: str, *modules: Any) -> Any:
    """Give a class of Qt from the first of several modules that has it: Qt 6 has put some elsewhere."""
    return next(getattr(module, name) for module in modules if hasattr(module, name))


QAction = moved("QAction", QtGui, QtWidgets)
QShortcut = moved("QShortcut", QtGui, QtWidgets)

TEXT = field_type(QtCore, "QString", "String")
WHOLE_NUMBER = field_type(QtCore, "Int", "Int")
NUMBER = field_type(QtCore, "Double", "Double")
TRUTH = field_type(QtCore, "Bool", "Bool")

POINT_GEOMETRY = first_of(core, "Qgis.GeometryType.Point", "QgsWkbTypes.GeometryType.PointGeometry")
LINE_GEOMETRY = first_of(core, "Qgis.GeometryType.Line", "QgsWkbTypes.GeometryType.LineGeometry")
POLYGON_GEOMETRY = first_of(core, "Qgis.GeometryType.Polygon", "QgsWkbTypes.GeometryType.PolygonGeometry")

WkbType = first_of(core, "Qgis.WkbType", "QgsWkbTypes.Type")
LayerFilter = first_of(core, "Qgis.LayerFilter", "QgsMapLayerProxyModel.Filter")
RASTER_LAYER = first_of(core, "Qgis.LayerType.Raster", "QgsMapLayerType.RasterLayer")
METRES = first_of(core, "Qgis.DistanceUnit.Meters", "QgsUnitTypes.DistanceUnit.DistanceMeters")

OF_POINTS = first_of(core, "Qgis.ProcessingSourceType.VectorPoint", "QgsProcessing.SourceType.TypeVectorPoint")
OF_LINES = first_of(core, "Qgis.ProcessingSourceType.VectorLine", "QgsProcessing.SourceType.TypeVectorLine")
OF_POLYGONS = first_of(core, "Qgis.ProcessingSourceType.VectorPolygon", "QgsProcessing.SourceType.TypeVectorPolygon")
OF_RASTERS = first_of(core, "Qgis.ProcessingSourceType.Raster", "QgsProcessing.SourceType.TypeRaster")
OF_FILES = first_of(core, "Qgis.ProcessingSourceType.File", "QgsProcessing.SourceType.TypeFile")


def task_pool() -> QtCore.QThreadPool:
    """Give the threads of QGIS's tasks: newer task managers have their own, older ones share those of all of Qt."""
    own = getattr(core.QgsApplication.taskManager(), "threadPool", None)
    return own() if own is not None else QtCore.QThreadPool.globalInstance()
