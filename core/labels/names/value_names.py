"""What a raster's attribute table or category list calls its values, as a virtual raster describes both."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, Optional

from ...errors import BadInputError
from ...files.plain_name import plain_name
from ...files.text_file import decoded
from .class_value import class_name

_NAME_USAGE, _VALUE_USAGE, _LOWEST_USAGE = "2", "5", "3"
"""What GDAL calls the columns of an attribute table that hold names, values, and the least value of a row."""
TEXT_TYPE = "2"
_NAME_COLUMNS = ("class", "class_name", "classname", "name", "label", "category", "description")


def names_by_value(
    band: ET.Element, sidecar: Callable[[], dict[int, str]], column: str = "", path: str = ""
) -> dict[int, str]:
    """Read names by value: the attribute table's, else those of a table beside the raster, else the category names.

    Args:
        band: The band as a virtual raster describes it.
        sidecar: Reads the table beside the raster, where it has one.
        column: Column of the attribute table that holds the names; empty takes the one that is meant for them.
        path: The raster, for messages.

    Raises:
        BadInputError: When the attribute table has no such column.
    """
    table = band.find("GDALRasterAttributeTable")
    named = _table_names(table, column, path) if table is not None else {}
    if named:
        return named
    return sidecar() or _named(enumerate(entry.text or "" for entry in band.iterfind("CategoryNames/Category")))


def sidecar_names(
    fields: list[tuple[str, str, str]], columns: Sequence[Sequence[Any]], column: str, path: str, *, is_said: bool
) -> dict[int, str]:
    """Read names by value from the columns of a table beside a raster; its encoding may be said or is guessed.

    Raises:
        BadInputError: When it has no such column.
    """
    value_at, name_at = _value_column(fields), _name_column(fields, column, path)
    if value_at is None or name_at is None:
        return {}
    names = [class_name(name) for name in columns[name_at]]
    if not is_said and fields[name_at][1] == TEXT_TYPE:
        names = [decoded(name.encode("latin-1", "replace")) for name in names]
    return _named(zip(columns[value_at], names))


def _table_names(table: ET.Element, column: str, path: str) -> dict[int, str]:
    fields = [
        (entry.findtext("Name") or "", entry.findtext("Type") or "", entry.findtext("Usage") or "")
        for entry in table.iterfind("FieldDefn")
    ]
    value_at, name_at = _value_column(fields), _name_column(fields, column, path)
    if name_at is None:
        return {}
    rows = ([cell.text or "" for cell in row.iterfind("F")] for row in table.iterfind("Row"))
    pairs = [
        (index if value_at is None else cells[value_at], cells[name_at])
        for index, cells in enumerate(rows)
        if name_at < len(cells) and (value_at or 0) < len(cells)
    ]
    return _named(pairs)


def _named(pairs: Iterable[tuple[Any, Optional[str]]]) -> dict[int, str]:
    """Give the name by value; rows without a whole number, or without a name, name nothing."""
    named = {}
    for value, name in pairs:
        text = plain_name(name or "")
        with suppress(TypeError, ValueError, OverflowError):
            if text and float(value).is_integer():
                named[int(float(value))] = text
    return named


def _value_column(fields: list[tuple[str, str, str]]) -> int | None:
    """Find the column of values; without one, a row's place is its value, as GDAL has it."""
    for usage in (_VALUE_USAGE, _LOWEST_USAGE):
        for index, field in enumerate(fields):
            if field[2] == usage:
                return index
    return next((index for index, field in enumerate(fields) if field[0].casefold() == "value"), None)


def _name_column(fields: list[tuple[str, str, str]], column: str, path: str) -> int | None:
    if column:
        matches = [index for index, field in enumerate(fields) if field[0].casefold() == column.casefold()]
        if not matches:
            listed = ", ".join(field[0] for field in fields)
            raise BadInputError(
                (
                    "The attribute table of “{path}” has no column “{column}”. Choose the one that holds the class (it "
                    "has: {listed})."
                ),
                path=path,
                column=column,
                listed=listed,
            )
        return matches[0]
    texts = [index for index, field in enumerate(fields) if field[1] == TEXT_TYPE]
    meant = [index for index in texts if fields[index][2] == _NAME_USAGE]
    usual = [index for index in texts if fields[index][0].casefold() in _NAME_COLUMNS]
    return next(iter(meant + usual + texts), None)
