"""The provider: the list of Outcrop's algorithms in the Processing Toolbox."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..texts import tr
from .after.apply_corrections import ApplyCorrections
from .after.centre_lines import CentreLines
from .after.clean_prediction import CleanPrediction
from .after.corrections_to_labels import CorrectionsToLabels
from .after.prediction_polygons import PredictionPolygons
from .after.threshold_class import ThresholdClass
from .assessment.accuracy import Accuracy
from .assessment.applicability_area import ApplicabilityArea
from .assessment.band_importance import BandImportance
from .assessment.boundary_accuracy import BoundaryAccuracy
from .assessment.comparison_report import ComparisonReport
from .assessment.draw_sample import DrawSample
from .assessment.map_changes import MapChanges
from .assessment.next_tiles import NextTiles
from .assessment.saliency import Saliency
from .assessment.sample_accuracy import SampleAccuracy
from .base.algorithm import ICONS, OutcropAlgorithm
from .datasets.export_tiles import ExportTiles
from .datasets.import_tiles import ImportTiles
from .labels.check_labels import CheckLabels
from .labels.rasterise_labels import RasteriseLabels
from .labels.split_labels import SplitLabels
from .models.export_onnx import ExportOnnx
from .models.import_model import ImportModel
from .models.model_information import ModelInformation
from .prediction.predict import Predict
from .prediction.predict_ensemble import PredictEnsemble
from .prediction.uncertainty import Uncertainty
from .preparation.raster_algorithm import RASTER_ALGORITHMS
from .preparation.save_stack import SaveStack
from .preparation.table_log_ratios import TableLogRatios
from .shipped_model import ImageryToMap
from .training.fine_tune import FineTune
from .training.resume import Resume
from .training.train import Train
from .training.train_several import TrainSeveral

ALGORITHMS: tuple[type[OutcropAlgorithm], ...] = (
    *RASTER_ALGORITHMS,
    TableLogRatios,
    SaveStack,
    # Labels
    RasteriseLabels,
    CheckLabels,
    SplitLabels,
    # Training
    Train,
    FineTune,
    Resume,
    TrainSeveral,
    # Prediction
    Predict,
    PredictEnsemble,
    Uncertainty,
    # After prediction
    ApplyCorrections,
    CorrectionsToLabels,
    ThresholdClass,
    CleanPrediction,
    PredictionPolygons,
    CentreLines,
    # Assessment
    ComparisonReport,
    Accuracy,
    BoundaryAccuracy,
    BandImportance,
    Saliency,
    ApplicabilityArea,
    DrawSample,
    SampleAccuracy,
    NextTiles,
    MapChanges,
    # Data sets
    ExportTiles,
    ImportTiles,
    # Models
    ModelInformation,
    ExportOnnx,
    ImportModel,
)
"""Every algorithm, in the order of the work."""


class OutcropProvider(QgsProcessingProvider):
    """Gives QGIS the algorithms."""

    def id(self) -> str:
        """Give the id, which never changes."""
        return "outcrop"

    def name(self) -> str:
        """Give the name in the toolbox."""
        return tr("Outcrop")

    def icon(self) -> QIcon:
        """Give the icon."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Give the icon's file."""
        return str(ICONS / "outcrop.svg")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:  # noqa: N802  (QGIS's name)
        """Give what rasters are written as: GeoTIFF alone."""
        return ["tif", "tiff"]

    def loadAlgorithms(self) -> None:
        """Add every algorithm; the graphical model when those that it is made of can be found."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            self.addAlgorithm(ImageryToMap())


def register() -> OutcropProvider:
    """Add the provider to QGIS; the second look at its algorithms finds the graphical model."""
    provider = OutcropProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()
    return provider
