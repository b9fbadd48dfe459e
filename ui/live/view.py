"""The view: what the canvas shows of an imagery, in the imagery's coordinate system."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)

from ...core.errors import BadInputError
from ..texts import tr


@dataclass(frozen=True)
class View:
    """A box that covers what is seen, and the side of the canvas's pixels in the middle of it."""

    box: QgsRectangle
    pixel: float


def view_of(settings: QgsMapSettings, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> View:
    """Give the view in a coordinate system; a map that is turned is covered too.

    Raises:
        BadInputError: The view can't be brought to that system.
    """
    transform = QgsCoordinateTransform(settings.destinationCrs(), crs, project)
    seen = QgsGeometry.fromPolygonXY([[QgsPointXY(point) for point in settings.visiblePolygon()]])
    middle = settings.visibleExtent().center()
    step = settings.mapUnitsPerPixel()
    try:
        box = transform.transformBoundingBox(seen.boundingBox())
        here = transform.transform(middle)
        beside = transform.transform(QgsPointXY(middle.x() + step, middle.y()))
        above = transform.transform(QgsPointXY(middle.x(), middle.y() + step))
    except QgsCsException as error:
        raise BadInputError(tr("The map's view lies outside the imagery. Move the map to the imagery.")) from error
    if not box.isFinite() or box.isEmpty():
        raise BadInputError(tr("The map's view lies outside the imagery. Move the map to the imagery."))
    return View(box, math.sqrt(here.distance(beside) * here.distance(above)))
