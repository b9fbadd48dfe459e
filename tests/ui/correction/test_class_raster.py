"""Class rasters as QGIS reads them: their pixels are as large as on the ground."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.ui.correction.class_raster import ClassRaster
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)


@pytest.mark.parametrize(("code", "side"), [(3857, 10.0), (4326, 1e-4), (32633, 2.0), (2225, 6.0), (3035, 30.0)])
def test_area_of_a_pixel_is_that_on_the_ground(code: int, side: float, tmp_path: Path) -> None:
    crs = QgsCoordinateReferenceSystem.fromEpsgId(code)
    there = QgsPointXY(-121, 39) if code == 2225 else QgsPointXY(15, 60)
    to_crs = QgsCoordinateTransform(QgsCoordinateReferenceSystem.fromEpsgId(4326), crs, QgsProject.instance())
    corner = to_crs.transform(there)
    path = tmp_path / "map.tif"
    file = gdal.GetDriverByName("GTiff").Create(str(path), 2, 2, 1, gdal.GDT_Byte)
    file.SetGeoTransform((corner.x() - side, side, 0, corner.y() + side, 0, -side))
    file.SetProjection(crs.toWkt())
    file = None
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    box = QgsRectangle(corner.x() - side, corner.y() - side, corner.x() + side, corner.y() + side)
    raster = ClassRaster(str(path))
    assert raster.place.pixel_area_m2 == pytest.approx(measure.measureArea(QgsGeometry.fromRect(box)) / 4, rel=1e-4)
    raster.close()
