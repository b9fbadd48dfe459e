"""Boundaries, objects and linear features of a map against labels, and its contact margin."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.assessment.boundaries.boundary_settings import BoundarySettings
from ....core.assessment.jobs import AssessBoundariesJob
from ....core.parameters import describe, from_dict
from ....core.report.pages.boundary_page import boundary_page, margin_text
from ...layers.label_rasters import worker_labels
from ...page_wording import page_wording
from ...texts import tr
from ..after.after_prediction import add_prediction_raster, read_prediction_raster
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described
from ..base.inputs import Inputs
from ..base.scene import CLASS_FIELD, EXTENT, LABEL_RASTER, LABELLED_AREA, POLYGONS, add_labels, check_labels_given
from ..base.worker_run import run_job, stop_if_cancelled
from .reports import add_reports, write_reports


class BoundaryAccuracy(OutcropAlgorithm):
    """Assess boundaries."""

    KEY = "boundaryaccuracy"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Accuracy of boundaries and objects")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Tells how far the contacts of a map lie from the true ones: what is met within a tolerance in metres, the 95 "
        "% Hausdorff distance, which objects were found, missed or made up, and for dikes and other lines how much of "
        "their length.\n"
        "The contact margin is the distance within which the true contact lies at the confidence that you choose. It "
        "is calibrated on the labels' blocks, so use labels that training never saw.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "boundary contact margin hausdorff object completeness correctness conformal")

    def papers(self) -> list[str]:
        """Give the papers of the measures."""
        return [
            "Csurka et al. 2013, What is a good evaluation measure for semantic segmentation?, BMVC",
            "Heipke et al. 1997, International Archives of Photogrammetry and Remote Sensing 32(3-2W3), 151–160",
            "Angelopoulos et al. 2024, Conformal risk control, arXiv 2208.02814",
        ]

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the prediction, the labels, what counts as met, and the reports."""
        del configuration
        add_prediction_raster(self)
        add_labels(self)
        for entry in (*describe(BoundarySettings), *describe(AssessBoundariesJob)):
            self.addParameter(described(entry))
        add_reports(self, tr("A page with distances, objects and lengths, to read."))
        self.addOutput(QgsProcessingOutputNumber("BOUNDARY_F1", tr("Boundary F1 of all contacts")))
        self.addOutput(QgsProcessingOutputNumber("MARGIN", tr("Contact margin in metres")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> AssessBoundariesJob:
        check_labels_given(inputs)
        layer, file = read_prediction_raster(inputs)
        area = inputs.polygons(LABELLED_AREA)
        values = {"prediction": file, "labels": "", **inputs.settings(describe(AssessBoundariesJob))}
        job = replace(
            from_dict(AssessBoundariesJob, values), labelled_area=area.path, labelled_area_layer=area.layer,
            extent=inputs.extent(EXTENT, layer),
            settings=from_dict(BoundarySettings, inputs.settings(describe(BoundarySettings))),
        )  # fmt: skip
        if inputs.is_given(LABEL_RASTER):
            return replace(job, labels=worker_labels(inputs.raster(LABEL_RASTER), inputs.folder))
        labels = inputs.polygons(POLYGONS, inputs.text(CLASS_FIELD))
        return replace(job, labels=labels.path, class_field=labels.field, layer=labels.layer)

    def _work(self, task: AssessBoundariesJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        report = {name: value for name, value in result.items() if name != "event"}
        wording = page_wording()
        feedback.pushInfo(margin_text(report, wording))
        outputs: dict[str, Any] = {
            "BOUNDARY_F1": report["contacts"]["f1"],
            "MARGIN": report["margin"]["margin_m"] if report["margin"] else None,
        }
        page = boundary_page(report, tr(self.TITLE), wording)
        return {**outputs, **write_reports(inputs, report, page)}
