"""The class field: which field of a polygon layer most likely holds the class."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from .class_values import class_text

MOST_LIKELY = 30
"""More values than these are seldom classes."""
_LIKELY = ("kind", "class", "klass", "classname", "class_name", "label", "type", "category", "lithology", "name")
_SURE = _LIKELY[:6]
"""Names that no other field has."""
_KEYS = ("fid", "id", "gid", "objectid", "ogc_fid", "osm_id", "uuid", "globalid", "featid")
_READ = 1000
"""Features that are looked at: enough to tell, and read in a moment."""
_FEW = 12
"""Where there are no more polygons than these, each may well be of a class of its own, as in a geological map."""


@dataclass
class _Field:
    name: str
    is_text: bool
    values: set[str]
    read: int = 0

    @property
    def is_key(self) -> bool:
        """Whether it tells features apart, not classes."""
        all_differ = self.read > (_FEW if self.is_text else 1) and len(self.values) == self.read
        return self.name.casefold() in _KEYS or all_differ

    @property
    def repeats(self) -> bool:
        """Whether some polygons have the same value."""
        return len(self.values) < self.read

    @property
    def tells_classes(self) -> bool:
        """Whether it has as many values as there are classes, as a rule."""
        return 2 <= len(self.values) <= MOST_LIKELY and not self.is_key


def likely_field(layer: QgsVectorLayer) -> str:
    """Guess the field that holds the class, by its name and values; empty where none looks like it.

    A field with more than 30 values, one that numbers the polygons, measures and dates are never guessed.
    """
    fields = _read(layer)
    by_name = {field.name.casefold(): field for field in reversed(fields)}
    named = [by_name[name] for name in _LIKELY if name in by_name]
    for candidates in (
        [field for field in named if field.tells_classes and field.repeats],
        [field for field in named if field.name.casefold() in _SURE and len(field.values) <= MOST_LIKELY],
        [field for field in fields if field.is_text and field.tells_classes and field.repeats],
        [field for field in fields if field.tells_classes and field.repeats],
        [field for field in [*named, *fields] if field.is_text and field.tells_classes],
        [field for field in [*named, *fields] if len(field.values) < 2 and field.is_text and not field.is_key],
    ):
        if candidates:
            return candidates[0].name
    return ""


def _read(layer: QgsVectorLayer) -> list[_Field]:
    """Read the values of those fields that can hold a class, of the first features."""
    keys = set(layer.primaryKeyAttributes())
    fields: dict[int, _Field] = {}
    for index, field in enumerate(layer.fields()):
        is_whole = field.isNumeric() and field.precision() == 0 and "real" not in field.typeName().lower()
        if index not in keys and not field.isDateOrTime() and (is_whole or not field.isNumeric()):
            fields[index] = _Field(field.name(), not field.isNumeric(), set())
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(_READ)
    request.setSubsetOfAttributes(list(fields))
    for feature in layer.getFeatures(request):
        for index, entry in fields.items():
            text = class_text(feature.attribute(index))
            if text:
                entry.read += 1
                entry.values.add(text)
    return list(fields.values())
