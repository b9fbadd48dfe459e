"""The raster attribute table: every class with its name, colour and pixels, in the `.aux.xml` beside a class raster."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from ...files.plain_name import xml_text
from ...labels.legend import Legend
from .vrt import add_categories, rgb

_FIELDS = (
    ("Value", 0, 5), ("Class", 2, 2), ("Count", 1, 1), ("Red", 0, 6), ("Green", 0, 7), ("Blue", 0, 8), ("Alpha", 0, 9),
)  # fmt: skip
"""Name, type (0 whole number, 1 real number, 2 text) and usage of the fields, as GDAL numbers them."""


def attribute_table(legend: Legend, counts: Sequence[int], pixel_area_m2: float) -> str:
    """Give the `.aux.xml` of a class raster.

    Args:
        legend: The classes.
        counts: Pixels of every value, from 0.
        pixel_area_m2: Area of one pixel.
    """
    root = ET.Element("PAMDataset")
    band = ET.SubElement(root, "PAMRasterBand", band="1")
    add_categories(band, legend.names)
    table = ET.SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for number, (name, kind, usage) in enumerate((*_FIELDS, ("Area_m2", 1, 0))):
        field = ET.SubElement(table, "FieldDefn", index=str(number))
        for tag, value in (("Name", name), ("Type", kind), ("Usage", usage)):
            ET.SubElement(field, tag).text = str(value)
    for number, entry in enumerate(legend.classes):
        row = ET.SubElement(table, "Row", index=str(number))
        pixels = int(counts[entry.id])
        for cell in (entry.id, entry.name, pixels, *rgb(entry.colour), 255, round(pixels * pixel_area_m2, 2)):
            ET.SubElement(row, "F").text = xml_text(str(cell))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"
