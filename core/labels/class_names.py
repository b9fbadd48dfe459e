"""Names of classes: their natural order, and what a raster's attribute table or category list calls its values."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Optional

import pyogrio
from pyogrio.errors import DataSourceError

from ..errors import BadInputError
from ..geodata.raster_file import described
from ..geodata.vector.vector_path import vector_path
from ..plain_name import plain_name, xml_text
from ..text_file import decoded
from .class_value import class_name

_NAME_USAGE, _VALUE_USAGE, _LOWEST_USAGE = "2", "5", "3"
"""What GDAL calls the columns of an attribute table that hold names, values, and the least value of a row."""
_TEXT_TYPE = "2"
_NAME_COLUMNS = ("class", "class_name", "classname", "name", "label", "category", "description")


def sorted_naturally(names: Iterable[str]) -> list[str]:
    """Sort class names: numbers by their value before text, numbers inside text by theirs."""
    return sorted(names, key=_natural)


def _natural(name: str) -> tuple[int, float, list[Any], str]:
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", name):
        return 0, float(name), [], name
    parts = re.split(r"(\d+)", name.casefold())
    return 1, 0.0, [int(part) if place % 2 else part for place, part in enumerate(parts)], name


def raster_class_names(path: str | Path, column: str = "") -> dict[int, str]:
    """Read what a raster calls the values of its first band, by its attribute table or else its category names.

    GDAL itself tells them, through the description of a virtual raster, so that every format's own way is understood.

    Args:
        path: The raster.
        column: Column of the attribute table that holds the names; empty takes the one that is meant for them.

    Returns:
        Name by value; empty where the raster names nothing.

    Raises:
        BadInputError: When the attribute table has no such column.
    """
    band = described(path).find("VRTRasterBand")
    if band is None:
        return {}
    table = band.find("GDALRasterAttributeTable")
    if table is not None:
        named = _table_names(table, column, str(path))
        if named:
            return named
    named = _sidecar_names(Path(f"{path}.vat.dbf"), column)
    if named:
        return named
    categories = [entry.text or "" for entry in band.iterfind("CategoryNames/Category")]
    return _named(enumerate(categories))


def class_names_xml(names: Mapping[int, str]) -> str:
    """Write category names as they stand in the `.aux.xml` beside a raster, where GDAL and QGIS look for them."""
    root = ET.Element("PAMDataset")
    band = ET.SubElement(root, "PAMRasterBand", band="1")
    categories = ET.SubElement(band, "CategoryNames")
    for value in range(max(names, default=-1) + 1):
        ET.SubElement(categories, "Category").text = xml_text(names.get(value, ""))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _sidecar_names(table: Path, column: str) -> dict[int, str]:
    """Read the attribute table that ArcGIS keeps in a file beside the raster."""
    if not table.is_file():
        return {}
    is_said = any(table.with_suffix(suffix).is_file() for suffix in (".cpg", ".CPG"))
    encoding = None if is_said else "ISO-8859-1"
    try:
        facts, _, _, columns = pyogrio.raw.read(vector_path(table), read_geometry=False, encoding=encoding)
    except (DataSourceError, UnicodeDecodeError) as error:
        raise BadInputError(f"The attribute table “{table}” can't be read: {error}. Remove or mend it.") from error
    kinds = [_TEXT_TYPE if kind == "OFTString" else "" for kind in facts["ogr_types"]]
    fields = [(str(name), kind, "") for name, kind in zip(facts["fields"], kinds)]
    value_at, name_at = _value_column(fields), _name_column(fields, column, str(table))
    if value_at is None or name_at is None:
        return {}
    names = [class_name(name) for name in columns[name_at].tolist()]
    if not is_said and kinds[name_at] == _TEXT_TYPE:
        names = [decoded(name.encode("latin-1", "replace")) for name in names]
    return _named(zip(columns[value_at].tolist(), names))


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
        (place if value_at is None else cells[value_at], cells[name_at])
        for place, cells in enumerate(rows)
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
        for place, field in enumerate(fields):
            if field[2] == usage:
                return place
    return next((place for place, field in enumerate(fields) if field[0].casefold() == "value"), None)


def _name_column(fields: list[tuple[str, str, str]], column: str, path: str) -> int | None:
    if column:
        found = [place for place, field in enumerate(fields) if field[0].casefold() == column.casefold()]
        if not found:
            listed = ", ".join(field[0] for field in fields)
            raise BadInputError(
                f"The attribute table of “{path}” has no column “{column}”. Choose the one that holds the class "
                f"(it has: {listed})."
            )
        return found[0]
    texts = [place for place, field in enumerate(fields) if field[1] == _TEXT_TYPE]
    meant = [place for place in texts if fields[place][2] == _NAME_USAGE]
    usual = [place for place in texts if fields[place][0].casefold() in _NAME_COLUMNS]
    return next(iter(meant + usual + texts), None)
