"""Draw an accuracy sample: random points over a map, to be answered by an analyst."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.assessment.sampling.jobs import DrawSampleJob
from ....core.assessment.sampling.settings import SampleSettings
from ....core.parameters import describe, from_dict
from ...compat import OF_POINTS, WkbType
from ...layers.imagery import source_path
from ...texts import number_text, tr
from ..after.after_prediction import add_prediction_raster, read_prediction_raster
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.features import give_features
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job

OTHER, SEED = "OTHER", "SEED"


class DrawSample(OutcropAlgorithm):
    """Draw an accuracy sample."""

    KEY = "drawsample"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Draw an accuracy sample")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Draws random points over a map, so many of each class that the accuracy comes out as exactly as you want it, "
        "with the chance that each had. Answer them on the Compare page or in the attribute table, then run “Accuracy "
        "and areas from a sample”.\n"
        "With a second map, points are drawn where the two differ: the shortest way to learn which is better.",
    )
    PAPER = QT_TRANSLATE_NOOP(
        "Outcrop", "Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015"
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "stratified random sampling points validation accuracy area")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the maps, how many points there are to be, and the layer."""
        del configuration
        add_prediction_raster(self)
        for entry in describe(SampleSettings):
            self.addParameter(described(entry))
        add_second_map(self, tr("Points are drawn where this map differs from the prediction."))
        seed = QgsProcessingParameterNumber(SEED, tr("Seed"), QgsProcessingParameterNumber.Type.Integer, 0, minValue=0)
        self.addParameter(with_help(seed, tr("The same seed draws the same points."), advanced=True))
        sink = QgsProcessingParameterFeatureSink("OUTPUT", tr("Sample"), OF_POINTS)
        self.addParameter(with_help(sink, tr("Points with their design and empty fields for the answers.")))
        self.addOutput(QgsProcessingOutputNumber("POINTS", tr("Number of points")))

    def _read(self, inputs: Inputs) -> tuple[DrawSampleJob, str]:
        layer, file = read_prediction_raster(inputs)
        settings = from_dict(SampleSettings, inputs.settings(describe(SampleSettings)))
        target = str(inputs.folder / "sample.gpkg")
        job = DrawSampleJob(file, target, settings, read_second_map(inputs), inputs.whole(SEED))
        return job, tr("{prediction} · accuracy sample", prediction=layer.name())

    def _work(self, task: tuple[DrawSampleJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        for stratum, facts in result["strata"].items():
            feedback.pushInfo(
                tr("{name}: {n} points of {pixels} pixels", name=stratum, n=facts["points"],
                   pixels=number_text(facts["pixels"], 0))
            )  # fmt: skip
        destination = give_features(inputs, "OUTPUT", result, WkbType.Point, feedback)
        style_output(inputs, "OUTPUT", destination, name)
        return {"OUTPUT": destination, "POINTS": result["points"]}


def add_second_map(algorithm: OutcropAlgorithm, text: str) -> None:
    """Declare a second map."""
    other = QgsProcessingParameterRasterLayer(OTHER, tr("Second map"), optional=True)
    algorithm.addParameter(with_help(other, text, advanced=True))


def read_second_map(inputs: Inputs) -> str:
    """Give the second map's file, empty where there is none."""
    return source_path(inputs.raster(OTHER)) if inputs.is_given(OTHER) else ""
