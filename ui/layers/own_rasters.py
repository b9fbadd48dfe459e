"""Rasters that are no imagery: those that Outcrop has written, and those that look like maps of classes."""

from __future__ import annotations

import json
from typing import Optional
from weakref import WeakKeyDictionary

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ...core.labels.legend import LABELS_TAG, Legend
from ...core.prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from .classes.classified import looks_classified
from .imagery import open_file, source_path
from .predictions import MODEL_PROPERTY

_TAGS = (LEGEND_TAG, MODELS_TAG, LABELS_TAG)
LABELS_PROPERTY = "outcrop/labels"
"""The custom property of a raster of which the analyst has said whether its values are classes."""
_KNOWN: WeakKeyDictionary[QgsMapLayer, tuple[str, dict[str, str]]] = WeakKeyDictionary()
"""What was read of layers' files, by source: they are asked about whenever a layer is added."""
_LIKELY: WeakKeyDictionary[QgsMapLayer, tuple[str, bool]] = WeakKeyDictionary()
"""Whether layers' files look like maps of classes, by source."""


def is_own(layer: QgsMapLayer) -> bool:
    """Whether a layer is no imagery: by what was noted in the project, else by what its file says of itself."""
    return bool(layer.customProperty(MODEL_PROPERTY) or noted_labels(layer) or tags_of(layer))


def noted_labels(layer: QgsMapLayer) -> Optional[bool]:
    """Whether the analyst said that a layer's values are classes; None where nothing was said."""
    noted = layer.customProperty(LABELS_PROPERTY)
    return None if noted is None else str(noted) in ("true", "True", "1")  # a project file keeps it as text


def tags_of(layer: QgsMapLayer) -> dict[str, str]:
    """Give what a raster's file says of itself under Outcrop's names; empty for any other layer."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return {}
    known = _KNOWN.get(layer)
    if known is None or known[0] != layer.source():
        known = layer.source(), _read_tags(source_path(layer))
        _KNOWN[layer] = known
    return known[1]


def own_rasters(project: QgsProject) -> list[QgsMapLayer]:
    """List those of a project's layers that are no imagery."""
    return [layer for layer in project.mapLayers().values() if is_own(layer)]


def is_likely_map(layer: QgsMapLayer) -> bool:
    """Whether a raster looks like a map of classes, though nothing says so: see `looks_classified`.

    It isn't where the analyst has said what it is.
    """
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal" or is_own(layer):
        return False
    if layer.customProperty(LABELS_PROPERTY) is not None:
        return False
    known = _LIKELY.get(layer)
    if known is None or known[0] != layer.source():
        path = source_path(layer)
        dataset = None if path.startswith("/vsi") else open_file(path)
        known = layer.source(), dataset is not None and looks_classified(dataset)
        _LIKELY[layer] = known
    return known[1]


def likely_maps(project: QgsProject) -> list[QgsRasterLayer]:
    """List the rasters of a project that look like maps of classes, by name."""
    return sorted(filter(is_likely_map, project.mapLayers().values()), key=lambda layer: layer.name().casefold())


def take_for_imagery(layer: QgsRasterLayer) -> None:
    """Note in the project that a raster is imagery, whatever it looks like."""
    layer.setCustomProperty(LABELS_PROPERTY, False)


def _read_tags(path: str) -> dict[str, str]:
    """Read a file's metadata; those on servers are left alone, as they would hold up the window."""
    dataset = None if path.startswith("/vsi") else open_file(path)
    texts = {} if dataset is None else {tag: dataset.GetMetadataItem(tag) for tag in _TAGS}
    return {tag: text for tag, text in texts.items() if text}


def legend_names(layer: QgsMapLayer) -> list[str]:
    """Give the classes of a layer that shows a prediction; none of others."""
    text = tags_of(layer).get(LEGEND_TAG)
    single = isinstance(layer, QgsRasterLayer) and layer.bandCount() == 1
    return list(Legend.from_dicts(json.loads(text)).names) if text and single else []
