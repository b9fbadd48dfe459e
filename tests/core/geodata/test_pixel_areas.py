"""Pixel areas in degrees and in metres, against geodesic polygons."""

from __future__ import annotations

import pytest
from affine import Affine
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.geodata.pixel_areas import metres_per_pixel, metres_per_unit, row_areas_m2
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
    metric = Grid(5, 4, Affine(2, 0, 500_000, 0, -3, 5_000_000), CRS.from_epsg(32633))
    assert row_areas_m2(metric, Window(1, 0, 2, 5)).tolist() == pytest.approx([6.0048] * 2, rel=1e-6)
    assert metres_per_pixel(metric) == pytest.approx((2 / 0.9996, 3 / 0.9996), rel=1e-7)
    feet = Grid(5, 4, Affine(10, 0, 984_250, 0, -10, 160_000), CRS.from_epsg(2263))
    assert metres_per_pixel(feet)[0] == pytest.approx(3.048, rel=1e-4)


def test_units_are_measured_in_both_directions() -> None:
    """A cylindrical equal-area projection is twice as wide as it is at the equator's scale, and half as high."""
    place = Affine(100, 0, 2_600_000, 0, -100, 6_321_000)  # at 60° N
    east, north = metres_per_unit(Grid(5, 4, place, CRS.from_epsg(6933)))
    assert east * north == pytest.approx(1.0, rel=1e-8)
    assert north / east == pytest.approx(2.9067, rel=1e-4)
