"""Export a model to ONNX: for Deepness and other programs."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.interchange.jobs import ExportOnnxJob
from ....core.model.card_file import read_card
from ....core.parameters import describe
from ...texts import tr
from ..base.algorithm import MODELS, OutcropAlgorithm
from ..base.declarations import described, file_output, model_input, with_help
from ..base.inputs import Inputs
from ..base.worker_run import run_job

_SUFFIX = ".onnx"


class ExportOnnx(OutcropAlgorithm):
    """Export a model."""

    KEY = "exportonnx"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Export a model to ONNX")
    GROUP = MODELS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Writes a network as an ONNX file with its scaling inside and the metadata that the plugin Deepness reads, so "
        "that it runs there and wherever ONNX does. The graph takes the imagery's values divided by 255 and gives the "
        "classes' probabilities.\n"
        "Networks can be exported, classifiers of single pixels can't.",
    )
    PAPER = QT_TRANSLATE_NOOP("Outcrop", "Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495")
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "deepness share convert runtime")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the model file, the tiles and the ONNX file."""
        del configuration
        self.addParameter(with_help(model_input("MODEL_FILE", tr("Model file")), tr("The model to export.")))
        for entry in describe(ExportOnnxJob):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(file_output("OUTPUT", tr("ONNX file"), tr("ONNX files"), _SUFFIX), tr("The file to write."))
        )
        self.addOutput(QgsProcessingOutputNumber("TILE_SIDE", tr("Side of the tiles in pixels")))

    def _check(self, inputs: Inputs) -> None:
        read_card(inputs.file("MODEL_FILE"))

    def _read(self, inputs: Inputs) -> ExportOnnxJob:
        settings = inputs.settings(describe(ExportOnnxJob))
        return ExportOnnxJob(inputs.file("MODEL_FILE"), inputs.output("OUTPUT", _SUFFIX), **settings)

    def _work(self, task: ExportOnnxJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        return {"OUTPUT": task.out, "TILE_SIDE": result["tile_px"]}
