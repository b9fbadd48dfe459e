"""Band importance through the job's door: the band that carries the classes matters, noise doesn't."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.explanation.band_mosaic import shuffled
from outcrop.core.explanation.jobs import BandImportanceJob, ImportanceSettings
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.band_importance import band_importance
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

SETTINGS = ImportanceSettings(blocks=36, block_px=12, repeats=2)


@pytest.fixture
def noisy(scene: Any, tmp_path: Path) -> BandImportanceJob:
    """Train on imagery whose first band is noise and whose second one shows the dikes."""
    random = np.random.default_rng(0)
    dikes = ((np.arange(96)[:, None] // 12 + np.zeros(96, int)) % 2) * 600 + 300
    dikes[:, ::7] = 500
    bands = np.stack([random.normal(500, 100, (96, 96)), dikes + random.normal(0, 120, (96, 96))])
    image = scene.write_image(tmp_path / "noisy.tif", bands.clip(1).astype(np.uint16))
    source = Scene((image,), scene.polygons, "kind", labelled_area=scene.write_polygons(
        tmp_path / "all.gpkg", [(0, 0, 96, 96)], ["area"]))  # fmt: skip
    model = str(tmp_path / "m.safetensors")
    train(TrainJob((source,), model, Recipe(model="random_forest", gap_px=2, tile_px=16), device="cpu"), Events())
    return BandImportanceJob(model, source, SETTINGS, device="cpu", threads=1)


def test_the_band_that_tells_matters_and_noise_does_not(noisy: BandImportanceJob, hearing: Any) -> None:
    report = band_importance(noisy, hearing.events)
    telling, noise = report["bands"]
    assert telling["importance"]["low"] > 0.1
    assert telling["missing"]["value"] > 0.1
    assert noise["importance"]["value"] < 0.3 * telling["importance"]["value"]
    assert report["blocks"] == 36
    shares = [event["fraction"] for event in hearing.of("progress")]
    assert shares == sorted(shares)
    assert band_importance(noisy, Events())["bands"] == report["bands"]


def test_a_shuffled_band_is_scaled_as_the_whole_was(
    noisy: BandImportanceJob, hearing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished, done = [], []

    def spied(job: PredictJob, events: Events) -> Any:
        found = predict(job, events)
        wished.append(job.fit_scaling)
        done.append(found["scaling"])
        return found

    monkeypatch.setattr("outcrop.core.jobs.assessment.band_importance.predict", spied)
    band_importance(noisy, hearing.events)
    assert wished == ["auto", *["as_trained"] * 6]
    assert done == [["as_trained"]] * 7


def test_what_does_not_fit_is_refused(noisy: BandImportanceJob, scene: Any, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="trained on"):
        band_importance(replace(noisy, scene=replace(noisy.scene, bands=("1:1",))), Events())
    large = ImportanceSettings(block_px=128)
    with pytest.raises(BadInputError, match="Fewer than two blocks"):
        band_importance(replace(noisy, settings=large), Events())


def test_the_command_prints_the_bands(noisy: BandImportanceJob, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["band-importance", "--model", noisy.model, "--image", noisy.scene.images[0], "--labels",
             noisy.scene.labels, "--class-field", "kind", "--labelled-area", noisy.scene.labelled_area, "--block-px",
             "12", "--repeats", "1"]  # fmt: skip
    assert main(words) == 0
    assert "Importance" in capsys.readouterr().out


@pytest.mark.parametrize("blocks", [2, 3, 10])
def test_no_block_keeps_its_own_band(blocks: int) -> None:
    images = np.arange(blocks * 2).reshape(blocks, 2, 1, 1)
    changed = shuffled(images, 1, 0)
    assert (changed[:, 1] != images[:, 1]).all()
    assert sorted(changed[:, 1].ravel()) == sorted(images[:, 1].ravel())
    np.testing.assert_array_equal(changed[:, 0], images[:, 0])
