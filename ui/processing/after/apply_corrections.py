"""Apply corrections: a copy of a prediction with what was corrected by hand in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.correction.jobs import ApplyCorrectionsJob
from ....core.parameters import describe
from ...layers.imagery import source_path
from ...texts import tr
from ..base.algorithm import AFTER, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job
from .after_prediction import PREDICTION_RASTER
from .session_file import add_session, read_session_file


class ApplyCorrections(OutcropAlgorithm):
    """Apply corrections to a prediction."""

    KEY = "applycorrections"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Apply corrections")
    GROUP = AFTER
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Writes a copy of a prediction with the corrections of a session in it, as a cloud-optimised GeoTIFF with "
        "style, attribute table and a note of what was applied. They are applied in the order they were made: where "
        "two lie on the same pixel, the later one counts; what was undone doesn't.\n"
        "The prediction itself stays as it is.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "correct edit burn session overlay")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the session, the prediction, and the raster."""
        del configuration
        add_session(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterLayer(PREDICTION_RASTER, tr("Prediction"), optional=True),
                tr("What is corrected; empty takes the prediction that the session was made on."),
            )
        )
        for entry in describe(ApplyCorrectionsJob):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination("OUTPUT", tr("Corrected prediction")),
                tr("The same pixels with the corrections."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("CORRECTIONS", tr("Number of corrections")))
        self.addOutput(QgsProcessingOutputNumber("PIXELS", tr("Number of pixels changed")))

    def _read(self, inputs: Inputs) -> tuple[ApplyCorrectionsJob, str]:
        session = read_session_file(inputs)
        prediction = source_path(inputs.raster(PREDICTION_RASTER)) if inputs.is_given(PREDICTION_RASTER) else ""
        settings = inputs.settings(describe(ApplyCorrectionsJob))
        job = ApplyCorrectionsJob(prediction, session, inputs.raster_output("OUTPUT"), **settings)
        return job, tr("{session} · applied", session=Path(session).stem)

    def _work(self, task: tuple[ApplyCorrectionsJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> Any:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        style_output(inputs, "OUTPUT", job.out, name, style=str(result["style"]))
        return {"OUTPUT": job.out, "CORRECTIONS": result["corrections"], "PIXELS": result["pixels"]}
