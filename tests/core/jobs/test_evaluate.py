"""Evaluation: predictions against labels, inside the labelled area, with legends that differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.jobs.evaluate import evaluate
from outcrop.core.jobs.events import Events
from outcrop.core.jobs.specs import EvaluateJob
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.output import LEGEND_TAG


def write_prediction(scene: Any, path: Path, classes: np.ndarray, names: list[str]) -> str:
    written = scene.write_image(path, classes[None].astype(np.uint8))
    with rasterio.open(written, "r+") as dataset:
        dataset.update_tags(**{LEGEND_TAG: json.dumps(Legend.from_names(names).to_dicts())})
    return str(written)


def stripes() -> np.ndarray:
    """Give the truth of the small scene: dikes in every second stripe, but for its first and last columns."""
    classes = np.ones((96, 96), np.uint8)
    for row in range(12, 96, 24):
        classes[row : row + 12, 4:92] = 2
    return classes


def test_a_perfect_prediction_scores_one(scene: Any, tmp_path: Path) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "dike"])
    report = evaluate(EvaluateJob(prediction, scene.polygons, "kind", labelled_area=scene.east), Events())
    assert report["measures"]["pixels"] == 96 * 48
    assert report["measures"]["miou"] == report["measures"]["kappa"] == 1.0


def test_only_the_labelled_area_counts(scene: Any, tmp_path: Path) -> None:
    classes = stripes()
    classes[:, :48] = 3 - classes[:, :48]
    prediction = write_prediction(scene, tmp_path / "p.tif", classes, ["background", "dike"])
    job = EvaluateJob(prediction, scene.polygons, "kind", labelled_area=scene.east)
    assert evaluate(job, Events())["measures"]["miou"] == 1.0


def test_without_an_area_only_polygons_count(scene: Any, tmp_path: Path) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", np.full((96, 96), 2), ["background", "dike"])
    report = evaluate(EvaluateJob(prediction, scene.polygons, "kind"), Events())
    assert report["measures"]["pixels"] == 4 * 12 * 88
    assert report["measures"]["classes"]["dike"]["recall"] == 1.0


def test_pixels_without_a_prediction_are_counted_apart(scene: Any, tmp_path: Path) -> None:
    classes = stripes()
    classes[:24] = 0
    prediction = write_prediction(scene, tmp_path / "p.tif", classes, ["background", "dike"])
    report = evaluate(EvaluateJob(prediction, scene.polygons, "kind", labelled_area=scene.east), Events())
    assert report["measures"]["unpredicted_pixels"] == 24 * 48
    assert report["measures"]["pixels"] == 72 * 48


def test_a_class_that_only_the_labels_have_is_missed(scene: Any, tmp_path: Path) -> None:
    boxes = [(0, 0, 96, 10), (0, 40, 96, 50)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["dike", "road"])
    prediction = write_prediction(scene, tmp_path / "p.tif", np.full((96, 96), 2), ["background", "dike"])
    report = evaluate(EvaluateJob(prediction, labels, "kind"), Events())
    assert report["measures"]["classes"]["road"]["recall"] == 0.0
    assert report["measures"]["classes"]["dike"]["precision"] == 0.5


def test_what_can_not_be_compared_is_refused(scene: Any, tmp_path: Path) -> None:
    job = EvaluateJob(scene.image, scene.polygons, "kind")
    with pytest.raises(BadInputError, match="no legend"):
        evaluate(job, Events())
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "pond"])
    with pytest.raises(BadInputError, match=r"pond.*dike"):
        evaluate(EvaluateJob(prediction, scene.polygons, "kind"), Events())
    with pytest.raises(BadInputError, match="doesn't exist"):
        evaluate(EvaluateJob(prediction, scene.polygons, "kind", out=str(tmp_path / "no" / "r.json")), Events())
