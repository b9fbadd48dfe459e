"""A run holds back what the one before it held back, where both were asked to in the same way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import rasterio
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.labels.parts import VALIDATION
from outcrop.core.training.data.scenes import prepare_scenes
from outcrop.core.training.runs.found_runs import last_run_on
from outcrop.core.training.runs.kept_split import kept_split
from outcrop.core.training.runs.run import FINISHED, Run


def test_a_later_run_keeps_the_split(ground: Any, stripes: Any) -> None:
    labels = stripes(64, 64)
    few = labels.copy()
    few[:, 40:] = 0
    scene = ground.scene(few)
    first = replace(ground.job(scene), run_folder=str(ground.folder / "runs" / "first"))
    run = Run.create(first.run_folder, job_to_json(first))
    with rasterio.open(prepare_scenes(first, run.folder, ground.events).labelling.split.paths[0]) as split:
        before = split.read(1)
    run.conclude(FINISHED)
    assert last_run_on(ground.folder / "runs", scene.images) == run.folder
    assert last_run_on(ground.folder / "runs", ("other.tif",)) is None

    with rasterio.open(scene.labels, "r+") as dataset:
        dataset.write(labels, 1)
    second = replace(first, run_folder=str(ground.folder / "second"), keep_split_of=str(run.folder), seed=99)
    kept = kept_split(second, ground.events)
    Path(second.run_folder).mkdir()
    prepared = prepare_scenes(second, Path(second.run_folder), ground.events, kept=kept)
    with rasterio.open(prepared.labelling.split.paths[0]) as split:
        after = split.read(1)
    assert (before == VALIDATION).any()
    assert (after[before == VALIDATION] == VALIDATION).all()

    other = replace(second, recipe=replace(second.recipe, validation_share=0.45))
    assert kept_split(other, ground.events) is None
    assert any("chosen anew" in event.get("text", "") for event in ground.heard)
