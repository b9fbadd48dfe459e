"""The area of applicability through the job's door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.explanation.jobs import ApplicabilityJob, ApplicabilitySettings
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.applicability import applicability
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.report.pages.model_page import model_page
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe


def test_imagery_from_elsewhere_lies_outside(scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    model = str(tmp_path / "m.safetensors")
    train(TrainJob((source,), model, Recipe(model="maximum_likelihood", gap_px=2, tile_px=16)), Events())
    with rasterio.open(scene.image) as dataset:
        values = dataset.read()
    values[:, :, 48:] += 3000
    values[:, :4, :4] = 0
    other = scene.write_image(tmp_path / "other.tif", values)
    out = str(tmp_path / "aoa.tif")
    made = applicability(ApplicabilityJob(model, source, out, (other,), ApplicabilitySettings(block_px=12)), Events())
    with rasterio.open(out) as dataset:
        index, inside = dataset.read(masked=True)
    assert inside[:4, :4].mask.all()
    assert inside[:, 48:].max() == 0
    bright = np.zeros((96, 96), bool)
    bright[12:24, 4:44] = True
    assert inside[bright].mean() > 0.7
    assert index[:, 48:].min() > made["threshold"]
    assert 0 < made["inside"] < 0.5
    words = ["applicability", "--model", model, "--image", scene.image, "--labels", scene.polygons, "--class-field",
             "kind", "--out", str(tmp_path / "b.tif"), "--block-px", "12"]  # fmt: skip
    assert main(words) == 0
    assert "inside" in capsys.readouterr().out
    with pytest.raises(BadInputError, match="one block only"):
        applicability(ApplicabilityJob(model, source, out, (), ApplicabilitySettings(block_px=1000)), Events())


def test_a_network_is_asked_by_its_last_layer_and_a_forest_by_what_matters(scene: Any, tmp_path: Path) -> None:
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    small = {"tile_px": 32, "stride_px": 16, "gap_px": 2, "batch_size": 8, "epochs": 6}
    for recipe, space in (
        (Recipe(model="unet", model_parameters={"width": 4}, **small), "last layer"),
        (Recipe(model="random_forest", gap_px=2, tile_px=16), "features"),
    ):
        model, out = str(tmp_path / f"{recipe.model}.safetensors"), str(tmp_path / f"{recipe.model}.tif")
        train(TrainJob((source,), model, recipe, device="cpu", threads=1), Events())
        job = ApplicabilityJob(model, source, out, (), ApplicabilitySettings(block_px=12), device="cpu")
        made = applicability(job, Events())
        assert made["space"] == space
        with rasterio.open(out) as dataset:
            index = dataset.read(1)
        assert np.median(index[8:40, 4:40]) < 0.05, "background inside the labelled area has trained too"
        assert made["inside"] > 0.7
        by_bands = replace(job, out=str(tmp_path / "b.tif"), settings=ApplicabilitySettings("bands", 12))
        assert applicability(by_bands, Events())["space"] == "bands"
    told = read_card(model).provenance["feature_importance"]
    assert sum(told.values()) == pytest.approx(1)
    assert "Importance of the features" in model_page(read_card(model))
