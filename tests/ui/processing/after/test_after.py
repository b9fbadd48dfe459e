"""What follows a prediction, and what is told of models, with the real worker."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingUtils

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_clean_polygons_and_lines(run: Callable, scene: Any, prediction: str) -> None:
    values = {"PREDICTION": prediction, "OPENED": "granite=1", "MAJORITY_PX": 1, "LEAST_AREA_M2": 5000}
    cleaned = run("cleanprediction", {**values, "OUTPUT": "TEMPORARY_OUTPUT"}).outputs["OUTPUT"]
    assert gdal.Open(cleaned).RasterXSize == 96
    target = str(scene.folder / "polygons.gpkg")
    drawn = run("predictionpolygons", {"PREDICTION": cleaned, "OUTPUT": target})
    assert drawn.outputs["OUTPUT"] == target
    layer = QgsProcessingUtils.mapLayerFromString(target, drawn.context)
    assert layer.featureCount() == drawn.outputs["POLYGONS"] == 3
    total = sum(feature["area_m2"] for feature in layer.getFeatures())
    assert total == pytest.approx(960 * 960, rel=0.02)
    lines = run("centrelines", {"PREDICTION": cleaned, "CLASS": "marble", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert lines.outputs["LINES"] == 1
    with pytest.raises(QgsProcessingException, match="There is no class “road”"):
        run("centrelines", {"PREDICTION": cleaned, "CLASS": "road", "OUTPUT": "TEMPORARY_OUTPUT"})


def test_corrections_are_applied_and_become_labels(
    run: Callable, scene: Any, prediction: str, corrections_file: str
) -> None:
    before = Path(prediction).read_bytes()
    values = {"SESSION": corrections_file, "OUTPUT": str(scene.folder / "corrected.tif")}
    done = run("applycorrections", values)
    assert done.outputs["CORRECTIONS"] == 2
    predicted, corrected = (gdal.Open(path).ReadAsArray() for path in (prediction, done.outputs["OUTPUT"]))
    wanted = predicted.copy()
    wanted[10:40, 10:30] = 1
    wanted[30:55, 20:50] = 3
    assert (corrected == wanted).all()
    assert done.outputs["PIXELS"] == (wanted != predicted).sum()
    assert Path(prediction).read_bytes() == before
    labels = run("correctionstolabels", {"SESSION": corrections_file, "OUTPUT": "memory:"})
    layer = labels.outputs["OUTPUT"]
    assert labels.outputs["POLYGONS"] == layer.featureCount() == 2
    assert [feature["class"] for feature in layer.getFeatures()] == ["gneiss", "marble"]
    with pytest.raises(QgsProcessingException, match="There is no session"):
        run("applycorrections", {"SESSION": str(scene.folder / "gone.gpkg"), "OUTPUT": "TEMPORARY_OUTPUT"})
    other = scene.folder / "other.gpkg"
    gdal.VectorTranslate(str(other), scene.polygons)
    with pytest.raises(QgsProcessingException, match="isn't a session"):
        run("correctionstolabels", {"SESSION": str(other), "OUTPUT": "memory:"})


def test_accuracy_gives_page_table_and_json(run: Callable, scene: Any, prediction: str) -> None:
    paths = {name: str(scene.folder / name.lower()) for name in ("PAGE", "TABLE", "JSON")}
    data = {"PREDICTION": prediction, "POLYGONS": scene.polygons, "CLASS_FIELD": "kind"}
    done = run("accuracy", {**data, **paths})
    assert done.outputs["MIOU"] > 0.9
    report = json.loads(Path(done.outputs["JSON"]).read_text())
    assert report["measures"]["kappa"] == pytest.approx(done.outputs["KAPPA"])
    assert "Confusion matrix" in Path(done.outputs["PAGE"]).read_text()
    assert Path(done.outputs["TABLE"]).read_text().startswith("Class,")
    assert Path(done.outputs["TABLE"]).suffix == ".csv"


def test_imagery_is_no_prediction(run: Callable, scene: Any) -> None:
    with pytest.raises(QgsProcessingException, match="carries no legend"):
        run("cleanprediction", {"PREDICTION": scene.image, "OUTPUT": "TEMPORARY_OUTPUT"})


def test_model_information_needs_no_environment(
    run: Callable, model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_PYTHON", str(tmp_path / "gone"))
    done = run("modelinformation", {"MODEL_FILE": model, "PAGE": "TEMPORARY_OUTPUT"})
    assert done.outputs["CLASSES"] == "gneiss, granite, marble"
    assert done.outputs["PIXEL_SIZE"] == pytest.approx(10.0, rel=0.01)
    assert "Near infrared" in Path(done.outputs["PAGE"]).read_text()
