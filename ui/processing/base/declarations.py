"""Declarations: Processing parameters made from the parameters that dataclasses describe, and the kinds all share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Optional

from qgis.core import (
    Qgis,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.model.card_file import SUFFIX
from ....core.model.catalogue import architectures
from ....core.parameters import Parameter, describe
from ...compat import OF_POINTS, OF_POLYGONS
from ...texts import tr

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
YES_NO = ("yes", "no")
_CHOICE_WIDGET = f"{__package__}.choice_widget.ChoiceWrapper"
_WIDGETS = {"renamed": f"{__package__.rpartition('.')[0]}.assessment.renamed_widget.RenamedWrapper"}
"""Widgets of ours for settings, by their names."""
_MODEL_WIDGET = f"{__package__}.model_file_widget.ModelFileWrapper"
_QGIS_4 = 40_000
"""QGIS 3 takes widgets written in Python; QGIS 4 may have them no more, and then its own does."""


def with_help(
    definition: QgsProcessingParameterDefinition, text: str, *, advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """Give a parameter its help, and fold it away where it is seldom changed."""
    definition.setHelp(text)
    if advanced:
        definition.setFlags(definition.flags() | ADVANCED)
    return definition


def described(entry: Parameter, prefix: str = "") -> QgsProcessingParameterDefinition:
    """Make the parameter of a described field, set to the field's default."""
    name, label = f"{prefix}{entry.name.upper()}", _label(entry)
    if entry.type is bool:
        parameter = QgsProcessingParameterBoolean(name, label, entry.default)
    elif entry.choices:
        parameter = choice(name, label, entry.choices, entry.default)
    elif entry.type in (int, float):
        parameter = _number(entry, name, label, entry.default)
    else:
        parameter = QgsProcessingParameterString(name, label, entry.default or None, optional=True)
    if entry.name in _WIDGETS:
        offer_widget(parameter, _WIDGETS[entry.name])
    return with_help(parameter, f"{tr(entry.help)} {_how_written(entry)}".strip(), advanced=entry.advanced)


def added_later(definition: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Let graphical models that were saved before a parameter existed still run: they get its default."""
    definition.setFlags(definition.flags() | OPTIONAL)
    return definition


def left_open(entry: Parameter, prefix: str = "") -> QgsProcessingParameterDefinition:
    """Make the parameter of a described field, set to nothing: what else is chosen decides unless it is set."""
    name, label = f"{prefix}{entry.name.upper()}", _label(entry)
    options = YES_NO if entry.type is bool else entry.choices
    text = tr(entry.help)
    if options:
        parameter = choice(name, label, options, optional=True)
    elif entry.type in (int, float):
        parameter = _number(entry, name, label, None)
        text = f"{text} {tr('0 stands for empty.')}" if entry.optional else text
    else:
        parameter = QgsProcessingParameterString(name, label, optional=True)
    return with_help(parameter, text, advanced=True)


def choice(
    name: str, label: str, options: Iterable[str], default: Optional[str] = None, *, optional: bool = False
) -> QgsProcessingParameterEnum:
    """Make a choice among names that never change; models and scripts hold the name, not its place."""
    parameter = QgsProcessingParameterEnum(
        name, label, list(options), defaultValue=default, optional=optional, usesStaticStrings=True
    )
    offer_widget(parameter, _CHOICE_WIDGET)
    return parameter


def polygon_source(name: str, label: str, *, optional: bool = False) -> QgsProcessingParameterFeatureSource:
    """Make a parameter that takes polygons from any layer."""
    return QgsProcessingParameterFeatureSource(name, label, [OF_POLYGONS], optional=optional)


def label_source(name: str, label: str, *, optional: bool = False) -> QgsProcessingParameterFeatureSource:
    """Make a parameter that takes polygons or points from any layer."""
    return QgsProcessingParameterFeatureSource(name, label, [OF_POLYGONS, OF_POINTS], optional=optional)


def offer_widget(definition: QgsProcessingParameterDefinition, wrapper: str) -> None:
    """Let dialogs show a parameter by a widget of ours, where QGIS takes one; `wrapper` is its class by full name."""
    if Qgis.QGIS_VERSION_INT < _QGIS_4:
        definition.setMetadata({"widget_wrapper": {"class": wrapper}})


def model_input(name: str, label: str, *, optional: bool = False) -> QgsProcessingParameterFile:
    """Make a parameter that takes a model file, chosen from a list of one's models where QGIS takes such a widget."""
    parameter = QgsProcessingParameterFile(
        name, label, optional=optional, fileFilter=_filter(tr("Model files"), SUFFIX)
    )
    offer_widget(parameter, _MODEL_WIDGET)
    return parameter


def file_output(
    name: str, label: str, kind: str, suffix: str, *, optional: bool = False, by_default: bool = True
) -> QgsProcessingParameterFileDestination:
    """Make a parameter that says which file to write."""
    return QgsProcessingParameterFileDestination(
        name, label, _filter(kind, suffix), optional=optional, createByDefault=by_default
    )


def model_settings() -> tuple[Parameter, ...]:
    """Join the settings of all models by name: each with its widest range and the titles of the models that have it."""
    titles: dict[str, list[str]] = {}
    joined: dict[str, Parameter] = {}
    for architecture in architectures().values():
        for entry in describe(architecture.parameters):
            titles.setdefault(entry.name, []).append(tr(architecture.title))
            joined[entry.name] = _widened(joined.get(entry.name, entry), entry)
    every = len(architectures())
    return tuple(
        replace(entry, help=tr(entry.help) if len(titles[name]) == every else _help_of_some(entry, titles[name]))
        for name, entry in joined.items()
    )


def _help_of_some(entry: Parameter, titles: Sequence[str]) -> str:
    return tr("{help} ({models})", help=tr(entry.help), models=", ".join(titles))


def _widened(one: Parameter, other: Parameter) -> Parameter:
    lows, highs = (one.low, other.low), (one.high, other.high)
    return replace(
        one,
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
        choices=tuple(dict.fromkeys([*one.choices, *other.choices])),
        optional=one.optional or other.optional,
        label=one.label if one.label == other.label else one.name.replace("_", " ").capitalize(),
    )


def _number(entry: Parameter, name: str, label: str, default: Optional[float]) -> QgsProcessingParameterNumber:
    kinds = QgsProcessingParameterNumber.Type
    parameter = QgsProcessingParameterNumber(
        name, label, kinds.Integer if entry.type is int else kinds.Double, default, optional=default is None
    )
    if entry.low is not None:
        parameter.setMinimum(min(0.0, entry.low) if entry.optional else entry.low)
    if entry.high is not None:
        parameter.setMaximum(entry.high)
    return parameter


def _how_written(entry: Parameter) -> str:
    if entry.type is dict:
        return tr("Write name=number, with commas between.")
    return tr("Write commas between them.") if entry.type is tuple else ""


def _label(entry: Parameter) -> str:
    return f"{tr(entry.label)} [{tr(entry.unit)}]" if entry.unit else tr(entry.label)


def _filter(kind: str, suffix: str) -> str:
    return f"{kind} (*{suffix})"


def without(entries: Sequence[Parameter], *names: str) -> tuple[Parameter, ...]:
    """Leave out described parameters by name."""
    return tuple(entry for entry in entries if entry.name not in names)
