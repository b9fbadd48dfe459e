"""The area of applicability through the job's door."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.command_line import main
from outcrop.core.comparison.jobs import ApplicabilityJob, ApplicabilitySettings
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.applicability import applicability
from outcrop.core.jobs.train import train
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
