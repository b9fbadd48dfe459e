"""Grids and windows: pixels, ground and back."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.extent import Extent, extent_text
from outcrop.core.geodata.grid import Grid, PixelGrid, Window
from pyproj import Geod, Transformer
from rasterio.crs import CRS

UTM = CRS.from_epsg(32633)
NORTH_UP = Affine(10, 0, 500_000, 0, -10, 4_000_000)
ROTATED = NORTH_UP @ Affine.rotation(30)
SOUTH_UP = Affine(10, 0, 500_000, 0, 10, 4_000_000)


def grid(transform: Affine = NORTH_UP, width: int = 40, height: int = 30, crs: CRS = UTM) -> Grid:
    return Grid(width, height, transform, crs)


@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED, SOUTH_UP])
def test_pixel_size_is_that_on_the_ground(transform: Affine) -> None:
    assert grid(transform).pixel_size_m == pytest.approx(10 / 0.9996, rel=1e-7)
    assert grid(transform).pixel_area_m2 == pytest.approx(100 / 0.9996**2, rel=1e-7)


@pytest.mark.parametrize(
    ("code", "stretched"),
    [("EPSG:3857", 2.0), ("EPSG:6933", 1.0), ("EPSG:3035", 1.0), ("ESRI:54008", 1.0), ("EPSG:32635", 0.9996)],
    ids=["Mercator", "equal area, cylindrical", "equal area, azimuthal", "sinusoidal", "transverse Mercator"],
)
def test_pixels_cover_what_they_do_on_the_ground_in_every_projection(code: str, stretched: float) -> None:
    x, y = Transformer.from_crs("EPSG:4326", code, always_xy=True).transform(27.0, 60.0)
    made = grid(Affine(20, 0, x - 400, 0, -20, y + 300), crs=CRS.from_user_input(code))
    corners = Transformer.from_crs(code, "EPSG:4326", always_xy=True).transform(
        [x - 100, x + 100, x + 100, x - 100], [y - 100, y - 100, y + 100, y + 100]
    )
    area, _ = Geod(ellps="WGS84").polygon_area_perimeter(*corners)
    assert made.pixel_area_m2 == pytest.approx(abs(area) / 100, rel=1e-5)
    assert made.pixel_size_m == pytest.approx(20 / stretched, rel=6e-3)


def test_a_local_grid_has_the_areas_of_its_coordinates() -> None:
    local = CRS.from_wkt('LOCAL_CS["mine grid",UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]')
    assert grid(crs=local).pixel_area_m2 == 100


def test_pixel_size_in_degrees_and_feet() -> None:
    at_60_north = Grid(10, 10, Affine(0.001, 0, 25, 0, -0.001, 60.005), CRS.from_epsg(4326))
    assert at_60_north.pixel_area_m2 == pytest.approx(111.42 * 55.80, rel=1e-3)
    feet = Grid(10, 10, Affine(10, 0, 984_250, 0, -10, 160_000), CRS.from_epsg(2263))
    assert feet.pixel_size_m == pytest.approx(3.048, rel=1e-3)


@given(
    st.integers(0, 39),
    st.integers(0, 29),
    st.integers(1, 40),
    st.integers(1, 30),
    st.sampled_from([NORTH_UP, SOUTH_UP]),
)
def test_window_of_a_windows_extent_is_the_window(
    col: int, row: int, width: int, height: int, transform: Affine
) -> None:
    made = grid(transform)
    window = Window(row, col, height, width).clipped(made.height, made.width)
    assert made.window_of(made.extent_of(window)) == window
    assert made.part(window).extent == pytest.approx(made.extent_of(window))


def test_rotated_extent_covers_its_window() -> None:
    made = grid(ROTATED)
    window = Window(5, 6, 7, 8)
    covered = made.window_of(made.extent_of(window))
    assert covered.row <= 5
    assert covered.col <= 6
    assert covered.row + covered.height >= 12


def test_extent_beside_the_grid_is_refused_with_both_extents() -> None:
    with pytest.raises(BadInputError, match=r"misses the imagery.*500000"):
        grid().window_of((0, 0, 10, 10))


@given(st.integers(1, 100), st.integers(1, 100), st.integers(1, 64))
def test_blocks_cover_every_pixel_once(width: int, height: int, side: int) -> None:
    made = grid(width=width, height=height)
    blocks = list(made.blocks(side))
    assert sum(block.height * block.width for block in blocks) == width * height
    assert len({(block.row, block.col) for block in blocks}) == len(blocks)


@given(st.integers(-50, 150), st.integers(-50, 150), st.integers(0, 200), st.integers(0, 200))
def test_clipped_windows_lie_on_the_grid(row: int, col: int, height: int, width: int) -> None:
    clipped = Window(row, col, height, width).clipped(100, 80)
    assert 0 <= clipped.row <= clipped.row + clipped.height <= 100
    assert 0 <= clipped.col <= clipped.col + clipped.width <= 80


def test_grids_are_compared_to_a_millionth_of_a_pixel() -> None:
    nudged = Affine(10, 0, 500_000 + 1e-7, 0, -10, 4_000_000)
    shifted = Affine(10, 0, 500_001, 0, -10, 4_000_000)
    assert grid().same_as(grid(nudged))
    assert not grid().same_as(grid(shifted))
    assert not grid().same_as(grid(width=41))
    assert not grid().same_as(grid(crs=CRS.from_epsg(32634)))


@given(st.floats(0.1, 1000), st.floats(-80, 80), st.integers(0, 5000), st.integers(0, 5000))
def test_the_workers_grid_puts_pixels_on_the_same_map(size: float, angle: float, col: int, row: int) -> None:
    transform = Affine.translation(600_000, 4_740_000) @ Affine.rotation(angle) @ Affine.scale(size, -size)
    grid = Grid(100, 80, transform, UTM)
    pixels = grid.pixel_grid
    assert (pixels.width, pixels.height, pixels.window) == (grid.width, grid.height, grid.window)
    point = pixels.to_map(np.array([[col, row]]))
    assert np.allclose(point[0], transform @ (col, row), rtol=1e-12)
    assert np.allclose(pixels.to_pixels(point), [[col, row]], atol=1e-4)


def test_area_of_a_pixel_follows_the_units() -> None:
    metres = PixelGrid(10, 10, (600_000, 2, 0, 4_740_000, 0, -3), UTM.to_wkt())
    feet = PixelGrid(10, 10, (6_000_000, 2, 0, 2_000_000, 0, -3), CRS.from_epsg(2225).to_wkt())
    assert metres.pixel_area_m2 == 6.0
    assert abs(feet.pixel_area_m2 - 6 * (1200 / 3937) ** 2) < 1e-6


@pytest.mark.parametrize("code", [3857, 4326, 32633, 2225, 3035])
def test_both_grids_measure_a_pixel_alike(code: int) -> None:
    x, y = Transformer.from_crs(4326, code, always_xy=True).transform(15, 60)
    side = 1e-4 if code == 4326 else 10
    worker = Grid(40, 30, Affine(side, 0, x, 0, -side, y), CRS.from_epsg(code))
    assert worker.pixel_grid.pixel_area_m2 == worker.pixel_area_m2


def test_degrees_shrink_towards_the_pole() -> None:
    degrees = CRS.from_epsg(4326).to_wkt()
    at = {north: PixelGrid(2, 2, (10, 1, 0, north + 1, 0, -1), degrees) for north in (0, 60)}
    assert at[0].is_geographic
    assert abs(at[60].pixel_area_m2 / at[0].pixel_area_m2 - 0.5) < 1e-3


@pytest.mark.parametrize(("extent", "text"), [
    ((500000.0, 4997600.5, 5e6, 0.0), "(500000, 4997600, 5000000, 0)"),
    ((14.9, -45.123456789, 1e-5, 2.0), "(14.9, -45.123457, 0.00001, 2)"),
    ((0.0, 1e30, 0.0, -1.5e25), "(0, 1e+30, 0, -1.5e+25)"),
])  # fmt: skip
def test_extents_are_written_without_exponents(extent: Extent, text: str) -> None:
    assert extent_text(extent) == text
