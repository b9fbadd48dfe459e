"""Points as labels: each is the label of its pixel, whatever file holds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.sources.point_source import open_points
from outcrop.core.labels.sources.sources import open_labels

some = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@some
@given(seed=st.integers(0, 999), count=st.integers(2, 60), several=st.booleans())
def test_each_point_is_the_label_of_its_pixel(make: Any, rasterised: Any, seed: int, count: int, several: bool) -> None:
    rng, grid = np.random.default_rng(seed), make.grid(40, 50)
    cols, rows = rng.integers(0, 50, count), rng.integers(0, 40, count)
    names = ["a", "b", *rng.choice(["a", "b", "c"], count - 2)]
    places = np.column_stack([cols, rows]) + rng.uniform(0.05, 0.95, (count, 2))
    shapes = [shapely.Point(place) for place in places]
    expected = np.zeros((40, 50), np.uint8)
    for row, col, name in zip(rows, cols, names):
        expected[row, col] = sorted(set(names)).index(name) + 1
    if several:
        shapes = [shapely.MultiPoint([shape]) for shape in shapes]
    if len(np.unique(expected)) < 3:
        return
    values, result, legend = rasterised(grid, make.scene(grid, shapes, names))
    np.testing.assert_array_equal(values, expected)
    assert legend.names == tuple(sorted(set(names)))
    assert result.polygons is None
    assert sum(one.polygons for one in result.counts.values()) == 0
    assert sum(one.pixels for one in result.counts.values()) == np.count_nonzero(expected)


def test_windows_hold_what_the_whole_does(make: Any) -> None:
    rng, grid = np.random.default_rng(1), make.grid(60, 70)
    shapes = [shapely.Point(place) for place in rng.uniform(0, 60, (200, 2))]
    legend = Legend.from_names(["a", "b"])
    with open_labels(make.scene(grid, shapes, ["a", "b"] * 100), grid) as labels:
        labels.use(legend)
        whole = labels.read(Window(0, 0, 60, 70))
        for window in (Window(10, 20, 5, 9), Window(-5, -5, 30, 30), Window(50, 60, 40, 40)):
            inside = window.clipped(60, 70)
            row, col = inside.row - window.row, inside.col - window.col
            np.testing.assert_array_equal(
                labels.read(window)[row : row + inside.height, col : col + inside.width],
                whole[inside.row : inside.row + inside.height, inside.col : inside.col + inside.width],
            )
        assert len(labels.shapes) == 200


def test_what_is_odd_is_told(make: Any, rasterised: Any) -> None:
    grid = make.grid(40, 50)
    shapes = [shapely.Point(x + 0.5, 5.5) for x in (3, 3, 8, 9, 99)]
    _, result, _ = rasterised(grid, make.scene(grid, shapes, ["a", "b", "a", "", "a"]))
    told = "\n".join(result.warnings)
    assert "Points of more than one class in 1 pixel;" in told
    assert "1 point without a class" in told
    assert "1 point outside the raster" in told


def test_an_extent_without_points_is_refused(make: Any) -> None:
    grid = make.grid(40, 50)
    west, north = grid.transform.c, grid.transform.f
    scene = make.scene(grid, [shapely.Point(3.5, 5.5)], ["a"], extent=(west + 200, north - 400, west + 500, north))
    with pytest.raises(BadInputError, match="within the extent"):
        open_points(scene, grid, False)


def test_a_point_on_a_common_edge_belongs_to_one_of_two_extents(make: Any) -> None:
    grid = make.grid(40, 50)
    west, north, side = grid.transform.c, grid.transform.f, grid.transform.a
    edge, south = west + 3.5 * side, north - 40 * side
    counts = []
    for left, right in ((west, edge), (edge, west + 50 * side)):
        scene = make.scene(grid, [shapely.Point(x + 0.5, 5.5) for x in (1, 3, 7)], ["a"] * 3,
                           extent=(left, south, right, north))  # fmt: skip
        points = open_points(scene, grid, False)
        assert points is not None
        counts.append(len(points.shapes))
    assert counts == [1, 2]


def test_a_layer_without_points_is_refused_in_whole_sentences(make: Any) -> None:
    grid = make.grid(40, 50)
    empty = Scene((make.image(grid),), make.layer([], [], geometry_type="Point"), class_field="kind")
    far = make.scene(grid, [shapely.Point(99.5, 5.5)], ["a"])
    for scene, reasons in ((empty, ""), (far, " “{name}”: 1 point outside the raster left out.")):
        none = "No point of “{name}” that has a class lies on the raster."
        told = f"{none}{reasons} Choose points over it, or check the two coordinate systems."
        with pytest.raises(BadInputError) as refused:
            open_points(scene, grid, False)
        assert str(refused.value) == told.format(name=Path(str(scene.labels)).stem)


def test_polygons_and_rasters_are_no_points(make: Any) -> None:
    grid = make.grid(40, 50)
    assert open_points(make.scene(grid, [shapely.box(1, 1, 5, 5)], ["a"]), grid, False) is None


def test_an_empty_point_moves_no_class(make: Any, rasterised: Any) -> None:
    grid = make.grid(20, 20)
    places = [(1.5, 1.5), None, (10.5, 10.5), (15.5, 15.5)]
    shapes = [shapely.Point(place) if place else shapely.Point() for place in places]
    values, _, legend = rasterised(grid, make.scene(grid, shapes, ["rock", "water", "sand", "clay"]))
    found = {names: values[row, row] for names, row in (("rock", 1), ("sand", 10), ("clay", 15))}
    assert found == {name: legend.id_of(name) for name in found}
