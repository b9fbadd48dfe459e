"""Predict with several models: their probabilities averaged."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..base.algorithm import PREDICTION, OutcropAlgorithm
from ..base.inputs import Inputs
from .prediction_run import (
    MODEL_FILES,
    OUTPUT,
    PredictionTask,
    add_prediction,
    add_prediction_outputs,
    check_models,
    predict,
    read_prediction,
)


class PredictEnsemble(OutcropAlgorithm):
    """Predict with several models."""

    KEY = "predictensemble"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Predict with several models")
    GROUP = PREDICTION
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Maps imagery with several models of the same classes at once: every pixel gets the class whose probability is "
        "highest on average. Models of different kinds make different mistakes, so together they are often better.",
    )
    PAPER = QT_TRANSLATE_NOOP("Outcrop", "Hansen & Salamon 1990, IEEE TPAMI 12(10), 993–1001, doi 10.1109/34.58871")
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "ensemble average vote inference")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, models, area, settings and outputs."""
        del configuration
        add_prediction(self, several=True)
        add_prediction_outputs(self)

    def _check(self, inputs: Inputs) -> None:
        check_models(inputs.files(MODEL_FILES))

    def _read(self, inputs: Inputs) -> PredictionTask:
        return read_prediction(inputs, inputs.files(MODEL_FILES), inputs.raster_output(OUTPUT))

    def _work(self, task: PredictionTask, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return predict(task, inputs, feedback)
