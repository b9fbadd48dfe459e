"""Centre lines of linear features: dikes and the like as lines."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.parameters import describe, from_dict
from ....core.vectorise.jobs import CentreLinesJob
from ....core.vectorise.parameters import CentreLineParameters
from ...compat import OF_LINES, WkbType
from ...texts import tr
from ..base.algorithm import AFTER, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.features import give_features
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job
from .after_prediction import add_prediction_raster, read_prediction_raster


class CentreLines(OutcropAlgorithm):
    """Draw centre lines."""

    KEY = "centrelines"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Centre lines of linear features")
    GROUP = AFTER
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Draws the middle lines of one class of a prediction, such as dikes, faults or roads, with their length and "
        "mean width in metres and their strike in degrees clockwise from the grid's north.",
    )
    PAPER = "Zhang & Suen 1984, Communications of the ACM 27(3), 236–239, doi 10.1145/357994.358023"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "skeleton dike lineament strike width medial axis")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the prediction, the class, how lines are drawn, and the layer."""
        del configuration
        add_prediction_raster(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterString("CLASS", tr("Class")),
                tr("Name of the class whose features are linear."),
            )
        )
        for entry in describe(CentreLineParameters):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(
                QgsProcessingParameterFeatureSink("OUTPUT", tr("Centre lines"), OF_LINES),
                tr("Lines with length and width in m and strike in degrees."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("LINES", tr("Number of lines")))

    def _read(self, inputs: Inputs) -> tuple[CentreLinesJob, str]:
        layer, file = read_prediction_raster(inputs)
        chosen = from_dict(CentreLineParameters, inputs.settings(describe(CentreLineParameters)))
        job = CentreLinesJob(file, str(inputs.folder / "lines.gpkg"), inputs.text("CLASS"), chosen)
        return job, tr("{prediction} · centre lines", prediction=layer.name())

    def _work(
        self, task: tuple[CentreLinesJob, str], inputs: Inputs, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        destination = give_features(inputs, "OUTPUT", result, WkbType.LineString, feedback)
        style_output(inputs, "OUTPUT", destination, name)
        return {"OUTPUT": destination, "LINES": result["lines"]}
