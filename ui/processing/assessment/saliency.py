"""What a network looks at on a tile of the imagery."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.explanation.jobs import SaliencyJob, SaliencySettings
from ....core.parameters import describe, from_dict
from ....core.report.saliency_text import saliency_text
from ...page_wording import page_wording
from ...settings import THREADS
from ...texts import tr
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described, model_input, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.scene import EXTENT, add_extent, add_imagery, read_images
from ..base.worker_run import run_job


class Saliency(OutcropAlgorithm):
    """Show what a network looks at."""

    KEY = "saliency"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "What a network looks at")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Shows which pixels and bands in and around a tile made a network find a class there, by integrated gradients: "
        "above 0 a pixel speaks for the class, below 0 against it. The first band of the raster is all bands together, "
        "the others are the model's bands one by one; the log tells each band's share.\n"
        "Choose an extent of up to 512 × 512 pixels; without one the middle of the imagery is looked at.",
    )
    PAPER = "Sundararajan et al. 2017, ICML, arXiv 1703.01365"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "saliency integrated gradients attribution explain network attention")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the network, the imagery, the tile and the raster."""
        del configuration
        self.addParameter(with_help(model_input("MODEL_FILE", tr("Model")), tr("A network that was trained here.")))
        add_imagery(self)
        add_extent(self, tr("The tile, of up to 512 × 512 pixels; empty takes the middle of the imagery."))
        for entry in describe(SaliencySettings):
            self.addParameter(described(entry))
        output = QgsProcessingParameterRasterDestination("OUTPUT", tr("Saliency"))
        self.addParameter(with_help(output, tr("Band 1 is all bands together, then comes each of the model's bands.")))
        self.addOutput(QgsProcessingOutputString("FOUND", tr("The class that is explained")))
        self.addOutput(QgsProcessingOutputString("BAND", tr("The band with the largest share")))
        self.addOutput(QgsProcessingOutputNumber("PROBABILITY", tr("Mean probability of the class")))

    def _read(self, inputs: Inputs) -> SaliencyJob:
        layer, files, bands = read_images(inputs)
        settings = from_dict(SaliencySettings, inputs.settings(describe(SaliencySettings)))
        return SaliencyJob(
            inputs.file("MODEL_FILE"), files, inputs.raster_output("OUTPUT"), inputs.extent(EXTENT, layer), bands,
            settings, threads=THREADS.value(),
        )  # fmt: skip

    def _work(self, task: SaliencyJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        for line in saliency_text(result, page_wording()).splitlines():
            feedback.pushInfo(line)
        reach = float(result["reach"]) or 1.0
        ramp = [(-reach, "#2166ac", tr("against it")), (0.0, "#f7f7f7", "0"), (reach, "#b2182b", tr("for it"))]
        name = tr("what speaks for “{name}”", name=result["class"])
        style_output(inputs, "OUTPUT", task.out, name, ramp=ramp)
        shares = result["bands"]
        return {
            "OUTPUT": task.out, "FOUND": result["class"], "BAND": max(shares, key=shares.__getitem__),
            "PROBABILITY": result["probability"],
        }  # fmt: skip
