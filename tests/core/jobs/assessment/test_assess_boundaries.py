"""Boundaries through the job's door: a scene by hand, and the contact margin on real landslides."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.assessment.boundaries.boundary_distances import BoundaryTally, contacts
from outcrop.core.assessment.boundaries.boundary_settings import BoundarySettings
from outcrop.core.assessment.conformal import contact_margin, coverage
from outcrop.core.assessment.jobs import AssessBoundariesJob
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.assessment.assess_boundaries import assess_boundaries
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import LEGEND_TAG

HOKKAIDO = Path(__file__).parents[5] / "shared" / "data" / "l4s_hokkaido"
SETTINGS = BoundarySettings(tolerance_m=2.0, linear=True, block_m=8.0)


@pytest.fixture
def shifted(scene: Any, tmp_path: Path) -> AssessBoundariesJob:
    """Predict the small scene's dikes one row too low, and one more that isn't there."""
    classes = np.ones((96, 96), np.uint8)
    for row in range(12, 96, 24):
        classes[row + 1 : min(row + 13, 96), 4:92] = 2
    classes[2:6, 30:50] = 2
    path = scene.write_image(tmp_path / "p.tif", classes[None])
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(**{LEGEND_TAG: json.dumps(Legend.from_names(["background", "dike"]).to_dicts())})
    area = scene.write_polygons(tmp_path / "all.gpkg", [(0, 0, 96, 96)], ["area"])
    return AssessBoundariesJob(path, scene.polygons, "kind", labelled_area=area, settings=SETTINGS)


def test_a_shift_of_one_row_is_told_in_metres(shifted: AssessBoundariesJob) -> None:
    report = assess_boundaries(shifted, Events())
    dike = report["boundaries"]["dike"]
    assert dike["recall"] == 1.0
    assert dike["precision"] < 1.0
    own = report["objects"]["dike"]
    assert (own["true"], own["found"], own["missed"], own["false"]) == (4, 4, 0, 1)
    assert report["lines"]["dike"]["completeness"] > 0.9
    assert 1.0 <= report["margin"]["margin_m"] <= 1.2
    strict = assess_boundaries(replace(shifted, settings=replace(SETTINGS, tolerance_m=0.5)), Events())
    assert strict["boundaries"]["dike"]["recall"] < 0.5


def test_windows_do_not_matter(shifted: AssessBoundariesJob, monkeypatch: pytest.MonkeyPatch) -> None:
    from outcrop.core.jobs.assessment import assess_boundaries as module

    whole = assess_boundaries(shifted, Events())
    monkeypatch.setattr(module, "_WINDOW_PX", 32)
    cut = assess_boundaries(shifted, Events())
    assert cut["contacts"] == whole["contacts"]
    assert cut["boundaries"] == whole["boundaries"]
    assert cut["margin"] == whole["margin"]
    for key, value in whole["lines"]["dike"].items():  # thinning a cut line moves its ends by a pixel
        assert cut["lines"]["dike"][key] == pytest.approx(value, rel=0.1)


def test_labels_without_boundaries_are_refused(shifted: AssessBoundariesJob) -> None:
    with pytest.raises(BadInputError, match="no boundary between two classes"):
        assess_boundaries(replace(shifted, labelled_area=""), Events())
    with pytest.raises(BadInputError, match=r"too wide for pixels of 1\.00 m"):
        assess_boundaries(replace(shifted, settings=BoundarySettings(tolerance_m=900)), Events())


def test_the_command_prints_margins(shifted: AssessBoundariesJob, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["assess-boundaries", "--prediction", shifted.prediction,
             "--labels", shifted.labels, "--class-field", "kind",
             "--labelled-area", shifted.labelled_area, "--tolerance-m", "2", "--block-m", "8"]  # fmt: skip
    assert main(words) == 0
    text = capsys.readouterr().out
    assert "Boundary F1" in text
    assert "Contact margin" in text


@pytest.mark.slow
@pytest.mark.skipif(not HOKKAIDO.is_dir(), reason="the landslides of Hokkaido aren't in ../shared/data")
def test_the_margin_holds_on_blocks_that_it_was_not_calibrated_on() -> None:
    from scipy.ndimage import uniform_filter
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    with rasterio.open(HOKKAIDO / "image_harmonised.tif") as image, rasterio.open(HOKKAIDO / "mask.tif") as mask:
        bands, truth, valid = image.read().astype(float), mask.read(1) > 0, image.read_masks(1) > 0
    features = np.stack([uniform_filter(band, 5) for band in bands], -1)
    west = valid & (np.arange(valid.shape[1])[None, :] < 640)
    model = LinearDiscriminantAnalysis().fit(features[west], truth[west])
    predicted = model.predict(features.reshape(-1, len(bands))).reshape(valid.shape)
    valid &= ~west  # neither calibrates nor tests where the model has learned
    tally = BoundaryTally(1500.0, 30.0)
    blocks = np.stack(np.meshgrid(*(np.arange(n) // 64 for n in valid.shape), indexing="ij"), -1)
    tally.add(contacts(truth.astype(int), valid), contacts(predicted.astype(int), valid), valid, (10.0, 10.0), blocks)
    counts, random, held = np.array(list(tally.blocks.values())), np.random.default_rng(1), []
    assert len(counts) > 60
    for _ in range(100):
        order = random.permutation(len(counts))
        margin = contact_margin(counts[order[:50]], tally.upper_m, 0.9)
        held.append(coverage(counts[order[50:]], tally.upper_m, margin.margin_m))
    assert np.mean(held) >= 0.9
    assert np.quantile(held, 0.1) > 0.8
