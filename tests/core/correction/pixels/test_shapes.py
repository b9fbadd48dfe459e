from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.correction.pixels.shapes import GrowingStroke, polygon_runs, stroke_runs
from outcrop.core.geodata.grid import Window
from rasterio.features import rasterize
from scipy import ndimage

FRAME = Window(-30, -30, 90, 90)
SIXTEENTHS = st.integers(-200, 600).map(lambda n: n / 16 + 0.01)
POINTS = st.tuples(SIXTEENTHS, SIXTEENTHS)
COLS, ROWS = np.meshgrid(np.arange(-30, 60) + 0.5, np.arange(-30, 60) + 0.5)


@given(st.lists(POINTS, min_size=3, max_size=9))
def test_polygon_is_what_gdal_draws(points: list[tuple[float, float]]) -> None:
    shape = shapely.Polygon(points)
    drawn = rasterize([shapely.transform(shape, lambda xy: xy + 30)], out_shape=FRAME.shape, dtype=np.uint8)
    clear = shapely.distance(shapely.points(COLS, ROWS), shapely.boundary(shape)) > 1e-6
    assert (polygon_runs([np.array(points)]).mask(FRAME) == drawn.astype(bool))[clear].all()


def test_polygons_side_by_side_share_nothing_and_miss_nothing() -> None:
    left = polygon_runs([np.array([(0.5, 0.5), (4.5, 0.5), (4.5, 6.5), (0.5, 6.5)])])
    right = polygon_runs([np.array([(4.5, 0.5), (9.5, 0.5), (9.5, 6.5), (4.5, 6.5)])])
    assert (left & right).is_empty
    assert (left | right).same_as(polygon_runs([np.array([(0.5, 0.5), (9.5, 0.5), (9.5, 6.5), (0.5, 6.5)])]))


def test_polygon_with_a_hole_and_with_a_crossing() -> None:
    shell, hole = (np.array([(n, n), (10 - n, n), (10 - n, 10 - n), (n, 10 - n)], float) for n in (0, 3))
    mask = polygon_runs([shell, hole]).mask(Window(0, 0, 10, 10))
    assert mask.sum() == 100 - 16
    assert not mask[3:7, 3:7].any()
    bow = polygon_runs([np.array([(0, 0), (8, 8), (8, 0), (0, 8)], float)])
    assert bow.pixels == 32
    assert polygon_runs([]).is_empty
    assert polygon_runs([np.array([(1, 1), (5, 5)], float)]).is_empty


@given(st.lists(POINTS, min_size=1, max_size=4), st.sampled_from([2, 3, 7, 12]))
def test_stroke_is_what_lies_near_the_line(points: list[tuple[float, float]], size: int) -> None:
    snapped = [tuple(np.floor(p) + 0.5 if size % 2 else np.floor(p + 0.5) for p in point) for point in points]
    line = shapely.LineString(snapped * 2 if len(points) == 1 else snapped)
    distance = shapely.distance(shapely.points(COLS, ROWS), line)
    mask = stroke_runs(points, size).mask(FRAME)
    assert (mask == (distance <= size / 2))[np.abs(distance - size / 2) > 1e-6].all()


@given(st.lists(POINTS, min_size=2, max_size=4))
def test_smallest_brush_draws_thin_lines_without_gaps(points: list[tuple[float, float]]) -> None:
    runs = stroke_runs(points, 0.4)
    assert all(runs.contains(int(np.floor(row)), int(np.floor(col))) for col, row in points)
    assert ndimage.label(runs.mask(), np.ones((3, 3)))[1] == 1
    steps = np.abs(np.diff(np.floor(points), axis=0)).max(axis=1).sum()
    assert runs.pixels <= steps + 1


@pytest.mark.parametrize(("size", "pixels"), [(1, 1), (2, 4), (3, 9)])
@pytest.mark.parametrize("place", [(4.02, 4.98), (4.5, 4.5), (4.98, 4.02)])
def test_dab_covers_the_same_pixels_wherever_the_hand_is(size: int, pixels: int, place: tuple[float, float]) -> None:
    assert stroke_runs([place], size).pixels == pixels


def test_stroke_tells_what_a_move_adds() -> None:
    stroke = GrowingStroke(5)
    first = stroke.to(4.5, 4.5)
    assert first.same_as(stroke_runs([(4.5, 4.5)], 5))
    second = stroke.to(20.5, 9.5)
    assert (first | second).same_as(stroke.runs)
    assert stroke.runs.same_as(stroke_runs([(4.5, 4.5), (20.5, 9.5)], 5))


def test_dab_is_round() -> None:
    mask = stroke_runs([(8.5, 8.5)], 9).mask()
    assert mask.shape == (9, 9)
    assert np.array_equal(mask, mask.T)
    assert np.array_equal(mask, mask[::-1, ::-1])
