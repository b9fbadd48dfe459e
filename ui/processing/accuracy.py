"""Accuracy of a prediction: matrix and measures against labels it never saw."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.assessment.accuracy_page import accuracy_page, accuracy_rows
from ...core.jobs.specs import EvaluateJob
from ...core.whole_file import write_text
from ..layers.imagery import worker_path
from ..page_wording import page_wording
from ..texts import number_text, tr
from .after_prediction import add_prediction_raster, read_prediction_raster
from .algorithm import ASSESSMENT, OutcropAlgorithm
from .declarations import file_output, with_help
from .inputs import Inputs
from .scene import CLASS_FIELD, EXTENT, LABEL_RASTER, LABELLED_AREA, POLYGONS, add_labels, check_labels_given
from .worker_run import run_job, stop_if_cancelled

_NUMBERS = {"MIOU": "miou", "F1": "f1", "ACCURACY": "accuracy", "KAPPA": "kappa"}


class Accuracy(OutcropAlgorithm):
    """Assess a prediction."""

    KEY = "accuracy"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Accuracy of a prediction")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Compares a prediction with labels pixel by pixel and gives the confusion matrix and precision, recall, F1 and "
        "IoU of every class, with their means, pixel accuracy and kappa. Use labels that training never saw.\n"
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
        for name, label, suffix, text in (
            ("PAGE", tr("Report"), ".html", tr("A page with measures and matrix, to read.")),
            ("TABLE", tr("Measures by class"), ".csv", tr("One row for each class and each mean.")),
            ("JSON", tr("Report for programs"), ".json", tr("Everything, as the command line gives it.")),
        ):
            output = file_output(name, label, label, suffix, optional=True, by_default=name == "PAGE")
            self.addParameter(with_help(output, text))
        for name, label in zip(_NUMBERS, (tr("Mean IoU"), tr("F1 without background"), tr("Pixel accuracy"), "Kappa")):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> EvaluateJob:
        check_labels_given(inputs)
        layer, file = read_prediction_raster(inputs)
        area, extent = inputs.polygons(LABELLED_AREA), inputs.extent(EXTENT, layer)
        if inputs.is_given(LABEL_RASTER):
            labels = worker_path(inputs.raster(LABEL_RASTER), inputs.folder)
            return EvaluateJob(file, labels, labelled_area=area.path, labelled_area_layer=area.layer, extent=extent)
        polygons = inputs.polygons(POLYGONS, inputs.text(CLASS_FIELD))
        return EvaluateJob(file, polygons.path, polygons.field, polygons.layer, area.path, area.layer, extent)

    def _work(self, task: EvaluateJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        report = {name: value for name, value in result.items() if name != "event"}
        measures = report["measures"]
        made: dict[str, Any] = {name: measures.get(key) for name, key in _NUMBERS.items()}
        feedback.pushInfo(
            tr("Mean IoU {miou}, kappa {kappa}", miou=_number(made["MIOU"]), kappa=_number(made["KAPPA"]))
        )
        rows = io.StringIO()
        csv.writer(rows, lineterminator="\n").writerows(accuracy_rows(report))
        texts = {
            "PAGE": (".html", accuracy_page(report, tr("Accuracy of a prediction"), page_wording())),
            "TABLE": (".csv", rows.getvalue()),
            "JSON": (".json", json.dumps(report, indent=2, ensure_ascii=False)),
        }
        for name, (suffix, text) in texts.items():
            target = inputs.output(name, suffix)
            if target:
                write_text(target, text)
                made[name] = target
        return made


def _number(value: Any) -> str:
    return number_text(float(value), 3) if isinstance(value, (int, float)) else "–"
