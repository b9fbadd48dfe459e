"""Accuracy as the toolbox runs it: against polygons, points, and what trained."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from qgis.core import QgsFeature, QgsProcessingException, QgsVectorLayer

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_points_in_memory_are_a_reference(run: Callable, scene: Any, prediction: str, context: Any) -> None:
    polygons = QgsVectorLayer(scene.polygons, "polygons", "ogr")
    points = QgsVectorLayer(f"Point?crs={polygons.crs().authid()}&field=class:string", "checked", "memory")
    for feature in polygons.getFeatures():
        point = QgsFeature(points.fields())
        point.setAttributes([feature["kind"]])
        point.setGeometry(feature.geometry().pointOnSurface())
        points.dataProvider().addFeature(point)
    context.temporaryLayerStore().addMapLayer(points)
    report = scene.folder / "report.json"
    done = run("accuracy", {
        "PREDICTION": prediction, "POINTS": points.id(), "POINT_FIELD": "class", "QUESTION": "map", "JSON": str(report),
    })  # fmt: skip
    found = json.loads(report.read_text())
    assert found["unit"] == "points"
    assert found["measures"]["pixels"] == points.featureCount()
    assert done.outputs["ACCURACY"] == found["measures"]["accuracy"]
    assert any("probability sample" in text for text in done.feedback.infos)


def test_the_report_tells_the_distance_to_what_trained(run: Callable, scene: Any, prediction: str) -> None:
    report = scene.folder / "report.json"
    labels = {"POLYGONS": scene.polygons, "CLASS_FIELD": "kind"}
    page = scene.folder / "r.html"
    run("accuracy", {"PREDICTION": prediction, **labels, "TRAINED_ON": scene.polygons, "JSON": str(report),
                     "PAGE": str(page)})  # fmt: skip
    assert json.loads(report.read_text())["distances"]["test_median_m"] == 0.0
    assert "kNNDM" in page.read_text()


def test_points_and_polygons_at_once_are_refused(run: Callable, scene: Any, prediction: str) -> None:
    values = {"PREDICTION": prediction, "POLYGONS": scene.polygons, "CLASS_FIELD": "kind", "POINTS": scene.polygons}
    with pytest.raises(QgsProcessingException, match="not both"):
        run("accuracy", values)
