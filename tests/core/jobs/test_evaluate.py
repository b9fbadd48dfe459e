"""Evaluation: predictions against labels, inside the labelled area, with legends that differ."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from outcrop.core.assessment.confusion_table import measures_table
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.jobs.evaluate import evaluate
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.tags import LEGEND_TAG

from tests.core.ground import area_scale


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


def test_points_are_a_reference_and_those_off_the_map_are_said(scene: Any, tmp_path: Path, hearing: Any) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "dike"])
    points = write_points(tmp_path / "points.gpkg", [(10.5, 15.5), (10.5, 2.5), (50.5, 40.5), (500.0, 3.0), (9.0, 9.0)],
                          ["dike", "dike", "dike", "dike", None])  # fmt: skip
    report = evaluate(EvaluateJob(prediction, points, "kind", question="map"), hearing.events)
    assert report["unit"] == "points"
    assert report["areas"] is None
    assert report["measures"]["pixels"] == 3
    assert report["measures"]["classes"]["dike"]["recall"] == pytest.approx(2 / 3)
    assert "1 point outside the raster" in hearing.warnings
    assert "1 point without a class" in hearing.warnings
    with pytest.raises(BadInputError, match="No point"):
        evaluate(EvaluateJob(prediction, write_points(tmp_path / "far.gpkg", [(900, 900)], ["dike"]), "kind"), Events())


def test_points_outside_what_counts_are_left_out(scene: Any, tmp_path: Path, hearing: Any) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "dike"])
    places = [(column + 0.5, row + 0.5) for column in (10, 20, 60, 70, 80) for row in (2, 15)]
    points = write_points(tmp_path / "points.gpkg", places, ["background", "dike"] * 5)
    area = scene.write_polygons(tmp_path / "area.gpkg", [(0, 0, 48, 96)], ["all"])
    assert evaluate(EvaluateJob(prediction, points, "kind"), Events())["measures"]["pixels"] == 10
    for more in ({"extent": (500_000.0, 3_999_904.0, 500_048.0, 4_000_000.0)}, {"labelled_area": area}):
        told = evaluate(EvaluateJob(prediction, points, "kind", **more), hearing.events)
        assert told["measures"]["pixels"] == 4
        assert "6 points outside the extent or labelled area" in hearing.warnings
    with pytest.raises(BadInputError, match="lies in the extent"):
        evaluate(
            EvaluateJob(prediction, points, "kind", extent=(500_090.0, 3_999_904.0, 500_096.0, 3_999_910.0)), Events()
        )


def test_points_on_nodata_are_counted_apart(scene: Any, tmp_path: Path) -> None:
    classes = stripes()
    classes[:24] = 0
    prediction = write_prediction(scene, tmp_path / "p.tif", classes, ["background", "dike"])
    points = write_points(tmp_path / "points.gpkg", [(10.5, 15.5), (10.5, 40.5)], ["dike", "dike"])
    measures = evaluate(EvaluateJob(prediction, points, "kind"), Events())["measures"]
    assert (measures["pixels"], measures["unpredicted_pixels"]) == (1, 1)


def test_a_raster_on_another_grid_is_a_reference(scene: Any, tmp_path: Path) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "dike"])
    fine = np.kron(stripes(), np.ones((2, 2), np.uint8))
    profile = {"driver": "GTiff", "count": 1, "height": 192, "width": 192, "crs": "EPSG:32633", "dtype": "uint8",
               "transform": rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)}  # fmt: skip
    with rasterio.open(tmp_path / "l.tif", "w", **profile) as dataset:
        dataset.write(fine, 1)
    job = EvaluateJob(prediction, str(tmp_path / "l.tif"), renamed={"1": "background", "2": "dike"})
    report = evaluate(job, Events())
    with rasterio.open(prediction) as dataset:
        grid = Grid.of(dataset)
    assert report["measures"]["miou"] == 1.0
    assert sum(map(sum, report["areas"])) == pytest.approx(96 * 96 * area_scale(grid), rel=1e-6)


def test_classes_by_other_names_are_matched_or_both_lists_are_shown(scene: Any, tmp_path: Path) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "pond"])
    job = EvaluateJob(prediction, scene.polygons, "kind", renamed={"dike": "pond"})
    assert evaluate(job, Events())["measures"]["classes"]["pond"]["recall"] == 1.0
    with pytest.raises(BadInputError, match="no class “dyke”; they have: dike"):
        evaluate(replace(job, renamed={"dyke": "pond"}), Events())
    with pytest.raises(BadInputError, match="no class “lake”; it has: background, pond"):
        evaluate(replace(job, renamed={"dike": "lake"}), Events())


def test_the_distance_to_what_trained_is_told(scene: Any, tmp_path: Path) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", stripes(), ["background", "dike"])
    near = evaluate(EvaluateJob(prediction, scene.polygons, "kind", trained_on=scene.polygons), Events())["distances"]
    assert near["test_median_m"] == 0.0
    assert near["map_median_m"] > 0.0
    far = evaluate(
        EvaluateJob(prediction, scene.polygons, "kind", labelled_area=scene.east, trained_on=scene.west), Events()
    )["distances"]
    assert far["test_median_m"] > far["map_median_m"]


def write_points(path: Path, places: list[tuple[float, float]], kinds: list[str | None]) -> str:
    """Write points (column, row) with a field `kind`."""
    shapes = [shapely.Point(500_000 + col, 4_000_000 - row) for col, row in places]
    pyogrio.raw.write(
        str(path), shapely.to_wkb(np.array(shapes)), [np.array(kinds, dtype=object)], np.array(["kind"]),
        geometry_type="Point", crs="EPSG:32633", driver="GPKG",
    )  # fmt: skip
    return str(path)


def test_labels_of_one_class_tell_nothing_of_false_alarms(scene: Any, tmp_path: Path) -> None:
    prediction = write_prediction(scene, tmp_path / "p.tif", np.full((96, 96), 2), ["background", "dike"])
    heard: list[dict[str, Any]] = []
    report = evaluate(EvaluateJob(prediction, scene.polygons, "kind"), Events(heard.append))
    dike = report["measures"]["classes"]["dike"]
    assert (dike["precision"], dike["iou"], dike["recall"]) == (None, None, 1.0)
    assert any("one class alone, “dike”" in event.get("text", "") for event in heard)
    assert "100.00" in measures_table(report["measures"])
    row = next(line for line in measures_table(report["measures"]).splitlines() if line.startswith("dike"))
    assert row.split()[1:5] == ["–", "100.00", "–", "–"]
