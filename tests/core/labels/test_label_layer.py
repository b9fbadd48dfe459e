"""Class polygons on the pixels of a grid: classes, repairs, reprojection, and what is refused."""

from __future__ import annotations

import json
import math
import struct
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels.label_layer import read_area, read_polygons, shapes_of
from pyproj import Transformer

SQUARE = shapely.box(10, 10, 20, 20)
BOW_TIE = shapely.Polygon([(30, 30), (40, 40), (40, 30), (30, 40)])


def test_shapes_come_in_pixels_and_drawing_order(make: Any) -> None:
    grid = make.grid()
    polygons = read_polygons(make.scene(grid, [SQUARE, shapely.box(50, 5, 60, 9)], ["b", "a"]), grid)
    assert polygons.classes == ("a", "b")
    assert polygons.codes.tolist() == [1, 0]
    assert polygons.shapes[0].equals(SQUARE)
    assert polygons.warnings == ()


def test_numbers_with_nulls_are_whole_numbers(make: Any) -> None:
    grid = make.grid()
    scene = make.scene(grid, [SQUARE] * 3, [10.0, math.nan, 9.0])
    polygons = read_polygons(scene, grid)
    assert polygons.classes == ("9", "10")
    assert "1 polygon without a class left out" in polygons.warnings[0]


def test_null_and_empty_classes_are_counted(make: Any) -> None:
    grid = make.grid()
    polygons = read_polygons(make.scene(grid, [SQUARE] * 4, ["a", None, "", " "]), grid)
    assert len(polygons) == 1
    assert "3 polygons without a class left out" in polygons.warnings[0]


def test_crossed_polygons_are_repaired_and_counted(make: Any) -> None:
    grid = make.grid()
    polygons = read_polygons(make.scene(grid, [SQUARE, BOW_TIE], ["a", "b"]), grid)
    assert shapely.is_valid(polygons.shapes).all()
    assert polygons.shapes[1].area == pytest.approx(50)
    assert "1 polygon with crossing edges repaired" in polygons.warnings[0]


def test_geometries_without_area_are_left_out(make: Any) -> None:
    grid = make.grid()
    flat = shapely.Polygon([(5, 5), (9, 9), (5, 5)])
    polygons = read_polygons(make.scene(grid, [SQUARE, flat, None], ["a", "b", "c"]), grid)
    assert polygons.classes == ("a",)
    assert any("2 polygons left out that are empty" in text for text in polygons.warnings)


def test_mixed_geojson_gives_its_polygons(make: Any, to_world: Any) -> None:
    grid = make.grid(crs="EPSG:3857", transform=make.grid().transform)
    back = Transformer.from_crs("EPSG:3857", "EPSG:4326", always_xy=True)

    def feature(shape: Any, kind: Any) -> dict[str, Any]:
        degrees = shapely.transform(to_world(shape, grid), lambda xy: np.column_stack(back.transform(*xy.T)))
        return {"type": "Feature", "properties": {"kind": kind}, "geometry": json.loads(shapely.to_geojson(degrees))}

    both = shapely.GeometryCollection([SQUARE, shapely.Point(1, 1)])
    features = [feature(SQUARE, 1), feature(shapely.Point(3, 3), 2), feature(both, 2)]
    path = make.path(".geojson")
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    polygons = read_polygons(Scene((make.image(grid),), str(path), class_field="kind"), grid)
    assert polygons.classes == ("1", "2")
    assert shapely.area(polygons.shapes) == pytest.approx([100, 100], abs=1e-3)
    assert "1 polygon left out" in polygons.warnings[0]


@pytest.mark.parametrize("crs", ["EPSG:32654", "EPSG:4326", "EPSG:3857", "EPSG:2454"])
@pytest.mark.parametrize("grid_crs", ["EPSG:32654", "EPSG:4326"])
def test_polygons_in_any_coordinate_system_lie_where_they_should(
    make: Any, to_world: Any, crs: str, grid_crs: str
) -> None:
    grid = make.grid()
    if grid_crs == "EPSG:4326":
        grid = make.grid(transform=Affine(1e-4, 0, 141.9, 0, -1e-4, 42.8), crs=grid_crs)
    there = Transformer.from_crs(grid_crs, crs, always_xy=True)
    moved = shapely.transform(to_world(SQUARE, grid), lambda xy: np.column_stack(there.transform(*xy.T)))
    scene = Scene((make.image(grid),), make.layer([moved], ["a"], crs=crs), class_field="kind")
    shape = read_polygons(scene, grid).shapes[0]
    assert shapely.symmetric_difference(shape, SQUARE).area < 0.01


def test_polygons_that_miss_the_imagery_are_refused_with_both_extents(make: Any) -> None:
    grid = make.grid()
    scene = make.scene(grid, [shapely.box(500, 10, 520, 20)], ["a"])
    with pytest.raises(
        BadInputError, match=r"miss the imagery: they cover \(575000.*the imagery \(570000, .*both in WGS"
    ):
        read_polygons(scene, grid)


@pytest.mark.parametrize(
    "place", [Affine(10, 0, 570_000, 0, -10, 4_740_000), Affine(30 / 7, 0, 634_132.42, 0, -30 / 7, 4.7e6)]
)
def test_polygons_that_only_touch_the_imagery_miss_it(make: Any, place: Affine) -> None:
    grid = make.grid(transform=place)
    around = [shapely.box(-10, 10, 0, 20), shapely.box(120, 10, 130, 20), shapely.box(5, 100, 9, 104)]
    with pytest.raises(BadInputError, match="miss the imagery"):
        read_polygons(make.scene(grid, around, ["a"] * 3), grid)


def test_polygons_outside_are_counted_and_their_classes_forgotten(make: Any) -> None:
    grid = make.grid()
    polygons = read_polygons(make.scene(grid, [SQUARE, shapely.box(500, 0, 510, 9)], ["a", "b"]), grid)
    assert polygons.classes == ("a",)
    assert "1 polygon outside the imagery left out" in polygons.warnings[0]


def test_coordinates_beyond_a_projection_are_outside(make: Any) -> None:
    grid = make.grid(crs="EPSG:3857")
    pole = shapely.box(10, 89.9, 20, 90)
    with pytest.raises(BadInputError, match="miss the imagery"):
        read_polygons(Scene((make.image(grid),), make.layer([pole], ["a"], crs="EPSG:4326"), class_field="kind"), grid)


def test_extent_restricts(make: Any) -> None:
    grid = make.grid()
    scene = make.scene(grid, [SQUARE, shapely.box(60, 60, 70, 70)], ["a", "b"])
    left, top = grid.transform * (0, 0)
    scene = replace(scene, extent=(left, top - 300, left + 300, top))
    polygons = read_polygons(scene, grid)
    assert polygons.classes == ("a",)
    assert [text.partition(": ")[2] for text in polygons.warnings] == ["1 polygon outside the extent left out."]
    elsewhere = replace(scene, extent=(left + 900, top - 1000, left + 1000, top - 900))
    with pytest.raises(BadInputError, match=r"miss the extent: they cover .*, the extent .*Choose an extent over poly"):
        read_polygons(elsewhere, grid)
    with pytest.raises(BadInputError, match="The extent"):
        read_polygons(replace(scene, extent=(0, 0, 1, 1)), grid)


def test_layers_without_polygons_are_refused(make: Any) -> None:
    grid = make.grid()
    empty = Scene((make.image(grid),), make.layer([], [], geometry_type="Polygon"), class_field="kind")
    with pytest.raises(BadInputError, match="has no polygons to learn from"):
        read_polygons(empty, grid)
    with pytest.raises(BadInputError, match=r"has no polygons to learn from. .*1 polygon without a class"):
        read_polygons(make.scene(grid, [SQUARE], [None]), grid)


def test_labelled_area_needs_no_field(make: Any) -> None:
    grid = make.grid()
    scene = make.scene(grid, [SQUARE, BOW_TIE], ["a", None])
    shapes, warnings = read_area(scene.labels, "", grid)
    assert len(shapes) == 2
    assert len(warnings) == 1


def test_labelled_area_that_is_gone_is_named(make: Any, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"area\.gpkg"):
        read_area(str(tmp_path / "area.gpkg"), "", make.grid())


def test_a_vertex_without_a_place_costs_its_polygon_alone(make: Any) -> None:
    grid = make.grid(transform=Affine(10_000, 0, -600_000, 0, -10_000, 2_000_000), crs="ESRI:102004")
    nowhere = shapely.Polygon([(-100, 30), (-90, -90), (-80, 30)])
    odd = shapely.Polygon([(-96.0, 40.0), (-95.9, 40.1), (-95.9, 40.2), (-96.0, 40.0)])
    here = shapely.box(-97, 48, -95, 50)
    labels = make.layer([here, nowhere, odd, here], ["a", "b", "b", "b"], crs="EPSG:4326")
    polygons = read_polygons(Scene((make.image(grid),), labels, class_field="kind"), grid)
    assert polygons.classes == ("a", "b")
    assert [text for text in polygons.warnings if "1 polygon left out with vertices that have no place" in text]


def test_an_outline_that_crosses_itself_without_end_is_left_out(make: Any) -> None:
    grid = make.grid()
    scribble = shapely.Polygon(np.random.default_rng(0).uniform(0, 90, (3000, 2)))
    began = time.monotonic()
    polygons = read_polygons(make.scene(grid, [scribble, SQUARE, BOW_TIE], ["a", "b", "b"]), grid)
    assert time.monotonic() - began < 20
    assert polygons.classes == ("b",)
    assert [text for text in polygons.warnings if "1 polygon left out that cross themselves thousands" in text]


@pytest.mark.parametrize(("code", "faces"), [(15, 2), (16, 2), (17, 1)])
def test_surfaces_in_space_are_polygons_of_their_faces(code: int, faces: int) -> None:
    face = struct.pack("<BIII8d", 1, 17 if code > 15 else 3, 1, 4, 0, 0, 3, 0, 3, 3, 0, 0)
    wkb = face if code == 17 else struct.pack("<BII", 1, code, faces) + face * faces
    (shape,) = shapes_of(np.array([wkb], dtype=object))
    assert shapely.get_num_geometries(shape) == faces
    assert shapely.area(shapely.get_geometry(shape, 0)) == 4.5
    assert shapes_of(np.array([wkb[:40]], dtype=object))[0] is None


def test_one_class_name_has_one_spelling(make: Any) -> None:
    grid = make.grid()
    names = ["Gänge", unicodedata.normalize("NFD", "Gänge"), "pink\x0bpegmatite", "pink pegmatite"]
    assert read_polygons(make.scene(grid, [SQUARE] * 4, names), grid).classes == ("Gänge", "pink pegmatite")
