"""Several models, symmetries and blended tiles, in one prediction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.prediction.jobs import PredictJob

Maker = Callable[..., str]


def run(models: list[str], images: list[str], out: Path, **job: Any) -> dict[str, Any]:
    return predict(PredictJob(tuple(models), tuple(images), str(out), **job), Events())


def read(path: Any, band: int = 1) -> np.ndarray:
    with rasterio.open(path) as file:
        return file.read(band)


@pytest.mark.parametrize("extra", [{}, {"test_time_augmentation": True}, {"blend": True}])
def test_probabilities_of_a_constant_image_are_constant(
    extra: dict[str, bool], make_model: Maker, make_image: Maker, tmp_path: Path
) -> None:
    image = make_image(values=np.full((3, 150, 170), 130, np.uint8))

    result = run([make_model(margin=16)], [image], tmp_path / "out.tif", tile_px=64, probabilities=True, **extra)

    with rasterio.open(result["outputs"]["probabilities"]) as file:
        values = file.read()
    assert all(len(np.unique(layer)) == 1 for layer in values)


def test_an_ensemble_averages_probabilities(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    image, models = make_image(), [make_model("a"), make_model("b", seed=5)]
    single = [run([model], [image], tmp_path / f"{n}.tif", probabilities=True) for n, model in enumerate(models)]

    both = run(models, [image], tmp_path / "both.tif", probabilities=True)

    for band in (1, 2, 3):
        parts = [read(result["outputs"]["probabilities"], band).astype(float) for result in single]
        assert np.allclose(read(both["outputs"]["probabilities"], band), np.mean(parts, axis=0), atol=1)


def test_network_and_classifier_predict_together(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    result = run([make_model("a"), make_model("b", kind="nearest")], [make_image()], tmp_path / "out.tif", tile_px=64)

    assert set(np.unique(read(result["out"]))) <= {1, 2, 3}
    assert "classifier" in result["engine"]


def test_models_with_other_classes_are_not_averaged(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="same classes in the same order"):
        run([make_model("a"), make_model("b", classes=4)], [make_image()], tmp_path / "out.tif")


def test_probabilities_fit_the_classes(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    result = run([make_model()], [make_image()], tmp_path / "out.tif", probabilities=True, uncertainty=True)

    with rasterio.open(result["outputs"]["probabilities"]) as file:
        raw = file.read()
        assert file.descriptions == ("background", "rock 1", "rock 2")
        quantities = raw * np.array(file.scales)[:, None, None] + np.array(file.offsets)[:, None, None]
    assert raw.min() >= 1
    assert np.allclose(quantities.sum(axis=0), 1, atol=0.01)
    best = np.take_along_axis(quantities, read(result["out"])[None].astype(int) - 1, axis=0)[0]
    assert np.allclose(best, quantities.max(axis=0))
    two = np.sort(quantities, axis=0)
    entropy = -(quantities * np.log(np.maximum(quantities, 1e-9))).sum(axis=0) / np.log(3)
    path = result["outputs"]["uncertainty"]
    assert np.allclose((read(path, 1) - 1.0) / 254, entropy, atol=0.03)
    assert np.allclose((read(path, 2) - 1.0) / 254, 1 - (two[-1] - two[-2]), atol=0.02)


def test_symmetries_make_the_result_turn_with_the_image(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with rasterio.open(make_image("base", shape=(3, 96, 96))) as file:
        values = file.read()
    model = make_model()
    turned = make_image("turned", values=np.ascontiguousarray(np.rot90(values, axes=(1, 2))))

    one = run([model], [make_image("plain", values=values)], tmp_path / "a.tif", test_time_augmentation=True)
    two = run([model], [turned], tmp_path / "b.tif", test_time_augmentation=True)
    without = run([model], [turned], tmp_path / "c.tif")

    assert np.array_equal(np.rot90(read(one["out"])), read(two["out"]))
    assert not np.array_equal(np.rot90(read(one["out"])), read(without["out"]))


def test_blending_agrees_with_one_pass(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, image = make_model(margin=24), make_image(shape=(3, 200, 230))
    whole = run([model], [image], tmp_path / "whole.tif", tile_px=512, probabilities=True)

    blended = run([model], [image], tmp_path / "blended.tif", tile_px=96, probabilities=True, blend=True)

    for band in (1, 2, 3):
        one, two = (read(result["outputs"]["probabilities"], band).astype(int) for result in (whole, blended))
        assert np.abs(one - two).max() <= 1


def test_blending_leaves_holes_and_skips_empty_tiles(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with rasterio.open(make_image("base", shape=(3, 200, 230))) as file:
        values = file.read()
    values[:, 40:170, 30:200] = 0
    image = make_image(values=values, nodata=0)

    result = run([make_model(margin=16)], [image], tmp_path / "out.tif", tile_px=64, probabilities=True, blend=True)

    hole = (values == 0).any(axis=0)
    assert np.array_equal(read(result["out"]) == 0, hole)
    assert np.array_equal(read(result["outputs"]["probabilities"], 2) == 0, hole)
