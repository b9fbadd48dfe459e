"""Labels over imagery whose longitudes run another way round, or across the place where they begin anew."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels.label_layer import read_polygons
from outcrop.core.labels.point_layer import read_points
from pyproj import Transformer
from rasterio.crs import CRS

EXPECTED = (10.0, 5.0, 30.0, 25.0)
"""Columns and rows that the box covers in every picture."""


def grid_at(west: float, north: float = 10.0) -> Grid:
    return Grid(50, 40, Affine(0.01, 0, west, 0, -0.01, north), CRS.from_epsg(4326))


def corners(grid: Grid, turn: float = 0.0) -> Any:
    left, top = grid.transform @ EXPECTED[:2]
    right, bottom = grid.transform @ EXPECTED[2:]
    return shapely.box(left + turn, bottom, right + turn, top)


def scene_of(make: Any, grid: Grid, shapes: list[Any], crs: str) -> Scene:
    return Scene((make.image(grid),), make.layer(shapes, ["a"] * len(shapes), crs=crs), "kind")


@pytest.mark.parametrize(
    ("west", "turn"),
    [(350.0, -360.0), (350.0, 0.0), (-10.0, 360.0), (-10.0, 0.0), (179.8, 0.0), (200.0, -360.0), (-185.0, 360.0)],
)
def test_polygons_lie_where_they_are_meant(make: Any, west: float, turn: float) -> None:
    grid = grid_at(west)
    scene = scene_of(make, grid, [corners(grid, turn)], "EPSG:4326")
    found = read_polygons(scene, grid)
    assert found.shapes[0].bounds == pytest.approx(EXPECTED, abs=1e-4)


@pytest.mark.parametrize(("west", "code"), [(179.85, "EPSG:32701"), (359.9, "EPSG:3857"), (-180.15, "EPSG:32660")])
def test_what_another_coordinate_system_tears_apart_is_put_together(make: Any, west: float, code: str) -> None:
    grid = grid_at(west)
    to_map = Transformer.from_crs("EPSG:4326", code, always_xy=True)
    turn = -360.0 if west > 180 and code == "EPSG:3857" else 0.0
    box = shapely.segmentize(corners(grid, turn), 0.02)
    box = shapely.transform(box, lambda at: np.column_stack(to_map.transform(*at.T)))
    found = read_polygons(scene_of(make, grid, [box], code), grid)
    assert found.shapes[0].bounds == pytest.approx(EXPECTED, abs=0.05)


def test_points_are_turned_too(make: Any) -> None:
    grid = grid_at(350.0)
    shapes = [shapely.Point(-9.75, 9.85), shapely.Point(100.0, 0.0)]
    points = make.layer(shapes, ["a", "b"], crs="EPSG:4326", geometry_type="Point")
    found = read_points(points, "", "kind", grid)
    assert (found.cols.tolist(), found.rows.tolist()) == ([25], [15])


def test_a_world_wide_polygon_stays_as_it_is(make: Any) -> None:
    grid = Grid(360, 180, Affine(1, 0, -180, 0, -1, 90), CRS.from_epsg(4326))
    scene = scene_of(make, grid, [shapely.box(-180, -80, 180, -60)], "EPSG:4326")
    assert read_polygons(scene, grid).shapes[0].bounds == (0, 150, 360, 170)


def test_what_lies_elsewhere_is_told(make: Any) -> None:
    grid = grid_at(350.0)
    scene = scene_of(make, grid, [shapely.box(20, 0, 21, 1)], "EPSG:4326")
    with pytest.raises(BadInputError, match="miss the imagery"):
        read_polygons(scene, grid)
