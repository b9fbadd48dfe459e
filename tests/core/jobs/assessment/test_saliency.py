"""What a network looks at, through the job's door."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.explanation.jobs import SaliencyJob, SaliencySettings
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.saliency import saliency
from outcrop.core.jobs.training.train import train
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe


@pytest.fixture
def network(scene: Any, tmp_path: Path) -> str:
    model = str(tmp_path / "m.safetensors")
    recipe = Recipe(
        model="unet", model_parameters={"width": 4}, tile_px=32, stride_px=16, gap_px=2, batch_size=8, epochs=8
    )
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    train(TrainJob((source,), model, recipe, device="cpu", threads=1), Events())
    return model


def test_what_made_a_network_find_a_class(
    scene: Any, network: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with rasterio.open(scene.image) as dataset:
        xmin, ymin, xmax, ymax = dataset.bounds
        size, bands = (dataset.height, dataset.width), tuple(f"band {n}" for n in dataset.indexes)
    middle = (xmin + xmax) / 2
    out = str(tmp_path / "s.tif")
    made = saliency(SaliencyJob(network, (scene.image,), out, (xmin, ymin, middle, ymax), device="cpu"), Events())
    assert sum(made["bands"].values()) == pytest.approx(1)
    assert list(made["bands"]) == list(bands)
    with rasterio.open(out) as dataset:
        values = dataset.read()
        assert dataset.descriptions == ("all bands", *bands)
        assert dataset.height == size[0]
        assert size[1] / 2 < dataset.width <= size[1]
    np.testing.assert_allclose(values[0], values[1:].sum(axis=0), atol=1e-5)
    assert np.nansum(values[0]) == pytest.approx(made["probability"] - made["plain"], abs=0.1)
    words = ["saliency", "--model", network, "--image", scene.image, "--out", str(tmp_path / "b.tif")]
    assert main([*words, "--class-name", made["class"]]) == 0
    assert "Share of the bands" in capsys.readouterr().out
    with pytest.raises(BadInputError, match="knows no class “gold”"):
        saliency(SaliencyJob(network, (scene.image,), out, settings=SaliencySettings("gold")), Events())
    with pytest.raises(BadInputError, match="misses the imagery"):
        saliency(SaliencyJob(network, (scene.image,), out, (0, 0, 1, 1)), Events())


def test_a_classifier_has_no_gradients(scene: Any, tmp_path: Path) -> None:
    model = str(tmp_path / "m.safetensors")
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    train(TrainJob((source,), model, Recipe(model="maximum_likelihood", gap_px=2, tile_px=16)), Events())
    with pytest.raises(BadInputError, match="is no network"):
        saliency(SaliencyJob(model, (scene.image,), str(tmp_path / "s.tif")), Events())
