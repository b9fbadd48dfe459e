"""The sample scene: the improved U-Net against the classic one and a random forest, under one budget of time each.

    .venv/bin/python -m benchmarks.accuracy.sample_scene [--seeds 1 2 3] [--minutes 2.5] [--threads 2] [--set KEY=VALUE]

A seed is that of the scene and of the training. Networks have the width of the recipe `quick` and change by `--set`;
all are measured on the part of the scene that training never saw. Every trial has a row, then every model its mean.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.geodata.scene import Scene
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.sample.scenes import CLASS_FIELD, make_scene
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import recipe

from benchmarks.accuracy.trial import HEADER, mean, measured, row

MODELS = {"unet_improved": {"width": 16}, "unet": {"width": 16}, "random_forest": {}}


def main() -> None:
    """Train, predict and evaluate each on every scene; print a row for each, and the means."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    base = recipe("quick", [f"minutes={given.minutes}", *given.set])
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    print(HEADER)
    with tempfile.TemporaryDirectory() as work:
        for seed in given.seeds:
            folder = (given.folder or Path(work)) / f"scene_{seed}"
            made = make_scene("pegmatite", folder, seed=seed)
            image, labels, area, truth, part = (
                str(made[name]) for name in ("image", "labels", "labelled_area", "truth_labels", "evaluation_area")
            )
            scene = Scene((image,), labels, CLASS_FIELD, labelled_area=area)
            for model in given.models:
                chosen = replace(base, model=model, model_parameters=MODELS[model])
                file, mapped = str(folder / f"{model}.safetensors"), str(folder / f"{model}.tif")
                jobs = (
                    TrainJob((scene,), file, chosen, seed=seed),
                    PredictJob((file,), scene.images, mapped),
                    EvaluateJob(mapped, truth, CLASS_FIELD, labelled_area=part),
                )
                found[model].append(measured(jobs, "pegmatite"))
                print(row(found[model][-1], f"seed {seed}"), flush=True)
    for results in found.values():
        print(row(mean(results), "mean"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--minutes", type=float, default=2.5, help="training time of each network")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the recipe")
    parser.add_argument("--folder", type=Path, help="keep scenes, models and maps in this new folder")
    return parser.parse_args()


if __name__ == "__main__":
    main()
