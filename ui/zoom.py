"""Zooming: the map shows a place with some of its surroundings."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

from ..core.errors import BadInputError
from .texts import tr


def zoom_to(
    canvas: QgsMapCanvas, project: QgsProject, box: QgsRectangle, crs: QgsCoordinateReferenceSystem, around: float
) -> None:
    """Show a box, given in some coordinate system, `around` times as wide and high.

    Raises:
        BadInputError: The map's coordinate system doesn't know the place.
    """
    try:
        shown = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), project).transformBoundingBox(box)
    except QgsCsException as error:
        raise BadInputError(tr("The map can't show this place: {reason}", reason=error)) from error
    shown.scale(around)
    canvas.setExtent(shown)
    canvas.refresh()
