"""Labels from corrections: what was corrected by hand, as polygons to train on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.correction.jobs import CorrectionsToLabelsJob
from ...compat import OF_POLYGONS, WkbType
from ...texts import tr
from ..base.algorithm import AFTER, OutcropAlgorithm
from ..base.declarations import with_help
from ..base.features import give_features
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job
from .session_file import add_session, read_session_file


class CorrectionsToLabels(OutcropAlgorithm):
    """Make labels of corrections."""

    KEY = "correctionstolabels"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Labels from corrections")
    GROUP = AFTER
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Writes the corrections of a session as polygons with their class, to train on: each with the tool, the time, "
        "the user, the model and the prediction that it comes from.\n"
        "No two of them overlap: where two corrections lie on the same pixel, the later one counts. What was undone, "
        "given back to the prediction or made nodata is left out.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "correct training polygons session active learning")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the session and the layer."""
        del configuration
        add_session(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterFeatureSink("OUTPUT", tr("Labels"), OF_POLYGONS),
                tr("Polygons along pixel borders; the field “class” holds their class."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("POLYGONS", tr("Number of polygons")))

    def _read(self, inputs: Inputs) -> tuple[CorrectionsToLabelsJob, str]:
        session = read_session_file(inputs)
        job = CorrectionsToLabelsJob(session, str(inputs.folder / "labels.gpkg"))
        return job, tr("{session} · labels", session=Path(session).stem)

    def _work(self, task: tuple[CorrectionsToLabelsJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> Any:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        destination = give_features(inputs, "OUTPUT", result, WkbType.MultiPolygon, feedback)
        style_output(inputs, "OUTPUT", destination, name, classes=result["classes"], field="class")
        return {"OUTPUT": destination, "POLYGONS": result["polygons"]}
