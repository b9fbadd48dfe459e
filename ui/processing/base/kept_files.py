"""What an algorithm's outputs must leave alone: its own inputs, and the other layers of a file that holds several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal
from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
)

from ....core.errors import BadInputError
from ....core.files.named_files import check_not_read, named_files
from ...gdal_calls import GdalError, opened
from ...texts import tr

_TABLES = {"GPKG", "SQLite"}
"""Formats to whose files QGIS can add a layer."""
_IN_DATABASE = "ogr:"


def check_inputs_kept(
    algorithm: QgsProcessingAlgorithm, values: Mapping[str, Any], context: QgsProcessingContext
) -> None:
    """Refuse an output that is one of the inputs, however either is named; a new table beside it in a database may be.

    Raises:
        BadInputError: With both names.
    """
    parts = algorithm.parameterDefinitions()
    texts = [text for part in parts if not part.isDestination() for text in _texts(values.get(part.name()), context)]
    for part in parts:
        target = _target(values.get(part.name())) if part.isDestination() else ""
        if not target:
            continue
        names = texts
        if target.startswith(_IN_DATABASE):
            table = _table(target)
            names = [text for text in texts if table in _tables(text, context)]
        for file in named_files(target):
            if file.is_file():
                check_not_read(file, names)


def beside_other_layers(value: Any) -> Any:
    """Give the value of a vector output so that the other layers of its file stay: QGIS would replace a whole file.

    Raises:
        BadInputError: For a file of several layers to which none can be added.
    """
    target = _target(value)
    if not target or target.startswith(_IN_DATABASE) or not Path(target).is_file():
        return value
    stem = Path(target).stem
    driver, layers = _content(target)
    if not [name for name in layers if name != stem]:
        return value
    if driver not in _TABLES:
        raise BadInputError(
            tr(
                "“{file}” holds other layers ({layers}), which would be lost. Choose another file.",
                file=target,
                layers=", ".join(layers),
            )
        )
    quoted, table = target.replace("'", "\\'"), stem.replace('"', '\\"')
    uri = f"ogr:dbname='{quoted}' table=\"{table}\" (geom)"
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return uri
    changed = QgsProcessingOutputLayerDefinition(value)
    changed.sink = QgsProperty.fromValue(uri)
    return changed


def _texts(value: Any, context: QgsProcessingContext) -> Iterator[str]:
    """Give every text by which a value may name a file, that of the layer it stands for among them."""
    if isinstance(value, QgsMapLayer):
        yield value.source()
    elif isinstance(value, QgsProcessingFeatureSourceDefinition):
        yield from _texts(value.source, context)
    elif isinstance(value, QgsProperty):
        yield from _texts(value.staticValue(), context)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one, context)
    elif isinstance(value, str) and value:
        yield value
        layer = QgsProcessingUtils.mapLayerFromString(value, context, allowLoadingNewLayers=False)
        if layer is not None:
            yield layer.source()


def _target(value: Any) -> str:
    """Give the text of an output; nothing for one in memory or in a temporary file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    return value if isinstance(value, str) else ""


def _table(target: str) -> str:
    """Give the table of `ogr:dbname='…' table="…" (geom)`."""
    return target.partition('table="')[2].partition('"')[0]


def _tables(text: str, context: QgsProcessingContext) -> list[str]:
    """Give the layers that an input may mean: the one that it names, or the only or first one of its file."""
    del context
    for piece in text.split("|"):
        name, _, table = piece.partition("=")
        if name.strip().lower() == "layername":
            return [table]
    _, layers = _content(text.partition("|")[0])
    return layers[:1]


def _content(path: str) -> tuple[Optional[str], list[str]]:
    """Give the format of a vector file and its layers; neither where it can't be read."""
    try:
        dataset = opened(gdal.OpenEx, path, gdal.OF_VECTOR)
    except GdalError:
        return None, []
    names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    return dataset.GetDriver().ShortName, names
