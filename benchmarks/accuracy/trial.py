"""One trial: train on one part of a scene, predict and evaluate on another that training never saw.

All times are core time: what the process's threads computed, divided by their number. On an idle machine it is the time
that passes; on a busy one neighbours change it little, and a budget of it gives every model the same share of work.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np
import pyogrio.raw
import shapely
import torch
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.commands.base.terminal import Terminal
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.scene import Scene
from outcrop.core.geodata.stack import Stack
from outcrop.core.jobs.evaluate import evaluate
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.runs import clock
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe


def add_run_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what every benchmark of whole trainings can be told of its runs."""
    parser.add_argument("--predict", action="append", default=[], metavar="KEY=VALUE", help="change the prediction")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="keep models and maps in this folder")


HEADER = (
    "| model | F1 | IoU | precision | recall | mIoU | train s | steps | predict s |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Halves:
    """An image whose columns before `border` train, and the others test; all of both is labelled."""

    image: Path
    polygons: Path
    class_field: str
    target: str
    border: int


def run_trial(halves: Halves, recipe: Recipe, folder: Path, seed: int = 0) -> dict[str, Any]:
    """Train by a recipe on the western part, predict the eastern one, and measure the target class there."""
    west, east = _areas(halves, folder)
    image, polygons = str(halves.image), str(halves.polygons)
    scene = Scene((image,), polygons, halves.class_field, labelled_area=west[0], extent=west[1])
    model, mapped = str(folder / f"{recipe.model}.safetensors"), str(folder / f"{recipe.model}.tif")
    jobs = (
        TrainJob((scene,), model, recipe, seed=seed),
        PredictJob((model,), (image,), mapped, extent=east[1]),
        EvaluateJob(mapped, polygons, halves.class_field, labelled_area=east[0]),
    )
    return measured(jobs, halves.target)


def measured(jobs: tuple[TrainJob, PredictJob, EvaluateJob], target: str) -> dict[str, Any]:
    """Do the three jobs of a trial.

    Returns:
        model, the target class's f1, iou, precision and recall, miou, train_seconds, steps, predict_seconds.
    """
    events = Events(Terminal())
    begin = core_seconds()
    with budget_in_core_time():
        train(jobs[0], events)
    trained = core_seconds()
    predict(jobs[1], events)
    predicted = core_seconds()
    report = evaluate(jobs[2], events)
    own = report["measures"]["classes"][target]
    return {
        "model": jobs[0].recipe.model, **{name: own[name] for name in ("f1", "iou", "precision", "recall")},
        "miou": report["measures"]["miou"], "train_seconds": trained - begin,
        "steps": read_card(jobs[0].model_file).provenance.get("steps", ""), "predict_seconds": predicted - trained,
    }  # fmt: skip


def core_seconds() -> float:
    """Give what this process's threads have computed so far, divided by their number."""
    return time.process_time() / torch.get_num_threads()


@contextmanager
def budget_in_core_time() -> Iterator[None]:
    """Let trainings count their minutes in core time."""
    with mock.patch.object(clock, "time", SimpleNamespace(monotonic=core_seconds)):
        yield


def row(result: dict[str, Any], which: str = "") -> str:
    """Write a trial as a row of the table under `HEADER`, with a word on which it is beside the model."""
    measures = " | ".join(f"{result[name]:.3f}" for name in ("f1", "iou", "precision", "recall", "miou"))
    times = f"{result['train_seconds']:.0f} | {result['steps']} | {result['predict_seconds']:.1f}"
    return f"| `{result['model']}`{', ' * bool(which)}{which} | {measures} | {times} |"


def mean(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Average the trials of one model; steps are rounded, and missing where they are."""
    steps = results[0]["steps"]
    averaged = {
        name: sum(own[name] for own in results) / len(results)
        for name, value in results[0].items() if isinstance(value, (int, float))
    }  # fmt: skip
    return {**averaged, "model": results[0]["model"], "steps": round(averaged["steps"]) if steps else ""}


def _areas(halves: Halves, folder: Path) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Write the two parts as polygon files; give each one's path and extent."""
    made = []
    with Stack([str(halves.image)]) as stack:
        grid = stack.grid
    parts = {"west": (0, halves.border), "east": (halves.border, grid.width)}
    for name, (first, end) in parts.items():
        extent = grid.extent_of(Window(0, first, grid.height, end - first))
        path = folder / f"{name}.gpkg"
        pyogrio.raw.write(
            str(path), shapely.to_wkb(np.array([shapely.box(*extent)])), [np.array([name], dtype=object)],
            np.array(["part"]), geometry_type="Polygon", crs=grid.crs.to_wkt(), driver="GPKG",
        )  # fmt: skip
        made.append((str(path), extent))
    return made
