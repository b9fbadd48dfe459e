"""The sample scene: the improved U-Net against the classic one and a random forest, under one budget of time each.

    .venv/bin/python benchmarks/sample_scene.py [--minutes 2.5] [--seed 1]

Both networks have the width of the recipe `quick`; all are measured on the part of the scene that training never saw.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from trial import HEADER, measured, row  # isort: skip

from outcrop.core.geodata.sample.scene import CLASS_FIELD, make_sample
from outcrop.core.jobs.specs import EvaluateJob, PredictJob, Scene, TrainJob
from outcrop.core.training.recipes import recipe

MODELS = {"unet_improved": {"width": 16}, "unet": {"width": 16}, "random_forest": {}}


def main() -> None:
    """Train, predict and evaluate each, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=2.5)
    parser.add_argument("--seed", type=int, default=1, help="of the scene")
    given = parser.parse_args()
    print(HEADER)
    with tempfile.TemporaryDirectory() as work:
        made = make_sample(Path(work) / "sample", seed=given.seed)
        scene = Scene((str(made.image),), str(made.labels), CLASS_FIELD, labelled_area=str(made.labelled_area))
        for model, parameters in MODELS.items():
            chosen = replace(recipe("quick", [f"minutes={given.minutes}"]), model=model, model_parameters=parameters)
            file, mapped = f"{work}/{model}.safetensors", f"{work}/{model}.tif"
            jobs = (
                TrainJob((scene,), file, chosen),
                PredictJob((file,), scene.images, mapped),
                EvaluateJob(mapped, str(made.truth_labels), CLASS_FIELD, labelled_area=str(made.evaluation_area)),
            )
            print(row(measured(jobs, "pegmatite")), flush=True)


if __name__ == "__main__":
    main()
