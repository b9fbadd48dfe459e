"""Pixel areas in degrees and in metres, against geodesic polygons."""

from __future__ import annotations

import pytest
from affine import Affine
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.geodata.pixel_areas import metres_per_pixel, row_areas_m2
from pyproj import Geod
from rasterio.crs import CRS


def test_in_degrees_every_row_has_its_geodesic_area() -> None:
    step = 0.01
    grid = Grid(10, 6000, Affine(step, 0, 10, 0, -step, 60), CRS.from_epsg(4326))
    areas = row_areas_m2(grid, Window(0, 0, 6000, 10))
    for row in (0, 2500, 5999):
        south, north = 60 - step * (row + 1), 60 - step * row
        area, _ = Geod(ellps="WGS84").polygon_area_perimeter(
            [10, 10 + step, 10 + step, 10], [south, south, north, north]
        )
        assert areas[row] == pytest.approx(area, rel=1e-5)
    across, down = metres_per_pixel(grid)
    assert across * down == pytest.approx(row_areas_m2(grid, Window(2999, 0, 2, 10)).mean(), rel=1e-6)


def test_in_metres_and_feet_every_row_is_alike() -> None:
    metric = Grid(5, 4, Affine(2, 0, 0, 0, -3, 0), CRS.from_epsg(32633))
    assert row_areas_m2(metric, Window(1, 0, 2, 5)).tolist() == [6.0, 6.0]
    assert metres_per_pixel(metric) == (2.0, 3.0)
    feet = Grid(5, 4, Affine(10, 0, 0, 0, -10, 0), CRS.from_epsg(2263))
    assert metres_per_pixel(feet)[0] == pytest.approx(3.048, rel=1e-4)
