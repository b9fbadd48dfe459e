"""The graphical model that comes with Outcrop runs from imagery and polygons to a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.processing.provider import OutcropProvider
from outcrop.ui.processing.shipped_model import FILE
from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm, QgsProcessingUtils

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


@pytest.fixture
def values(scene: Any) -> dict[str, Any]:
    """Give the model's parameters."""
    return {
        **scene.data, "CHECK_POLYGONS": scene.polygons, "CHECK_FIELD": "kind", "RECIPE": "quick",
        "MODEL": "maximum_likelihood", "MINUTES": 1, "LEAST_AREA_M2": 1000, "train:MODEL_FILE": "TEMPORARY_OUTPUT",
        "predict:PREDICTION": "TEMPORARY_OUTPUT", "clean:CLEANED": "TEMPORARY_OUTPUT",
        "polygons:CLASS_POLYGONS": str(scene.folder / "c.gpkg"), "accuracy:REPORT": str(scene.folder / "r.html"),
    }  # fmt: skip


def test_the_shipped_model(run: Callable, values: dict[str, Any], provider: OutcropProvider) -> None:
    assert provider.algorithm("imagerytomap").displayName() == "Imagery and polygons to a map with its accuracy"
    done = run("imagerytomap", values)
    layer = QgsProcessingUtils.mapLayerFromString(done.outputs["polygons:CLASS_POLYGONS"], done.context)
    assert {feature["class"] for feature in layer.getFeatures()} == {"granite", "gneiss", "marble"}
    assert "Confusion matrix" in Path(done.outputs["accuracy:REPORT"]).read_text()


def test_a_copy_of_its_file_runs_as_a_model_of_the_analyst_s(
    provider: OutcropProvider, context: QgsProcessingContext, values: dict[str, Any], tmp_path: Path
) -> None:
    import processing

    copy = tmp_path / "mine.model3"
    copy.write_bytes(FILE.read_bytes())
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(copy))
    is_valid, problems = model.validate()
    assert (is_valid, problems) == (True, [])
    recipes = provider.algorithm("train").parameterDefinition("RECIPE").options()
    processing.run(model, {**values, "RECIPE": recipes[-1]}, context=context)
    assert "Confusion matrix" in Path(values["accuracy:REPORT"]).read_text()
