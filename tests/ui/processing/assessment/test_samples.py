"""Accuracy samples as the toolbox draws and reads them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import Any

import pytest
from qgis.core import QgsProcessingUtils, QgsVectorLayer

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
