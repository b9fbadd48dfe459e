"""Prepared scenes: what a run takes up again, what is measured, and how values are scaled."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.stack import Stack
from outcrop.core.geodata.values.band_values import BandValues
from outcrop.core.labels.parts import TRAINING, VALIDATION
from outcrop.core.model.base_model import BaseScaling
from outcrop.core.training.data.missing_data import EmptyBandsError
from outcrop.core.training.data.scenes import prepare_scenes


def covered(prepared: Any, side: int, shape: tuple[int, int]) -> np.ndarray:
    """Count how often every pixel lies in a validation place."""
    times = np.zeros(shape, int)
    for _, window in prepared.validation_places(side):
        times[window.clipped(*shape).slices()] += 1
    return times


@pytest.mark.parametrize("side", [16, 24, 50, 128])
def test_validation_places_cover_every_held_pixel_once(ground: Any, stripes: Any, side: int) -> None:
    labels = stripes(70, 90)
    prepared = ground.prepare(ground.job(ground.scene(labels)))
    with rasterio.open(prepared.labelling.split.paths[0]) as file:
        held = file.read(1) == VALIDATION
    times = covered(prepared, side, labels.shape)
    assert held.sum() > 500
    assert (times[held] == 1).all()
    assert times.max() == 1


def test_nothing_held_back_measures_the_training_pixels(ground: Any) -> None:
    prepared = ground.prepare(split="none")
    assert prepared.validation_part == TRAINING
    assert (covered(prepared, 32, (64, 64)) == 1).all()


def test_scaling_is_learned_from_training_pixels_alone(ground: Any, stripes: Any) -> None:
    first = ground.prepare()
    with rasterio.open(first.labelling.split.paths[0]) as file:
        parts = file.read(1)
    rng = np.random.default_rng(0)
    image = rng.normal(100, 5, (1, 64, 64)).astype(np.float32)
    image[:, parts != TRAINING] = 9_999
    job = replace(ground.job(ground.scene(image=image, name="b")), run_folder=str(ground.folder / "two"))
    prepared = ground.prepare(job)
    assert prepared.normalisation.mean[0] == pytest.approx(100, abs=1)


def test_a_folder_keeps_labels_and_scaling(ground: Any) -> None:
    job = ground.job()
    first = ground.prepare(job)
    for file in ("a_labels.tif", "run/labels.json"):
        assert (ground.folder / file).exists()
    (ground.folder / "a_labels.tif").unlink()
    with rasterio.open(ground.folder / "a.tif", "r+") as file:
        file.write(file.read() * 5)
    again = ground.prepare(job)
    assert again.normalisation == first.normalisation
    assert again.labelling.legend == first.labelling.legend
    assert again.labelling.split == first.labelling.split


def test_the_base_models_scaling_is_kept_where_it_fits(ground: Any) -> None:
    job = ground.job()
    learned = ground.prepare(job).normalisation
    near = replace(learned, offset=(0.1, 0.1), low=(learned.low[0] * 1.1, learned.low[1]))
    far = replace(learned, low=(500.0, 500.0), high=(900.0, 900.0))
    for base, expected, warned in ((near, near, False), (far, learned, True)):
        Path(job.run_folder, "normalisation.json").unlink()
        ground.heard.clear()
        prepared = prepare_scenes(job, Path(job.run_folder), ground.events, BaseScaling(base))
        ground.made.append(prepared)
        assert prepared.normalisation == expected
        assert any("of another range" in event.get("text", "") for event in ground.heard) == warned
    noted = json.loads(Path(job.run_folder, "normalisation.json").read_text())
    assert noted["low"] == list(learned.low)


def test_a_scene_that_looks_different_is_brought_to_the_base_models_values(ground: Any) -> None:
    job = ground.job()
    prepared = ground.prepare(job)
    learned, seen = prepared.normalisation, prepared.values
    away = 3 * (np.array(seen.quantiles)[:, -1] - np.array(seen.quantiles)[:, 0])
    values = BandValues(
        tuple(tuple(2 * value + more for value in band) for band, more in zip(seen.quantiles, away.tolist())),
        tuple((2 * np.array(seen.mean) + away).tolist()), seen.covariance,
    )  # fmt: skip
    base = replace(learned, offset=tuple((2 * np.array(learned.offset) + away).tolist()),
                   scale=tuple((2 * np.array(learned.scale)).tolist()))  # fmt: skip
    Path(job.run_folder, "normalisation.json").unlink()
    ground.heard.clear()
    again = prepare_scenes(job, Path(job.run_folder), ground.events, BaseScaling(base, values))
    ground.made.append(again)
    np.testing.assert_allclose(again.normalisation.offset, learned.offset, rtol=1e-5)
    np.testing.assert_allclose(again.normalisation.scale, learned.scale, rtol=1e-5)
    assert again.normalisation.low == learned.low
    assert any("looks different" in event.get("text", "") for event in ground.heard)


def test_pictures_are_of_training_ground(ground: Any) -> None:
    prepared = ground.prepare()
    pictures = prepared.pictures(32, 3)
    assert 1 <= len(pictures) <= 3
    assert all(picture.shape == (2, 32, 32) for picture in pictures)
    assert all(picture.shape == (2, 64, 64) for picture in prepared.pictures(500, 2))


def test_scenes_need_the_same_bands_whatever_their_files_are_called(ground: Any, write_raster: Any) -> None:
    height = write_raster(ground.folder / "height.tif", np.ones((1, 64, 64), np.float32))
    one, other = ground.scene(name="one"), ground.scene(name="b")
    together = [replace(scene, images=(*scene.images, height)) for scene in (one, other)]
    prepared = ground.prepare(ground.job(*together))
    assert prepared.bands == ("one 1", "one 2", "height 1")
    swapped = replace(together[1], bands=("1:2", "1:1", "2:1"))
    with pytest.raises(BadInputError, match="Choose the same bands in every scene"):
        ground.prepare(replace(ground.job(together[0], swapped), run_folder=str(ground.folder / "two")))


def test_training_windows_hold_every_training_pixel_once(ground: Any) -> None:
    prepared = ground.prepare()
    seen: Counter[tuple[int, int]] = Counter()
    for scene, window in prepared.training_places():
        labels = prepared.scenes[scene].labels(window, TRAINING)
        for row, col in np.argwhere(labels > 0):
            seen[row + window.row, col + window.col] += 1
    assert set(seen.values()) == {1}
    assert len(seen) == prepared.training_counts.sum()


def test_a_band_without_data_is_named(ground: Any) -> None:
    image = np.random.default_rng(0).normal(100, 5, (3, 64, 64)).astype(np.float32)
    image[1] = np.nan
    with pytest.raises(BadInputError, match=r"a\.tif” has no data in band “[^”]*2” wherever there are labels"):
        ground.prepare(ground.job(ground.scene(image=image)))
    image[2] = np.inf
    with pytest.raises(BadInputError, match=r"in bands “[^”]*2”, “[^”]*3” wherever"):
        ground.prepare(ground.job(ground.scene(image=image)))
    image[0, :, :32], image[1:, :, 32:] = np.nan, np.nan
    image[1:, :, :32] = 7.0
    with pytest.raises(BadInputError, match="valid image values in all bands"):
        ground.prepare(ground.job(ground.scene(image=image)))


def test_a_constant_band_is_warned_about_by_name(ground: Any) -> None:
    image = np.random.default_rng(0).normal(100, 5, (2, 64, 64)).astype(np.float32)
    image[1] = 7.0
    ground.prepare(ground.job(ground.scene(image=image)))
    texts = [event["text"] for event in ground.heard if event["event"] == "warning"]
    assert len(texts) == 1
    assert "2” has the same value everywhere; it tells the model nothing." in texts[0]


def test_many_empty_bands_are_found_in_one_pass(ground: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    image = np.random.default_rng(0).normal(100, 5, (40, 64, 64)).astype(np.float32)
    empty = list(range(3, 40, 3))
    image[empty] = np.nan
    job = ground.job(ground.scene(image=image))
    opened: list[object] = []
    real = Stack.__init__

    def noting(self: Stack, *given: Any, **named: Any) -> None:
        opened.append(given)
        real(self, *given, **named)

    monkeypatch.setattr(Stack, "__init__", noting)
    with pytest.raises(EmptyBandsError, match=r"and 3 more wherever .* Leave them out") as told:
        ground.prepare(job)
    assert told.value.facts == {"empty_bands": empty}
    assert len(opened) == 3, "for its grid, the imagery, and its labels"
