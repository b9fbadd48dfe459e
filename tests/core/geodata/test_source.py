"""Sources: values of one raster with where they are valid, whichever way the file says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.geodata.source import Source
from outcrop.core.geodata.stack import Stack
from outcrop.core.prediction.resampling import resampled
from rasterio.enums import ColorInterp
from rasterio.transform import from_origin

WHOLE = Window(0, 0, 4, 4)


def source_of(path: Path, values: np.ndarray, mask: Any = None, **profile: Any) -> Source:
    made = {
        "driver": "GTiff", "width": 4, "height": 4, "count": len(values), "dtype": values.dtype.name,
        "crs": "EPSG:32654", "transform": from_origin(400_000, 4_700_000, 10, 10), **profile,
    }  # fmt: skip
    with rasterio.open(path, "w", **made) as file:
        file.write(values)
        if mask is not None:
            file.write_mask(mask)
        if profile.get("photometric") == "RGB":
            file.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
    dataset = rasterio.open(path)
    return Source(dataset, Grid.of(dataset))


def values(bands: int, kind: str = "uint8") -> np.ndarray:
    return np.arange(1, 16 * bands + 1).reshape(bands, 4, 4).astype(kind)


@pytest.mark.parametrize("kind", ["uint8", "int16", "float32"])
def test_nodata_of_any_band_is_not_valid(kind: str, tmp_path: Path) -> None:
    own = values(2, kind)
    own[0, 0, 1] = own[1, 2, 3] = 99
    source = source_of(tmp_path / "a.tif", own, nodata=99)
    assert np.argwhere(~source.read([1, 2], WHOLE)[1]).tolist() == [[0, 1], [2, 3]]
    assert np.argwhere(~source.read([2], WHOLE)[1]).tolist() == [[2, 3]]
    again = source.read([2], Window(2, 2, 2, 2))
    assert again[0].tolist() == own[1:2, 2:, 2:].tolist()
    assert np.argwhere(~again[1]).tolist() == [[0, 1]]
    source.close()


def test_masks_alpha_and_nan_are_not_valid(tmp_path: Path) -> None:
    mask = np.full((4, 4), 255, np.uint8)
    mask[3, 0] = 0
    assert np.argwhere(~source_of(tmp_path / "m.tif", values(1), mask).read([1], WHOLE)[1]).tolist() == [[3, 0]]

    rgba = values(4)
    rgba[3, 1, 2] = 0
    source = source_of(tmp_path / "rgba.tif", rgba, photometric="RGB", alpha="yes")
    assert np.argwhere(~source.read([1, 2, 3], WHOLE)[1]).tolist() == [[1, 2]]

    holes = values(1, "float32")
    holes[0, 0, 0], holes[0, 0, 3] = np.nan, np.inf
    assert np.argwhere(~source_of(tmp_path / "f.tif", holes).read([1], WHOLE)[1]).tolist() == [[0, 0], [0, 3]]


def test_another_grid_is_warped_to_and_what_lies_beyond_is_not_valid(tmp_path: Path) -> None:
    source_of(tmp_path / "a.tif", values(1)).close()
    dataset = rasterio.open(tmp_path / "a.tif")
    own = Grid.of(dataset)
    wider = Grid(8, 4, own.transform, own.crs)
    found, valid = Source(dataset, wider).read([1], Window(0, 0, 4, 8))
    assert found[0, :, :4].tolist() == values(1)[0].tolist()
    assert valid[:, :4].all()
    assert not valid[:, 4:].any()


@pytest.mark.parametrize("kind", ["uint8", "int16", "uint32", "float32"])
def test_values_are_what_scale_and_offset_make_of_the_numbers(kind: str, tmp_path: Path) -> None:
    own = values(2, kind)
    own[1, 2, 3] = 99
    source_of(tmp_path / "a.tif", own, nodata=99).close()
    with rasterio.open(tmp_path / "a.tif", "r+") as file:
        file.scales, file.offsets = (1.0, 0.5), (0.0, -3.0)
    with Stack([str(tmp_path / "a.tif")]) as stack:
        found, valid = stack.read(stack.grid.window)
        assert stack.data_type == found.dtype.name == ("float64" if kind == "uint32" else "float32")
        np.testing.assert_allclose(found, own * np.array([1.0, 0.5])[:, None, None] - np.array([0, 3])[:, None, None])
        assert np.argwhere(~valid).tolist() == [[2, 3]]
        assert np.argwhere(~stack.valid_by_band(stack.grid.window)).tolist() == [[1, 2, 3]]
    with Stack([str(tmp_path / "a.tif")], ["2"]) as stack:
        np.testing.assert_allclose(stack.read(stack.grid.window)[0][0], own[1] * 0.5 - 3)
        mean = (own[1][valid] * 0.5 - 3).mean()
        np.testing.assert_allclose(stack.read_reduced(stack.grid.window, (1, 1))[0], mean, atol=0.25)


def test_another_grid_keeps_the_scale(tmp_path: Path) -> None:
    source_of(tmp_path / "a.tif", np.full((1, 4, 4), 40, np.uint16)).close()
    with rasterio.open(tmp_path / "a.tif", "r+") as file:
        file.scales, file.offsets = (0.01,), (1.0,)
    grid = Grid(4, 4, from_origin(400_005, 4_699_995, 5, 5), rasterio.crs.CRS.from_epsg(32654))
    found, valid = Source(rasterio.open(tmp_path / "a.tif"), grid).read([1], WHOLE)
    assert valid.all()
    np.testing.assert_allclose(found, 1.4, rtol=1e-6)
    with Stack([resampled(str(tmp_path / "a.tif"), 20.0, tmp_path)]) as stack:
        np.testing.assert_allclose(stack.read(stack.grid.window)[0], 1.4, rtol=1e-6)


def layer(path: Path, values: np.ndarray, pixel: float, palette: bool = False) -> Path:
    with rasterio.open(
        path, "w", driver="GTiff", width=values.shape[1], height=values.shape[0], count=1, dtype=values.dtype.name,
        crs="EPSG:32633", transform=from_origin(500_000, 4_000_000, pixel, pixel),
    ) as file:  # fmt: skip
        file.write(values, 1)
        if palette:
            file.write_colormap(1, {number: (number, 0, 0, 255) for number in range(256)})
    return path


def test_finer_measurements_are_averaged_on_the_grid(tmp_path: Path) -> None:
    fine = np.random.default_rng(0).normal(100, 30, (240, 320)).astype(np.float32)
    coarse = layer(tmp_path / "coarse.tif", np.zeros((30, 40), np.float32), 8.0)
    with Stack([str(coarse), str(layer(tmp_path / "fine.tif", fine, 1.0))], ["2:1"]) as stack:
        values, valid = stack.read(stack.grid.window)
    assert valid.all()
    np.testing.assert_allclose(values[0], fine.reshape(30, 8, 40, 8).mean((1, 3)), rtol=1e-4)


def test_coarser_measurements_are_interpolated(tmp_path: Path) -> None:
    ramp = np.broadcast_to(np.arange(20, dtype=np.float32) * 10, (10, 20)).copy()
    fine = layer(tmp_path / "fine.tif", np.zeros((80, 160), np.float32), 1.0)
    with Stack([str(fine), str(layer(tmp_path / "coarse.tif", ramp, 8.0))], ["2:1"]) as stack:
        values, _ = stack.read(stack.grid.window)
    inner = values[0, 40, 16:144]
    assert (np.diff(inner) > 0.5).all()


@pytest.mark.parametrize("pixel", [0.7, 8.0])
def test_categories_stay_categories(pixel: float, tmp_path: Path) -> None:
    known = np.random.default_rng(1).choice([3, 40, 200], (60, 80)).astype(np.uint8)
    image = layer(tmp_path / "image.tif", np.zeros((40, 50), np.uint8), 1.0)
    with Stack([str(image), str(layer(tmp_path / "map.tif", known, pixel, palette=True))], ["2:1"]) as stack:
        values, valid = stack.read(stack.grid.window)
        reduced, _ = stack.read_reduced(stack.grid.window, (20, 25))
    assert set(np.unique(values[0][valid]).tolist()) <= {3, 40, 200}
    assert set(np.unique(reduced[0]).tolist()) <= {0, 3, 40, 200}
