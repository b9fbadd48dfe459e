"""Probabilities from training to the report: fitted, kept in the model file, used in prediction, assessed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.assessment.calibration import tempered
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.evaluate import evaluate
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card, write_card
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.prediction.raster.uncertainty import OFFSET, SCALE
from outcrop.core.training.settings.jobs import TrainJob


def read(path: str) -> np.ndarray:
    with rasterio.open(path) as dataset:
        values: np.ndarray = dataset.read() * SCALE + OFFSET
        return values


def test_temperature_from_training_to_the_report(scene: Any, job: TrainJob, tmp_path: Path) -> None:
    train(job, Events())
    assert read_card(job.model_file).temperature > 0
    plain, hot = str(tmp_path / "plain.safetensors"), str(tmp_path / "hot.safetensors")
    for path, temperature in ((plain, 1.0), (hot, 2.5)):
        shutil.copy(job.model_file, path)
        write_card(path, replace(read_card(path), temperature=temperature))
    made = {
        name: predict(
            PredictJob((model,), (scene.image,), str(tmp_path / f"{name}.tif"), probabilities=True, engine="torch",
                       device="cpu", threads=1), Events()
        )
        for name, model in (("plain", plain), ("hot", hot))
    }  # fmt: skip
    files = {name: str(tmp_path / f"{name}_probabilities.tif") for name in made}
    np.testing.assert_allclose(read(files["hot"]), tempered(read(files["plain"]), 2.5), atol=0.02)
    labels = EvaluateJob(str(tmp_path / "hot.tif"), scene.polygons, "kind", labelled_area=scene.east)
    report = evaluate(replace(labels, probabilities=files["hot"]), Events())
    assert report["calibration"]["pixels"] == report["measures"]["pixels"]
    assert 0 <= report["calibration"]["error"] <= 1
    assert evaluate(labels, Events())["calibration"] is None
    with pytest.raises(BadInputError, match="Predict again with probabilities"):
        evaluate(replace(labels, probabilities=scene.image), Events())


def test_where_nothing_is_held_back_probabilities_stay(job: TrainJob) -> None:
    train(replace(job, recipe=replace(job.recipe, split="none")), Events())
    assert read_card(job.model_file).temperature == 1.0
