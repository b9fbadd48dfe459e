"""Where a model may be trusted: how unlike the training pixels the imagery is."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.explanation.jobs import ApplicabilityJob, ApplicabilitySettings
from ....core.parameters import describe, from_dict
from ...compat import OF_RASTERS
from ...layers.imagery import worker_path
from ...settings import THREADS
from ...texts import number_text, tr
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described, model_input, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.scene import add_imagery, add_labels, check_labels_given, read_scene
from ..base.worker_run import run_job

MAPPED = "MAPPED"


class ApplicabilityArea(OutcropAlgorithm):
    """Map where a model may be trusted."""

    KEY = "applicability"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Where a model may be trusted")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Maps how unlike its training pixels the imagery is for a model: the dissimilarity index, and the area of "
        "applicability in which what was measured of the model can be expected to hold. A network is asked by what its "
        "last layer sees, a classifier by its features, a forest by those most that matter to it.\n"
        "Give the imagery and the labels that trained, and the imagery to be mapped where that is another one.",
    )
    PAPER = "Meyer & Pebesma 2021, Methods in Ecology and Evolution 12, 1620–1633, doi 10.1111/2041-210X.13650"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "area of applicability dissimilarity index domain shift extrapolation trust")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the model, what trained it, what is mapped, and the raster."""
        del configuration
        self.addParameter(with_help(model_input("MODEL_FILE", tr("Model")), tr("Says which bands count.")))
        add_imagery(self)
        add_labels(self)
        mapped = QgsProcessingParameterMultipleLayers(MAPPED, tr("Imagery to map"), OF_RASTERS, optional=True)
        self.addParameter(with_help(mapped, tr("Empty takes the imagery that trained.")))
        for entry in describe(ApplicabilitySettings):
            definition = described(entry)  # optional, so that models made before these were asked still run
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
            self.addParameter(definition)
        output = QgsProcessingParameterRasterDestination("OUTPUT", tr("Applicability"))
        self.addParameter(
            with_help(
                output, tr("Band 1 is the dissimilarity index, band 2 is 1 where the model may be trusted, else 0.")
            )
        )
        self.addOutput(QgsProcessingOutputNumber("THRESHOLD", tr("Threshold of the index")))
        self.addOutput(QgsProcessingOutputNumber("INSIDE", tr("Share of the imagery within it")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> ApplicabilityJob:
        layers = [one for one in inputs.layers(MAPPED) if isinstance(one, QgsRasterLayer)]
        images = tuple(worker_path(one, inputs.folder) for one in layers)
        settings = from_dict(ApplicabilitySettings, inputs.settings(describe(ApplicabilitySettings)))
        return ApplicabilityJob(
            inputs.file("MODEL_FILE"), read_scene(inputs), inputs.raster_output("OUTPUT"), images, settings,
            threads=THREADS.value(),
        )  # fmt: skip

    def _work(self, task: ApplicabilityJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        feedback.pushInfo(
            tr("{share} % of the imagery lie within the area of applicability.",
               share=number_text(100 * result["inside"], 1))
        )  # fmt: skip
        edge = float(result["threshold"])
        ramp = [
            (0.0, "#1a9850", tr("like what trained")), (0.999 * edge, "#d9ef8b", tr("still within")),
            (edge, "#fdae61", tr("beyond the threshold")), (3 * edge, "#7f7f7f", tr("far from all that trained")),
        ]  # fmt: skip
        style_output(inputs, "OUTPUT", task.out, tr("applicability"), ramp=ramp if edge > 0 else ())
        return {"OUTPUT": task.out, "THRESHOLD": result["threshold"], "INSIDE": result["inside"]}
