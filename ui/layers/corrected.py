"""What was corrected and sampled on the predictions of an imagery, found by the layers of a project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsVectorLayer

from ...core.assessment.sampling.fields import LAYER as SAMPLE_LAYER
from ...core.correction.session_files import session_files
from .predictions import IMAGERY_PROPERTY


def sessions_over(project: QgsProject, imagery_id: str) -> dict[Path, QgsRasterLayer]:
    """Find the correction sessions of an imagery's predictions, each with the layer of its prediction, newest first."""
    found: dict[Path, QgsRasterLayer] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.customProperty(IMAGERY_PROPERTY) == imagery_id:
            for session in session_files(layer.source()):
                found.setdefault(session, layer)
    return dict(sorted(found.items(), key=lambda entry: -entry[0].stat().st_mtime))


def accuracy_samples(project: QgsProject) -> tuple[str, ...]:
    """Find the files of the accuracy samples in a project, whose pixels must stay unseen by any training."""
    found = []
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            path = str(parts.get("path") or "")
            if parts.get("layerName") == SAMPLE_LAYER and Path(path).is_file():
                found.append(path)
    return tuple(dict.fromkeys(found))
