"""A value that a parameter doesn't take, in words: QGIS itself only says which parameter it is."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFileUtils,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ...texts import number_text, tr
from .declarations import OPTIONAL

_UNSET = 1e300
"""Beyond this a bound of a number is none."""


def refused_value(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Say what is wrong with the first value that isn't taken, and what is; empty where QGIS's own words say more."""
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name(), definition.defaultValue())
        if not definition.checkValueIsAcceptable(value, context):
            return _text(definition, value)
    return ""


def _text(definition: QgsProcessingParameterDefinition, value: Any) -> str:
    name = f"{definition.description()} ({definition.name()})"
    if value in (None, "") and not definition.flags() & OPTIONAL:
        return tr("{parameter} is missing.", parameter=name)
    if isinstance(definition, QgsProcessingParameterFile):
        kinds = QgsFileUtils.extensionsFromFilter(definition.fileFilter()) or [definition.extension()]
        return tr("{parameter} takes files of the kind {kinds}, not “{file}”. Choose another one.",
                  parameter=name, kinds=", ".join(f".{kind}" for kind in kinds), file=value)  # fmt: skip
    if isinstance(definition, QgsProcessingParameterEnum):
        return tr("{parameter} can’t be “{value}”. Give one of: {choices}.",
                  parameter=name, value=value, choices=", ".join(definition.options()))  # fmt: skip
    if isinstance(definition, QgsProcessingParameterNumber):
        return _of_number(definition, name, value)
    if isinstance(definition, QgsProcessingParameterExtent):
        return tr("{parameter} can’t be “{value}”. Give the bounds xmin, xmax, ymin, ymax and the coordinate system in "
                  "brackets, or a layer.", parameter=name, value=value)  # fmt: skip
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        return tr("{parameter} can’t be “{value}”. Give layers of the project, or files that QGIS can open.",
                  parameter=name, value=value)  # fmt: skip
    return ""


def _of_number(definition: QgsProcessingParameterNumber, name: str, value: Any) -> str:
    low, high = definition.minimum(), definition.maximum()
    if low > -_UNSET and high < _UNSET:
        return tr("{parameter} can’t be {value}. Give a number from {low} to {high}.",
                  parameter=name, value=value, low=_short(low), high=_short(high))  # fmt: skip
    if low > -_UNSET:
        return tr("{parameter} can’t be {value}. Give {low} or more.", parameter=name, value=value, low=_short(low))
    return tr("{parameter} can’t be {value}. Give a number.", parameter=name, value=value)


def _short(number: float) -> str:
    return number_text(number, len(f"{number:g}".partition(".")[2]) if abs(number) < 1e6 else 0)
