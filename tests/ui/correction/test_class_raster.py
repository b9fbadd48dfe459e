"""Class rasters as QGIS reads them: their pixels are as large as on the ground."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.geodata.grid import PixelGrid, Window
from outcrop.ui.correction.class_raster import ClassRaster, aligned
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


TURNED = (500_020.0, 9.0, 2.0, 4_000_060.0, 2.0, -9.0)
SOUTH_UP = (500_000.0, 10.0, 0.0, 3_999_600.0, 0.0, 10.0)
NORTH_UP = (500_005.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0)


@pytest.mark.parametrize("place", [NORTH_UP, SOUTH_UP, TURNED])
def test_another_map_is_laid_on_the_pixels_however_they_run(place: tuple[float, ...], tmp_path: Path) -> None:
    wkt = QgsCoordinateReferenceSystem.fromEpsgId(32633).toWkt()
    values = np.random.default_rng(0).integers(1, 5, (50, 60), np.uint8)
    path = tmp_path / "other.tif"
    file = gdal.GetDriverByName("GTiff").Create(str(path), 60, 50, 1, gdal.GDT_Byte)
    file.SetGeoTransform((499_980.0, 10.0, 0.0, 4_000_040.0, 0.0, -10.0))
    file.SetProjection(wkt)
    file.WriteArray(values)
    file = None
    grid = PixelGrid(30, 30, place, ClassRaster(str(path)).place.crs)
    laid = aligned(str(path), grid)
    cols, rows = np.meshgrid(np.arange(30) + 0.5, np.arange(30) + 0.5)
    x, y = grid.to_map(np.column_stack([cols.ravel(), rows.ravel()])).T
    col, row = np.floor((x - 499_980) / 10).astype(int), np.floor((4_000_040 - y) / 10).astype(int)
    inside = (col >= 0) & (col < 60) & (row >= 0) & (row < 50)
    wanted = np.zeros(900, np.uint8)
    wanted[inside] = values[row[inside], col[inside]]
    window = Window(4, 7, 20, 15)
    assert np.array_equal(laid.read(window), wanted.reshape(30, 30)[window.slices()])
    laid.close()
