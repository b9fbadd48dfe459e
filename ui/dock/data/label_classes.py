"""The classes of the chosen label layer: those over the imagery, and those to be drawn next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsVectorLayer

from ....core.labels.legend import MOST_CLASSES
from ....core.labels.names.spelling import spelling_key
from ...layers.classes.class_counts import Counts, EstimatedClassCount
from ...layers.classes.class_merging import merge_classes
from ...layers.classes.class_style import (
    add_classes,
    drawn_classes,
    is_by_class,
    is_ours,
    is_styled_by_us,
    is_unstyled,
    recolour,
    style_by_class,
)
from ...layers.classes.class_values import class_colours
from .data_choice import class_colours_of

_MOST_STYLED = 100
"""A layer of more classes is left as it is drawn: nobody tells so many apart."""


class LabelClasses:
    """Keeps the classes' colours in the layer's style where Outcrop has drawn it by classes, or nobody has styled it.

    A layer that the analyst has styled is left alone, but that a class which is drawn on it gets its category; colours
    that are chosen for its classes are kept here.

    Attributes:
        may_style: Whether layers may be drawn otherwise; not before anybody has looked at the page.
    """

    may_style = False

    def __init__(self) -> None:
        self.own_colours: dict[str, str] = {}
        self._named: list[str] = []

    def forget(self) -> None:
        """Begin with another layer."""
        self.own_colours, self._named = {}, []

    def restore(self, colours: Any) -> None:
        """Take the colours that a project kept."""
        self.own_colours = dict(colours) if isinstance(colours, Mapping) else {}

    def add(self, name: str) -> None:
        """Note a class of which nothing is drawn yet."""
        if name not in self._named:
            self._named.append(name)

    def give_colour(self, layer: Optional[QgsMapLayer], field: str, name: str, colour: str) -> None:
        """Give a class another colour."""
        if not (isinstance(layer, QgsVectorLayer) and is_by_class(layer, field) and recolour(layer, name, colour)):
            self.own_colours[name] = colour

    def merge(self, layer: Optional[QgsMapLayer], field: str, kept: str) -> None:
        """Give one name to all classes that are written like it."""
        key = spelling_key(kept)
        self._named = [name for name in self._named if name == kept or spelling_key(name) != key]
        if isinstance(layer, QgsVectorLayer):
            merge_classes(layer, field, kept)

    def of(self, layer: QgsMapLayer, field: str, counts: Counts) -> tuple[list[EstimatedClassCount], dict[str, str]]:
        """Give the classes in order and their colours by name, and draw a polygon layer in these colours."""
        counted = {entry.name: entry for entry in counts.classes}
        is_vector = isinstance(layer, QgsVectorLayer)
        styled = drawn_classes(layer) if is_vector and is_by_class(layer, field) else []
        waiting = styled if is_vector and (is_ours(layer) or layer.isEditable()) else []
        if not 0 < len({*counted, *self._named, *waiting}) <= MOST_CLASSES:
            return counts.classes, {}
        if not is_vector:
            return counts.classes, class_colours_of(counts, {**counts.colours, **self.own_colours})
        order = dict.fromkeys(
            [*(name for name in styled if name in counted or name in waiting), *counted, *self._named]
        )
        entries = [counted.get(name) or EstimatedClassCount(name) for name in order]
        known = {**self.own_colours, **class_colours(layer, field)}
        colours = class_colours_of(Counts(classes=entries), known)
        if len(entries) <= _MOST_STYLED:
            self._draw(layer, field, colours)
        return entries, colours

    def _draw(self, layer: QgsVectorLayer, field: str, colours: dict[str, str]) -> None:
        if not self.may_style:
            return
        if is_by_class(layer, field):
            if is_styled_by_us(layer) or layer.isEditable():
                add_classes(layer, field, colours)
        elif is_unstyled(layer):
            style_by_class(layer, field, colours)
        else:
            return
        self._named = []
        self.own_colours = {}
