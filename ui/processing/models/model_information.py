"""Model information: what a model file says of itself, as a page."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputNumber, QgsProcessingOutputString
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.files.whole_file import write_text
from ....core.model.card_file import read_card
from ....core.model.model_card import ModelCard
from ....core.report.pages.model_page import model_page
from ...page_wording import page_wording
from ...texts import tr
from ..base.algorithm import MODELS, OutcropAlgorithm
from ..base.declarations import file_output, model_input, with_help
from ..base.inputs import Inputs


class ModelInformation(OutcropAlgorithm):
    """Tell what a model file holds."""

    KEY = "modelinformation"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Model information")
    GROUP = MODELS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Writes what a model file says of itself as a page: classes, bands, pixel size, measures, recipe, and what it "
        "was trained on. The weights aren't loaded, so this works without a computing environment.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "card metadata provenance")
    NEEDS_WORKER = False

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the model file and the page."""
        del configuration
        self.addParameter(with_help(model_input("MODEL_FILE", tr("Model file")), tr("The file to look at.")))
        self.addParameter(
            with_help(file_output("PAGE", tr("Page"), tr("Pages"), ".html"), tr("The model's card, to read."))
        )
        self.addOutput(QgsProcessingOutputString("NAME", tr("Name")))
        self.addOutput(QgsProcessingOutputString("ARCHITECTURE", tr("Architecture")))
        self.addOutput(QgsProcessingOutputString("BANDS", tr("Bands")))
        self.addOutput(QgsProcessingOutputString("CLASSES", tr("Classes")))
        self.addOutput(QgsProcessingOutputNumber("PIXEL_SIZE", tr("Pixel size in metres")))

    def _check(self, inputs: Inputs) -> None:
        read_card(inputs.file("MODEL_FILE"))

    def _read(self, inputs: Inputs) -> ModelCard:
        return read_card(inputs.file("MODEL_FILE"))

    def _work(self, task: ModelCard, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        del feedback
        target = inputs.output("PAGE", ".html")
        write_text(target, model_page(task, page_wording()))
        return {
            "PAGE": target,
            "NAME": task.name,
            "ARCHITECTURE": task.architecture,
            "BANDS": ", ".join(task.bands),
            "CLASSES": ", ".join(task.legend.names),
            "PIXEL_SIZE": task.pixel_size_m,
        }
