"""Accuracy of a prediction: matrix and measures against labels it never saw."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.assessment.jobs import EvaluateJob
from ....core.errors import BadInputError
from ....core.parameters import describe, from_dict
from ....core.report.pages.accuracy_page import QUESTIONS, accuracy_page, accuracy_rows
from ...compat import OF_POINTS
from ...layers.imagery import source_path
from ...layers.label_rasters import worker_labels
from ...page_wording import page_wording
from ...texts import number_text, tr
from ..after.after_prediction import add_prediction_raster, read_prediction_raster
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import added_later, described, polygon_source, with_help
from ..base.inputs import Inputs
from ..base.scene import CLASS_FIELD, EXTENT, LABEL_RASTER, LABELLED_AREA, POLYGONS, add_labels, check_labels_given
from ..base.worker_run import run_job, stop_if_cancelled
from .reports import add_reports, write_reports

POINTS, POINT_FIELD, TRAINED_ON, PROBABILITIES = "POINTS", "POINT_FIELD", "TRAINED_ON", "PROBABILITIES"
_NUMBERS = {"MIOU": "miou", "F1": "f1", "ACCURACY": "accuracy", "KAPPA": "kappa"}


class Accuracy(OutcropAlgorithm):
    """Assess a prediction."""

    KEY = "accuracy"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Accuracy of a prediction")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Compares a prediction with labels pixel by pixel and gives the confusion matrix in pixels and hectares, and "
        "precision, recall, F1 and IoU of every class with their means. Use labels that training never saw: polygons, "
        "points with a class, or a raster.\n"
        "The report says which question its figures answer: how right this map is, which takes a probability sample "
        "of it, or how well the model does in places that training never saw. With the labels that trained, it says "
        "how far off the test and the map are from them.\n"
        "Inside a labelled area what no class covers counts as background; without one only labelled pixels count.",
    )
    PAPER = QT_TRANSLATE_NOOP(
        "Outcrop", "Congalton 1991, Remote Sensing of Environment 37(1), doi 10.1016/0034-4257(91)90048-B"
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "confusion matrix kappa iou f1 precision recall validation")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the prediction, the labels and the reports."""
        del configuration
        add_prediction_raster(self)
        add_labels(self)
        self._add_points()
        for entry in describe(EvaluateJob):
            self.addParameter(added_later(described(entry)))
        self.addParameter(
            with_help(
                polygon_source(TRAINED_ON, tr("Labels that trained"), optional=True),
                tr("The polygons that the model learned from, to tell how far off the test and the map are from them."),
                advanced=True,
            )
        )
        probabilities = QgsProcessingParameterRasterLayer(PROBABILITIES, tr("Probabilities"), optional=True)
        text = tr("The probabilities made beside the prediction, to assess them too.")
        self.addParameter(with_help(probabilities, text, advanced=True))
        add_reports(
            self,
            tr("A page with measures and matrix, to read."),
            (tr("Measures by class"), tr("One row for each class and each mean.")),
        )
        for name, label in zip(_NUMBERS, (tr("Mean IoU"), tr("F1 without background"), tr("Pixel accuracy"), "Kappa")):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_points(self) -> None:
        points = QgsProcessingParameterFeatureSource(POINTS, tr("Reference points"), [OF_POINTS], optional=True)
        self.addParameter(with_help(points, tr("Points whose class is known, in place of polygons."), advanced=True))
        field = QgsProcessingParameterField(POINT_FIELD, tr("Class field of the points"), None, POINTS, optional=True)
        self.addParameter(with_help(field, tr("The field that holds the class: text or a number."), advanced=True))

    def _check(self, inputs: Inputs) -> None:
        if not inputs.is_given(POINTS):
            check_labels_given(inputs)
        elif inputs.is_given(POLYGONS) or inputs.is_given(LABEL_RASTER):
            raise BadInputError(tr("Give either points or other labels, not both."))
        elif not inputs.text(POINT_FIELD):
            raise BadInputError(tr("Choose the field of the points that holds the class."))

    def _read(self, inputs: Inputs) -> EvaluateJob:
        self._check(inputs)
        layer, file = read_prediction_raster(inputs)
        area, trained = inputs.polygons(LABELLED_AREA), inputs.polygons(TRAINED_ON)
        job = from_dict(EvaluateJob, {"prediction": file, "labels": "", **inputs.settings(describe(EvaluateJob))})
        job = replace(
            job, labelled_area=area.path, labelled_area_layer=area.layer, extent=inputs.extent(EXTENT, layer),
            trained_on=trained.path, trained_on_layer=trained.layer,
            probabilities=source_path(inputs.raster(PROBABILITIES)) if inputs.is_given(PROBABILITIES) else "",
        )  # fmt: skip
        if inputs.is_given(LABEL_RASTER):
            return replace(job, labels=worker_labels(inputs.raster(LABEL_RASTER), inputs.folder))
        name, field = (POINTS, POINT_FIELD) if inputs.is_given(POINTS) else (POLYGONS, CLASS_FIELD)
        labels = inputs.polygons(name, inputs.text(field))
        return replace(job, labels=labels.path, class_field=labels.field, layer=labels.layer)

    def _work(self, task: EvaluateJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        report = {name: value for name, value in result.items() if name != "event"}
        measures = report["measures"]
        outputs: dict[str, Any] = {name: measures.get(key) for name, key in _NUMBERS.items()}
        feedback.pushInfo(tr(QUESTIONS[report["question"]["kind"]]))
        feedback.pushInfo(tr("Mean IoU {miou}, F1 {f1}", miou=_number(outputs["MIOU"]), f1=_number(outputs["F1"])))
        page = accuracy_page(report, tr("Accuracy of a prediction"), page_wording())
        return {**outputs, **write_reports(inputs, report, page, accuracy_rows(report))}


def _number(value: Any) -> str:
    return number_text(float(value), 3) if isinstance(value, (int, float)) else "–"
