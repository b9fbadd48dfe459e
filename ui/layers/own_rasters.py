"""Own rasters: layers whose file Outcrop has written, which are no imagery: predictions, labels, splits."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ...core.labels.legend import LABELS_TAG
from ...core.prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from .imagery import open_file, source_path
from .predictions import MODEL_PROPERTY

_TAGS = (LEGEND_TAG, MODELS_TAG, LABELS_TAG)
_KNOWN: WeakKeyDictionary[QgsMapLayer, tuple[str, bool]] = WeakKeyDictionary()
"""What was read of layers' files, by source: they are asked about whenever a layer is added."""


def is_own(layer: QgsMapLayer) -> bool:
    """Whether a layer is a raster of Outcrop's: by what the dock has noted, else by what its file says of itself."""
    if layer.customProperty(MODEL_PROPERTY):
        return True
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return False
    known = _KNOWN.get(layer)
    if known is None or known[0] != layer.source():
        known = layer.source(), _says_so(source_path(layer))
        _KNOWN[layer] = known
    return known[1]


def own_rasters(project: QgsProject) -> list[QgsMapLayer]:
    """List those of a project's layers that are no imagery."""
    return [layer for layer in project.mapLayers().values() if is_own(layer)]


def _says_so(path: str) -> bool:
    """Read a file's metadata; those on servers are left alone, as they would hold up the window."""
    dataset = None if path.startswith("/vsi") else open_file(path)
    return dataset is not None and any(dataset.GetMetadataItem(tag) for tag in _TAGS)
