"""Inputs: what the parameters of one run of an algorithm are set to, as the values that jobs are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ....core.errors import BadInputError
from ....core.files.json_text import parse_json
from ....core.geodata.extent import Extent
from ....core.parameters import Parameter
from ...layers.polygons import VectorSource, worker_source
from ...texts import tr
from .kept_files import beside_other_layers

NOTHING = VectorSource("", "")
_CHECKS = QgsFeatureRequest.InvalidGeometryCheck
_LETTERS_OF_BATCH = len(".") + 10


class Inputs:
    """Reads one run's parameters; layers are looked at on the main thread only.

    `folder` takes copies of layers that the worker can't read where they are.
    """

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, values: Mapping[str, Any], context: QgsProcessingContext, folder: Path
    ) -> None:
        self.algorithm, self.context, self.folder = algorithm, context, folder
        self._values = dict(values)
        self._outputs: dict[str, str] = {}  # a temporary one gets another name each time it is asked for
        self._rasters: dict[str, str] = {}

    def enter(self, context: QgsProcessingContext) -> None:
        """Go on in the context of the thread that works, where the layers that are made have to be told.

        A task has one of its own: what was told to the one before is lost (QGIS 3.22), and layers can't be made in it.
        """
        self.context = context
        for name, destination in self._rasters.items():
            wanted = self._values.get(name)
            if isinstance(wanted, QgsProcessingOutputLayerDefinition):
                known = QgsProcessingOutputLayerDefinition(wanted)
                known.sink = QgsProperty.fromValue(destination)
                self.algorithm.parameterAsOutputLayer({**self._values, name: known}, name, context)

    def leave(self) -> None:
        """Let go of the context, which ends with its thread; QGIS keeps errors, and with them whoever knew it."""
        del self.context

    def is_given(self, name: str) -> bool:
        """Say whether a parameter is set to anything."""
        return self._values.get(name) not in (None, "", [])

    def text(self, name: str) -> str:
        """Give a text."""
        return str(self.algorithm.parameterAsString(self._values, name, self.context)).strip()

    def choice(self, name: str) -> str:
        """Give a chosen name."""
        return str(self.algorithm.parameterAsEnumString(self._values, name, self.context))

    def choices(self, name: str) -> list[str]:
        """Give the chosen names."""
        return [str(one) for one in self.algorithm.parameterAsEnumStrings(self._values, name, self.context)]

    def whole(self, name: str) -> int:
        """Give a whole number."""
        return int(self.algorithm.parameterAsInt(self._values, name, self.context))

    def number(self, name: str) -> float:
        """Give a number."""
        return float(self.algorithm.parameterAsDouble(self._values, name, self.context))

    def flag(self, name: str) -> bool:
        """Say whether a box is ticked."""
        return bool(self.algorithm.parameterAsBool(self._values, name, self.context))

    def file(self, name: str) -> str:
        """Give the file or folder of an input, empty where there is none."""
        return str(self.algorithm.parameterAsFile(self._values, name, self.context)) if self.is_given(name) else ""

    def files(self, name: str) -> list[str]:
        """Give several files of an input."""
        return [str(one) for one in self.algorithm.parameterAsFileList(self._values, name, self.context)]

    def output(self, name: str, suffix: str = "") -> str:
        """Give the file or folder to write, with its suffix; empty where an optional one isn't wanted."""
        if name not in self._outputs:
            path = str(self.algorithm.parameterAsFileOutput(self._values, name, self.context))
            self._outputs[name] = _with_suffix(path, suffix) if path else path
        return self._outputs[name]

    def raster_output(self, name: str) -> str:
        """Give the raster to write."""
        if name not in self._rasters:
            self._rasters[name] = str(self.algorithm.parameterAsOutputLayer(self._values, name, self.context))
        return self._rasters[name]

    def setting(self, entry: Parameter, name: str) -> Any:
        """Give the value of a described parameter; None for an optional number that is 0, unless it may be below."""
        if entry.type is bool and not self._is_choice(name):
            return self.flag(name)
        if entry.type is bool or self._is_choice(name):
            return self.choice(name)
        if entry.type is dict:
            return pairs_of(self.text(name))
        if entry.type in (str, tuple):
            return self.text(name)
        value = self.whole(name) if entry.type is int else self.number(name)
        is_empty = entry.optional and value == 0 and not (entry.low is not None and entry.low < 0)
        return None if is_empty else value

    def settings(self, entries: Iterable[Parameter], prefix: str = "") -> dict[str, Any]:
        """Give the values by name of those described parameters that are set."""
        named = ((entry, f"{prefix}{entry.name.upper()}") for entry in entries)
        return {entry.name: self.setting(entry, name) for entry, name in named if self.is_given(name)}

    def raster(self, name: str) -> QgsRasterLayer:
        """Give a raster layer.

        Raises:
            BadInputError: When it can't be loaded.
        """
        layer = self.algorithm.parameterAsRasterLayer(self._values, name, self.context)
        if layer is None:
            raise BadInputError(self.algorithm.invalidRasterError(self._values, name))
        return layer

    def layers(self, name: str) -> list[QgsMapLayer]:
        """Give several layers."""
        if not self.is_given(name):
            return []
        return list(self.algorithm.parameterAsLayerList(self._values, name, self.context))

    def names(self, name: str) -> list[str]:
        """Give several names, such as fields."""
        return list(self.algorithm.parameterAsFields(self._values, name, self.context)) if self.is_given(name) else []

    def numbers(self, name: str) -> list[int]:
        """Give several whole numbers, such as bands."""
        return list(self.algorithm.parameterAsInts(self._values, name, self.context)) if self.is_given(name) else []

    def extent(self, name: str, layer: QgsMapLayer) -> Optional[Extent]:
        """Give an extent in a layer's coordinate system; None where none is set."""
        if not self.is_given(name):
            return None
        box = self.algorithm.parameterAsExtent(self._values, name, self.context, layer.crs())
        return None if box.isNull() else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())

    def point(self, name: str, layer: QgsMapLayer) -> tuple[float, float]:
        """Give a point in a layer's coordinate system.

        Raises:
            BadInputError: When none is set.
        """
        if not self.is_given(name):
            raise BadInputError(tr("No place is given. Click on the map, or write its coordinates."))
        point = self.algorithm.parameterAsPoint(self._values, name, self.context, layer.crs())
        return point.x(), point.y()

    def vector_layer(self, name: str) -> Optional[QgsVectorLayer]:
        """Give the layer of a vector source, whole; None where none is set.

        Raises:
            BadInputError: When it can't be loaded.
        """
        if not self.is_given(name):
            return None
        value = self._values[name]
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            text, _ = value.source.valueAsString(self.context.expressionContext())
            layer = QgsProcessingUtils.mapLayerFromString(text, self.context)
        else:
            layer = self.algorithm.parameterAsVectorLayer(self._values, name, self.context)
        if not isinstance(layer, QgsVectorLayer):
            raise BadInputError(self.algorithm.invalidSourceError(self._values, name))
        return layer

    def polygons(self, name: str, field: str = "") -> VectorSource:
        """Give the file that holds what a vector source shows: the layer, its selected or its filtered features.

        Raises:
            BadInputError: When it can't be loaded, or not be copied for the worker.
        """
        layer = self.vector_layer(name)
        if layer is None:
            return NOTHING
        definition = self._values[name]
        if not isinstance(definition, QgsProcessingFeatureSourceDefinition):
            return worker_source(layer, field, self.folder)
        if definition.selectedFeaturesOnly and not layer.selectedFeatureCount():
            text = tr("Nothing is selected in “{name}”. Select polygons, or use the whole layer.", name=layer.name())
            raise BadInputError(text)
        if _is_cut(definition):
            return worker_source(self._cut(name, layer.name(), definition), field, self.folder)
        return worker_source(layer, field, self.folder, only_selected=definition.selectedFeaturesOnly)

    def _cut(self, name: str, title: str, definition: QgsProcessingFeatureSourceDefinition) -> QgsVectorLayer:
        """Copy those features into memory that a source is limited to."""
        source = self.algorithm.parameterAsSource(self._values, name, self.context)
        if source is None:
            raise BadInputError(self.algorithm.invalidSourceError(self._values, name))
        source.setInvalidGeometryCheck(_CHECKS.GeometryNoCheck)  # QGIS's own check would end in C++, past every catch
        copy = source.materialize(QgsFeatureRequest())
        copy.setName(title)
        check = _check_of(definition)
        if check == _CHECKS.GeometryNoCheck:
            return copy
        broken = [one.id() for one in copy.getFeatures() if one.hasGeometry() and not one.geometry().isGeosValid()]
        if broken and check == _CHECKS.GeometryAbortOnInvalid:
            text = tr(
                "“{name}” has invalid polygons: {n}. Run “Fix geometries” on it, or choose another way of dealing with "
                "them in the source's settings.",
                name=title,
                n=len(broken),
            )
            raise BadInputError(text)
        copy.dataProvider().deleteFeatures(broken)
        return copy

    def sink(self, name: str, fields: Any, kind: Any, crs: Any) -> tuple[Any, str]:
        """Open a vector output: the sink and its id.

        Raises:
            QgsProcessingException: It can't be made.
            BadInputError: The file holds other layers, and none can be added to it.
        """
        values = {**self._values, name: beside_other_layers(self._values.get(name))}
        sink, destination = self.algorithm.parameterAsSink(values, name, self.context, fields, kind, crs)
        if sink is None:
            raise QgsProcessingException(self.algorithm.invalidSinkError(self._values, name))
        return sink, str(destination)

    def _is_choice(self, name: str) -> bool:
        return self.algorithm.parameterDefinition(name).type() == "enum"


def _with_suffix(path: str, suffix: str) -> str:
    """End a path with a suffix; QGIS's batch dialog appends the first ten letters of one, even where it is there."""
    if path.lower().endswith(suffix):
        return path
    cut = suffix[:_LETTERS_OF_BATCH]
    if len(cut) == len(suffix) or not path.lower().endswith(cut):
        return f"{path}{suffix}"
    whole = Path(path[: -len(cut)])
    return str(whole.with_name(f"{whole.name.replace(suffix, '', 1)}{suffix}"))


def _is_cut(definition: QgsProcessingFeatureSourceDefinition) -> bool:
    """Say whether a source is limited to some features: by number, by validity or (from QGIS 3.32) by an expression."""
    is_limited = definition.featureLimit != -1 or bool(getattr(definition, "filterExpression", ""))
    return is_limited or _check_of(definition) != _CHECKS.GeometryNoCheck


def _check_of(definition: QgsProcessingFeatureSourceDefinition) -> QgsFeatureRequest.InvalidGeometryCheck:
    """Give what a source's own settings say of invalid polygons; where they say nothing, the worker repairs them."""
    is_set = definition.flags & QgsProcessingFeatureSourceDefinition.Flag.FlagOverrideDefaultGeometryCheck
    return definition.geometryCheck if is_set else _CHECKS.GeometryNoCheck


def pairs_of(text: str) -> dict[str, str]:
    """Read “dike=2, road=1”, or JSON where names hold commas.

    Raises:
        BadInputError: For a part without “=”.
    """
    if text.lstrip().startswith("{"):
        return {str(name): str(value) for name, value in parse_json(text, tr("The list of pairs"), "JSON").items()}
    pairs = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, value = part.rpartition("=")
        if not equals:
            raise BadInputError(tr("“{part}” lacks a value. Write name=number, with commas between.", part=part))
        pairs[name.strip()] = value.strip()
    return pairs
