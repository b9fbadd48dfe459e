"""What every algorithm is run with on the tiny scene; what an input needs is made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from outcrop.core.geodata.scene import Scene as TrainedScene
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.training.runs.run import SPEC
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from qgis.core import QgsRasterLayer

from .tiny_scene import Scene

Made = Callable[[str], Any]
"""Gives what a fixture makes, by its name."""
Inputs = dict[str, Callable[[], dict[str, Any]]]


def inputs_of(name: str, scene: Scene, made: Made) -> dict[str, Any]:
    """Give the parameters of an algorithm, but for its outputs."""
    everything: Inputs = {}
    for inputs in (_preparation, _training, _prediction, _assessment):
        everything.update(inputs(scene, made))
    return everything[name]()


def middle_of(image: str) -> str:
    """Give the middle of a raster as a point parameter takes it."""
    layer = QgsRasterLayer(image, "image")
    middle = layer.extent().center()
    return f"{middle.x()},{middle.y()} [{layer.crs().authid()}]"


def _preparation(scene: Scene, made: Made) -> Inputs:
    """Give the inputs of what makes layers."""
    return {
        "pointstogrid": lambda: {"INPUT": scene.image, "POINTS": scene.points, "FIELD": "zn"},
        "logratios": lambda: {"INPUT": scene.image},
        "tablelogratios": lambda: {"POINTS": scene.points, "FIELDS": ["zn", "cu", "pb"]},
        "savestack": lambda: {"INPUT": scene.image, "MORE_RASTERS": [scene.coarse], "SOURCES": "2=measurement,cubic"},
        "fusion": lambda: {"INPUT": scene.image, "MORE_RASTERS": [scene.coarse]},
        "pansharpening": lambda: {"INPUT": scene.image, "BANDS": [1], "MORE_RASTERS": [scene.coarse]},
        "magnetics": lambda: {"INPUT": scene.image, "BANDS": [1], "YEAR": 2001.5},
        "radiometrics": lambda: {"INPUT": scene.image, "MORE_RASTERS": [scene.coarse]},
        "terrain": lambda: {"INPUT": scene.image, "BANDS": [1], "RADIUS_PX": 2},
        "spectralindices": lambda: {"INPUT": scene.image, "EXPRESSIONS": "ratio = b2 / b1"},
        "similarity": lambda: {"INPUT": scene.image, "PLACE": middle_of(scene.image)},
        "principalcomponents": lambda: {"INPUT": scene.image},
        "minimumnoisefraction": lambda: {"INPUT": scene.image, "COMPONENTS": 1},
    }  # fmt: skip


def _training(scene: Scene, made: Made) -> Inputs:
    """Give the inputs of what makes labels, tiles and models."""
    gap = {"GAP_PX": 2, "TILE_PX": 32}
    return {
        "rasteriselabels": lambda: scene.data,
        "checklabels": lambda: scene.data,
        "splitlabels": lambda: {**scene.data, **gap},
        "train": lambda: {**scene.data, **made("quick")},
        "finetune": lambda: {**scene.data, "START_FROM": made("network"), "EPOCHS": 1},
        "resume": lambda: {"RUN_FOLDER": interrupted(scene)},
        "trainseveral": lambda: {**scene.data, **gap, "MODELS": ["maximum_likelihood", "svm"]},
        "exporttiles": lambda: {**scene.data, "TILE_PX": 32, "STRIDE_PX": 32},
        "importtiles": lambda: {"INPUT": made("tiles")},
        "modelinformation": lambda: {"MODEL_FILE": made("model")},
        "exportonnx": lambda: {"MODEL_FILE": made("network")},
        "importmodel": lambda: {"FILE": made("model")},
    }  # fmt: skip


def _prediction(scene: Scene, made: Made) -> Inputs:
    """Give the inputs of what makes maps, corrects them and makes something of them."""
    return {
        "predict": lambda: {"INPUT": scene.image, "MODEL_FILE": made("model")},
        "predictensemble": lambda: {"INPUT": scene.image, "MODEL_FILES": [made("model")] * 2},
        "uncertainty": lambda: {"INPUT": scene.image, "MODEL_FILES": [made("model")]},
        "applycorrections": lambda: {"SESSION": made("corrections_file")},
        "correctionstolabels": lambda: {"SESSION": made("corrections_file")},
        "thresholdclass": lambda: {
            "PREDICTION": made("prediction"), "CLASS": "marble", "THRESHOLD": 0.2,
            "REMEMBER_IN": made("model"),
        },
        "cleanprediction": lambda: {"PREDICTION": made("prediction"), "MAJORITY_PX": 1},
        "predictionpolygons": lambda: {"PREDICTION": made("prediction")},
        "centrelines": lambda: {"PREDICTION": made("prediction"), "CLASS": "marble"},
        "saliency": lambda: {"INPUT": scene.image, "MODEL_FILE": made("network")},
        "imagerytomap": lambda: {
            **scene.data, "CHECK_POLYGONS": scene.polygons, "CHECK_FIELD": "kind", "RECIPE": "quick",
            "MODEL": "maximum_likelihood", "MINUTES": 1, "LEAST_AREA_M2": 1000,
        },
    }  # fmt: skip


def _assessment(scene: Scene, made: Made) -> Inputs:
    """Give the inputs of what says how right maps are."""
    labels = {name: value for name, value in scene.data.items() if name != "INPUT"}
    return {
        "comparisonreport": lambda: {"COMPARISON": made("comparison")},
        "accuracy": lambda: {**labels, "PREDICTION": made("prediction")},
        "boundaryaccuracy": lambda: {
            **labels, "PREDICTION": made("prediction"), "LABELLED_AREA": scene.area,
        },
        "bandimportance": lambda: {
            **scene.data, "MODEL_FILE": made("model"), "BLOCK_PX": 16, "REPEATS": 1,
        },
        "applicability": lambda: {
            **scene.data, "MODEL_FILE": made("model"), "BLOCK_PX": 16,
        },
        "drawsample": lambda: {"PREDICTION": made("prediction"), "POINTS": 40},
        "sampleaccuracy": lambda: {
            "PREDICTION": made("prediction"),
            "SAMPLE": made("answered_sample"),
        },
        "nexttiles": lambda: {
            **scene.data, "PREDICTION": made("prediction"), "SIDE": 16, "COUNT": 3, "AUDIT": 2,
        },
        "changes": lambda: {
            "BEFORE": made("prediction"), "AFTER": made("other_prediction"),
        },
    }  # fmt: skip


def interrupted(scene: Scene) -> str:
    """Make the folder of a run that was ended before its first step."""
    folder = scene.folder / "resumed.run"
    folder.mkdir()
    recipe = Recipe(model="maximum_likelihood", gap_px=2, tile_px=32)
    job = TrainJob(
        (TrainedScene((scene.image,), scene.polygons, "kind"),), str(scene.folder / "resumed.safetensors"), recipe
    )
    (folder / SPEC).write_text(job_to_json(job))
    return str(folder)
