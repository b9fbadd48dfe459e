"""Counts per class: how many polygons or points over the imagery, how many pixels they cover, how large they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...compat import POINT_GEOMETRY
from ..imagery import Imagery
from .class_values import class_text, in_order


@dataclass
class EstimatedClassCount:
    """One class: its polygons or points over the imagery, about how many pixels they cover, and their area."""

    name: str
    polygons: int = 0
    points: int = 0
    pixels: float = 0.0
    square_metres: float = 0.0


@dataclass
class Counts:
    """What labels hold over the imagery; bounding boxes are in the imagery's coordinate system.

    Points, each the label of one pixel, count as no polygons. `colours` are those that a label raster is drawn in,
    “#rrggbb” by class name.
    """

    classes: list[EstimatedClassCount] = field(default_factory=list)
    polygons: int = 0
    points: int = 0
    outside: int = 0
    unnamed: int = 0
    invalid: int = 0
    outside_box: QgsRectangle = field(default_factory=QgsRectangle)
    unnamed_box: QgsRectangle = field(default_factory=QgsRectangle)
    invalid_box: QgsRectangle = field(default_factory=QgsRectangle)
    colours: dict[str, str] = field(default_factory=dict)


class ClassCounter:
    """Counts a layer's polygons or points in any thread: what it needs of the layer is taken when it is made."""

    def __init__(
        self, layer: QgsVectorLayer, class_field: str, imagery: Imagery, *, only_selected: bool = False
    ) -> None:
        """Take what is needed of the layer; to be called on the main thread."""
        self._source = QgsVectorLayerFeatureSource(layer)
        self._field = class_field
        self._fields = layer.fields()
        self._selected = layer.selectedFeatureIds() if only_selected else None
        self._crs = layer.crs()
        self._are_points = layer.geometryType() == POINT_GEOMETRY
        self._imagery = imagery
        self._context: QgsCoordinateTransformContext = QgsProject.instance().transformContext()

    def count(self, cancelled: Callable[[], bool] = lambda: False) -> Counts:
        """Count; stops early, with what it has, when it is cancelled."""
        counts, classes = Counts(), dict[str, EstimatedClassCount]()
        to_imagery = QgsCoordinateTransform(self._crs, self._imagery.crs, self._context)
        frame = QgsGeometry.fromRect(self._imagery.extent)
        measure = _measure(self._imagery.crs, self._context)
        request = QgsFeatureRequest().setSubsetOfAttributes([self._field] if self._field else [], self._fields)
        if self._selected is not None:
            request.setFilterFids(self._selected)
        for feature in self._source.getFeatures(request):
            if cancelled():
                break
            self._add(feature, counts, classes, to_imagery, frame, measure)
        counts.classes = [classes[name] for name in in_order(classes)]
        return counts

    def _add(
        self, feature: QgsFeature, counts: Counts, classes: dict[str, EstimatedClassCount],
        to_imagery: QgsCoordinateTransform, frame: QgsGeometry, measure: QgsDistanceArea,
    ) -> None:  # fmt: skip
        shape = QgsGeometry(feature.geometry())
        if shape.isNull() or shape.isEmpty():
            return
        if self._are_points:
            counts.points += 1
        else:
            counts.polygons += 1
        try:
            shape.transform(to_imagery)
        except QgsCsException:
            counts.outside += 1
            return
        if not shape.intersects(frame):
            counts.outside += 1
            counts.outside_box.combineExtentWith(shape.boundingBox())
            return
        if not shape.isGeosValid():
            counts.invalid += 1
            counts.invalid_box.combineExtentWith(shape.boundingBox())
            shape = shape.makeValid()
        name = class_text(self._value(feature))
        if self._field and not name:
            counts.unnamed += 1
            counts.unnamed_box.combineExtentWith(shape.boundingBox())
            return
        inside = shape if self._imagery.extent.contains(shape.boundingBox()) else shape.intersection(frame)
        entry = classes.setdefault(name, EstimatedClassCount(name))
        if self._are_points:
            points = 0 if inside.isNull() else inside.constGet().partCount()
            entry.points, entry.pixels = entry.points + points, entry.pixels + points
            entry.square_metres += points * self._imagery.pixel_size_m**2
            return
        entry.polygons += 1
        area = 0.0 if inside.isNull() else measure.measureArea(inside)
        entry.square_metres += area
        if self._imagery.is_scaled:
            entry.pixels += area / self._imagery.pixel_size_m**2
        else:
            entry.pixels += max(0.0, inside.area()) / (self._imagery.pixel_width * self._imagery.pixel_height)

    def _value(self, feature: QgsFeature) -> Any:
        return feature[self._field] if self._field else None


def _measure(crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, context)
    measure.setEllipsoid(crs.ellipsoidAcronym() or "WGS84")
    return measure
