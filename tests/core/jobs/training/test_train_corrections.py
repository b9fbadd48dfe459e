"""Training with corrections made by hand: they are learned from, weighed, and counted in the card."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely
from outcrop.core.events import Events
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.training.settings.jobs import TrainJob


@pytest.mark.parametrize("model", ["maximum_likelihood", "unet"])
def test_corrections_are_learned_from_and_counted(job: TrainJob, model: str, tmp_path: Path) -> None:
    session, (left, top) = str(tmp_path / "corrections.gpkg"), (500_000.0, 4_000_000.0)
    pyogrio.raw.write(
        session, shapely.to_wkb(np.array([shapely.box(left + 60, top - 60, left + 86, top - 40)])),
        [np.array([1]), np.array(["water"], object), np.array([False])], np.array(["class_id", "class", "undone"]),
        layer="corrections", driver="GPKG", geometry_type="Polygon", crs="EPSG:32633",
    )  # fmt: skip
    own = {"model_parameters": {}} if model != "unet" else {}
    source = replace(job.scenes[0], corrections=(session,))
    with_them = replace(
        job,
        scenes=(source,),
        recipe=replace(job.recipe, split="none", model=model, corrected_weight=3.0, **own),
    )
    train(with_them, Events())
    card = read_card(with_them.model_file)
    (counts,) = card.provenance["label_origins"]
    assert counts["corrected"]["water"] == 26 * 20
    assert counts["drawn"]["water"] == 0
    assert counts["drawn"]["dike"] > 0
    if model == "maximum_likelihood":
        assert card.provenance["pixels_learned_from"]["water"] == 3 * 26 * 20
