"""Features: what the worker wrote to a file, brought to the vector output that the analyst chose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable, Optional

from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...compat import WkbType
from ...gdal_calls import GdalError, done, opened
from ...texts import tr
from .inputs import Inputs
from .worker_run import stop_if_cancelled

_FID = "fid"
_FEATURES_A_TIME = 100


def give_features(
    inputs: Inputs, parameter: str, result: dict[str, Any], kind: WkbType, feedback: QgsProcessingFeedback
) -> str:
    """Copy a worker's layer (`out` and `layer` of its result) into a vector output and give that one's id.

    A sink writes under the final name at once. What is begun is taken back when the run is cancelled, and finished
    where it can't be taken back, as in a database on a server.

    Raises:
        QgsProcessingException: The run was cancelled, or the output can't be made or written.
    """
    layer = QgsVectorLayer(f"{result['out']}|layername={result['layer']}", "made", "ogr")
    if not layer.isValid():
        raise QgsProcessingException(tr("The worker's result can't be read."))
    fields = _fields(layer)
    stop_if_cancelled(feedback)
    feedback.setProgressText(tr("Writing the layer"))
    sink, destination = inputs.sink(parameter, fields, kind, layer.crs())
    take_back = _way_back(destination, inputs.context)
    try:
        for number, copy in enumerate(_copies(layer, fields, is_multi=QgsWkbTypes.isMultiType(kind))):
            if take_back is not None:
                stop_if_cancelled(feedback)
            if not sink.addFeature(copy, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(inputs.algorithm.writeFeatureError(sink, {}, parameter))
            if number % _FEATURES_A_TIME == 0:
                feedback.setProgress(100.0 * number / max(1, layer.featureCount()))
    except QgsProcessingException:
        del sink  # closes the file
        if take_back is not None:
            take_back()
        raise
    del sink
    return destination


def _way_back(destination: str, context: QgsProcessingContext) -> Optional[Callable[[], object]]:
    """Give what takes a vector output away again, in memory or in a file; None where that can't be done."""
    store = context.temporaryLayerStore()
    if destination in store.mapLayers():
        return lambda: store.removeMapLayer(destination)
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    path = str(parts.get("path") or "")
    return (lambda: _delete(path, str(parts.get("layerName") or ""))) if Path(path).is_file() else None


def _delete(path: str, layer_name: str) -> None:
    """Delete a layer from its file, and the file with all that belongs to it where it holds no other layer."""
    try:
        dataset = opened(gdal.OpenEx, path, gdal.OF_VECTOR | gdal.OF_UPDATE)
    except GdalError:
        Path(path).unlink()
        return
    names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    driver = dataset.GetDriver()
    with suppress(GdalError):  # what can't be deleted stays; the run is told to have been cancelled all the same
        if len(names) > 1 and layer_name in names:
            done(dataset.DeleteLayer, names.index(layer_name))
            return
        del dataset
        done(driver.Delete, path)


def _fields(layer: QgsVectorLayer) -> QgsFields:
    """Give a layer's fields but the one that numbers its features."""
    fields = QgsFields()
    for field in layer.fields():
        if field.name() != _FID:
            fields.append(QgsField(field.name(), field.type(), field.typeName(), field.length(), field.precision()))
    return fields


def _copies(layer: QgsVectorLayer, fields: QgsFields, *, is_multi: bool) -> Iterator[QgsFeature]:
    for feature in layer.getFeatures():
        copy, shape = QgsFeature(fields), QgsGeometry(feature.geometry())
        if is_multi and not shape.isNull():
            shape.convertToMultiType()
        copy.setAttributes([feature[field.name()] for field in fields])
        copy.setGeometry(shape)
        yield copy
