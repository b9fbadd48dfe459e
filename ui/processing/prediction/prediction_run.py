"""What all algorithms share that predict: their parameters, the job these make, and the outputs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
)

from ....core.errors import BadInputError
from ....core.model.card_file import read_card
from ....core.parameters import describe
from ....core.prediction.jobs import PredictJob
from ...compat import OF_FILES
from ...settings import THREADS
from ...texts import tr
from ..base.declarations import added_later, described, model_input, offer_widget, polygon_source, with_help, without
from ..base.inputs import Inputs
from ..base.loading import load_beside, style_output
from ..base.scene import add_extent, add_imagery, read_images
from ..base.worker_run import run_job
from ..training.train import add_device, read_device

MODEL_FILE, MODEL_FILES, MASK, OUTPUT = "MODEL_FILE", "MODEL_FILES", "MASK", "OUTPUT"
_ADDED_LATER = ("fit_scaling", "own_threshold", "threshold")
_WIDGET = f"{__package__}.model_files_widget.ModelFilesWrapper"


@dataclass(frozen=True)
class PredictionTask:
    """A prediction's job and what its layer is called."""

    job: PredictJob
    name: str


def add_prediction(algorithm: QgsProcessingAlgorithm, *left_out: str, several: bool = False) -> None:
    """Declare imagery, models, area and settings; those left out are described fields of the job."""
    add_imagery(algorithm)
    if several:
        models = QgsProcessingParameterMultipleLayers(MODEL_FILES, tr("Model files"), OF_FILES)
        models.setMinimumNumberInputs(1)
        offer_widget(models, _WIDGET)
        algorithm.addParameter(with_help(models, tr("Models of the same classes; their probabilities are averaged.")))
    else:
        algorithm.addParameter(
            with_help(model_input(MODEL_FILE, tr("Model file")), tr("The model that “Train a model” has written."))
        )
    add_extent(algorithm, tr("Only here is predicted; empty predicts the whole imagery. The map canvas is one choice."))
    algorithm.addParameter(
        with_help(
            polygon_source(MASK, tr("Only inside these polygons"), optional=True),
            tr("Outside them the prediction has no data; empty predicts everywhere."),
        )
    )
    for entry in without(describe(PredictJob), *left_out):
        parameter = described(entry)
        algorithm.addParameter(added_later(parameter) if entry.name in _ADDED_LATER else parameter)
    add_device(algorithm)


def add_prediction_outputs(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare the class raster and what is made beside it."""
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterRasterDestination(OUTPUT, tr("Predicted classes")),
            tr("A raster of classes with their names and colours; 0 is no data."),
        )
    )
    algorithm.addOutput(QgsProcessingOutputRasterLayer("PROBABILITIES_RASTER", tr("Probabilities, where wanted")))
    algorithm.addOutput(QgsProcessingOutputRasterLayer("UNCERTAINTY_RASTER", tr("Uncertainty, where wanted")))
    lacking = tr("What pixels lacked, where the model maps them all the same")
    algorithm.addOutput(QgsProcessingOutputRasterLayer("LACKING_RASTER", lacking))
    algorithm.addOutput(QgsProcessingOutputNumber("PIXELS", tr("Pixels predicted")))


def check_models(files: list[str]) -> None:
    """Refuse files that are no models.

    Raises:
        BadInputError: Saying which one, and what to do.
    """
    if not files:
        raise BadInputError(tr("Choose a model file."))
    for file in files:
        read_card(file)


def read_prediction(inputs: Inputs, models: list[str], out: str, *left_out: str, **fixed: Any) -> PredictionTask:
    """Give the job that the parameters describe."""
    check_models(models)
    layer, files, bands = read_images(inputs)
    mask = inputs.polygons(MASK)
    settings = inputs.settings(without(describe(PredictJob), *left_out))
    job = PredictJob(
        tuple(models), files, out, bands, inputs.extent("EXTENT", layer), mask.path, mask.layer,
        device=read_device(inputs), threads=THREADS.value(), **{**settings, **fixed},
    )  # fmt: skip
    title = read_card(models[0]).name if len(models) == 1 else tr("{n} models", n=len(models))
    return PredictionTask(job, f"{layer.name()} · {title}")


def predict(task: PredictionTask, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Predict, and have what was made loaded with its style."""
    result = run_job(task.job, inputs.folder, feedback)
    outputs = result.get("outputs") or {}
    main = str(result["out"])
    style_output(inputs, OUTPUT, main, task.name, style=str(result["style"]))
    loaded: dict[str, Any] = {OUTPUT: main, "PIXELS": result.get("pixels")}
    for kind, title in (
        ("probabilities", tr("probabilities")),
        ("uncertainty", tr("uncertainty")),
        ("lacking", tr("what was lacking")),
    ):
        file = outputs.get(kind)
        if file:
            loaded[f"{kind.upper()}_RASTER"] = file
            load_beside(inputs, main, file, f"{task.name} · {title}", str(Path(file).with_suffix(".qml")))
    return loaded
