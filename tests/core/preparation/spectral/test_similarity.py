"""Pixels are compared with a place by the directions of their vectors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.sources.embeddings import dequantised, quantised, unit_vectors
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import LayerJob
from rasterio.transform import from_origin

EAST, NORTH, SIDE = 400_000, 4_700_000, 40
MIDDLE = {"x": EAST + 205.0, "y": NORTH - 105.0}


def write(path: Path, values: np.ndarray, **profile: Any) -> str:
    made = {
        "driver": "GTiff", "width": values.shape[2], "height": values.shape[1], "count": len(values),
        "dtype": values.dtype.name, "crs": "EPSG:32654", "transform": from_origin(EAST, NORTH, 10, 10), **profile,
    }  # fmt: skip
    with rasterio.open(path, "w", **made) as file:
        file.write(values)
    return str(path)


def alike(image: str, out: Path, sources: tuple[str, ...] = (), **settings: Any) -> np.ndarray:
    execute(LayerJob("similarity", (image,), str(out), (), settings, sources=sources), Events())
    with rasterio.open(out) as file:
        assert file.descriptions == ("similarity",)
        return file.read(1)


def test_embeddings_are_compared_by_the_angle_between_vectors(tmp_path: Path) -> None:
    stored = quantised(unit_vectors(np.random.default_rng(0).normal(size=(64, SIDE, SIDE))))
    stored[3, 0, 0] = -128
    image = write(tmp_path / "e.tif", stored, nodata=-128)
    found = alike(image, tmp_path / "out.tif", ("1=embedding",), **MIDDLE, radius_px=0)
    vectors = unit_vectors(dequantised(stored).astype(np.float64))
    expected = np.tensordot(vectors[:, 10, 20], vectors, 1)
    expected[0, 0] = np.nan
    assert np.allclose(found, expected, atol=1e-5, equal_nan=True)
    assert found[10, 20] == pytest.approx(1)


def test_other_bands_count_alike_whatever_their_unit(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=(3, SIDE, SIDE)).astype(np.float32)
    values[:, 5:15, 15:25] += np.array([3, -3, 2], np.float32)[:, None, None]
    one = alike(write(tmp_path / "a.tif", values), tmp_path / "one.tif", **MIDDLE)
    values[1] = values[1] * 1000 + 77
    other = alike(write(tmp_path / "b.tif", values), tmp_path / "other.tif", **MIDDLE)
    assert np.allclose(one, other, atol=1e-4)
    inside = np.zeros((SIDE, SIDE), bool)
    inside[5:15, 15:25] = True
    assert one[inside].mean() > 0.8
    assert one[~inside].mean() < 0.2
    assert np.abs(one).max() <= 1


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"x": EAST - 10.0, "y": NORTH - 10.0}, "lies outside"),
        ({"x": EAST + 10.0}, "Give the place"),
        ({"x": EAST + 5.0, "y": NORTH - 5.0, "radius_px": 0}, "no data at the place"),
    ],
)
def test_what_cannot_be_compared_is_told(settings: dict[str, Any], told: str, tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(1, 99, (3, SIDE, SIDE)).astype(np.int16)
    values[0, 0, 0] = 0
    image = write(tmp_path / "a.tif", values, nodata=0)
    with pytest.raises(BadInputError, match=told):
        alike(image, tmp_path / "out.tif", **settings)


def test_constant_bands_are_like_nothing(tmp_path: Path) -> None:
    image = write(tmp_path / "a.tif", np.full((2, SIDE, SIDE), 7, np.uint8))
    with pytest.raises(BadInputError, match="as they are on average"):
        alike(image, tmp_path / "out.tif", **MIDDLE)
