"""What the algorithms share that go on from a prediction: the prediction itself, and reading its description."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterRasterLayer, QgsRasterLayer

from ...layers.imagery import source_path
from ...texts import tr
from ..base.declarations import with_help
from ..base.inputs import Inputs

PREDICTION_RASTER = "PREDICTION"


def add_prediction_raster(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare the prediction."""
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterRasterLayer(PREDICTION_RASTER, tr("Prediction")),
            tr("A raster of classes that Outcrop has predicted; it carries its legend."),
        )
    )


def read_prediction_raster(inputs: Inputs) -> tuple[QgsRasterLayer, str]:
    """Give the prediction's layer and its file.

    Raises:
        BadInputError: When it can't be loaded.
    """
    layer = inputs.raster(PREDICTION_RASTER)
    return layer, source_path(layer)
