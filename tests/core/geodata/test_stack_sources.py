"""Sources of a stack are read as what they are: categories, angles, embeddings, measurements of any pixel size."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.sources.embeddings import dequantised, quantised, unit_vectors
from outcrop.core.geodata.stack import Stack
from rasterio.transform import from_origin

EAST, NORTH = 400_000, 4_700_000


def write(path: Path, values: np.ndarray, pixel: float = 10.0, shift: float = 0.0, **profile: Any) -> str:
    """Write bands (B, H, W) whose upper left corner lies a shift to the right of and below the usual place."""
    made = {
        "driver": "GTiff", "width": values.shape[2], "height": values.shape[1], "count": len(values),
        "dtype": values.dtype.name, "crs": "EPSG:32654",
        "transform": from_origin(EAST + shift, NORTH - shift, pixel, pixel), **profile,
    }  # fmt: skip
    with rasterio.open(path, "w", **made) as file:
        file.write(values)
    return str(path)


def grid_image(folder: Path, side: int = 8, pixel: float = 10.0) -> str:
    return write(folder / "image.tif", np.arange(side * side, dtype=np.uint16).reshape(1, side, side), pixel)


def read(stack: Stack) -> tuple[np.ndarray, np.ndarray]:
    return stack.read(stack.grid.window)


def apart(one: np.ndarray, other: float) -> np.ndarray:
    """How far directions lie from another, in degrees."""
    return np.abs((one - other + 180) % 360 - 180)


@pytest.mark.parametrize("resampling", ["", ",average", ",bilinear"])
def test_the_mean_of_359_and_1_degrees_is_0(tmp_path: Path, resampling: str) -> None:
    angles = np.tile(np.array([[359, 1], [1, 359]], np.int16), (8, 8))[None]
    with Stack([grid_image(tmp_path), write(tmp_path / "aspect.tif", angles, 5.0)], (), [f"2=angle{resampling}"]) as it:
        image, valid = read(it)
    assert valid.all()
    assert apart(image[1], 0)[1:-1, 1:-1].max() < 0.001
    assert apart(image[1], 0).max() < 0.1  # at the edge an interpolation has fewer pixels of the one than of the other
    assert (image[1] < 360).all()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([0.4, 0.9, 1.0, 1.7, 3.3, 12.0]), st.floats(-360, 720), st.floats(0, 7))
def test_a_constant_angle_stays_at_any_pixel_size(tmp_path: Path, factor: float, angle: float, shift: float) -> None:
    side = int(np.ceil(90 / (10 * factor))) + 2
    angles = np.full((1, side, side), angle, np.float32)
    other = write(tmp_path / "aspect.tif", angles, 10 * factor, shift - 10 * factor)
    with Stack([grid_image(tmp_path), other], (), ["2=angle"]) as stack:
        image, valid = read(stack)
        reduced, _ = stack.read_reduced(stack.grid.window, (3, 3))
    assert valid[1:-1, 1:-1].all()
    assert apart(image[1][valid], angle).max() < 0.01
    assert apart(reduced[1], angle).max() < 0.01


def test_angles_of_other_units_are_scaled_to_degrees(tmp_path: Path) -> None:
    radians = np.full((1, 16, 16), np.pi / 2, np.float32)
    other = write(tmp_path / "a.tif", radians, 5.0)
    with Stack([grid_image(tmp_path), other], (), ["2=angle,scale=57.29577951308232"]) as it:
        image, _ = read(it)
    assert apart(image[1], 90).max() < 0.01


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([0.3, 0.7, 1.0, 2.5, 9.0]), st.floats(0, 9), st.integers(0, 99))
def test_categories_are_never_mixed(tmp_path: Path, factor: float, shift: float, seed: int) -> None:
    side = int(np.ceil(90 / (10 * factor))) + 2
    codes = np.random.default_rng(seed).choice([3, 40, 200], (1, side, side)).astype(np.uint8)
    other = write(tmp_path / "c.tif", codes, 10 * factor, shift - 10 * factor)
    with Stack([grid_image(tmp_path), other], (), ["2=category"]) as stack:
        image, valid = read(stack)
    assert set(np.unique(image[1][valid])) <= {3, 40, 200}


@pytest.mark.parametrize("factor", [2, 5, 37])
def test_finer_measurements_are_averaged_at_any_factor(tmp_path: Path, factor: int) -> None:
    fine = np.random.default_rng(0).normal(size=(1, 8 * factor, 8 * factor)).astype(np.float32)
    with Stack([grid_image(tmp_path), write(tmp_path / "fine.tif", fine, 10 / factor)]) as stack:
        image, _ = read(stack)
    means = fine[0].reshape(8, factor, 8, factor).mean(axis=(1, 3))
    assert np.allclose(image[1], means, atol=1e-5)


def test_measurements_are_resampled_as_is_said(tmp_path: Path) -> None:
    coarse = np.random.default_rng(0).random((1, 4, 4)).astype(np.float32)
    other = write(tmp_path / "coarse.tif", coarse, 20.0)
    found = {}
    for how in ("nearest", "bilinear", "cubic"):
        with Stack([grid_image(tmp_path), other], (), [f"2=measurement,{how}"]) as stack:
            found[how] = read(stack)[0][1]
    assert np.array_equal(np.unique(found["nearest"]), np.unique(coarse))
    assert len(np.unique(found["bilinear"])) > coarse.size
    assert not np.allclose(found["bilinear"], found["cubic"])


def test_what_is_said_of_nothing_is_read_as_ever(tmp_path: Path) -> None:
    images = [grid_image(tmp_path), write(tmp_path / "o.tif", np.ones((2, 20, 20), np.int16), 7.0, nodata=0)]
    with Stack(images) as plain, Stack(images, (), ["2=auto"]) as said:
        assert np.array_equal(read(plain)[0], read(said)[0])
        assert plain.data_type == said.data_type
        assert said.said == ()


def test_a_further_number_may_be_no_data(tmp_path: Path) -> None:
    values = np.arange(1, 65, dtype=np.int16).reshape(1, 8, 8)
    values[0, 3, 4] = -999
    for pixel in (10.0, 10.5):
        other = write(tmp_path / "o.tif", values, pixel, nodata=64)
        with Stack([grid_image(tmp_path), other], (), ["2=nearest,nodata=-999"]) as stack:
            image, valid = read(stack)
        assert not valid[3, 4]
        assert not (image[1][valid] == -999).any()


@pytest.mark.parametrize("role", ["measurement", "category"])
def test_a_further_number_is_in_no_mean(role: str, tmp_path: Path) -> None:
    values = np.full((1, 40, 40), 300, np.int16)
    values[:, :, :22] = -9_999
    with Stack([write(tmp_path / "o.tif", values)], (), [f"1={role},nodata=-9999"]) as stack:
        image, valid = stack.read_reduced(stack.grid.window, (10, 10))
    assert valid[0].tolist() == [False] * 5 + [True] * 5
    assert (image[0][valid] == 300).all()


@pytest.mark.parametrize("pixel", [10.0, 5.0])
def test_gaps_count_where_any_band_or_where_all_bands_have_one(tmp_path: Path, pixel: float) -> None:
    side = round(80 / pixel)
    values = np.full((2, side, side), 5, np.uint8)
    values[0, :, : side // 2] = 0
    values[:, : side // 2, : side // 2] = 0
    other = write(tmp_path / "o.tif", values, pixel, nodata=0)
    image = grid_image(tmp_path)
    with Stack([image, other], (), ["2=nearest"]) as stack:
        assert np.array_equal(read(stack)[1], np.repeat([[False] * 4 + [True] * 4], 8, axis=0))
    with Stack([image, other], (), ["2=nearest,gaps=all"]) as stack:
        expected = np.ones((8, 8), bool)
        expected[:4, :4] = False
        assert np.array_equal(read(stack)[1], expected)


def embedding(side: int, seed: int = 0) -> np.ndarray:
    vectors = unit_vectors(np.random.default_rng(seed).normal(size=(64, side, side)))
    return quantised(vectors)


@pytest.mark.parametrize("nodata", [{}, {"nodata": -128}])
def test_embeddings_are_dequantised_and_kept_as_bytes(tmp_path: Path, nodata: dict[str, int]) -> None:
    stored = embedding(8)
    stored[7, 2, 5] = -128
    with Stack([write(tmp_path / "e.tif", stored, **nodata)], (), ["1=embedding"]) as stack:
        stack.remember(1 << 20)
        assert stack.pixel_bytes == 64 + 1
        for _ in range(2):
            image, valid = read(stack)
            assert image.dtype == np.float32
            assert np.array_equal(image[:, valid], dequantised(stored)[:, valid])
            assert np.array_equal(np.argwhere(~valid), [[2, 5]])


def test_finer_embeddings_are_averaged_as_vectors(tmp_path: Path) -> None:
    stored = embedding(16)
    images = [grid_image(tmp_path), write(tmp_path / "e.tif", stored, 5.0, nodata=-128)]
    with Stack(images, (), ["2=embedding"]) as stack, Stack(images, ["2:9", "2:3"], ["2=embedding"]) as few:
        image, valid = read(stack)
        chosen, _ = read(few)
    means = unit_vectors(dequantised(stored).reshape(64, 8, 2, 8, 2).mean(axis=(2, 4)))
    assert valid.all()
    assert np.abs(image[1:] - means).max() < 0.008  # half a step of a byte at 1
    assert np.array_equal(chosen, image[[9, 3]])


def test_coarser_embeddings_take_the_nearest(tmp_path: Path) -> None:
    stored = embedding(2)
    other = write(tmp_path / "e.tif", stored, 40.0, nodata=-128)
    with Stack([grid_image(tmp_path), other], (), ["2=embedding"]) as stack:
        image, _ = read(stack)
    assert np.array_equal(image[1:], np.repeat(np.repeat(dequantised(stored), 4, axis=1), 4, axis=2))


def test_bytes_with_a_scale_of_their_own_are_scaled(tmp_path: Path) -> None:
    path = write(tmp_path / "t.tif", embedding(8))
    with rasterio.open(path, "r+") as file:
        file.scales = (0.01,) * 64
    with Stack([path], (), ["1=embedding"]) as stack:
        image, _ = read(stack)
        assert stack.pixel_bytes == 65
    assert np.allclose(image, embedding(8) * np.float32(0.01))


def test_bands_of_one_file_may_be_read_differently(tmp_path: Path) -> None:
    values = np.stack([np.tile([[350, 10]], (16, 8)), np.tile([[1, 9]], (16, 8))]).astype(np.int16)
    images = [grid_image(tmp_path), write(tmp_path / "both.tif", values, 5.0)]
    with Stack(images, (), ["2:1=angle", "2:2=category"]) as stack:
        image, _ = read(stack)
        assert [one.settings.role for one in stack.sources] == ["measurement", "angle", "category"]
    assert apart(image[1], 0).max() < 0.01
    assert set(np.unique(image[2])) <= {1, 9}


def test_a_band_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no band 4; it has 1"):
        Stack([grid_image(tmp_path)], (), ["1:4=angle"])


def half_covered(folder: Path) -> list[str]:
    """An image, and two layers that end: one to the right, one below."""
    magnetics = np.arange(1, 33, dtype=np.float32).reshape(1, 8, 4)
    gamma = np.full((2, 8, 8), 7, np.int16)
    gamma[1, 4:] = -1
    return [
        grid_image(folder), write(folder / "magnetics.tif", magnetics),
        write(folder / "gamma.tif", gamma, nodata=-1),
    ]  # fmt: skip


def test_pixels_count_where_all_layers_are_there_or_any(tmp_path: Path) -> None:
    images = half_covered(tmp_path)
    with Stack(images) as strict, Stack(images, is_masked=True) as masked:
        (plain, all_there), (image, any_there) = read(strict), read(masked)
        there = masked.valid_by_source(masked.grid.window)
    assert np.array_equal(all_there, there.all(axis=0))
    assert any_there.all()
    assert np.array_equal(there.sum(axis=(1, 2)), [64, 32, 32])
    assert np.array_equal(np.isnan(image).any(axis=0), ~all_there)
    assert np.isnan(image[2:4, 4:]).all()  # a gap in one band is one of its layer
    assert np.array_equal(image[:, all_there], plain[:, all_there])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-4, 9), st.integers(-4, 9), st.integers(1, 9), st.integers(1, 9))
def test_windows_of_masked_stacks_are_parts_of_the_whole(
    tmp_path: Path, row: int, col: int, height: int, width: int
) -> None:
    window = Window(row, col, height, width)
    with Stack(half_covered(tmp_path), is_masked=True) as stack:
        whole, valid = read(stack)
        image, own = stack.read(window)
    inside = window.clipped(8, 8)
    shift = Window(inside.row - row, inside.col - col, *inside.shape)
    rows, cols = inside.slices()
    assert np.array_equal(image[(slice(None), *shift.slices())], whole[:, rows, cols], equal_nan=True)
    assert own.sum() == valid[rows, cols].sum()


def test_many_layers_are_read(tmp_path: Path) -> None:
    images = [grid_image(tmp_path)]
    images += [write(tmp_path / f"l{number}.tif", np.full((1, 8, 8), number, np.uint16)) for number in range(300)]
    with Stack(images, (), ["7=category"], is_masked=True) as stack:
        image, valid = read(stack)
    assert len(stack.names) == 301
    assert valid.all()
    assert np.array_equal(image[1:, 0, 0], np.arange(300))
