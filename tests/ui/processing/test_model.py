"""The graphical model that comes with Outcrop runs from imagery and polygons to a report, and so does the batch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingUtils, QgsProject
from qgis.gui import QgisInterface

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


def test_batch_goes_on_after_a_row_that_fails(
    provider: OutcropProvider, scene: Any, model: str, qgis_iface: QgisInterface, monkeypatch: pytest.MonkeyPatch
) -> None:
    del provider
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    del qgis_iface
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("outcrop:predict")
    dialog = BatchAlgorithmDialog(algorithm)
    panel = dialog.mainWidget()
    panel.checkLoadLayersOnCompletion.setChecked(False)
    wrong = scene.folder / "wrong.safetensors"
    wrong.write_text("no model")
    rows = [(model, "first.tif"), (str(wrong), "second.tif"), (model, "third.tif")]
    panel.addRow(len(rows) - panel.batchRowCount())
    context = QgsProcessingContext()
    for row, (file, name) in enumerate(rows):
        for parameter, value in (("INPUT", scene.image), ("MODEL_FILE", file)):
            panel.wrappers[row][panel.parameter_to_column[parameter]].setParameterValue(value, context)
        panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column["OUTPUT"]).setValue(str(scene.folder / name))
    told: list[list[Any]] = []
    monkeypatch.setattr(dialog, "finish", lambda results, errors: told.append([results, errors]))
    dialog.runAlgorithm()
    ((results, errors),) = told
    assert [Path(entry["results"]["OUTPUT"]).name for entry in results] == ["first.tif", "third.tif"]
    assert "isn't a model file" in errors[0]["errors"][0]
    assert not (scene.folder / "second.tif").exists()
    assert QgsProject.instance().mapLayers() == {}
    dialog.deleteLater()
