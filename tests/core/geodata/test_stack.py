"""Stacks: rasters of every kind, read by windows on one grid."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError, OutcropError
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.stack import Stack
from rasterio.enums import ColorInterp

PLACE = Affine(10, 0, 500_000, 0, -10, 4_000_000)


def write(
    path: Path, values: np.ndarray, transform: Affine = PLACE, crs: Any = "EPSG:32633", nodata: Optional[float] = None,
    names: tuple[str, ...] = (), **options: Any,
) -> str:  # fmt: skip
    profile = {
        "driver": "GTiff", "count": len(values), "height": values.shape[1], "width": values.shape[2],
        "dtype": values.dtype.name, "transform": transform, "crs": crs, "nodata": nodata, **options,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(values)
        for number, name in enumerate(names, start=1):
            dataset.set_band_description(number, name)
    return str(path)


@pytest.mark.parametrize("kind", ["uint8", "int16", "uint16", "int32", "float32", "float64"])
def test_values_and_nodata_of_every_type(tmp_path: Path, kind: str) -> None:
    values = np.arange(2 * 5 * 7).reshape(2, 5, 7).astype(kind)
    with Stack([write(tmp_path / "a.tif", values, nodata=10)]) as stack:
        image, valid = stack.read(Window(0, 0, 5, 7))
        assert image.dtype == np.dtype(kind)
        assert np.array_equal(image, values)
        assert np.array_equal(valid, (values != 10).all(axis=0))


def test_nan_and_infinity_are_not_valid(tmp_path: Path) -> None:
    values = np.ones((1, 3, 3), np.float32)
    values[0, 0, 0], values[0, 1, 1], values[0, 2, 2] = np.nan, np.inf, -9999
    with Stack([write(tmp_path / "a.tif", values, nodata=-9999)]) as stack:
        assert stack.read(Window(0, 0, 3, 3))[1].sum() == 6
    with Stack([write(tmp_path / "b.tif", values, nodata=np.nan)]) as stack:
        assert stack.read(Window(0, 0, 3, 3))[1].sum() == 7


def test_alpha_masks_and_is_no_band(tmp_path: Path) -> None:
    values = np.full((4, 4, 4), 9, np.uint8)
    values[3, :2] = 0
    path = write(tmp_path / "a.tif", values, photometric="RGB", alpha="YES")
    with rasterio.open(path, "r+") as dataset:
        dataset.colorinterp = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]
    with Stack([path]) as stack:
        assert stack.names == ("Red", "Green", "Blue")
        assert stack.read(Window(0, 0, 4, 4))[1].sum() == 8


def test_beyond_the_grid_is_empty_or_mirrored(tmp_path: Path) -> None:
    values = np.arange(1, 13).reshape(1, 3, 4).astype(np.uint8)
    with Stack([write(tmp_path / "a.tif", values)]) as stack:
        image, valid = stack.read(Window(-2, -1, 7, 6))
        assert np.array_equal(image[0, 2:5, 1:5], values[0])
        assert valid.sum() == 12
        mirrored, all_valid = stack.read(Window(-2, -1, 7, 6), mirrored=True)
        assert all_valid.all()
        assert np.array_equal(mirrored[0], np.pad(values[0], ((2, 2), (1, 1)), mode="reflect"))
        nothing, none = stack.read(Window(50, 50, 2, 2), mirrored=True)
        assert not nothing.any()
        assert not none.any()


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (2, 2)])
def test_tiny_rasters_can_be_mirrored_far(tmp_path: Path, shape: tuple[int, int]) -> None:
    with Stack([write(tmp_path / "a.tif", np.full((1, *shape), 3, np.uint8))]) as stack:
        image, valid = stack.read(Window(-40, -40, 96, 96), mirrored=True)
        assert (image == 3).all()
        assert valid.all()


@pytest.mark.parametrize("nodata", [None, -1.0])
def test_other_grids_are_aligned_to_the_first(tmp_path: Path, nodata: Optional[float]) -> None:
    first = write(tmp_path / "a.tif", np.ones((1, 40, 40), np.uint16), names=("a",))
    rows = np.repeat(np.arange(20.0)[:, None], 20, axis=1)[None].astype(np.float32)
    coarse = PLACE @ Affine.translation(10, 10) @ Affine.scale(2)
    second = write(tmp_path / "b.tif", rows, coarse, nodata=nodata, names=("b",))
    with Stack([first, second]) as stack:
        assert stack.data_type == "float32"
        image, valid = stack.read(Window(0, 0, 40, 40))
    assert valid[:10].sum() == 0
    assert valid[12:38, 12:38].all()
    assert image[1, 20, 20] == pytest.approx((20 - 10 + 0.5) / 2 - 0.5)


def test_other_coordinate_systems_are_aligned(tmp_path: Path) -> None:
    first = write(tmp_path / "a.tif", np.ones((1, 60, 60), np.uint8))
    from rasterio.warp import transform_bounds

    west, south, east, north = transform_bounds("EPSG:32633", "EPSG:4326", 500_000, 3_999_400, 500_600, 4_000_000)
    degrees = Affine((east - west) / 50, 0, west, 0, -(north - south) / 50, north)
    second = write(tmp_path / "b.tif", np.full((1, 50, 50), 7, np.int16), degrees, "EPSG:4326")
    with Stack([first, second]) as stack:
        image, valid = stack.read(Window(10, 10, 40, 40))
    assert valid.all()
    assert (image[1] == 7).all()


def test_bands_are_chosen_in_order_and_named_apart(tmp_path: Path) -> None:
    first = write(
        tmp_path / "s2.tif", np.stack([np.full((4, 4), n, np.uint8) for n in (1, 2, 3)]), names=("B", "G", "R")
    )
    second = write(tmp_path / "dem.tif", np.full((1, 4, 4), 9, np.uint8), names=("R",))
    with Stack([first, second], ["2:1", "1:3", "1"]) as stack:
        assert stack.names == ("dem R 1", "s2 R 3", "B")
        assert stack.read(Window(0, 0, 1, 1))[0][:, 0, 0].tolist() == [9, 3, 1]
    with pytest.raises(BadInputError, match=r"no band 1:4.*2:1"):
        Stack([first, second], ["1:4"])


def test_threads_read_the_same(tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(1, 255, (2, 128, 128)).astype(np.uint8)
    path = write(tmp_path / "a.tif", values, tiled=True, blockxsize=32, blockysize=32, compress="deflate")
    with Stack([path]) as stack, ThreadPoolExecutor(4) as pool:
        windows = list(stack.grid.blocks(20))
        for window, (image, _) in zip(windows, pool.map(stack.read, windows)):
            rows, cols = window.slices()
            assert np.array_equal(image, values[:, rows, cols])


def test_what_can_not_be_used_is_named(tmp_path: Path) -> None:
    good = write(tmp_path / "good.tif", np.ones((1, 400, 400), np.uint8))
    far = write(tmp_path / "far.tif", np.ones((1, 4, 4), np.uint8), PLACE @ Affine.translation(1e5, 0))
    nowhere = write(tmp_path / "nowhere.tif", np.ones((1, 4, 4), np.uint8), crs=None)
    short = tmp_path / "short.tif"
    short.write_bytes(Path(good).read_bytes()[:100_000])
    for images, words in (
        ([], "no imagery"), ([str(tmp_path / "none.tif")], "none.tif"), ([nowhere], "nowhere.tif.*coordinate system"),
        ([good, far], "far.tif.*overlap"),
    ):  # fmt: skip
        with pytest.raises(BadInputError, match=words):
            Stack(images)
    with Stack([str(short)]) as stack:
        with pytest.raises(OutcropError, match=r"short.tif.*rows 390"):
            stack.read(Window(390, 0, 10, 10))
        with pytest.raises(BadInputError, match=r"short.tif"):
            stack.check_readable()


def test_a_stack_that_remembers_gives_the_same_and_leaves_its_files_alone(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    first = write(tmp_path / "a.tif", rng.integers(0, 200, (3, 300, 520), np.uint8), nodata=7)
    turned = write(tmp_path / "b.tif", rng.random((1, 80, 90)).astype("float32"), PLACE @ Affine.scale(8), "EPSG:32633")
    asked = [Window(-20, -30, 100, 100), Window(200, 200, 128, 400), Window(0, 0, 300, 520), Window(290, 500, 64, 64)]
    with Stack([first, turned]) as plain, Stack([first, turned]) as keeping:
        keeping.remember(10**8)
        assert keeping.pixel_bytes == 3 + 4 + 2
        expected = [plain.read(window, mirrored=True) for window in asked]
        for _ in range(2):
            for window, (image, valid) in zip(asked, expected):
                found = keeping.read(window, mirrored=True)
                assert np.array_equal(found[0], image)
                assert np.array_equal(found[1], valid)
            keeping.close()  # what is kept needs no file
    assert not valid.all()


def test_rows_from_edge_to_edge_are_known(tmp_path: Path) -> None:
    values = np.zeros((4, 32, 9000), np.uint16)
    rows = write(tmp_path / "rows.tif", values)
    tiled = write(tmp_path / "tiled.tif", values, tiled=True, blockxsize=256, blockysize=32)
    with Stack([rows, tiled]) as stack:
        assert stack.row_bytes == {rows: 9000 * 4 * 2}


def test_a_palette_is_said_to_be_learned_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "map.tif"
    made = {"driver": "GTiff", "width": 4, "height": 3, "count": 1, "dtype": "uint8", "crs": "EPSG:32654"}
    with rasterio.open(path, "w", transform=Affine(10, 0, 400_000, 0, -10, 4_700_000), **made) as file:
        file.write(np.ones((1, 3, 4), np.uint8))
        file.write_colormap(1, {1: (255, 0, 0, 255)})
    with Stack([str(path)]) as stack:
        assert "PCT to RGB" in stack.warnings[0]
