"""Names of classes: their natural order, and what a raster's attribute table or category list calls its values."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyogrio
from pyogrio.errors import DataSourceError

from ...errors import BadInputError
from ...files.plain_name import xml_text
from ...geodata.raster_file import described
from ...geodata.vector.field_kinds import field_kinds
from ...geodata.vector.vector_path import vector_path
from .value_names import TEXT_TYPE, names_by_value, sidecar_names


def sorted_naturally(names: Iterable[str]) -> list[str]:
    """Sort class names: numbers by their value before text, numbers inside text by theirs."""
    return sorted(names, key=_natural)


def _natural(name: str) -> tuple[int, float, list[Any], str]:
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", name):
        return 0, float(name), [], name
    parts = re.split(r"(\d+)", name.casefold())
    return 1, 0.0, [int(part) if index % 2 else part for index, part in enumerate(parts)], name


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
    return names_by_value(band, lambda: _sidecar_names(Path(f"{path}.vat.dbf"), column), column, str(path))


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
        raise BadInputError(
            "The attribute table “{table}” can't be read: {error}. Remove or mend it.", table=table, error=error
        ) from error
    kinds = [TEXT_TYPE if kind == "OFTString" else "" for kind, _subtype in field_kinds(facts)]
    fields = [(str(name), kind, "") for name, kind in zip(facts["fields"], kinds)]
    return sidecar_names(fields, [values.tolist() for values in columns], column, str(table), is_said=is_said)
