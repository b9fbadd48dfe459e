"""Class names from a polygon layer: its values as text, their order, and the colours that its style gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from qgis.core import NULL, QgsCategorizedSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime

from ....core.labels.names.class_value import class_name

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def class_text(value: Any) -> str:
    """Write a field's value as a class name, as the worker does; empty for null. 3.0 is “3”."""
    if value is None or value == NULL:
        return ""
    if isinstance(value, (QDate, QDateTime, QTime)):
        return class_name(_python_time(value)) if value.isValid() else ""
    if isinstance(value, QByteArray):
        return class_name(bytes(value))
    if isinstance(value, (list, tuple)):
        return ", ".join(map(class_text, value))
    return class_name(value)


def _python_time(value: Any) -> Any:
    if isinstance(value, QDate):
        return date(value.year(), value.month(), value.day())
    if isinstance(value, QTime):
        return time(value.hour(), value.minute(), value.second(), value.msec() * 1000)
    return datetime.combine(_python_time(value.date()), _python_time(value.time()))


def in_order(names: Iterable[str]) -> list[str]:
    """Sort class names: numbers by value, then text with the numbers in it by value."""
    texts = list(names)
    numbers = [name for name in texts if _NUMBER.fullmatch(name)]
    words = [name for name in texts if not _NUMBER.fullmatch(name)]
    return sorted(numbers, key=float) + sorted(words, key=_word_key)


def class_colours(layer: QgsVectorLayer, field: str) -> dict[str, str]:
    """Read the colours, “#rrggbb” by class name, from a layer that is drawn by categories of that field."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute().strip('"') != field:
        return {}
    colours = {}
    for category in renderer.categories():
        values = category.value() if isinstance(category.value(), (list, tuple)) else [category.value()]
        for name in map(class_text, values):
            if name and category.symbol() is not None:
                colours[name] = category.symbol().color().name()
    return colours


def _word_key(name: str) -> tuple[list[Any], str]:
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if index % 2 else part for index, part in enumerate(parts)], name
