"""Merging of classes whose names differ only in how they are written, as an edit of the layer that can be undone."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ....core.errors import BadInputError
from ....core.labels.names.spelling import spelling_key
from ...texts import tr
from .class_style import class_value, is_by_class, remove_class
from .class_values import class_text


def merge_classes(layer: QgsVectorLayer, field: str, kept: str) -> int:
    """Give one name to all polygons whose class is like it; the layer is left in editing. Gives how many had another.

    Raises:
        BadInputError: The layer can't be edited, or its field can't hold the name.
    """
    index, value = layer.fields().indexOf(field), class_value(layer, field, kept)
    refused = tr("“{name}” can’t be edited. Give the polygons one name elsewhere.", name=layer.name())
    if index < 0 or value is None or not (layer.isEditable() or layer.startEditing()):
        raise BadInputError(refused)
    key, others, changed = spelling_key(kept), set(), 0
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    layer.beginEditCommand(tr("Merge classes into “{name}”", name=kept))
    for feature in layer.getFeatures(request):
        name = class_text(feature.attribute(index))
        if name != kept and spelling_key(name) == key:
            others.add(name)
            changed += layer.changeAttributeValue(feature.id(), index, value)
    layer.endEditCommand()
    for name in others if is_by_class(layer, field) else ():
        remove_class(layer, name)
    return changed
