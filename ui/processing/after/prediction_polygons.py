"""Polygons from a prediction: its classes as a vector layer."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.parameters import describe, from_dict
from ....core.vectorise.jobs import PolygonsJob
from ....core.vectorise.parameters import PolygonParameters
from ...compat import OF_POLYGONS, WkbType
from ...layers.imagery import source_path
from ...texts import tr
from ..base.algorithm import AFTER, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.features import give_features
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job
from .after_prediction import add_prediction_raster, read_prediction_raster


class PredictionPolygons(OutcropAlgorithm):
    """Draw a prediction as polygons."""

    KEY = "predictionpolygons"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Polygons from a prediction")
    GROUP = AFTER
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Draws the classes of a prediction as polygons with their area and perimeter in metres. Borders between "
        "classes are simplified and smoothed on both sides alike, so that no gaps and no overlaps arise.",
    )
    PAPER = (
        "Visvalingam & Whyatt 1993, The Cartographic Journal 30(1), 46–51, doi 10.1179/000870493786962263; "
        "Chaikin 1974, Computer Graphics and Image Processing 3(4), 346–349, doi 10.1016/0146-664X(74)90028-8"
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "vectorise polygonise vector simplify smooth")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the prediction, how polygons are drawn, and the layer."""
        del configuration
        add_prediction_raster(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterLayer("PROBABILITIES", tr("Probabilities"), optional=True),
                tr("The raster of probabilities of the same prediction: gives every polygon the mean of its class."),
                advanced=True,
            )
        )
        for entry in describe(PolygonParameters):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(
                QgsProcessingParameterFeatureSink("OUTPUT", tr("Class polygons"), OF_POLYGONS),
                tr("Polygons with class, area in m² and perimeter in m."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("POLYGONS", tr("Number of polygons")))

    def _read(self, inputs: Inputs) -> tuple[PolygonsJob, str]:
        layer, file = read_prediction_raster(inputs)
        probabilities = source_path(inputs.raster("PROBABILITIES")) if inputs.is_given("PROBABILITIES") else ""
        chosen = from_dict(PolygonParameters, inputs.settings(describe(PolygonParameters)))
        job = PolygonsJob(file, str(inputs.folder / "polygons.gpkg"), chosen, probabilities)
        return job, tr("{prediction} · polygons", prediction=layer.name())

    def _work(self, task: tuple[PolygonsJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        destination = give_features(inputs, "OUTPUT", result, WkbType.MultiPolygon, feedback)
        style_output(inputs, "OUTPUT", destination, name, classes=result["classes"], field="class")
        return {"OUTPUT": destination, "POLYGONS": result["polygons"]}
