"""Accuracy and areas from an answered sample, with confidence intervals."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.assessment.sampling.jobs import AssessSampleJob
from ....core.errors import BadInputError
from ....core.parameters import describe, from_dict
from ....core.report.pages.sample_page import sample_page, sample_table, two_maps_lines
from ...compat import OF_POINTS
from ...layers.whole_layer import whole_layer
from ...page_wording import page_wording
from ...texts import number_text, tr
from ..after.after_prediction import add_prediction_raster, read_prediction_raster
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.inputs import Inputs
from ..base.worker_run import run_job, stop_if_cancelled
from .draw_sample import add_second_map, read_second_map
from .reports import add_reports, write_reports

SAMPLE = "SAMPLE"


class SampleAccuracy(OutcropAlgorithm):
    """Tell accuracy and areas from a sample."""

    KEY = "sampleaccuracy"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Accuracy and areas from a sample")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Tells how right a map is and what area each class really has, with confidence intervals, from a sample of its "
        "pixels that an analyst has answered. The sample may have been drawn for another map of the same place.\n"
        "With a second map and a sample drawn where the two differ, it tells which is better and whether that could be "
        "chance.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "accuracy area estimation confidence interval olofsson stratified sample")

    def papers(self) -> list[str]:
        """Give the papers of the estimators."""
        return [
            "Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015",
            "Stehman 2014, International Journal of Remote Sensing 35, 4923–4939, doi 10.1080/01431161.2014.930207",
            "Tyukavina et al. 2025, Remote Sensing of Environment 324, 114714, doi 10.1016/j.rse.2025.114714",
        ]

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the map, the sample and the reports."""
        del configuration
        add_prediction_raster(self)
        sample = QgsProcessingParameterVectorLayer(SAMPLE, tr("Answered sample"), [OF_POINTS])
        self.addParameter(
            with_help(sample, tr("Points that “Draw an accuracy sample” has drawn, with answers; “?” can't be told."))
        )
        add_second_map(self, tr("The map with which a sample drawn where two maps differ compares the prediction."))
        for entry in describe(AssessSampleJob):
            self.addParameter(described(entry))
        add_reports(
            self,
            tr("A page with accuracies, areas and matrices, to read."),
            (tr("Accuracy and areas by class"), tr("One row for each class.")),
        )
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Overall accuracy")))

    def _read(self, inputs: Inputs) -> AssessSampleJob:
        layer = inputs.vector_layer(SAMPLE)
        if layer is None:
            raise BadInputError(tr("Choose the sample that was answered."))
        source = whole_layer(layer, inputs.folder)
        values = {
            "prediction": read_prediction_raster(inputs)[1], "sample": source.path, "layer": source.layer,
            "other": read_second_map(inputs), **inputs.settings(describe(AssessSampleJob)),
        }  # fmt: skip
        return from_dict(AssessSampleJob, values)

    def _work(self, task: AssessSampleJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        report = {name: value for name, value in result.items() if name != "event"}
        wording, one = page_wording(), "estimates" in report
        outputs: dict[str, Any] = {"ACCURACY": report["estimates"]["overall"]["value"] if one else None}
        for line in [_overall(report)] if one else two_maps_lines(report, wording):
            feedback.pushInfo(line)
        page = sample_page(report, tr(self.TITLE), wording)
        return {**outputs, **write_reports(inputs, report, page, sample_table(report))}


def _overall(report: dict[str, Any]) -> str:
    overall = report["estimates"]["overall"]
    return tr(
        "Overall accuracy {value} ({low} to {high})",
        value=number_text(overall["value"], 3),
        low=number_text(overall["low"], 3),
        high=number_text(overall["high"], 3),
    )
