"""The mapped area: the part of the imagery that is to be mapped, and how many pixels that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...core.errors import BadInputError
from ...core.geodata.extent import Extent
from ..texts import tr
from .imagery import Imagery, drawn_at, extent_in, pixels_in

_MEASURED_POLYGONS = 1000
"""Of more polygons than these only the box around them is known at once."""


@dataclass(frozen=True)
class MappedArea:
    """A part of the imagery, in its coordinate system.

    Attributes:
        box: The rectangle around it.
        pixels: How many pixels it has.
        is_exact: Whether that many, else at most that many.
        is_whole: Whether it is all of the imagery.
        mask_id: The polygon layer outside which nothing is mapped; empty where there is none.
        only_selected: Whether only its selected polygons count.
    """

    box: QgsRectangle
    pixels: int
    is_exact: bool = True
    is_whole: bool = False
    mask_id: str = ""
    only_selected: bool = False

    @property
    def extent(self) -> Optional[Extent]:
        """The extent as the job wants it: None for all of the imagery."""
        if self.is_whole:
            return None
        return self.box.xMinimum(), self.box.yMinimum(), self.box.xMaximum(), self.box.yMaximum()


def whole_area(imagery: Imagery) -> MappedArea:
    """Take all of the imagery."""
    return MappedArea(imagery.extent, imagery.columns * imagery.rows, is_whole=True)


def view_area(
    imagery: Imagery, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> MappedArea:
    """Take what the canvas shows of the imagery.

    Raises:
        BadInputError: When it shows nothing of it.
    """
    inside = extent_in(imagery, extent, crs, project)
    return MappedArea(QgsRectangle(*inside), pixels_in(imagery, inside))


def square_area(
    imagery: Imagery, point: QgsPointXY, crs: QgsCoordinateReferenceSystem, project: QgsProject, side_px: int
) -> MappedArea:
    """Take a square of pixels around a point, moved inwards where it would reach beyond the imagery.

    Raises:
        BadInputError: When the point lies beside the imagery.
    """
    middle = point_in(imagery, point, crs, project)
    if middle is None or not imagery.extent.contains(middle):
        raise BadInputError(tr("There is no “{name}” here. Click on the imagery.", name=imagery.name))
    drawn = drawn_at(imagery, middle)
    sides = side_px * drawn.pixel_width, side_px * drawn.pixel_height
    left = _inside(middle.x() - sides[0] / 2, sides[0], imagery.extent.xMinimum(), imagery.extent.xMaximum())
    bottom = _inside(middle.y() - sides[1] / 2, sides[1], imagery.extent.yMinimum(), imagery.extent.yMaximum())
    box = QgsRectangle(left, bottom, left + sides[0], bottom + sides[1]).intersect(imagery.extent)
    return MappedArea(box, pixels_in(imagery, (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())))


def polygons_area(imagery: Imagery, layer: QgsVectorLayer, project: QgsProject, *, only_selected: bool) -> MappedArea:
    """Take what polygons, all or the selected ones, cover of the imagery; overlaps count twice.

    Raises:
        BadInputError: When there is no polygon, none is selected, or none lies over the imagery.
    """
    name = layer.name()
    count = layer.selectedFeatureCount() if only_selected else layer.featureCount()
    if not count:
        empty = tr("No polygon of “{name}” is selected. Select some on the map.", name=name)
        raise BadInputError(empty if only_selected else tr("“{name}” has no polygons yet. Draw some.", name=name))
    transform = QgsCoordinateTransform(layer.crs(), imagery.crs, project)
    box = layer.boundingBoxOfSelected() if only_selected else layer.extent()
    miss = tr("The polygons of “{name}” lie outside “{imagery}”.", name=name, imagery=imagery.name)
    try:
        box = transform.transformBoundingBox(box).intersect(imagery.extent)
        area = _area(layer, transform, imagery, only_selected=only_selected) if count <= _MEASURED_POLYGONS else None
    except QgsCsException as error:
        raise BadInputError(miss) from error
    if box.isEmpty() or area == 0:
        raise BadInputError(miss)
    most = pixels_in(imagery, (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()))
    drawn = drawn_at(imagery, box.center())
    pixels = most if area is None else min(most, round(area / (drawn.pixel_width * drawn.pixel_height)))
    return MappedArea(box, max(1, pixels), area is not None, mask_id=layer.id(), only_selected=only_selected)


def point_in(
    imagery: Imagery, point: QgsPointXY, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> Optional[QgsPointXY]:
    """Bring a point to the imagery's coordinate system; None where that can't be done."""
    try:
        return QgsCoordinateTransform(crs, imagery.crs, project).transform(point)
    except QgsCsException:
        return None


def _area(layer: QgsVectorLayer, transform: QgsCoordinateTransform, imagery: Imagery, *, only_selected: bool) -> float:
    """Add up what polygons cover of the imagery, in its square units."""
    frame = QgsGeometry.fromRect(imagery.extent)
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    total = 0.0
    for feature in layer.getSelectedFeatures(request) if only_selected else layer.getFeatures(request):
        shape = QgsGeometry(feature.geometry())
        shape.transform(transform)
        if imagery.extent.contains(shape.boundingBox()):
            total += max(0.0, shape.area())
        elif imagery.extent.intersects(shape.boundingBox()):
            total += max(0.0, shape.makeValid().intersection(frame).area())
    return total


def _inside(first: float, length: float, low: float, high: float) -> float:
    """Move a stretch that begins at `first` between two bounds; where it is longer it begins at the lower one."""
    return max(low, min(first, high - length))
