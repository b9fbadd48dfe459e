"""Check training polygons: a layer of their problems and a page about the classes."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.files.whole_file import write_text
from ....core.labels.jobs import CheckLabelsJob
from ....core.report.pages.table_page import page, table
from ...compat import OF_POLYGONS, WkbType
from ...texts import area_text, number_text, tr
from ..base.algorithm import LABELS, OutcropAlgorithm
from ..base.declarations import file_output, with_help
from ..base.features import give_features
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.scene import add_imagery, add_labels, check_labels_given, read_scene
from ..base.worker_run import run_job

_COLOURS = {
    QT_TRANSLATE_NOOP("Outcrop", "no class"): "#7f7f7f",
    QT_TRANSLATE_NOOP("Outcrop", "no polygon"): "#bbbbbb",
    QT_TRANSLATE_NOOP("Outcrop", "crossing edges"): "#e08214",
    QT_TRANSLATE_NOOP("Outcrop", "outside the imagery"): "#5e3c99",
    QT_TRANSLATE_NOOP("Outcrop", "sliver"): "#f4d35e",
    QT_TRANSLATE_NOOP("Outcrop", "overlap"): "#d1495b",
    QT_TRANSLATE_NOOP("Outcrop", "drawn twice"): "#3366cc",
    QT_TRANSLATE_NOOP("Outcrop", "suspect"): "#c51b8a",
    QT_TRANSLATE_NOOP("Outcrop", "spelling"): "#35978f",
}


class CheckLabels(OutcropAlgorithm):
    """Check labels."""

    KEY = "checklabels"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Check training polygons")
    GROUP = LABELS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Looks for what goes wrong in training: polygons of different classes that overlap, polygons narrower than a "
        "pixel, without a class, with crossing edges, drawn twice, outside the imagery, or of a class that is written "
        "in two ways. Each becomes a feature of the problem layer, with a sentence that says what to do.\n"
        "The page compares the classes: polygons, pixels, areas and shares, and which have too few.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "overlap sliver topology quality balance")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, polygons, the problem layer and the page."""
        del configuration
        add_imagery(self, bands=False)
        add_labels(self, raster=False)
        self.addParameter(
            with_help(
                QgsProcessingParameterBoolean("SUSPECTS", tr("Ask the imagery too"), defaultValue=False, optional=True),
                tr("Have two kinds of model learn from the other polygons, and list those polygons whose class both "
                   "disagree with. Takes some seconds to minutes."),
            )
        )  # fmt: skip
        self.addParameter(
            with_help(
                QgsProcessingParameterFeatureSink("OUTPUT", tr("Problems"), OF_POLYGONS),
                tr("One feature for each problem: its kind, the class, what to do."),
            )
        )
        self.addParameter(
            with_help(
                file_output("PAGE", tr("Report"), tr("Pages"), ".html", optional=True),
                tr("A page with the problems by kind and the classes compared."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("PROBLEMS", tr("Number of problems")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> CheckLabelsJob:
        target = str(inputs.folder / "problems.gpkg")
        return CheckLabelsJob(read_scene(inputs), target, suspects=inputs.flag("SUSPECTS"))

    def _work(self, task: CheckLabelsJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        for kind, count in result["problems"].items():
            feedback.pushWarning(tr("{kind}: {n}", kind=tr(kind), n=number_text(count)))
        for note in result["notes"]:
            feedback.pushWarning(note)
        destination = give_features(inputs, "OUTPUT", result, WkbType.MultiPolygon, feedback)
        kinds = [{"name": kind, "colour": _COLOURS[kind]} for kind in result["problems"]]
        style_output(inputs, "OUTPUT", destination, tr("problems"), classes=kinds, field="kind")
        outputs: dict[str, Any] = {"OUTPUT": destination, "PROBLEMS": sum(result["problems"].values())}
        target = inputs.output("PAGE", ".html")
        if target:
            write_text(target, _page(result))
            outputs["PAGE"] = target
        return outputs


def _page(result: dict[str, Any]) -> str:
    problems = table((tr("Problem"), tr("Polygons")), [[tr(kind), n] for kind, n in result["problems"].items()])
    classes = [
        [
            entry["name"],
            entry["polygons"],
            entry["pixels"],
            area_text(entry["area_m2"]),
            f"{number_text(100 * entry['share'], 1)} %",
        ]
        for entry in result["classes"]
    ]
    columns = (tr("Class"), tr("Polygons"), tr("Pixels"), tr("Area"), tr("Share"))
    notes = table((tr("To mend"),), [[note] for note in result["notes"]]) if result["notes"] else ""
    return page(tr("Training polygons"), "\n".join([problems, table(columns, classes), notes]))
