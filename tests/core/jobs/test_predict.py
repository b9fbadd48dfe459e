"""The prediction job, from files to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.jobs.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.specs import PredictJob

Maker = Callable[..., str]


def run(models: list[str], images: list[str], out: Path, **job: Any) -> dict[str, Any]:
    return predict(PredictJob(tuple(models), tuple(images), str(out), **job), Events())


def read(path: Any) -> np.ndarray:
    with rasterio.open(path) as file:
        return file.read(1)


@pytest.mark.parametrize("kind", ["small", "nearest"])
def test_every_pixel_gets_a_class(kind: str, make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    result = run([make_model(kind=kind)], [make_image()], tmp_path / "out.tif")

    labels = read(result["out"])
    assert labels.shape == (100, 120)
    assert set(np.unique(labels)) <= {1, 2, 3}
    assert len(np.unique(labels)) > 1
    assert result["pixels"] == labels.size
    assert Path(result["style"]).is_file()


def test_bands_in_another_order_are_found_by_name(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, first = make_model(), make_image("first")
    with rasterio.open(first) as file:
        values = file.read()
    other = make_image("other", values=values[::-1], names=("Blue", "Green", "Red"))

    one, two = run([model], [first], tmp_path / "one.tif"), run([model], [other], tmp_path / "two.tif")

    assert np.array_equal(read(one["out"]), read(two["out"]))


def test_a_missing_band_is_refused_by_name(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model = make_model(bands=("Red", "Green", "Blue", "Near infrared"))

    with pytest.raises(BadInputError, match="trained on Red, Green, Blue, Near infrared.*has no Near infrared"):
        run([model], [make_image()], tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_tiles_give_what_one_pass_gives(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, image = make_model(), make_image(shape=(3, 300, 333))

    whole = run([model], [image], tmp_path / "whole.tif", tile_px=512)
    tiled = run([model], [image], tmp_path / "tiled.tif", tile_px=64)

    assert np.array_equal(read(whole["out"]), read(tiled["out"]))
