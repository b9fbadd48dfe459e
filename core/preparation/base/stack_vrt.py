"""The saved stack: a small VRT through which any program sees all bands of a stack on its grid, each as it is read.

It refers to the files where they are, and copies no pixel. Every band says of itself what it is and which layer it
belongs to, so that Outcrop reads a saved stack as it would read its files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from ...errors import BadInputError
from ...files.plain_name import xml_text
from ...files.whole_file import write_text
from ...geodata.grid import virtual_raster
from ...geodata.raster_file import open_raster
from ...geodata.source import Source, SourceView
from ...geodata.sources.settings import ANGLE, DOMAIN, ITEM, LAYER_ITEM, SourceSettings
from ...geodata.sources.stack_source import StackSource, layer_names
from ...geodata.stack import Stack
from ...geodata.validity import GDAL_TYPES

_DEGREES = "57.29577951308232"


@dataclass(frozen=True)
class _Seen:
    """One source as it is seen on the grid, and what a program has to know of its bands."""

    part: StackSource
    view: SourceView
    layer: str


def write_stack_vrt(stack: Stack, target: Path) -> None:
    """Write a stack as a virtual raster.

    Where an embedding's pixels are finer than the grid its vectors are averaged, but not brought to length 1: a VRT
    can't do that.

    Args:
        stack: The rasters, open.
        target: The VRT to write. It refers to the rasters where they are now.

    Raises:
        BadInputError: For a stack of folders, lists or STAC items, whose mosaics don't stay.
    """
    _check_stays(stack)
    root = virtual_raster(stack.grid)
    seen: dict[int, _Seen] = {}
    for part, layer in zip(stack.sources, layer_names([source.layer for source in stack.sources])):
        dataset = open_raster(part.file)
        source = Source(dataset, stack.grid, part.bands, part.settings)
        try:
            one = _Seen(part, source.view(), layer)
        finally:
            source.close()
        seen.update(dict.fromkeys(part.places, one))
    for place in range(len(stack.bands)):
        _add_band(root, stack, place, seen[place])
    write_text(target, ET.tostring(root, encoding="unicode"))


def _check_stays(stack: Stack) -> None:
    if stack.has_mosaics:
        raise BadInputError(
            "A stack of folders, lists or STAC items can't be saved: their mosaics are made anew each time. Build a "
            "virtual raster of each first (Raster ▸ Miscellaneous ▸ Build Virtual Raster)."
        )


def _add_band(root: ET.Element, stack: Stack, place: int, seen: _Seen) -> None:
    """Add a band of the stack: a source that shows it, a mask, and what it says of itself."""
    band, view = stack.bands[place], seen.view
    at = seen.part.bands.index(band.number)
    is_turned = seen.part.settings.role == ANGLE and view.has_functions
    kind = "Float32" if view.has_functions else GDAL_TYPES[view.types[at]]
    element = ET.SubElement(root, "VRTRasterBand", dataType=kind, band=str(place + 1))
    ET.SubElement(element, "Description").text = xml_text(band.name)
    ET.SubElement(element, "UnitType").text = xml_text(band.unit)
    ET.SubElement(element, "ColorInterp").text = view.colours[at]
    scale, offset = view.scaling[at]
    if not view.has_functions and (scale, offset) != (1.0, 0.0):
        ET.SubElement(element, "Offset").text = repr(offset)
        ET.SubElement(element, "Scale").text = repr(scale)
    items = ET.SubElement(element, "Metadata", domain=DOMAIN)
    settings = SourceSettings(seen.part.settings.role, band.settings.resampling)
    ET.SubElement(items, "MDI", key=ITEM).text = str(settings)
    ET.SubElement(items, "MDI", key=LAYER_ITEM).text = xml_text(seen.layer)
    if is_turned:
        source = _source(element, "ComplexSource", _phase(stack, view, at), 1)
        ET.SubElement(source, "ScaleOffset").text = "0"
        ET.SubElement(source, "ScaleRatio").text = _DEGREES
    else:
        _source(element, "SimpleSource", view.name, view.numbers[at])
    mask = ET.SubElement(ET.SubElement(element, "MaskBand"), "VRTRasterBand", dataType="Byte")
    _source(mask, "SimpleSource", view.name, view.mask)


def _phase(stack: Stack, view: SourceView, at: int) -> str:
    """Give the virtual raster of a direction in radians, of its cosine and sine."""
    cosine_and_sine = [(view.name, 2 * at + 2), (view.name, 2 * at + 1)]
    together = _derived(stack, "complex", "CFloat32", "Float32", cosine_and_sine)
    return _derived(stack, "phase", "Float32", "CFloat32", [(together, 1)])


def _derived(stack: Stack, function: str, kind: str, of_kind: str, sources: Sequence[tuple[str, int]]) -> str:
    """Give the virtual raster of a function of bands."""
    root = ET.Element("VRTDataset", rasterXSize=str(stack.grid.width), rasterYSize=str(stack.grid.height))
    band = ET.SubElement(root, "VRTRasterBand", dataType=kind, band="1", subClass="VRTDerivedRasterBand")
    ET.SubElement(band, "PixelFunctionType").text = function
    ET.SubElement(band, "SourceTransferType").text = of_kind
    for name, number in sources:
        _source(band, "SimpleSource", name, number)
    return ET.tostring(root, encoding="unicode")


def _source(band: ET.Element, kind: str, name: str, number: int) -> ET.Element:
    source = ET.SubElement(band, kind)
    ET.SubElement(source, "SourceFilename", relativeToVRT="0").text = name
    ET.SubElement(source, "SourceBand").text = str(number)
    return source
