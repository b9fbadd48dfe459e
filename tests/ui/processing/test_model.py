"""The graphical model that comes with Outcrop runs from imagery and polygons to a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import QgsProcessingUtils

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_the_shipped_model(run: Callable, scene: Any, provider: OutcropProvider) -> None:
    assert provider.algorithm("imagerytomap").displayName() == "Imagery and polygons to a map with its accuracy"
    values = {
        **scene.data, "CHECK_POLYGONS": scene.polygons, "CHECK_FIELD": "kind", "RECIPE": "quick",
        "MODEL": "maximum_likelihood", "MINUTES": 1, "LEAST_AREA_M2": 1000, "train:MODEL_FILE": "TEMPORARY_OUTPUT",
        "predict:PREDICTION": "TEMPORARY_OUTPUT", "clean:CLEANED": "TEMPORARY_OUTPUT",
        "polygons:CLASS_POLYGONS": str(scene.folder / "c.gpkg"), "accuracy:REPORT": str(scene.folder / "r.html"),
    }  # fmt: skip
    done = run("imagerytomap", values)
    layer = QgsProcessingUtils.mapLayerFromString(done.outputs["polygons:CLASS_POLYGONS"], done.context)
    assert {feature["class"] for feature in layer.getFeatures()} == {"granite", "gneiss", "marble"}
    assert "Confusion matrix" in Path(done.outputs["accuracy:REPORT"]).read_text()
