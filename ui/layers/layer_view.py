"""What a raster layer says beyond its file, as a virtual raster for the worker.

That is another coordinate system, open options, and what the layer's properties make transparent or no data.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRasterRange

from ...core.files.naming import free_path
from ...core.files.whole_file import write_text
from ..gdal_calls import opened
from .gdal_source import GdalSource

_COLOURS, _ONE_SOURCE = 3, 2
"""Children of a derived band with one source: GDAL's function of several does nothing sensible with it."""
Range = tuple[float, float]
"""The least and the greatest value that is left out, both included."""
_INSIDE = {1: (False, True), 2: (True, False), 3: (False, False)}
"""Which ends of a range are in it, least and greatest, by the number of `QgsRasterRange.BoundsType`."""


@dataclass(frozen=True)
class Hidden:
    """What a layer shows nothing of.

    Attributes:
        ranges: Values of each band that are no data in it alone (B lists).
        ignored: Bands whose own nodata value counts as a value.
        everywhere: Band and ranges of it where the whole layer is transparent.
        colours: Values of three bands that make a pixel transparent together, each with these bands.
    """

    ranges: tuple[tuple[Range, ...], ...]
    ignored: frozenset[int] = frozenset()
    everywhere: tuple[tuple[int, tuple[Range, ...]], ...] = ()
    colours: tuple[tuple[tuple[int, float], ...], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether the file alone says where there is no data."""
        return not (any(self.ranges) or self.ignored or self.everywhere or self.colours)


def hidden_of(layer: QgsRasterLayer, bands: int) -> Hidden:
    """Read what a layer's properties hide of its file's bands."""
    provider = layer.dataProvider()
    numbers = range(1, bands + 1)
    ranges = tuple(tuple(_ends(one) for one in provider.userNoDataValues(number)) for number in numbers)
    ignored = frozenset(
        number
        for number in numbers
        if provider.sourceHasNoDataValue(number) and not provider.useSourceNoDataValue(number)
    )
    renderer = layer.renderer()
    transparency = renderer.rasterTransparency() if renderer is not None else None
    if transparency is None:
        return Hidden(ranges, ignored)
    used = [number for number in renderer.usesBands() if 1 <= number <= bands]
    singles = tuple((one.min, one.max) for one in transparency.transparentSingleValuePixelList() if _is_gone(one))
    everywhere = ((used[0], singles),) if singles and len(used) == 1 else ()
    triples = transparency.transparentThreeValuePixelList() if len(used) == _COLOURS else ()
    colours = tuple(tuple(zip(used, (one.red, one.green, one.blue))) for one in triples if _is_gone(one))
    return Hidden(ranges, ignored, everywhere, colours)


def write_view(layer: QgsRasterLayer, source: GdalSource, hidden: Hidden, folder: Path) -> Path:
    """Write the virtual raster of a layer into a folder of its own there, so that no other takes its name.

    Raises:
        GdalError: The file can't be opened.
        OSError: The virtual raster can't be written.
    """
    stem = Path(source.name.rpartition(":")[0] or source.name).stem if '"' in source.name else Path(source.name).stem
    target = _new_folder(folder) / f"{stem or 'raster'}.vrt"
    dataset = opened(gdal.OpenEx, source.name, gdal.OF_RASTER, open_options=list(source.open_options))
    wkt = layer.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
    is_same = layer.dataProvider().crs() == layer.crs()
    plain = target.with_name("plain.vrt")
    opened(gdal.Translate, str(plain), dataset, format="VRT", **({} if is_same else {"outputSRS": wkt})).FlushCache()
    if hidden.is_nothing:
        plain.replace(target)
        return target
    root = ET.fromstring(plain.read_bytes())  # noqa: S314 - GDAL wrote it just now
    shade = _colour_mask(root, hidden.colours, target.with_name("colours.vrt"), dataset)
    for number, band in enumerate(root.findall("VRTRasterBand"), start=1):
        if number in hidden.ignored:
            for entry in band.findall("NoDataValue"):
                band.remove(entry)
        _add_mask(band, number, hidden, shade, plain, dataset)
    write_text(target, ET.tostring(root, encoding="unicode"))
    return target


def _new_folder(folder: Path) -> Path:
    subfolder = free_path(folder, "layer", joint="_")
    subfolder.mkdir(parents=True)
    return subfolder


def _add_mask(
    band: ET.Element, number: int, hidden: Hidden, shade: tuple[Path, int], plain: Path, dataset: gdal.Dataset
) -> None:
    """Give a band a mask, where rules hide something of it: where the file has values, and no rule hides them."""
    mask = ET.Element("VRTRasterBand", _derived("1"))
    ET.SubElement(mask, "PixelFunctionType").text = "min"
    for of_band, ranges in ((number, hidden.ranges[number - 1]), *hidden.everywhere):
        if ranges:
            ET.SubElement(_source(mask, plain, str(of_band), dataset, "ComplexSource"), "LUT").text = table(ranges)
    for of_band in range(1, shade[1] + 1):
        _source(mask, shade[0], str(of_band), dataset)
    if len(mask) == 1:
        return
    if number not in hidden.ignored:
        _source(mask, plain, f"mask,{number}", dataset, "ComplexSource")
    if len(mask) == _ONE_SOURCE:
        mask.remove(mask[0])
        del mask.attrib["subClass"]
    ET.SubElement(band, "MaskBand").append(mask)


def _colour_mask(
    root: ET.Element, colours: Sequence[Sequence[tuple[int, float]]], target: Path, dataset: gdal.Dataset
) -> tuple[Path, int]:
    """Write a raster with a band for each colour, 0 where the pixel has it; give it with the number of bands."""
    plain = target.with_name("plain.vrt")
    vrt = ET.Element("VRTDataset", root.attrib)
    for number, colour in enumerate(colours, start=1):
        band = ET.SubElement(vrt, "VRTRasterBand", _derived(str(number)))
        ET.SubElement(band, "PixelFunctionType").text = "max"
        for of_band, value in colour:
            entry = _source(band, plain, str(of_band), dataset, "ComplexSource")
            ET.SubElement(entry, "LUT").text = table([(value, value)])
    if colours:
        write_text(target, ET.tostring(vrt, encoding="unicode"))
    return target, len(colours)


def table(ranges: Sequence[Range]) -> str:
    """Give the look-up table of GDAL that makes 0 of values in some ranges, and 255 of all others."""
    points: list[tuple[float, int]] = []
    for low, high in _merged(ranges):
        points += [] if low == -math.inf else [(float(np.nextafter(low, -math.inf)), 255), (low, 0)]
        points += [] if high == math.inf else [(high, 0), (float(np.nextafter(high, math.inf)), 255)]
    return ",".join(f"{value!r}:{shown}" for value, shown in dict(points).items())


def _merged(ranges: Sequence[Range]) -> list[Range]:
    merged: list[Range] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _derived(number: str) -> dict[str, str]:
    return {"dataType": "Byte", "band": number, "subClass": "VRTDerivedRasterBand"}


def _source(band: ET.Element, file: Path, number: str, dataset: gdal.Dataset, kind: str = "SimpleSource") -> ET.Element:
    source = ET.SubElement(band, kind)
    ET.SubElement(source, "SourceFilename", relativeToVRT="1").text = file.name
    ET.SubElement(source, "SourceBand").text = number
    size = {"xOff": "0", "yOff": "0", "xSize": str(dataset.RasterXSize), "ySize": str(dataset.RasterYSize)}
    ET.SubElement(source, "SrcRect", size)
    ET.SubElement(source, "DstRect", size)
    return source


def _ends(span: QgsRasterRange) -> Range:
    """Give the ends of a range of values, both of which are hidden."""
    low = -math.inf if math.isnan(span.min()) else float(span.min())
    high = math.inf if math.isnan(span.max()) else float(span.max())
    has_low, has_high = _INSIDE.get(int(getattr(span.bounds(), "value", span.bounds())), (True, True))
    return (low if has_low else float(np.nextafter(low, math.inf))), (
        high if has_high else float(np.nextafter(high, -math.inf))
    )


def _is_gone(pixel: Any) -> bool:
    """Whether a value is wholly transparent; from QGIS 3.38 on that is an opacity of 0."""
    opacity = getattr(pixel, "opacity", None)
    return bool(opacity == 0) if opacity is not None else bool(pixel.percentTransparent >= 100)
