"""Finding predictions among a project's layers: class rasters of Outcrop's, whoever has added them."""

from __future__ import annotations

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsRasterLayer, QgsSingleBandPseudoColorRenderer

from ....core.prediction.raster.tags import LEGEND_TAG
from ...layers.corrected import PREDICTION_PROPERTY, prediction_file, session_file


def is_prediction(layer: QgsMapLayer) -> bool:
    """Whether a layer shows classes that Outcrop has predicted."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal" or layer.bandCount() != 1:
        return False
    if session_file(layer) is not None and layer.customProperty(PREDICTION_PROPERTY):
        return True
    if isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer):  # how sure it is, or how likely
        return False
    dataset = gdal.Open(prediction_file(layer)) if layer.isValid() else None
    if dataset is None or dataset.GetRasterBand(1).DataType != gdal.GDT_Byte:
        return False
    return bool(dataset.GetMetadataItem(LEGEND_TAG))
