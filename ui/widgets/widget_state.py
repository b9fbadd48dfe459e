"""Widget state: what the fields of a page show, as plain values, and back; what doesn't fit is left out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox

Values = dict[str, Any]


def fields_state(page: QObject) -> Values:
    """Read the public fields of a page: combo boxes, check boxes, numbers, and what tells its state itself."""
    state = {name: _read(field) for name, field in vars(page).items() if not name.startswith("_")}
    return {name: value for name, value in state.items() if value is not None}


def restore_fields(page: QObject, state: Mapping[str, Any], project: QgsProject) -> None:
    """Show a state again; fields that it doesn't name stay, and values that don't fit are passed over."""
    for name, field in vars(page).items():
        if name in state and not name.startswith("_"):
            with suppress(TypeError, ValueError, KeyError, AttributeError, OverflowError):
                _show(field, state[name], project)


def _read(field: Any) -> Any:
    if isinstance(field, QgsMapLayerComboBox):
        layer = field.currentLayer()
        return layer.id() if layer is not None else ""
    if isinstance(field, QgsFieldComboBox):
        return field.currentField()
    if isinstance(field, QComboBox):
        chosen = field.currentData()
        return chosen if isinstance(chosen, (str, int, float)) else field.currentIndex()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, (QSpinBox, QDoubleSpinBox)):
        return field.value()
    if isinstance(field, Mapping):
        return {str(name): _read(inner) for name, inner in field.items()}
    if isinstance(field, QObject) and callable(getattr(field, "state", None)):
        return field.state()
    return None


def _show(field: Any, value: Any, project: QgsProject) -> None:
    if isinstance(field, QgsMapLayerComboBox):
        layer = project.mapLayer(value)
        if layer is not None:
            field.setLayer(layer)
    elif isinstance(field, QComboBox):
        _choose(field, value)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, (QSpinBox, QDoubleSpinBox)):
        field.setValue(value)
    elif isinstance(field, Mapping):
        for name in field.keys() & value.keys():
            _show(field[name], value[name], project)
    elif isinstance(field, QObject) and callable(getattr(field, "restore", None)):
        field.restore(value)


def _choose(box: QComboBox, value: Any) -> None:
    if isinstance(box, QgsFieldComboBox):
        box.setField(value)
        return
    index = box.findData(value)
    if index < 0 and isinstance(value, int):
        index = value
    if 0 <= index < box.count():
        box.setCurrentIndex(index)
