"""Features: what the worker wrote to a file, brought to the vector output that the analyst chose."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..texts import tr
from .inputs import Inputs

_FID = "fid"


def give_features(
    inputs: Inputs, parameter: str, made: dict[str, Any], kind: QgsWkbTypes.Type, feedback: QgsProcessingFeedback
) -> str:
    """Copy a worker's layer (`out` and `layer` of its result) into a vector output and give that one's id.

    A sink writes under the final name at once, so what is begun is finished: cancelling counts until then.

    Raises:
        QgsProcessingException: The run was cancelled, or the output can't be made or written.
    """
    layer = QgsVectorLayer(f"{made['out']}|layername={made['layer']}", "made", "ogr")
    if not layer.isValid():
        raise QgsProcessingException(tr("The worker's result can't be read."))
    fields = QgsFields()
    for field in layer.fields():
        if field.name() != _FID:
            fields.append(QgsField(field.name(), field.type(), field.typeName(), field.length(), field.precision()))
    if feedback.isCanceled():
        raise QgsProcessingException(tr("The job was stopped."))
    sink, place = inputs.sink(parameter, fields, kind, layer.crs())
    is_multi = QgsWkbTypes.isMultiType(kind)
    for feature in layer.getFeatures():
        copy = QgsFeature(fields)
        copy.setAttributes([feature[field.name()] for field in fields])
        copy.setGeometry(_shaped(feature.geometry(), is_multi=is_multi))
        if not sink.addFeature(copy, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(inputs.algorithm.writeFeatureError(sink, {}, parameter))
    del sink
    return place


def _shaped(geometry: QgsGeometry, *, is_multi: bool) -> QgsGeometry:
    copy = QgsGeometry(geometry)
    if is_multi and not copy.isNull():
        copy.convertToMultiType()
    return copy
