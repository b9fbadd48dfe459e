"""The pixel map: from places on the canvas to a raster's pixels and back, in any coordinate system, turned or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QTransform

from ...compat import empty_box

Place = tuple[float, float]
"""Column and row of a place in pixels; the centre of the first pixel is (0.5, 0.5)."""
_STEP_PX = 8.0
GeoTransform = tuple[float, float, float, float, float, float]


class PixelMap:
    """A raster's pixels as one canvas shows them now; to be made anew when the canvas moves."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        crs: QgsCoordinateReferenceSystem,
        transform: GeoTransform,
        project: QgsProject,
    ) -> None:
        """Take what the canvas shows, and a raster's coordinate system and GDAL geotransform."""
        x0, dx_col, dx_row, y0, dy_col, dy_row = transform
        self._to_map = QTransform(dx_col, dy_col, dx_row, dy_row, x0, y0)
        self._to_pixel, _is_sound = self._to_map.inverted()
        settings = canvas.mapSettings()
        self._screen: QTransform = settings.mapToPixel().transform()
        self._from_screen, _is_sound = self._screen.inverted()
        self._is_same = settings.destinationCrs() == crs or not crs.isValid()
        self._to_raster = QgsCoordinateTransform(settings.destinationCrs(), crs, project)

    def pixel_at(self, point: QgsPointXY) -> Optional[Place]:
        """Give column and row of a place in the canvas's coordinate system; None where it can't be told."""
        try:
            moved = point if self._is_same else self._to_raster.transform(point)
        except QgsCsException:
            return None
        pixel = self._to_pixel.map(QPointF(moved.x(), moved.y()))
        return pixel.x(), pixel.y()

    def pixels_at(self, points: Sequence[QgsPointXY]) -> list[Place]:
        """Give columns and rows of places, without those for which they can't be told."""
        return [pixel for pixel in map(self.pixel_at, points) if pixel is not None]

    def point_of(self, pixel: Place) -> Optional[QgsPointXY]:
        """Give where in the canvas's coordinate system a column and row are."""
        point = self._to_map.map(QPointF(*pixel))
        on_raster = QgsPointXY(point.x(), point.y())
        if self._is_same:
            return on_raster
        try:
            return self._to_raster.transform(on_raster, Qgis.TransformDirection.Reverse)
        except QgsCsException:
            return None

    def screen_of(self, point: QgsPointXY) -> QPointF:
        """Give where on the canvas a place is."""
        return self._screen.map(QPointF(point.x(), point.y()))

    def point_at(self, screen: QPointF) -> QgsPointXY:
        """Give the place, in the canvas's coordinate system, of a point of the canvas."""
        mapped = self._from_screen.map(screen)
        return QgsPointXY(mapped.x(), mapped.y())

    def affine(self, near: QgsPointXY) -> Optional[QTransform]:
        """Give the transform from pixels to the screen that holds around a place; everywhere in one system."""
        middle = self.pixel_at(near)
        if middle is None:
            return None
        step = max(1.0, _STEP_PX)
        corners = [middle, (middle[0] + step, middle[1]), (middle[0], middle[1] + step)]
        points = [self.point_of(corner) for corner in corners]
        if any(point is None for point in points):
            return None
        zero, right, down = (self.screen_of(point) for point in points)
        across, along = (right - zero) / step, (down - zero) / step
        moved = zero - across * middle[0] - along * middle[1]
        return QTransform(across.x(), across.y(), along.x(), along.y(), moved.x(), moved.y())

    def geometry(self, of_raster: QgsGeometry) -> QgsGeometry:
        """Bring a geometry from the raster's coordinate system to the canvas's; empty where that can't be done."""
        moved = QgsGeometry(of_raster)
        if not self._is_same:
            try:
                moved.transform(self._to_raster, Qgis.TransformDirection.Reverse)
            except QgsCsException:
                return QgsGeometry()
        return moved

    def rings(self, geometry: QgsGeometry) -> list[list[Place]]:
        """Give all rings of polygons in the canvas's coordinate system, as columns and rows.

        Edges are bent where the coordinate systems differ: long ones are cut into shorter ones before.
        """
        if not self._is_same and geometry.length():
            geometry = geometry.densifyByDistance(geometry.boundingBox().width() / 32 or 1.0)
        polygons = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
        rings = [self.pixels_at(ring) for polygon in polygons for ring in polygon]
        return [ring for ring in rings if len(ring) > 2]

    def pixel_side(self, near: QgsPointXY) -> float:
        """Give how many pixels of the screen a pixel of the raster is wide around a place; 0 where it can't be told."""
        affine = self.affine(near)
        return 0.0 if affine is None else abs(affine.determinant()) ** 0.5


def extent_of(transform: GeoTransform, height: int, width: int) -> QgsRectangle:
    """Give the box around all pixels of a raster in its coordinate system."""
    to_map = QTransform(transform[1], transform[4], transform[2], transform[5], transform[0], transform[3])
    corners = [to_map.map(QPointF(col, row)) for col in (0, width) for row in (0, height)]
    box = empty_box()
    for corner in corners:
        box.combineExtentWith(corner.x(), corner.y())
    return box
