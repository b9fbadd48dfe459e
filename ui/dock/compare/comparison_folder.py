"""The folder of a comparison whose maps are in the project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer

from ....core.comparison.jobs import COMPARISON_FILE
from ...layers.imagery import source_path


def newest_comparison(project: QgsProject) -> str:
    """Give the folder of the newest comparison that a map of the project lies in; empty without any."""
    rasters = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer))
    files = {Path(source_path(one)).with_name(COMPARISON_FILE) for one in rasters if one.providerType() == "gdal"}
    existing = [file for file in files if file.is_file()]
    return str(max(existing, key=lambda file: file.stat().st_mtime).parent) if existing else ""
