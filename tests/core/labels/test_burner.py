"""Burning polygons by windows: the same as burning the whole, at once."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.burner import Burner, overlapping

SIDE = 60
few = settings(max_examples=15, deadline=None)


def _blobs(seed: int, count: int, vertices: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    shapes = []
    for _ in range(count):
        angles = np.sort(rng.uniform(0, 2 * np.pi, vertices))
        radii = rng.uniform(3, 30, vertices)
        centre = rng.uniform(-5, SIDE + 5, 2)
        shapes.append(shapely.Polygon(centre + np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])))
    return np.array([shape for shape in shapes if shape.is_valid], dtype=object)


@few
@given(st.integers(0, 1000), st.integers(1, 6), st.sampled_from([5, 40, 2500]), st.integers(5, SIDE), st.booleans())
def test_windows_add_up_to_the_whole(seed: int, count: int, vertices: int, side: int, all_touched: bool) -> None:
    shapes = _blobs(seed, count, vertices)
    values = np.arange(1, len(shapes) + 1, dtype=np.uint8)
    burner = Burner(shapes, all_touched)
    whole = burner.burn(Window(0, 0, SIDE, SIDE), values)
    pieced = np.zeros_like(whole)
    for row in range(0, SIDE, side):
        for col in range(0, SIDE, side):
            window = Window(row, col, min(side, SIDE - row), min(side, SIDE - col))
            pieced[window.slices()] = burner.burn(window, values)
    np.testing.assert_array_equal(whole, pieced)


@few
@given(st.integers(0, 1000), st.integers(1, 6), st.sampled_from([5, 40, 2500]))
def test_single_pixels_are_inside_as_those_of_windows_are(seed: int, count: int, vertices: int) -> None:
    burner = Burner(_blobs(seed, count, vertices))
    rows, cols = (axis.ravel() for axis in np.mgrid[:SIDE, :SIDE])
    np.testing.assert_array_equal(
        burner.pixels_inside(rows, cols).reshape(SIDE, SIDE), burner.inside(Window(0, 0, SIDE, SIDE))
    )


@few
@given(st.integers(0, 1000), st.integers(1, 5))
def test_a_pixel_belongs_to_the_last_polygon_over_its_centre(seed: int, count: int) -> None:
    shapes = _blobs(seed, count, 8)
    values = np.arange(1, len(shapes) + 1, dtype=np.uint8)
    burnt = Burner(shapes).burn(Window(0, 0, SIDE, SIDE), values)
    cols, rows = np.meshgrid(np.arange(SIDE) + 0.5, np.arange(SIDE) + 0.5)
    expected = np.zeros((SIDE, SIDE), np.uint8)
    unsure = np.zeros((SIDE, SIDE), bool)
    for shape, value in zip(shapes, values):
        expected[shapely.contains_xy(shape, cols, rows)] = value
        unsure |= shapely.dwithin(shape.boundary, shapely.points(cols, rows), 1e-6)
    np.testing.assert_array_equal(burnt[~unsure], expected[~unsure])


@few
@given(st.integers(0, 1000))
def test_all_touched_holds_every_pixel_that_shares_area(seed: int) -> None:
    shapes = _blobs(seed, 1, 8)
    if not len(shapes):
        return
    ones = np.ones(1, np.uint8)
    touched = Burner(shapes, all_touched=True).burn(Window(0, 0, SIDE, SIDE), ones) > 0
    centre = Burner(shapes).burn(Window(0, 0, SIDE, SIDE), ones) > 0
    assert (touched | ~centre).all()
    cols, rows = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    shared = shapely.area(shapely.intersection(shapely.box(cols, rows, cols + 1, rows + 1), shapes[0]))
    assert touched[shared > 0.01].all()


def test_pixel_borders_touch_no_neighbour() -> None:
    burner = Burner(np.array([shapely.box(2, 3, 5, 6)], dtype=object), all_touched=True)
    assert burner.burn(Window(0, 0, 10, 10), np.ones(1, np.uint8)).sum() == 9


def test_nothing_to_burn() -> None:
    burner = Burner(np.zeros(0, dtype=object))
    assert not burner.burn(Window(0, 0, 4, 5), np.zeros(0, np.uint8)).any()


def test_overlaps_between_classes_are_counted_once_a_polygon() -> None:
    shapes = np.array(
        [
            shapely.box(0, 0, 10, 10), shapely.box(5, 5, 15, 15), shapely.box(8, 8, 9, 9),
            shapely.box(15, 0, 20, 15), shapely.box(40, 40, 50, 50), shapely.box(42, 42, 44, 44),
        ],
        dtype=object,
    )  # fmt: skip
    assert overlapping(shapes, np.array([1, 2, 3, 1, 1, 1])) == 3
    assert overlapping(shapes, np.ones(6, int)) == 0
    assert overlapping(shapes[:0], np.zeros(0, int)) == 0


def test_common_borders_are_no_overlap() -> None:
    shapes = np.array(
        [shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10), shapely.box(9.99, 0, 20, 10)], dtype=object
    )
    assert overlapping(shapes, np.array([1, 2, 2])) == 0
