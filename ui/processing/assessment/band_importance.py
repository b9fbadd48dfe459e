"""How much a model's maps depend on each band of the imagery."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputString
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.explanation.jobs import BandImportanceJob, ImportanceSettings
from ....core.parameters import describe, from_dict
from ....core.report.pages.band_importance_page import importance_page, importance_rows, importance_text
from ...page_wording import page_wording
from ...settings import THREADS
from ...texts import tr
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described, model_input, with_help
from ..base.inputs import Inputs
from ..base.scene import add_imagery, add_labels, check_labels_given, read_scene
from ..base.worker_run import run_job, stop_if_cancelled
from .reports import add_reports, write_reports


class BandImportance(OutcropAlgorithm):
    """Tell which bands matter."""

    KEY = "bandimportance"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Importance of the bands")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Tells how much a model of any kind depends on each band: by how much its maps get worse when the band is "
        "shuffled between blocks of the imagery, and what if it were missing, with intervals over blocks. Use labels "
        "that training never saw.",
    )
    PAPER = "Breiman 2001, Machine Learning 45, 5–32, doi 10.1023/A:1010933404324"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "permutation feature importance explain band channel sensitivity")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the model, imagery and labels, how it is done, and the reports."""
        del configuration
        model = model_input("MODEL_FILE", tr("Model"))
        self.addParameter(with_help(model, tr("The model file that is looked into.")))
        add_imagery(self)
        add_labels(self)
        for entry in describe(ImportanceSettings):
            self.addParameter(described(entry))
        add_reports(
            self, tr("A page with the bands, the most important first."), (tr("Bands"), tr("One row for each band."))
        )
        self.addOutput(QgsProcessingOutputString("BAND", tr("The most important band")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> BandImportanceJob:
        settings = from_dict(ImportanceSettings, inputs.settings(describe(ImportanceSettings)))
        return BandImportanceJob(inputs.file("MODEL_FILE"), read_scene(inputs), settings, threads=THREADS.value())

    def _work(self, task: BandImportanceJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        report = {name: value for name, value in result.items() if name != "event"}
        for line in importance_text(report).splitlines():
            feedback.pushInfo(line)
        outputs: dict[str, Any] = {"BAND": report["bands"][0]["band"]}
        page = importance_page(report, tr(self.TITLE), page_wording())
        return {**outputs, **write_reports(inputs, report, page, importance_rows(report))}
