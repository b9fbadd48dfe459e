"""Label rasters from elsewhere: values of any type on any grid, 0 too, with the names that they carry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels.sources.label_raster import legend_of

from tests.core.ground import area_scale

A, B = shapely.box(10, 10, 30, 30), shapely.box(60, 40, 80, 50)


def test_label_raster_with_0_as_a_class_and_its_own_nodata(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    values = np.full((100, 120), 255, np.uint8)
    values[:40], values[60:, :50] = 0, 7
    scene = Scene((make.image(grid),), make.raster(values, grid, nodata=255))
    ids, result, legend = rasterised(grid, scene)
    assert legend.names == ("0", "7")
    np.testing.assert_array_equal(ids, np.select([values == 0, values == 7], [1, 2], 0))
    assert result.polygons is None
    assert result.counts["0"] == pytest.approx((0, 40 * 120, 40 * 120 * 100.0 * area_scale(grid)), rel=1e-8)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float32", "float64"])
def test_label_rasters_of_any_type(make: Any, rasterised: Any, dtype: str) -> None:
    grid = make.grid()
    values = np.zeros((100, 120), dtype)
    values[20:, :30], values[20:, 30:60] = 3, 100
    if dtype.startswith("float"):
        values[50:, 60:] = np.nan
    ids, _, legend = rasterised(grid, Scene((make.image(grid),), make.raster(values, grid)))
    assert legend.names == ("0", "3", "100")
    assert (ids[20:, :30] == 2).all()
    assert (ids[50:, 60:] == (0 if dtype.startswith("float") else 1)).all()


def test_label_raster_on_another_grid_and_coordinate_system(make: Any, rasterised: Any) -> None:
    """It covers the middle only, has no nodata and 0 as a class: outside it nothing is labelled."""
    grid = make.grid()
    inner = Grid(40, 30, grid.transform * Affine.translation(20, 30) * Affine.scale(1.5), grid.crs)
    values = np.zeros((30, 40), np.uint8)
    values[:, 20:] = 9
    ids, _, legend = rasterised(grid, Scene((make.image(grid),), make.raster(values, inner)))
    expected = np.zeros((100, 120), np.uint8)
    expected[30:75, 20:50], expected[30:75, 50:80] = 1, 2
    assert legend.names == ("0", "9")
    np.testing.assert_array_equal(ids, expected)


def test_label_raster_names_its_classes_and_may_name_two_values_alike(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    values = np.zeros((100, 120), np.uint8)
    values[:30], values[30:60] = 1, 2
    path = make.raster(values, grid)
    names = enumerate(("rock", "water", "water"))
    rows = "".join(f"<Row index='{value}'><F>{value}</F><F>{name}</F></Row>" for value, name in names)
    Path(f"{path}.aux.xml").write_text(
        "<PAMDataset><PAMRasterBand band='1'><GDALRasterAttributeTable>"
        "<FieldDefn index='0'><Name>Value</Name><Type>0</Type><Usage>5</Usage></FieldDefn>"
        "<FieldDefn index='1'><Name>Class</Name><Type>2</Type><Usage>2</Usage></FieldDefn>"
        f"{rows}</GDALRasterAttributeTable></PAMRasterBand></PAMDataset>"
    )
    ids, _, legend = rasterised(grid, Scene((make.image(grid),), path))
    assert legend.names == ("rock", "water")
    assert (ids[:60] == 2).all()
    assert (ids[60:] == 1).all()


def test_what_was_written_serves_as_labels_again(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    ids, first, legend = rasterised(grid, make.scene(grid, [A, B], ["São", "b"]))
    again, _, same = rasterised(grid, Scene((make.image(grid),), str(first.path)))
    assert same.names == legend.names
    np.testing.assert_array_equal(again, ids)


def test_measurements_are_no_label_raster(make: Any) -> None:
    grid = make.grid()
    values = np.random.default_rng(0).normal(size=(100, 120)).astype(np.float32)
    with pytest.raises(BadInputError, match="more than 254 different values"):
        legend_of([Scene((make.image(grid),), make.raster(values, grid))])


def test_label_raster_elsewhere_is_refused_with_both_extents(make: Any) -> None:
    grid = make.grid()
    away = make.grid(transform=Affine(10, 0, 700_000, 0, -10, 4_740_000))
    scene = Scene((make.image(grid),), make.image(away))
    with pytest.raises(BadInputError, match=r"misses the imagery: it covers \(700000.*\(570000"):
        legend_of([scene])


def test_label_raster_without_a_label_is_refused(make: Any) -> None:
    grid = make.grid()
    path = make.raster(np.zeros((100, 120), np.uint8), grid, nodata=0)
    with pytest.raises(BadInputError, match="has no labelled pixel"):
        legend_of([Scene((make.image(grid),), path)])


def test_pictures_warn_that_one_band_is_read(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    values = np.zeros((3, 100, 120), np.uint8)
    values[:, :50] = 200
    _, result, _ = rasterised(grid, Scene((make.image(grid),), make.raster(values, grid)))
    assert any("3 bands; only the first one" in text for text in result.warnings)
