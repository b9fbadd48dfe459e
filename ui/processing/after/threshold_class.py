"""Threshold one class: a prediction made anew with more or less of it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.parameters import describe
from ....core.prediction.jobs import ThresholdJob
from ...layers.imagery import source_path
from ...texts import tr
from ..base.algorithm import AFTER, OutcropAlgorithm
from ..base.declarations import described, model_input, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job
from .after_prediction import add_prediction_raster, read_prediction_raster


class ThresholdClass(OutcropAlgorithm):
    """Threshold one class."""

    KEY = "thresholdclass"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Threshold one class")
    GROUP = AFTER
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Makes a prediction anew with more or less of one class, from the probabilities that were kept with it: a "
        "pixel is that class where its probability is at least the threshold, else the likeliest of the rest.\n"
        "The model file can remember the threshold; it predicts so from then on. A raster of any size is worked "
        "through in the same memory.",
    )
    PAPER = "Provost & Fawcett 2001, Machine Learning 42, 203–231, doi 10.1023/A:1007601015854 (operating points)"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "threshold probability cut-off precision recall operating point more fewer")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the prediction with its probabilities, class and threshold, and the raster."""
        del configuration
        add_prediction_raster(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterLayer("PROBABILITIES", tr("Probabilities"), optional=True),
                tr("The raster of probabilities of the same prediction; empty takes the one beside it."),
            )
        )
        self.addParameter(
            with_help(
                QgsProcessingParameterString("CLASS", tr("Class")),
                tr("Name of the class that there shall be more or less of."),
            )
        )
        for entry in describe(ThresholdJob):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(
                model_input("REMEMBER_IN", tr("Remember in the model"), optional=True),
                tr("The model file that shall predict with this threshold from then on; empty changes none."),
            )
        )
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination("OUTPUT", tr("Thresholded prediction")),
                tr("The same classes on the same pixels."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("SHARE", tr("Share of the class in the map, in percent")))

    def _read(self, inputs: Inputs) -> tuple[ThresholdJob, str]:
        layer, file = read_prediction_raster(inputs)
        probabilities = source_path(inputs.raster("PROBABILITIES")) if inputs.is_given("PROBABILITIES") else ""
        job = ThresholdJob(
            file, inputs.raster_output("OUTPUT"), inputs.text("CLASS"), probabilities=probabilities,
            remember_in=inputs.file("REMEMBER_IN") if inputs.is_given("REMEMBER_IN") else "",
            **inputs.settings(describe(ThresholdJob)),
        )  # fmt: skip
        return job, tr("{prediction} · {class_name}", prediction=layer.name(), class_name=job.class_name)

    def _work(self, task: tuple[ThresholdJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        style_output(inputs, "OUTPUT", job.out, name, style=str(result["style"]))
        return {"OUTPUT": job.out, "SHARE": 100 * result["shares"][job.class_name]}
