"""The committee: whether a network and classifiers together map better than each alone, and how much each should count.

    .venv/bin/python -m benchmarks.accuracy.committee [--tasks dozen dozen_sample] [--seeds 1 2 3] [--set epochs=40]

One training gives all rows: a committee's file holds all models, which are mapped with alone and together, and their
probabilities are averaged in other ways too: with the network counting more, and without each of them in turn. Epochs
are the budget, so that the figures don't depend on what else the machine does: those of `quick` are through within its
five minutes on two quiet cores for a dozen polygons. A line of JSON for every training goes to standard error, the
table to standard output.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.events import Events
from outcrop.core.files.beside import PROBABILITIES, path_of
from outcrop.core.jobs.predict import predict
from outcrop.core.model.companion import parted_arrays
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.recipes import recipe

from benchmarks.accuracy import default_recipe
from benchmarks.accuracy.default_recipe import Task
from benchmarks.accuracy.trial import add_run_arguments

TOGETHER = "committee"
_NETWORK_COUNTS = (1, 2, 3)


def main() -> None:
    """Train, map and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    chosen = replace(recipe(given.recipe, ["minutes=none", *given.set]), committee="with_classifiers").checked()
    found: list[dict[str, Any]] = []
    for seed in given.seeds:
        for name in given.tasks:
            with default_recipe.scratch(given.folder, f"{name}_{seed}") as folder:
                task = default_recipe.TASKS[name](folder, seed)
                row = default_recipe.trial(task, chosen, seed, given, folder)
                ways = _ways(task, folder / "model.safetensors", given, folder)
                found.append({"task": name, "seed": seed, **row, "ways": ways})
                print(json.dumps(found[-1]), file=sys.stderr, flush=True)
    print(f"`.venv/bin/python -m benchmarks.accuracy.committee {shlex.join(sys.argv[1:])}`\n\n{_table(found)}")


def _ways(task: Task, model: Path, given: argparse.Namespace, folder: Path) -> dict[str, float]:
    """Give the figure of every way to use the models, by name."""
    card, arrays = load_model(model)
    parts = []
    for number, (own, own_arrays) in enumerate(zip(card.members, parted_arrays(arrays, len(card.companions)))):
        parts.append(str(folder / f"member_{number}.safetensors"))
        save_model(parts[-1], own, own_arrays)
    by_way: dict[str, list[Confusion]] = {}
    for number, (image, truth) in enumerate(task.maps):
        shares = [_probabilities(part, image, folder / f"part_{number}.tif", task, given) for part in parts]
        for way, mean in _averaged(card, shares):
            confusion = Confusion(len(card.legend))
            confusion.add(truth, np.where(mean.any(axis=0), mean.argmax(axis=0) + 1, 0).astype(np.uint8))
            by_way.setdefault(way, []).append(confusion)
    return {
        way: float(np.mean([default_recipe.f1_of(own, task.target) for own in all_])) for way, all_ in by_way.items()
    }


def _averaged(card: ModelCard, shares: list[np.ndarray]) -> Iterator[tuple[str, np.ndarray]]:
    """Give the probabilities (C, H, W) of every way, from those of the network and of the classifiers beside it."""
    keys = [member.architecture for member in card.members]
    yield from zip(keys, shares)
    yield TOGETHER, np.average(shares, axis=0, weights=[1.0, *(own.weight for own in card.companions)])
    for counts in _NETWORK_COUNTS:
        yield f"network × {counts}", np.average(shares, axis=0, weights=[counts, *[1] * len(keys[1:])])
    for left_out, key in enumerate(keys):
        yield f"without {key}", np.mean([own for number, own in enumerate(shares) if number != left_out], axis=0)


def _probabilities(model: str, image: str, out: Path, task: Task, given: argparse.Namespace) -> np.ndarray:
    """Map an image, and read the probabilities (C, H, W); 0 where there is no data."""
    predict(
        PredictJob((model,), (image,), str(out), device=given.device, threads=given.threads, probabilities=True,
                   **task.predict),
        Events(),
    )  # fmt: skip
    with rasterio.open(path_of(out, PROBABILITIES)) as file:
        stored = file.read()
        return np.where(stored > 0, stored * file.scales[0] + file.offsets[0], 0.0).astype(np.float32)


def _table(found: list[dict[str, Any]]) -> str:
    ways = list(found[0]["ways"])
    lines = [f"| task (seed) | {' | '.join(ways)} |", "|---" * (len(ways) + 1) + "|"]
    lines += [f"| {row['task']} ({row['seed']}) | " + _figures([row], ways) for row in found]
    for task in dict.fromkeys(row["task"] for row in found):
        lines.append(f"| {task}, mean | " + _figures([row for row in found if row["task"] == task], ways))
    return "\n".join(lines)


def _figures(rows: list[dict[str, Any]], ways: list[str]) -> str:
    return " | ".join(f"{np.mean([row['ways'][way] for row in rows]):.3f}" for way in ways) + " |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", nargs="+", choices=default_recipe.TASKS, default=["dozen", "dozen_sample"])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5, 6, 7, 8])
    parser.add_argument("--recipe", default="quick")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the recipe")
    add_run_arguments(parser)
    return parser.parse_args()


if __name__ == "__main__":
    main()
