"""Preparation: a warm worker loads what a prediction needs before anybody waits for it, and measures how fast it is."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin

from ..events import PROGRESS, Events
from ..files.unfinished import temporary_folder
from ..model.members import load_members
from ..model.model_card import ModelCard
from ..prediction.jobs import PredictJob, PrepareJob
from .predict import predict

_SIDE_PX = 512
_NOISE_SEED = 1


def prepare(job: PrepareJob, events: Events) -> dict[str, Any]:
    """Load models and map a small made-up image with each, so that the next prediction finds everything in place.

    Returns:
        speeds: Pixels a second, by model file.

    Raises:
        BadInputError: For a model file that is damaged or gone.
        CancelledError: When the job was told to stop.
    """
    speeds = {}
    with temporary_folder() as folder:
        for number, path in enumerate(job.models):
            events.progress(number / len(job.models), "Loading the model")
            card = load_members([path])[0].card
            image = _made_up(card, folder / "image.tif")
            middle = (1.5 * _SIDE_PX * card.pixel_size_m, 0.5 * _SIDE_PX * card.pixel_size_m)
            trial = PredictJob((path,), (image,), str(folder / "out.tif"), centre=middle,
                               device=job.device, threads=job.threads)  # fmt: skip
            speeds[path] = max(_speed(trial, events) for _ in range(2))
    return {"speeds": speeds}


def _speed(job: PredictJob, events: Events) -> float:
    """Predict, and give the pixels a second, loading and finishing left out."""
    moments: list[float] = []

    def listen(event: dict[str, Any]) -> None:
        if event["event"] == PROGRESS and event.get("partial"):
            moments.append(time.monotonic())
            events.check_cancelled()

    predict(job, Events(listen))
    return _SIDE_PX**2 / max(1e-3, moments[-1] - moments[0])


def _made_up(card: ModelCard, path: Path) -> str:
    """Write a square of noise with the bands and about the values that a model was trained on."""
    look = card.normalisation
    shape = (len(card.bands), _SIDE_PX, _SIDE_PX)
    noise = np.random.default_rng(_NOISE_SEED).normal(size=shape).astype(np.float32)
    mean, deviation = (np.array(values, np.float32)[:, None, None] for values in (look.mean, look.deviation))
    side, corner = card.pixel_size_m, _SIDE_PX * card.pixel_size_m
    profile = {
        "driver": "GTiff", "crs": "EPSG:3857", "transform": from_origin(corner, corner, side, side), "dtype": "float32",
        "count": shape[0], "height": shape[1], "width": shape[2],
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as file:
        file.write(noise * deviation + mean)
        file.descriptions = card.bands
    return str(path)
