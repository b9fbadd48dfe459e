"""Every algorithm on a tiny scene: by `processing.run`, in the batch dialog, as a step of a model, cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from outcrop.ui.processing.provider import ALGORITHMS, OutcropProvider
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingParameterFolderDestination,
)

from .inputs import inputs_of
from .tiny_scene import Scene

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
NAMES = [*(cls.KEY for cls in ALGORITHMS), "imagerytomap"]
SHIPPED_OUTPUTS = {
    "train:MODEL_FILE": "m.safetensors", "predict:PREDICTION": "map.tif", "clean:CLEANED": "clean.tif",
    "polygons:CLASS_POLYGONS": "classes.gpkg", "accuracy:REPORT": "report.html",
}  # fmt: skip
OUTPUTS = {
    "pointstogrid": {"OUTPUT": "grid.tif", "PAGE": "grid.html"},
    "logratios": {"OUTPUT": "ratios.tif"},
    "fusion": {"OUTPUT": "fused.tif"},
    "pansharpening": {"OUTPUT": "sharp.tif"},
    "magnetics": {"OUTPUT": "magnetics.tif"},
    "radiometrics": {"OUTPUT": "gamma.tif"},
    "terrain": {"OUTPUT": "terrain.tif"},
    "spectralindices": {"OUTPUT": "indices.tif"},
    "similarity": {"OUTPUT": "alike.tif"},
    "principalcomponents": {"OUTPUT": "components.tif"},
    "minimumnoisefraction": {"OUTPUT": "fractions.tif"},
    "tablelogratios": {"OUTPUT": "ratios.gpkg"},
    "savestack": {"OUTPUT": "stack.vrt"},
    "rasteriselabels": {"OUTPUT": "labels.tif"},
    "checklabels": {"OUTPUT": "problems.gpkg", "PAGE": "problems.html"},
    "splitlabels": {"OUTPUT": "split.tif"},
    "train": {"MODEL_FILE": "m.safetensors"},
    "finetune": {"MODEL_FILE": "finer.safetensors"},
    "resume": {},
    "trainseveral": {"FOLDER": "models", "TABLE": "table.csv", "PAGE": "table.html"},
    "predict": {"OUTPUT": "map.tif"},
    "predictensemble": {"OUTPUT": "map.tif"},
    "uncertainty": {"OUTPUT": "unsure.tif"},
    "applycorrections": {"OUTPUT": "corrected.tif"},
    "correctionstolabels": {"OUTPUT": "labels.gpkg"},
    "thresholdclass": {"OUTPUT": "more.tif"},
    "cleanprediction": {"OUTPUT": "clean.tif"},
    "predictionpolygons": {"OUTPUT": "classes.gpkg"},
    "centrelines": {"OUTPUT": "lines.gpkg"},
    "comparisonreport": {"PAGE": "comparison.html"},
    "accuracy": {"PAGE": "report.html", "TABLE": "report.csv", "JSON": "report.json"},
    "boundaryaccuracy": {"PAGE": "boundaries.html", "JSON": "boundaries.json"},
    "bandimportance": {"PAGE": "bands.html", "TABLE": "bands.csv", "JSON": "bands.json"},
    "saliency": {"OUTPUT": "saliency.tif"},
    "applicability": {"OUTPUT": "trusted.tif"},
    "drawsample": {"OUTPUT": "sample.gpkg"},
    "sampleaccuracy": {"PAGE": "sample.html", "TABLE": "sample.csv", "JSON": "sample.json"},
    "nexttiles": {"OUTPUT": "reviews.gpkg"},
    "changes": {"OUTPUT": "changes.tif", "PAGE": "changes.html"},
    "exporttiles": {"FOLDER": "tiles"},
    "importtiles": {"FOLDER": "labels"},
    "modelinformation": {"PAGE": "card.html"},
    "exportonnx": {"OUTPUT": "m.onnx"},
    "importmodel": {"MODEL_FILE": "copy.safetensors"},
    "imagerytomap": SHIPPED_OUTPUTS,
}
"""What every algorithm writes, by parameter."""


@pytest.fixture
def values(request: pytest.FixtureRequest, scene: Scene) -> Callable[[str], dict[str, Any]]:
    """Give a function that gives an algorithm's inputs."""
    return lambda name: inputs_of(name, scene, request.getfixturevalue)


def places(name: str, folder: Path) -> dict[str, str]:
    return {parameter: str(folder / file) for parameter, file in OUTPUTS[name].items()}


def written(name: str, folder: Path) -> list[Path]:
    """Give the files and folders that a run of an algorithm writes under their final names."""
    return [folder / file for file in OUTPUTS[name].values()] or [folder / "resumed.safetensors"]


def test_the_table_lists_every_output(provider: OutcropProvider) -> None:
    for name, outputs in OUTPUTS.items():
        wanted = {one.name() for one in provider.algorithm(name).destinationParameterDefinitions()}
        assert set(outputs) == wanted, name
    assert list(OUTPUTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_by_processing_run(run: Callable, scene: Any, values: Callable, name: str) -> None:
    done = run(name, {**values(name), **places(name, scene.folder)})
    assert [path for path in written(name, scene.folder) if not path.exists()] == []
    assert done.feedback.errors == []


@pytest.mark.parametrize("name", NAMES)
def test_the_python_command_of_history_says_the_same(
    provider: OutcropProvider, context: Any, scene: Any, values: Callable, name: str
) -> None:
    given = {**values(name), **places(name, scene.folder)}
    command = provider.algorithm(name).asPythonCommand(given, context)
    called: list[Any] = []
    exec(command, {"processing": SimpleNamespace(run=lambda *words: called.append(words))})  # noqa: S102
    assert called == [(f"outcrop:{name}", given)]


@pytest.mark.parametrize("name", NAMES)
def test_as_rows_of_the_batch_dialog(open_batch: Callable, scene: Any, values: Callable, name: str) -> None:
    batch = open_batch(name)
    batch.put(0, {**values(name), **places(name, scene.folder)})
    results, errors = batch.run()
    assert errors == []
    assert len(results) == 1
    assert [path for path in written(name, scene.folder) if not path.exists()] == []


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_filled_down_and_outputs_named(open_batch: Callable, scene: Any, values: Callable, name: str) -> None:
    batch, given = open_batch(name), values(name)
    batch.put(0, given)
    batch.panel.addRow(1)
    for parameter in given:
        batch.fill(parameter).fillDown()
        first, second = batch.column(parameter)
        assert first, parameter
        assert first == second, parameter
    for parameter, file in places(name, scene.folder).items():
        stem = str(Path(file).with_suffix(""))
        batch.name_outputs(parameter, stem)
        first, second = batch.column(parameter)
        if isinstance(batch.panel.alg.parameterDefinition(parameter), QgsProcessingParameterFolderDestination):
            assert first == file  # QGIS numbers no folders
        else:
            assert (first.partition(".")[0], second.partition(".")[0]) == (f"{stem}1", f"{stem}2")


@pytest.mark.parametrize("name", NAMES)
def test_as_a_step_of_a_model(provider: OutcropProvider, context: Any, scene: Any, values: Callable, name: str) -> None:
    import processing

    step = QgsProcessingModelChildAlgorithm(f"outcrop:{name}")
    step.setChildId("step")
    for parameter, value in values(name).items():
        several = value if isinstance(value, list) and parameter == "MODEL_FILES" else [value]
        step.addParameterSources(
            parameter, [QgsProcessingModelChildParameterSource.fromStaticValue(one) for one in several]
        )
    outputs = {}
    for number, parameter in enumerate(OUTPUTS[name]):
        outputs[f"OUT{number}"] = QgsProcessingModelOutput(f"OUT{number}", f"Output {number}")
        outputs[f"OUT{number}"].setChildOutputName(parameter)
        outputs[f"OUT{number}"].setChildId("step")
    step.setModelOutputs(outputs)
    model = QgsProcessingModelAlgorithm("of one step", "tests")
    model.addChildAlgorithm(step)
    files = {f"step:OUT{number}": str(scene.folder / file) for number, file in enumerate(OUTPUTS[name].values())}
    processing.run(model, files, context=context)
    assert [path for path in written(name, scene.folder) if not path.exists()] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "modelinformation"])
def test_cancelled_before_it_begins_it_leaves_nothing(
    run: Callable, scene: Any, values: Callable, name: str, cancelling: Any
) -> None:
    given = {**values(name), **places(name, scene.folder)}
    before = sorted(scene.folder.iterdir())
    cancelling.cancel()
    if name == "imagerytomap":  # a graphical model that is cancelled ends without an error
        assert not any(run(name, given, cancelling).outputs.values())
    else:
        with pytest.raises(QgsProcessingException, match="stopped"):
            run(name, given, cancelling)
    assert sorted(scene.folder.iterdir()) == before
