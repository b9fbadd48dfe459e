"""Clean up a prediction: small patches, speckle and frayed edges taken away."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterRasterDestination
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.parameters import describe, from_dict
from ....core.vectorise.jobs import CleanJob
from ....core.vectorise.parameters import CleanParameters
from ...texts import tr
from ..base.algorithm import AFTER, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job
from .after_prediction import add_prediction_raster, read_prediction_raster


class CleanPrediction(OutcropAlgorithm):
    """Clean a prediction."""

    KEY = "cleanprediction"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Clean up a prediction")
    GROUP = AFTER
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Takes speckle, thin spurs and small patches out of a predicted class raster. In this order: opening and "
        "closing of single classes, the majority around every pixel, and patches below an area, which go to their "
        "largest neighbour.\n"
        "Legend, colours and style are kept. A raster of any size is worked through in the same memory.",
    )
    PAPER = "Serra 1982, Image Analysis and Mathematical Morphology, Academic Press (opening and closing)"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "sieve majority morphology opening closing generalise filter")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the prediction, what is cleaned, and the raster."""
        del configuration
        add_prediction_raster(self)
        for entry in describe(CleanParameters):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination("OUTPUT", tr("Cleaned prediction")),
                tr("The same classes on the same pixels."),
            )
        )

    def _read(self, inputs: Inputs) -> tuple[CleanJob, str]:
        layer, file = read_prediction_raster(inputs)
        chosen = from_dict(CleanParameters, inputs.settings(describe(CleanParameters)))
        name = tr("{prediction} · cleaned", prediction=layer.name())
        return CleanJob(file, inputs.raster_output("OUTPUT"), chosen), name

    def _work(self, task: tuple[CleanJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        style_output(inputs, "OUTPUT", job.out, name, style=str(result["style"]))
        return {"OUTPUT": job.out}
