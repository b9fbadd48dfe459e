"""Models for other scenes: each training scene is scaled by its own values, as the scenes it maps are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Window
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.data.scenes import prepare_scenes
from outcrop.core.training.settings.jobs import TrainJob

CLASSIFIER: dict[str, Any] = {"model": "maximum_likelihood", "model_parameters": {}}


@pytest.fixture
def two(job: TrainJob, scene: Any, tmp_path: Path) -> TrainJob:
    """Give a training on the small scene and on the same ground in another light, labelled altogether."""
    with rasterio.open(scene.image) as file:
        values = file.read()
    other = scene.write_image(tmp_path / "other.tif", (values // 4 + 2000).astype(np.uint16))
    first = job.scenes[0]
    return replace(job, scenes=(first, replace(first, images=(other,))))


def test_each_scene_is_brought_to_the_values_of_all(two: TrainJob, tmp_path: Path) -> None:
    seen = {}
    for used_on in ("this_scene", "other_scenes"):
        own = replace(two, recipe=replace(two.recipe, used_on=used_on))
        folder = tmp_path / used_on
        folder.mkdir()
        prepared = prepare_scenes(own, folder, Events())
        images = [own.tile(Window(0, 0, 96, 96), None, prepared.normalisation).image for own in prepared.scenes]
        seen[used_on] = float(abs(images[0] - images[1]).mean())
        assert prepared.scales_by_scene == (used_on == "other_scenes")
        prepared.close()
    assert seen["other_scenes"] < 0.1 < seen["this_scene"]


def test_a_map_of_a_third_scene_is_scaled_as_the_training_scenes_were(
    two: TrainJob, scene: Any, tmp_path: Path, hearing: Any
) -> None:
    own = replace(two, recipe=replace(two.recipe, used_on="other_scenes", **CLASSIFIER))
    train(own, Events())
    card = read_card(own.model_file)
    assert card.provenance["scaled_by_scene"] is True
    assert card.recipe["used_on"] == "other_scenes"
    with rasterio.open(scene.image) as file:
        values = file.read()
    third = scene.write_image(tmp_path / "third.tif", (values * 3 + 9000).astype(np.uint16))
    maps = {}
    for how in ("auto", "as_trained"):
        out = str(tmp_path / f"{how}.tif")
        found = predict(PredictJob((own.model_file,), (third,), out, device="cpu", fit_scaling=how), hearing.events)
        assert found["scaling"] == ["percentiles" if how == "auto" else "as_trained"]
        with rasterio.open(out) as file:
            maps[how] = file.read(1)
    dikes = values[0] > 600
    assert ((maps["auto"] == 2) == dikes).mean() > 0.97
    assert ((maps["as_trained"] == 2) == dikes).mean() < 0.8


def test_one_scene_alone_has_nothing_to_be_brought_to(job: TrainJob) -> None:
    own = replace(job, recipe=replace(job.recipe, used_on="other_scenes", epochs=1))
    train(own, Events())
    card = read_card(own.model_file)
    assert "scaled_by_scene" not in card.provenance
    assert card.recipe["colour_jitter"] == 0.2
