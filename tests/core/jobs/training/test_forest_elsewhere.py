"""A forest beside a network, which votes where a scene looks different, and finds about as much as the network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.fitting import scaling
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import TrainJob

from .test_committee import committee, members_apart, probabilities


def check_vote_of_forest(there: np.ndarray, by_network: np.ndarray, by_forest: np.ndarray) -> None:
    """Check that a forest's vote counts double, and finds nearer to as much as the network (C, H, W, of 254)."""
    vote = (3 * there - by_network) / 2
    before, after = (abs(one[0].mean() - by_network[0].mean()) for one in (by_forest, vote))
    assert before > 20
    assert after < 0.8 * before
    sure = (by_forest[0] > 30) & (by_forest[0] < 224) & (vote[0] > 30) & (vote[0] < 224)
    moved = (np.log(vote[0] / vote[1]) - np.log(by_forest[0] / by_forest[1]))[sure]
    assert len(moved) > 10
    assert moved == pytest.approx(np.median(moved), abs=0.15)  # by one factor everywhere


def inverted(scene: Any, folder: Path) -> str:
    """Write the scene with bright and dark changed."""
    with rasterio.open(scene.image) as file:
        values, profile = file.read(), file.profile
    with rasterio.open(folder / "elsewhere.tif", "w", **profile) as file:
        file.write(255 - values)
    return str(folder / "elsewhere.tif")


def test_a_forest_for_other_scenes_votes_there_alone(job: TrainJob, scene: Any, tmp_path: Path, hearing: Any) -> None:
    own, alone = committee(job, "own", committee="forest_elsewhere"), committee(job, "alone", committee="alone")
    train(own, Events())
    train(alone, Events())
    card, network = read_card(own.model_file), read_card(alone.model_file)
    assert card.architectures == ("unet",)
    assert card.measures["confusion"] == network.measures["confusion"]
    assert "committee" not in card.provenance
    here, found = probabilities([own.model_file], scene.image, tmp_path / "here.tif")
    np.testing.assert_array_equal(here, probabilities([alone.model_file], scene.image, tmp_path / "network.tif")[0])
    assert found["scaling"] == ["as_trained"]
    elsewhere = inverted(scene, tmp_path)
    files = members_apart(own.model_file, tmp_path)
    fitted = {"fit_scaling": "percentiles"}  # so small a scene isn't fitted by itself
    there, found = probabilities([own.model_file], elsewhere, tmp_path / "there.tif", **fitted)
    assert [(one.weight, one.weight_elsewhere) for one in card.companions] == [(0.0, 2.0)]
    by_network, by_forest = (probabilities([file], elsewhere, tmp_path / "one.tif", **fitted)[0] for file in files)
    check_vote_of_forest(there.astype(float), by_network.astype(float), by_forest.astype(float))
    assert found["scaling"] == ["percentiles", "percentiles"]
    for how in ("auto", "as_trained"):
        _, found = probabilities([own.model_file], elsewhere, tmp_path / f"{how}.tif", fit_scaling=how)
        assert found["scaling"] == ["as_trained"]
    told = PredictJob((own.model_file,), (elsewhere,), str(tmp_path / "told.tif"), device="cpu", **fitted)
    predict(told, hearing.events)
    assert hearing.warnings.count("forest that was trained beside the network maps with it") == 1


def test_a_warm_worker_takes_no_shares_of_another_fit(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    own = committee(job, committee="forest_elsewhere", model="unet_improved", model_parameters={"width": 4, "depth": 2})
    train(own, Events())
    elsewhere = inverted(scene, tmp_path)
    _, found = probabilities([own.model_file], elsewhere, tmp_path / "first.tif", fit_scaling="percentiles")
    assert found["scaling"] == ["percentiles", "percentiles"]
    moments = {"fit_scaling": "batch_statistics"}
    warm, found = probabilities([own.model_file], elsewhere, tmp_path / "warm.tif", **moments)
    assert found["scaling"] == ["batch_statistics", "percentiles"]
    scaling._ADAPTED.clear()
    anew, _ = probabilities([own.model_file], elsewhere, tmp_path / "anew.tif", **moments)
    np.testing.assert_array_equal(warm, anew)
