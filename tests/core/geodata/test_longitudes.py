"""Rasters whose longitudes run from 0 to 360 degrees over those that run from −180 to 180, and the other way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.longitudes import facing
from outcrop.core.geodata.stack import Stack
from outcrop.core.labels.value_raster import ValueRaster
from rasterio.crs import CRS

ROWS, COLUMNS, PIXEL = 40, 60, 0.01


def write(path: Path, west: float, crs: str = "EPSG:4326", seed: int = 1, **more: Any) -> np.ndarray:
    values = np.random.default_rng(seed).integers(1, 5, (1, ROWS, COLUMNS)).astype(np.uint8)
    place = Affine(PIXEL, 0, west, 0, -PIXEL, 10)
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "height": ROWS, "width": COLUMNS}
    with rasterio.open(path, "w", **profile, crs=crs, transform=place, **more) as file:
        file.write(values)
    return values


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:4490"])
@pytest.mark.parametrize(("first", "second"), [(350.0, -10.0), (-10.0, 350.0), (-170.0, 190.0), (179.8, -180.2)])
def test_a_stack_of_both_ways_has_every_pixel_in_its_place(
    first: float, second: float, crs: str, tmp_path: Path
) -> None:
    one = write(tmp_path / "one.tif", first)
    two = write(tmp_path / "two.tif", second, crs, seed=2)
    with Stack([str(tmp_path / "one.tif"), str(tmp_path / "two.tif")]) as stack:
        image, valid = stack.read(stack.grid.window)
    assert valid.all()
    assert np.array_equal(image, np.concatenate([one, two]))


@pytest.mark.parametrize("west", [350.0, -10.0])
def test_labels_lie_where_they_are_meant(west: float, tmp_path: Path) -> None:
    values = write(tmp_path / "labels.tif", west)
    other = 350.0 - 10.0 - west
    raster = ValueRaster(str(tmp_path / "labels.tif"), grid_at(other))
    read, labelled = raster.read(grid_at(other).window)
    raster.close()
    assert labelled.all()
    assert np.array_equal(read, values[0])


def test_where_both_ways_overlap_the_one_that_overlaps_more_counts() -> None:
    world = Grid(360, 180, Affine(1, 0, -180, 0, -1, 90), CRS.from_epsg(4326))
    assert facing(world, grid_at(170.0)) == (world, grid_at(170.0))
    turned = facing(world, grid_at(200.0))
    assert turned is not None
    assert turned[1].extent[0] == pytest.approx(-160)


@pytest.mark.parametrize("west", [350.2, -9.8])
@pytest.mark.parametrize("nodata", [None, 9])
def test_a_grid_in_metres_sees_longitudes_of_both_ways(west: float, nodata: int | None, tmp_path: Path) -> None:
    values = write(tmp_path / "one.tif", west, nodata=nodata)
    write_metres(tmp_path / "grid.tif")
    with Stack([str(tmp_path / "grid.tif"), str(tmp_path / "one.tif")]) as stack:
        image, valid = stack.read(stack.grid.window)
    assert valid.all()
    seen = values[0, 5:20, 10:40]
    assert image[1].mean() == pytest.approx(seen.mean(), abs=0.3)
    raster = ValueRaster(str(tmp_path / "one.tif"), stack.grid)
    assert raster.read(stack.grid.window)[1].all()
    raster.close()


@pytest.mark.parametrize("west", [350.2, -9.8])
def test_a_grid_in_degrees_of_both_ways_sees_metres(west: float, tmp_path: Path) -> None:
    write(tmp_path / "one.tif", west)
    write_metres(tmp_path / "metres.tif")
    with Stack([str(tmp_path / "one.tif"), str(tmp_path / "metres.tif")]) as stack:
        valid = stack.read(stack.grid.window)[1]
    assert valid.mean() == pytest.approx(40 * 30 / (60 * 40 * 1.1 * 1.1), abs=0.1)


def test_what_lies_elsewhere_is_still_refused(tmp_path: Path) -> None:
    write(tmp_path / "one.tif", 350.0)
    write(tmp_path / "two.tif", 10.0)
    assert facing(grid_at(10.0), grid_at(350.0)) is None
    with pytest.raises(BadInputError, match="doesn't overlap"):
        Stack([str(tmp_path / "one.tif"), str(tmp_path / "two.tif")])


def write_metres(path: Path) -> None:
    """Write a raster of ones over most of 9.7 to 9.3 degrees west, 9.7 to 10 degrees north."""
    place = Affine(1000, 0, 423_500, 0, -1000, 1_104_000)
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "height": 30, "width": 40}
    with rasterio.open(path, "w", **profile, crs="EPSG:32629", transform=place) as file:
        file.write(np.ones((1, 30, 40), np.uint8))


def grid_at(west: float) -> Grid:
    return Grid(COLUMNS, ROWS, Affine(PIXEL, 0, west, 0, -PIXEL, 10), CRS.from_epsg(4326))
