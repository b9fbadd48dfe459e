"""A saved stack is read as its files are, by Outcrop and, as far as a VRT can, by any program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.stack import Stack
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import SaveStackJob
from rasterio.transform import from_origin

RNG = np.random.default_rng(0)


def write(path: Path, values: np.ndarray, pixel: float = 10.0, names: tuple[str, ...] = (), **profile: Any) -> str:
    made = {
        "driver": "GTiff", "width": values.shape[2], "height": values.shape[1], "count": len(values),
        "dtype": values.dtype.name, "crs": "EPSG:32654", "transform": from_origin(400_000, 4_700_000, pixel, pixel),
        **profile,
    }  # fmt: skip
    with rasterio.open(path, "w", **made) as file:
        file.write(values)
        file.descriptions = names or tuple(f"{path.stem} {n}" for n in range(1, len(values) + 1))
        file.scales = (0.5,) * len(values) if path.stem == "scaled" else file.scales
    return str(path)


@pytest.fixture
def images(tmp_path: Path) -> list[str]:
    """Colours with a gap, finer scaled elevations, finer angles, coarser categories elsewhere, an embedding."""
    colours = RNG.integers(1, 200, (3, 16, 16)).astype(np.uint8)
    colours[1, 2:5, 3:6] = 0
    turned = RNG.uniform(0, 360, (1, 80, 80)).astype(np.float32)
    return [
        write(tmp_path / "image.tif", colours, names=("Red", "Green", "Blue"), nodata=0),
        write(tmp_path / "scaled.tif", RNG.integers(0, 3000, (1, 64, 40)).astype(np.int16), 2.5),
        write(tmp_path / "aspect.tif", turned, 2.0),
        write(tmp_path / "geology.tif", RNG.choice([3, 90, 200], (1, 9, 9)).astype(np.uint8), 17.0),
        write(tmp_path / "embedding.tif", RNG.integers(-99, 99, (4, 16, 16)).astype(np.int8), nodata=-128),
    ]  # fmt: skip


SOURCES = ("2=measurement,average", "3=angle", "4=category,nodata=200", "5=embedding")


def whole(stack: Stack) -> tuple[np.ndarray, np.ndarray]:
    return stack.read(stack.grid.window)


@pytest.mark.parametrize("is_masked", [False, True])
def test_a_saved_stack_is_read_as_its_files(images: list[str], is_masked: bool, tmp_path: Path) -> None:
    out = tmp_path / "stack.vrt"
    result = execute(SaveStackJob(tuple(images), str(out), sources=SOURCES), Events())
    with Stack(images, (), SOURCES, is_masked=is_masked) as stack, Stack([str(out)], is_masked=is_masked) as saved:
        (image, valid), (again, again_valid) = whole(stack), whole(saved)
        assert saved.names == stack.names
        assert [one.layer for one in saved.sources] == [one.layer for one in stack.sources]
        assert [one.settings.role for one in saved.sources] == [one.settings.role for one in stack.sources]
        turned = stack.names.index("aspect 1")
        there, saved_there = (one.valid_by_source(one.grid.window) for one in (stack, saved))
    assert np.array_equal(valid, again_valid)
    assert valid.sum() > 0
    assert np.array_equal(there, saved_there)
    assert [band["role"] for band in result["bands"]][3:7] == ["measurement", "angle", "category", "embedding"]
    away = (image[turned] - again[turned] + 180) % 360 - 180
    assert np.abs(away[valid]).max() < 0.01
    others = [number for number in range(len(image)) if number != turned]
    assert np.allclose(image[others][:, valid], again[others][:, valid], rtol=1e-6, atol=1e-6, equal_nan=True)


def test_any_program_sees_it(images: list[str], tmp_path: Path) -> None:
    out = tmp_path / "stack.vrt"
    execute(SaveStackJob(tuple(images[:3]), str(out), ("1:1", "3:1", "2:1"), ("3=angle",)), Events())
    with rasterio.open(out) as file:
        assert file.descriptions == ("Red", "aspect 1", "scaled 1")
        assert (file.width, file.height) == (16, 16)
        assert file.scales[2] == 0.5
        assert file.tags(2, ns="OUTCROP") == {"SOURCE": "angle", "LAYER": "aspect"}
        assert (file.read_masks(1)[2:5, 3:6] > 0).all(), "the gap is in another band"
        degrees = file.read(2)
    assert -180 <= degrees.min() < degrees.max() <= 180


def test_it_can_be_stacked_again(images: list[str], tmp_path: Path) -> None:
    out, coarse = tmp_path / "stack.vrt", write(tmp_path / "coarse.tif", RNG.random((1, 4, 4)).astype("float32"), 40.0)
    execute(SaveStackJob(tuple(images), str(out), sources=SOURCES), Events())
    with Stack([coarse, str(out)]) as stack:
        image, valid = whole(stack)
    assert set(np.unique(image[stack.names.index("geology 1")][valid])) <= {3, 90}


def test_what_cannot_be_saved_is_told(images: list[str], tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"ends with \.vrt"):
        execute(SaveStackJob(tuple(images), str(tmp_path / "stack.tif")), Events())
    (tmp_path / "tiles").mkdir()
    for number in range(2):
        write(tmp_path / "tiles" / f"t{number}.tif", np.ones((1, 4, 4), np.uint8))
    with pytest.raises(BadInputError, match="can't be saved"):
        execute(SaveStackJob((str(tmp_path / "tiles"),), str(tmp_path / "s.vrt")), Events())
    elsewhere = write(tmp_path / "far.tif", np.ones((1, 4, 4), np.uint8), transform=from_origin(900_000, 0, 10, 10))
    with pytest.raises(BadInputError, match="doesn't overlap"):
        execute(SaveStackJob((images[0], elsewhere), str(tmp_path / "s.vrt")), Events())
    assert not (tmp_path / "s.vrt").exists()
