"""The legend that a prediction's file carries."""

from __future__ import annotations

import json

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsRasterLayer

from ...core.labels.legend import Legend
from ...core.prediction.raster.tags import LEGEND_TAG
from .imagery import source_path


def legend_names(layer: QgsMapLayer) -> list[str]:
    """Give the classes of a layer that shows a prediction; none of others."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal" or layer.bandCount() != 1:
        return []
    dataset = gdal.Open(source_path(layer)) if layer.isValid() else None
    text = dataset.GetMetadataItem(LEGEND_TAG) if dataset is not None else None
    return list(Legend.from_dicts(json.loads(text)).names) if text else []
