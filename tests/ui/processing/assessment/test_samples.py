"""Accuracy samples as the toolbox draws and reads them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingUtils, QgsVectorLayer

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_a_sample_in_memory_is_answered_and_read_before_it_is_saved(
    run: Callable, scene: Any, prediction: str, context: Any
) -> None:
    done = run("drawsample", {"PREDICTION": prediction, "POINTS": 40, "LEAST_PER_CLASS": 5, "OUTPUT": "memory:"})
    made = done.outputs["OUTPUT"]
    layer = made if isinstance(made, QgsVectorLayer) else QgsProcessingUtils.mapLayerFromString(made, done.context)
    assert layer.featureCount() == done.outputs["POINTS"] >= 40
    layer.startEditing()
    answer, stratum = (layer.fields().indexOf(name) for name in ("answer", "stratum"))
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), answer, feature[stratum])
    context.temporaryLayerStore().addMapLayer(layer)
    table, report = scene.folder / "t.csv", scene.folder / "r.json"
    read = run("sampleaccuracy", {"PREDICTION": prediction, "SAMPLE": layer.id(), "TABLE": str(table),
                                  "JSON": str(report)})  # fmt: skip
    layer.rollBack()
    assert read.outputs["ACCURACY"] == 1.0
    assert json.loads(report.read_text())["answers"]["answered"] == layer.featureCount()
    rows = list(csv.reader(table.open()))
    assert rows[0][:2] == ["class", "users_value"]
    assert len(rows) == 1 + len(json.loads(report.read_text())["classes"])


def test_a_further_round_goes_on_with_the_file_of_the_one_before(run: Callable, scene: Any, prediction: str) -> None:
    values = {**scene.data, "PREDICTION": prediction, "SIDE": 16, "COUNT": 3, "AUDIT": 2}
    first = run("nexttiles", {**values, "OUTPUT": str(scene.folder / "first.gpkg")})
    assert (first.outputs["TILES"], first.outputs["PLACES"]) == (3, 2)
    second = run("nexttiles", {**values, "EARLIER": first.outputs["OUTPUT"], "OUTPUT": str(scene.folder / "two.gpkg")})
    tiles = QgsVectorLayer(f"{second.outputs['OUTPUT']}|layername=reviews", "tiles", "ogr")
    places = QgsVectorLayer(f"{second.outputs['OUTPUT']}|layername=accuracy_sample", "places", "ogr")
    assert sorted(one["round"] for one in tiles.getFeatures()) == [0, 0, 0, 1, 1, 1]
    assert places.featureCount() == 4
    assert any("Round 2: 3 tiles and 2 random places" in text for text in second.feedback.infos)
    earlier = QgsVectorLayer(f"{first.outputs['OUTPUT']}|layername=reviews", "tiles", "ogr")
    assert earlier.featureCount() == 3  # the file of the round before stays as it was


def test_earlier_rounds_that_are_gone_are_told(run: Callable, scene: Any, prediction: str) -> None:
    values = {**scene.data, "PREDICTION": prediction, "EARLIER": str(scene.folder / "gone.gpkg")}
    with pytest.raises(QgsProcessingException, match="of earlier rounds"):
        run("nexttiles", {**values, "OUTPUT": str(scene.folder / "next.gpkg")})


def test_changes_between_two_maps(run: Callable, scene: Any, prediction: str, other_prediction: str) -> None:
    page = scene.folder / "changes.html"
    values = {"BEFORE": prediction, "AFTER": other_prediction, "PAGE": str(page)}
    done = run("changes", {**values, "OUTPUT": str(scene.folder / "changes.tif")})
    codes = gdal.Open(done.outputs["OUTPUT"]).ReadAsArray()
    maps = [gdal.Open(path).ReadAsArray() for path in (prediction, other_prediction)]
    assert ((codes > 0) == (maps[0] != maps[1])).all()
    assert done.outputs["CHANGED"] == pytest.approx((maps[0] != maps[1]).mean(), abs=1e-6)
    assert "→" in "".join(done.feedback.infos)
    assert page.read_text().count("<tr>") > 1
    with pytest.raises(QgsProcessingException, match="nothing changed"):
        run("changes", {**values, "AFTER": prediction, "OUTPUT": str(scene.folder / "none.tif")})
