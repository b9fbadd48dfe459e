"""Training polygons that are corrected with the same tools, in QGIS's own edit buffer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsPoint,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainterPath

from ...core.errors import BadInputError, OutcropError
from ...core.labels.legend import Legend
from ..compat import POLYGON_GEOMETRY
from ..layers.classes.class_values import class_colours, class_text, in_order
from ..texts import tr
from .canvas.pixel_map import PixelMap
from .shapes import DELETE, CorrectionRequest, DrawnArea, Line, Picks, Stroke
from .tool import screen_path
from .tool_kinds import POLYGONS

_SEGMENTS = 12
_MOST_READ = 200_000


class PolygonTarget(QObject):
    """One polygon layer with its class field; `changed` tells that something was edited or undone.

    The screen's own pixels, at the scale of one unit of the canvas each, stand for the raster's.
    """

    changed = pyqtSignal()
    subject = POLYGONS

    def __init__(
        self, canvas: QgsMapCanvas, layer: QgsVectorLayer, field: str, project: QgsProject,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self.layer, self.field = layer, field
        self.names = _class_names(layer, field)
        self._own = Legend.from_names(self.names, class_colours(layer, field)) if self.names else Legend(())
        layer.undoStack().indexChanged.connect(self.changed)

    @property
    def entries(self) -> list[tuple[int, str, QColor]]:
        """Its classes: id, name and colour."""
        return [(number, self.name_of(number), self.colour_of(number)) for number in range(1, len(self.names) + 1)]

    @property
    def counts(self) -> tuple[int, int]:
        """How many steps can be undone, and done again."""
        stack = self.layer.undoStack()
        return stack.index(), stack.count() - stack.index()

    @property
    def is_edited(self) -> bool:
        """Whether there is something to save."""
        return bool(self.layer.isModified())

    @property
    def pixel_m(self) -> float:
        """The side of a pixel of the screen, in units of the canvas."""
        return float(self._canvas.mapUnitsPerPixel())

    def pixel_map(self) -> PixelMap:
        """Give the screen's pixels as those of a raster."""
        side, crs = self._canvas.mapUnitsPerPixel(), self._canvas.mapSettings().destinationCrs()
        centre = self._canvas.center()
        return PixelMap(self._canvas, crs, (centre.x(), side, 0.0, centre.y(), 0.0, -side), self._project)

    def class_at(self, point: QgsPointXY) -> int:
        """Give the class of the polygon at a place; 0 where there is none."""
        feature = self._feature_at(point)
        name = class_text(feature[self.field]) if feature is not None else ""
        return self.names.index(name) + 1 if name in self.names else 0

    def colour_of(self, class_id: int) -> QColor:
        """Give a class's colour."""
        return QColor(self._own.classes[class_id - 1].colour) if 0 < class_id <= len(self._own) else QColor()

    def name_of(self, class_id: int) -> str:
        """Give a class's name; empty for none."""
        return self.names[class_id - 1] if 0 < class_id <= len(self.names) else ""

    @property
    def state(self) -> str:
        """Empty: what is drawn changes pixels of no map."""
        return ""

    def layer_of(self, _class_id: int) -> None:
        """Give none: polygons are added wherever they are drawn."""

    def region_path(self, point: QgsPointXY) -> QPainterPath:
        """Give the outline, in pixels of the canvas, of the polygon at a place."""
        feature = self._feature_at(point)
        if feature is None:
            return QPainterPath()
        geometry = QgsGeometry(feature.geometry())
        geometry.transform(self._transform(), Qgis.TransformDirection.Reverse)
        return screen_path(self.pixel_map(), geometry)

    def apply(self, request: CorrectionRequest) -> None:
        """Edit the layer by what was drawn, as one step of its own undo stack.

        Raises:
            OutcropError: It can't be edited, or nothing was hit; says why, and nothing has changed.
        """
        if not self.layer.isEditable() and not self.layer.startEditing():
            raise BadInputError(tr("“{name}” can't be edited. Save it to a GeoPackage first.", name=self.layer.name()))
        with self._edit(_step_text(request)):
            if isinstance(request.shape, Line):
                self._split(request.shape)
            elif isinstance(request.shape, Picks):
                self._change_picked(request.shape, request)
            else:
                self._add(request.shape, self.name_of(request.class_id))
        self.layer.triggerRepaint()

    def step(self, *, back: bool) -> None:
        """Take the last edit back, or do it again."""
        stack = self.layer.undoStack()
        stack.undo() if back else stack.redo()
        self.layer.triggerRepaint()

    @contextmanager
    def _edit(self, text: str) -> Iterator[None]:
        self.layer.beginEditCommand(text)
        try:
            yield
        except OutcropError:
            self.layer.destroyEditCommand()
            raise
        self.layer.endEditCommand()

    def _add(self, shape: Any, name: str) -> None:
        geometry = self._geometry(shape)
        if geometry.isEmpty():
            raise BadInputError(tr("What was drawn encloses nothing. Nothing was changed."))
        if QgsWkbTypes.isMultiType(self.layer.wkbType()):
            geometry.convertToMultiType()
            parts = [geometry]
        else:
            parts = geometry.asGeometryCollection()
        index = self.layer.fields().lookupField(self.field)
        for part in parts:
            feature = QgsVectorLayerUtils.createFeature(self.layer, part, {index: self._value(name)})
            if not self.layer.addFeature(feature):
                raise BadInputError(tr("The polygon can't be added to “{name}”.", name=self.layer.name()))

    def _geometry(self, shape: Any) -> QgsGeometry:
        """Give what was drawn as a valid geometry in the layer's coordinate system."""
        if isinstance(shape, Stroke):
            radius = shape.diameter / 2 * self._canvas.mapUnitsPerPixel()
            way = list(shape.way)
            line = QgsGeometry.fromPolylineXY(way) if len(way) > 1 else QgsGeometry.fromPointXY(way[0])
            geometry = line.buffer(radius, _SEGMENTS)
        elif isinstance(shape, DrawnArea):
            geometry = QgsGeometry(shape.geometry)
        else:
            return QgsGeometry()
        if not geometry.isGeosValid():
            geometry = geometry.makeValid()
        polygons = [
            part for part in geometry.asGeometryCollection()
            if part.type() == POLYGON_GEOMETRY
        ]  # fmt: skip
        joined = QgsGeometry.unaryUnion(polygons) if len(polygons) != 1 else polygons[0]
        return self._moved(joined)

    def _moved(self, geometry: QgsGeometry) -> QgsGeometry:
        try:
            geometry.transform(self._transform())
        except QgsCsException as error:
            raise BadInputError(tr("The place can't be told in the layer's coordinate system.")) from error
        return geometry

    def _change_picked(self, picks: Picks, request: CorrectionRequest) -> None:
        features = [self._feature_at(point) for point in picks.points]
        ids = {feature.id() for feature in features if feature is not None}
        if not ids:
            raise BadInputError(tr("There is no polygon at that place. Nothing was changed."))
        if request.purpose == DELETE:
            self.layer.deleteFeatures(list(ids))
            return
        index = self.layer.fields().lookupField(self.field)
        for feature_id in ids:
            self.layer.changeAttributeValue(feature_id, index, self._value(self.name_of(request.class_id)))

    def _split(self, line: Line) -> None:
        cut = QgsLineString([QgsPoint(self._transform().transform(point)) for point in line.points])
        result, _touched = self.layer.splitFeatures(cut, False, False)
        if result != Qgis.GeometryOperationResult.Success:
            raise BadInputError(tr("The line cuts no polygon. Begin and end it outside of the polygon."))

    def _value(self, name: str) -> Any:
        """Give a class as the field holds it."""
        field = self.layer.fields().field(self.field)
        return field.convertCompatible(name) if field.isNumeric() else name

    def _feature_at(self, point: QgsPointXY) -> Optional[QgsFeature]:
        """Give the smallest polygon at a place."""
        try:
            on_layer = self._transform().transform(point)
        except QgsCsException:
            return None
        request = QgsFeatureRequest(QgsRectangle(on_layer.x(), on_layer.y(), on_layer.x(), on_layer.y()))
        here = QgsGeometry.fromPointXY(on_layer)
        hit = [feature for feature in self.layer.getFeatures(request) if feature.geometry().contains(here)]
        return min(hit, key=lambda feature: feature.geometry().area(), default=None)

    def _transform(self) -> QgsCoordinateTransform:
        """Give the transform from the canvas to the layer."""
        return QgsCoordinateTransform(self._canvas.mapSettings().destinationCrs(), self.layer.crs(), self._project)


def _class_names(layer: QgsVectorLayer, field: str) -> list[str]:
    """Give the classes: those of the layer's style, then those that its polygons have."""
    index = layer.fields().lookupField(field)
    values = layer.uniqueValues(index, _MOST_READ) if index >= 0 else set()
    names = {class_text(value) for value in values} | set(class_colours(layer, field))
    return in_order(names - {""})[:254]


def _step_text(request: CorrectionRequest) -> str:
    if isinstance(request.shape, Line):
        return tr("Split polygons")
    if isinstance(request.shape, Picks):
        return tr("Delete polygons") if request.purpose == DELETE else tr("Reclassify polygons")
    return tr("Add a polygon")
