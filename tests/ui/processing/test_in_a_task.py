"""Algorithms as the toolbox runs them: in a task's thread, with temporary outputs, whose layers are then loaded."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from outcrop.ui.layers.own_rasters import is_own
from outcrop.ui.processing.provider import ALGORITHMS
from outcrop.ui.worker.task import add_task
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .inputs import middle_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
LAYER_OUTPUTS = ("sink", "vectorDestination", "rasterDestination")
PREPARED = (
    "tablelogratios",
    "logratios",
    "fusion",
    "pansharpening",
    "radiometrics",
    "magnetics",
    "pointstogrid",
    "terrain",
    "spectralindices",
    "similarity",
    "principalcomponents",
    "minimumnoisefraction",
)
"""Their layers are imagery: to be stacked, not results on maps of which corrections and assessments are made."""
LOADING = (
    *PREPARED,
    "rasteriselabels", "splitlabels", "checklabels", "predict", "predictensemble", "uncertainty", "cleanprediction",
    "predictionpolygons", "centrelines", "drawsample", "applicability", "saliency", "applycorrections",
    "correctionstolabels", "changes", "thresholdclass",
)  # fmt: skip


def layer_outputs(name: str) -> list[str]:
    """Give the parameters of an algorithm that name layers to make."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"outcrop:{name}")
    return [one.name() for one in algorithm.destinationParameterDefinitions() if one.type() in LAYER_OUTPUTS]


def prepared(scene: Any, name: str) -> dict[str, Any]:
    """Give the inputs of an algorithm that prepares a layer."""
    if name == "tablelogratios":
        return {"POINTS": scene.points, "FIELDS": ["zn", "cu", "pb"]}
    more = {
        "pointstogrid": {"POINTS": scene.points, "FIELD": "zn"},
        "fusion": {"MORE_RASTERS": [scene.coarse]},
        "pansharpening": {"BANDS": [1], "MORE_RASTERS": [scene.coarse]},
        "magnetics": {"BANDS": [1], "YEAR": 2001.5},
        "radiometrics": {"MORE_RASTERS": [scene.coarse]},
        "terrain": {"BANDS": [1]},
        "spectralindices": {"EXPRESSIONS": "b1 / b2"},
        "similarity": {"PLACE": middle_of(scene.image)},
    }
    return {"INPUT": scene.image, **more.get(name, {})}


@pytest.fixture
def inputs(request: pytest.FixtureRequest, scene: Any, memory_polygons: QgsVectorLayer) -> Callable[[str], dict]:
    """Give a function that gives the inputs of an algorithm."""

    def of(name: str) -> dict[str, Any]:
        if name == "checklabels":
            memory_polygons.dataProvider().addFeature(next(memory_polygons.getFeatures()))
            return {**scene.data, "POLYGONS": memory_polygons.id()}
        if name in ("rasteriselabels", "splitlabels"):
            return {**scene.data, **({"GAP_PX": 2, "TILE_PX": 16} if name == "splitlabels" else {})}
        if name == "predict":
            return {"INPUT": scene.image, "MODEL_FILE": request.getfixturevalue("model"), "UNCERTAINTY": True}
        if name == "applicability":
            return {**scene.data, "MODEL_FILE": request.getfixturevalue("model"), "BLOCK_PX": 16}
        if name == "saliency":
            return {"INPUT": scene.image, "MODEL_FILE": request.getfixturevalue("network")}
        if name in ("predictensemble", "uncertainty"):
            return {"INPUT": scene.image, "MODEL_FILES": [request.getfixturevalue("model")]}
        if name in ("applycorrections", "correctionstolabels"):
            return {"SESSION": request.getfixturevalue("corrections_file")}
        if name == "changes":
            maps = (request.getfixturevalue(fixture) for fixture in ("prediction", "other_prediction"))
            return dict(zip(("BEFORE", "AFTER"), maps))
        prediction = {"PREDICTION": request.getfixturevalue("prediction")}
        more = {"centrelines": {"CLASS": "marble"}, "thresholdclass": {"CLASS": "marble", "THRESHOLD": 0.2}}
        return {**prediction, **more.get(name, {})}

    return of


def in_a_task(
    name: str, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Any
) -> tuple[bool, dict, QgsProcessingAlgorithm]:
    """Run in a task as the toolbox's dialog does; give whether it went well, its outputs and the algorithm."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"outcrop:{name}")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    if task.isCanceled():  # what it was given was refused: such a task never ends
        return False, {}, algorithm
    ended: list[tuple[bool, dict]] = []
    task.executed.connect(lambda ok, results: ended.append((ok, results)))
    add_task(task)
    until = time.monotonic() + 300
    while not ended and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    ((ok, results),) = ended
    return ok, results, algorithm


def run_as_toolbox(name: str, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Any) -> dict:
    """Run in a task, then load what it left to load; give its outputs."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    ok, results, algorithm = in_a_task(name, parameters, context, feedback)
    assert ok, feedback.errors
    assert handleAlgorithmResults(algorithm, context, feedback), feedback.errors
    return results


def test_every_algorithm_that_makes_layers_is_tried(provider: Any) -> None:
    assert set(LOADING) == {cls.KEY for cls in ALGORITHMS if layer_outputs(cls.KEY)}


@pytest.mark.parametrize("name", LOADING)
def test_temporary_layers_arrive_in_the_project(
    provider: Any,
    qgis_iface: Any,
    context: QgsProcessingContext,
    inputs: Callable,
    scene: Any,
    feedback: Any,
    name: str,
) -> None:
    values = prepared(scene, name) if name in PREPARED else inputs(name)
    project = QgsProject.instance()
    temporary = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    outputs = layer_outputs(name)
    before = set(project.mapLayers())
    results = run_as_toolbox(name, {**values, **dict.fromkeys(outputs, temporary)}, context, feedback)
    made = [layer for key, layer in project.mapLayers().items() if key not in before]
    assert len(made) >= len(outputs)
    for layer in made:
        assert layer.isValid()
        assert layer.name() not in ("", "OUTPUT", "output")
        if isinstance(layer, QgsVectorLayer):
            assert layer.featureCount() > 0
        else:
            assert is_own(layer) == (name not in PREPARED)
    assert results
