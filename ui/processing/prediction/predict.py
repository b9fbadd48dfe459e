"""Predict with a model: from imagery and a model file to a raster of classes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..base.algorithm import PREDICTION, OutcropAlgorithm
from ..base.inputs import Inputs
from .prediction_run import (
    MODEL_FILE,
    OUTPUT,
    PredictionTask,
    add_prediction,
    add_prediction_outputs,
    check_models,
    predict,
    read_prediction,
)


class Predict(OutcropAlgorithm):
    """Predict with a model."""

    KEY = "predict"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Predict with a model")
    GROUP = PREDICTION
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Maps imagery with a trained model. Bands are found by the names that the model was trained on; classes, "
        "colours and scaling come from the model file.\n"
        "Works in overlapping tiles, so that rasters of any size are mapped in the same memory and no seams show.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "map classify inference segmentation")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, model, area, settings and outputs."""
        del configuration
        add_prediction(self)
        add_prediction_outputs(self)

    def _check(self, inputs: Inputs) -> None:
        check_models([inputs.file(MODEL_FILE)])

    def _read(self, inputs: Inputs) -> PredictionTask:
        return read_prediction(inputs, [inputs.file(MODEL_FILE)], inputs.raster_output(OUTPUT))

    def _work(self, task: PredictionTask, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return predict(task, inputs, feedback)
