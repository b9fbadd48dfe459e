"""More or fewer of one class: a map thresholded anew, remembered by the model, and predicted so from then on."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.jobs import PredictJob, ThresholdJob
from outcrop.core.prediction.operating_points import Held, count_probabilities, points_of
from outcrop.core.prediction.raster.tags import HISTOGRAM_ITEM, THRESHOLD_TAG
from outcrop.core.prediction.raster.threshold import Threshold, remembered
from outcrop.core.prediction.raster.uncertainty import STEPS
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

CLASSICAL = Recipe(model="maximum_likelihood", gap_px=2, tile_px=16, block_px=16)


def read(path: Any) -> np.ndarray:
    with rasterio.open(path) as dataset:
        values: np.ndarray = dataset.read()
    return values


@pytest.fixture
def model(job: TrainJob) -> str:
    train(replace(job, recipe=CLASSICAL), Events())
    return job.model_file


def predict(model: str, image: str, out: Path, **more: Any) -> Path:
    execute(PredictJob((model,), (image,), str(out), device="cpu", threads=1, **more), Events())
    return out


@pytest.mark.parametrize("at", [0.0, 0.03, 0.4, 0.9, 1.0])
def test_a_kept_map_and_a_new_prediction_are_the_same(scene: Any, model: str, tmp_path: Path, at: float) -> None:
    first = predict(model, scene.image, tmp_path / "map.tif", probabilities=True)
    legend = read_card(model).legend
    name, own = legend.names[-1], len(legend)
    out = tmp_path / "more.tif"
    result = execute(ThresholdJob(str(first), str(out), name, at, remember_in=model), Events())
    kept, before, after = read(tmp_path / "map_probabilities.tif"), read(first)[0], read(out)[0]
    wanted = kept[own - 1] >= round(at * STEPS) + 1
    assert np.array_equal(after == own, wanted & (before > 0))
    assert np.array_equal(after == 0, before == 0)
    stays = (before != own) & ~wanted
    assert np.array_equal(after[stays], before[stays])
    assert result["remembered"]
    assert result["shares"][name] == pytest.approx((after == own).sum() / (after > 0).sum())
    assert remembered(read_card(model)) == Threshold(name, at)
    again = predict(model, scene.image, tmp_path / "again.tif")
    assert np.array_equal(read(again)[0] == own, after == own)
    assert (read(again)[0] != after).mean() < 0.01  # the rest may be equally likely once it is kept in 8 bit
    plain = predict(model, scene.image, tmp_path / "plain.tif", own_threshold=False)
    assert np.array_equal(read(plain)[0], before)
    other = predict(model, scene.image, tmp_path / "other.tif", threshold_class=legend.names[0], threshold=0.0)
    assert set(np.unique(read(other)[0])) <= {0, 1}
    with rasterio.open(again) as dataset:
        assert json.loads(dataset.tags()[THRESHOLD_TAG]) == {"class": name, "at": at}


def test_probabilities_keep_their_histogram(scene: Any, model: str, tmp_path: Path) -> None:
    predict(model, scene.image, tmp_path / "map.tif", probabilities=True)
    with rasterio.open(tmp_path / "map_probabilities.tif") as dataset:
        for number, values in enumerate(dataset.read(), start=1):
            told = [int(count) for count in dataset.tags(number)[HISTOGRAM_ITEM].split("|")]
            assert told == np.bincount(values.ravel(), minlength=256).tolist()


def test_training_keeps_operating_points(scene: Any, model: str) -> None:
    card = read_card(model)
    for name in card.legend.names:
        points = points_of(card.measures, name)
        assert points is not None
        assert points.at(1)[1] == 1.0  # everything is the class: all of it is found
        recalls = [points.at(byte)[1] or 0.0 for byte in range(1, STEPS + 2)]
        assert recalls == sorted(recalls, reverse=True)


def test_operating_points_count_pixels() -> None:
    from outcrop.core.labels.legend import Legend

    legend = Legend.from_names(["rock", "dike"])
    dike = np.array([0.9, 0.6, 0.6, 0.1])
    held = Held(np.stack([1 - dike, dike]), np.array([2, 2, 1, 1]), weight=2.0)
    points = points_of({"probability_counts": count_probabilities([held], legend)}, "dike")
    assert points is not None
    assert points.pixels == 8
    assert points.at(Threshold("dike", 0.5).byte) == (pytest.approx(2 / 3), 1.0)
    assert points.at(Threshold("dike", 0.8).byte) == (1.0, 0.5)
    assert points.at(Threshold("dike", 1.0).byte) == (None, 0.0)
    assert points_of({"probability_counts": {"dike": {"own": [1], "rest": "x"}}}, "dike") is None


def test_what_does_not_belong_together_is_refused(scene: Any, model: str, tmp_path: Path) -> None:
    first = predict(model, scene.image, tmp_path / "map.tif")
    name = read_card(model).legend.names[0]
    with pytest.raises(BadInputError, match="No probabilities were kept"):
        execute(ThresholdJob(str(first), str(tmp_path / "o.tif"), name), Events())
    job = ThresholdJob(str(first), str(tmp_path / "o.tif"), name, probabilities=scene.image)
    with pytest.raises(BadInputError, match="doesn't hold the probabilities"):
        execute(job, Events())
    predict(model, scene.image, tmp_path / "whole.tif", probabilities=True)
    job = replace(job, class_name="lava", probabilities=str(tmp_path / "whole_probabilities.tif"))
    with pytest.raises(BadInputError, match="There is no class"):
        execute(job, Events())
    with pytest.raises(BadInputError, match="There is no class"):
        predict(model, scene.image, tmp_path / "o.tif", threshold_class="lava")
    assert not (tmp_path / "o.tif").exists()


def test_a_model_that_cannot_be_written_only_warns(
    scene: Any, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from outcrop.core.jobs import threshold

    first = predict(model, scene.image, tmp_path / "map.tif", probabilities=True)
    copy = str(shutil.copy(model, tmp_path / "copy.safetensors"))

    def refuse(*_given: object) -> None:
        raise BadInputError("The folder can't be written.")

    monkeypatch.setattr(threshold, "write_card", refuse)
    heard: list[dict[str, Any]] = []
    name = read_card(model).legend.names[0]
    result = execute(
        ThresholdJob(str(first), str(tmp_path / "o.tif"), name, 0.2, remember_in=copy), Events(heard.append)
    )
    assert not result["remembered"]
    assert (tmp_path / "o.tif").is_file()
    assert any("can't remember" in str(event.get("text")) for event in heard)
    assert remembered(read_card(copy)) is None
