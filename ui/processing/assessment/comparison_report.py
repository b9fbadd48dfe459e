"""The report of a comparison, with what other assessments have found."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.report.jobs import ReportJob
from ....core.report.languages import page_language
from ....core.report.result_kinds import RESULT_KINDS
from ...compat import OF_FILES
from ...help.standing import qgis_locale
from ...texts import tr
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import file_output, with_help
from ..base.inputs import Inputs
from ..base.opened_page import PAGE, add_opening
from ..base.worker_run import run_job, stop_if_cancelled

COMPARISON, RESULTS = "COMPARISON", "RESULTS"


class ComparisonReport(OutcropAlgorithm):
    """Write a comparison's report."""

    KEY = "comparisonreport"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Report of a comparison")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Writes what “Train and compare several models” has found as one page to read, to print or to publish, in the "
        "language of QGIS: maps, measures with intervals, matrices, loss curves, data and split, recipes, versions and "
        "the papers to cite. Figures as SVG and PNG, tables as CSV and numbers as JSON lie in a folder beside it.\n"
        "What other assessments have found of the same models and maps becomes a section each: give their reports for "
        "programs (JSON), and the rasters of where a model may be trusted and of what a network looks at.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "report publish print page html figures compare comparison")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the comparison, what is added, and the page."""
        del configuration
        folder = QgsProcessingParameterFile(
            COMPARISON, tr("Folder of the comparison"), behavior=QgsProcessingParameterFile.Behavior.Folder
        )
        self.addParameter(with_help(folder, tr("The folder that “Train and compare several models” has filled.")))
        several = QgsProcessingParameterMultipleLayers(RESULTS, tr("Further results"), OF_FILES, optional=True)
        kinds = ", ".join(tr(kind.title) for kind in RESULT_KINDS)
        self.addParameter(with_help(several, tr("Files of other assessments, each a section: {kinds}.", kinds=kinds)))
        page = file_output(PAGE, tr("Report"), tr("Pages"), ".html")
        self.addParameter(with_help(page, tr("A folder with figures, tables and numbers is written beside it.")))
        add_opening(self)
        self.addOutput(QgsProcessingOutputFolder("FILES", tr("Folder with figures, tables and numbers")))

    def _read(self, inputs: Inputs) -> ReportJob:
        results = tuple(inputs.files(RESULTS)) if inputs.is_given(RESULTS) else ()
        language = page_language(qgis_locale().name())
        return ReportJob(inputs.file(COMPARISON), inputs.output(PAGE, ".html"), results, language)

    def _work(self, task: ReportJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        return {PAGE: result["out"], "FILES": result["folder"]}
