"""VRT: the small XML file through which GDAL reads plain bytes as a raster with colours, names and overviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from ...files.plain_name import xml_text
from ...geodata.grid import Grid, virtual_raster


@dataclass(frozen=True)
class BandLook:
    """What a raster says of one of its bands.

    Attributes:
        name: Its description.
        colours: “#rrggbb” of the values from 1; empty for a band of quantities.
        categories: Class names of the values from 1.
        scale: Quantity = value · scale + offset.
        offset: See `scale`.
    """

    name: str
    colours: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    scale: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True)
class VrtContent:
    """What a VRT over 8-bit bytes, band after band, row after row, says; 0 is nodata.

    Attributes:
        grid: Size and place.
        looks: The bands.
        raw: The file of bytes, in the VRT's folder.
        metadata: Of the raster.
        statistics: Metadata of every band; may be empty.
        overviews: VRTs of the same raster at ½, ¼ …, in the VRT's folder.
    """

    grid: Grid
    looks: tuple[BandLook, ...]
    raw: Path
    metadata: Mapping[str, str]
    statistics: Sequence[Mapping[str, str]] = ()
    overviews: Sequence[Path] = ()

    def to_xml(self) -> str:
        """Write the VRT."""
        root = virtual_raster(self.grid)
        _add_metadata(root, self.metadata)
        for number, look in enumerate(self.looks):
            kind = {"dataType": "Byte", "band": str(number + 1), "subClass": "VRTRawRasterBand"}
            band = ET.SubElement(root, "VRTRasterBand", kind)
            _add_metadata(band, self.statistics[number] if self.statistics else {})
            _add_look(band, look, first=number == 0)
            for overview in self.overviews:
                entry = ET.SubElement(band, "Overview")
                ET.SubElement(entry, "SourceFilename", relativetoVRT="1").text = overview.name
                ET.SubElement(entry, "SourceBand").text = str(number + 1)
            ET.SubElement(band, "SourceFilename", relativetoVRT="1").text = self.raw.name
            ET.SubElement(band, "ImageOffset").text = str(number * self.grid.height * self.grid.width)
            ET.SubElement(band, "PixelOffset").text = "1"
            ET.SubElement(band, "LineOffset").text = str(self.grid.width)
        return ET.tostring(root, encoding="unicode")


def add_categories(band: ET.Element, names: Sequence[str]) -> None:
    """Add class names for the values from 1 to a band's XML, as VRT and PAM files have them."""
    parent = ET.SubElement(band, "CategoryNames")
    for name in ("", *names):
        ET.SubElement(parent, "Category").text = xml_text(name)


def rgb(colour: str) -> tuple[int, int, int]:
    """Give red, green, blue of “#rrggbb”."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _add_metadata(element: ET.Element, metadata: Mapping[str, str]) -> None:
    if metadata:
        parent = ET.SubElement(element, "Metadata")
        for key, value in metadata.items():
            ET.SubElement(parent, "MDI", key=key).text = xml_text(value)


def _add_look(band: ET.Element, look: BandLook, first: bool) -> None:
    ET.SubElement(band, "Description").text = xml_text(look.name)
    ET.SubElement(band, "NoDataValue").text = "0"
    ET.SubElement(band, "ColorInterp").text = "Palette" if look.colours else "Gray" if first else "Undefined"
    if (look.scale, look.offset) != (1.0, 0.0):
        ET.SubElement(band, "Offset").text = repr(look.offset)
        ET.SubElement(band, "Scale").text = repr(look.scale)
    if look.colours:
        table = ET.SubElement(band, "ColorTable")
        ET.SubElement(table, "Entry", c1="0", c2="0", c3="0", c4="0")
        for colour in look.colours:
            red, green, blue = rgb(colour)
            ET.SubElement(table, "Entry", c1=str(red), c2=str(green), c3=str(blue), c4="255")
    if look.categories:
        add_categories(band, look.categories)
