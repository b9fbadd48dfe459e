"""Algorithms that are cancelled at work leave nothing under the final names, and nothing half-written beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
SIDE = 4000
"""So many pixels that no job is done before it hears that it was cancelled."""
CASES = [
    ("predictensemble", "Predicting", {"OUTPUT": "map.tif"}),
    ("uncertainty", "Predicting", {"OUTPUT": "unsure.tif"}),
    ("cleanprediction", "Cleaning", {"OUTPUT": "clean.tif"}),
    ("predictionpolygons", "", {"OUTPUT": "classes.gpkg"}),
    ("centrelines", "", {"OUTPUT": "lines.gpkg"}),
    ("accuracy", "Comparing", {"PAGE": "report.html", "TABLE": "report.csv", "JSON": "report.json"}),
    ("exporttiles", "Writing tiles", {"FOLDER": "tiles"}),
]
_IN_QGIS = ("uncertainty", "predictionpolygons", "centrelines", "accuracy")
WRITTEN_IN_QGIS = [case for case in CASES if case[0] in _IN_QGIS]


@pytest.fixture(scope="module")
def large(scene_files: Any, prediction: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give imagery and its prediction with many small pixels."""
    folder = tmp_path_factory.mktemp("large")
    made = {"INPUT": (scene_files.image, "rocks.tif"), "PREDICTION": (prediction, "prediction.tif")}
    for source, name in made.values():
        gdal.Translate(str(folder / name), source, width=SIDE, height=SIDE, creationOptions=["COMPRESS=DEFLATE"])
    return {parameter: str(folder / name) for parameter, (_, name) in made.items()}


@pytest.fixture
def inputs(scene: Any, model: str, large: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Give the inputs by algorithm."""
    imagery, prediction = {"INPUT": large["INPUT"]}, {"PREDICTION": large["PREDICTION"]}
    labels = {"POLYGONS": scene.polygons, "CLASS_FIELD": "kind"}
    return {
        "predictensemble": {**imagery, "MODEL_FILES": [model, model], "TILE_PX": 64},
        "uncertainty": {**imagery, "MODEL_FILES": [model], "TILE_PX": 64},
        "cleanprediction": {**prediction, "OPENED": "marble=20", "MAJORITY_PX": 10},
        "predictionpolygons": {**prediction},
        "centrelines": {**prediction, "CLASS": "marble"},
        "accuracy": {**prediction, **labels},
        "exporttiles": {**imagery, **labels, "TILE_PX": 64, "STRIDE_PX": 32},
    }


@pytest.mark.parametrize(("name", "when", "outputs"), CASES, ids=[case[0] for case in CASES])
def test_nothing_is_left(
    run: Callable, scene: Any, inputs: dict[str, Any], cancelling_on: Any, name: str, when: str, outputs: dict[str, str]
) -> None:
    places = {parameter: str(scene.folder / file) for parameter, file in outputs.items()}
    feedback = cancelling_on(when)
    with pytest.raises(QgsProcessingException, match="stopped"):
        run(name, {**inputs[name], **places}, feedback)
    assert [path.name for path in Path(scene.folder).iterdir()] == []


@pytest.mark.parametrize(("name", "when", "outputs"), WRITTEN_IN_QGIS, ids=[case[0] for case in WRITTEN_IN_QGIS])
def test_nothing_is_written_after_cancelling_when_the_job_was_faster(
    run: Callable,
    scene: Any,
    prediction: str,
    inputs: dict[str, Any],
    cancelling_on: Any,
    name: str,
    when: str,
    outputs: dict[str, str],
) -> None:
    places = {parameter: str(scene.folder / file) for parameter, file in outputs.items()}
    small = {"INPUT": scene.image, "PREDICTION": prediction}
    values = {parameter: small.get(parameter, value) for parameter, value in inputs[name].items()}
    feedback = cancelling_on(when)
    with pytest.raises(QgsProcessingException, match="stopped"):
        run(name, {**values, **places}, feedback)
    assert [path.name for path in Path(scene.folder).iterdir()] == []
