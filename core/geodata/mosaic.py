"""Mosaics: many rasters of one kind seen as one, through a small VRT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional
from xml.etree import ElementTree as ET

import numpy as np
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags

from ..errors import BadInputError
from ..whole_file import write_text
from .stack import open_raster

_GDAL_TYPES = {
    "uint8": "Byte", "int8": "Int8", "uint16": "UInt16", "int16": "Int16", "uint32": "UInt32", "int32": "Int32",
    "float32": "Float32", "float64": "Float64",
}  # fmt: skip
_SAME = 1e-6


@dataclass(frozen=True)
class _Piece:
    """One raster of a mosaic: where it lies, and what it must have in common with the others."""

    path: str
    left: float
    top: float
    width: int
    height: int
    pixel: tuple[float, float]
    crs: CRS
    types: tuple[str, ...]
    nodata: Optional[float]
    alpha: int
    names: tuple[Optional[str], ...]
    colours: tuple[ColorInterp, ...]


def make_mosaic(rasters: Sequence[str], target: Path) -> None:
    """Write a VRT that shows rasters side by side, later ones above earlier ones; where there is none it has no data.

    Args:
        rasters: Files with the same coordinate system, pixel size, bands and data type, not rotated.
        target: The VRT to write. It refers to the rasters where they are now.

    Raises:
        BadInputError: For a raster that can't be read, or doesn't fit the first one.
    """
    pieces = [_look_at(path) for path in rasters]
    first = pieces[0]
    for piece in pieces[1:]:
        _check_fits(piece, first)
    across, down = first.pixel
    left = min(piece.left for piece in pieces)
    top = (max if down < 0 else min)(piece.top for piece in pieces)
    places = [(round((piece.left - left) / across), round((piece.top - top) / down)) for piece in pieces]
    width = max(place[0] + piece.width for place, piece in zip(places, pieces))
    height = max(place[1] + piece.height for place, piece in zip(places, pieces))
    root = ET.Element("VRTDataset", rasterXSize=str(width), rasterYSize=str(height))
    ET.SubElement(root, "SRS").text = first.crs.to_wkt()
    ET.SubElement(root, "GeoTransform").text = f"{left!r}, {across!r}, 0.0, {top!r}, 0.0, {down!r}"
    bands = [number for number in range(1, len(first.types) + 1) if number != first.alpha]
    for number in bands:
        _add_band(root, number, pieces, places)
    if first.nodata is None:
        _add_alpha(root, len(bands) + 1, pieces, places)
    write_text(target, ET.tostring(root, encoding="unicode"))


def _look_at(path: str) -> _Piece:
    with open_raster(path) as dataset:
        place = dataset.transform
        if place.b or place.d:
            raise BadInputError(
                f"“{path}” is rotated; a mosaic needs rasters that aren't. Warp it to a straight grid first."
            )
        colours = tuple(dataset.colorinterp)
        alpha = colours.index(ColorInterp.alpha) + 1 if ColorInterp.alpha in colours else 0
        flags = dataset.mask_flag_enums[0]
        return _Piece(
            path=path,
            left=place.c,
            top=place.f,
            width=dataset.width,
            height=dataset.height,
            pixel=(place.a, place.e),
            crs=dataset.crs,
            types=tuple(dataset.dtypes),
            nodata=dataset.nodata if MaskFlags.nodata in flags else None,
            alpha=alpha,
            names=tuple(dataset.descriptions),
            colours=colours,
        )


def _check_fits(piece: _Piece, first: _Piece) -> None:
    differs = None
    if piece.crs != first.crs:
        differs = f"coordinate system ({piece.crs.to_string()}, not {first.crs.to_string()})"
    elif not np.allclose(piece.pixel, first.pixel, rtol=_SAME):
        differs = f"pixel size ({abs(piece.pixel[0]):g}, not {abs(first.pixel[0]):g})"
    elif len(piece.types) != len(first.types):
        differs = f"number of bands ({len(piece.types)}, not {len(first.types)})"
    elif piece.types != first.types:
        differs = f"data type ({piece.types[0]}, not {first.types[0]})"
    if differs:
        raise BadInputError(
            f"“{piece.path}” has another {differs} than “{first.path}”. Leave it out, or bring it to the others' form."
        )


def _add_band(root: ET.Element, number: int, pieces: Sequence[_Piece], places: Sequence[tuple[int, int]]) -> None:
    first = pieces[0]
    kind = {"dataType": _GDAL_TYPES[first.types[number - 1]], "band": str(len(root.findall("VRTRasterBand")) + 1)}
    band = ET.SubElement(root, "VRTRasterBand", kind)
    if first.names[number - 1]:
        ET.SubElement(band, "Description").text = first.names[number - 1]
    ET.SubElement(band, "ColorInterp").text = first.colours[number - 1].name.capitalize()
    if first.nodata is not None:
        ET.SubElement(band, "NoDataValue").text = repr(first.nodata)
    for piece, place in zip(pieces, places):
        source = _source(band, piece, place, number)
        if piece.nodata is not None:
            ET.SubElement(source, "NODATA").text = repr(piece.nodata)


def _add_alpha(root: ET.Element, number: int, pieces: Sequence[_Piece], places: Sequence[tuple[int, int]]) -> None:
    """Add a band that says where there is a raster."""
    band = ET.SubElement(root, "VRTRasterBand", dataType="Byte", band=str(number))
    ET.SubElement(band, "ColorInterp").text = "Alpha"
    for piece, place in zip(pieces, places):
        source = _source(band, piece, place, piece.alpha or 1)
        if not piece.alpha:
            ET.SubElement(source, "ScaleOffset").text = "255"
            ET.SubElement(source, "ScaleRatio").text = "0"


def _source(band: ET.Element, piece: _Piece, place: tuple[int, int], number: int) -> ET.Element:
    source = ET.SubElement(band, "ComplexSource")
    path = piece.path if piece.path.startswith("/vsi") else str(Path(piece.path).resolve())
    ET.SubElement(source, "SourceFilename", relativeToVRT="0").text = path
    ET.SubElement(source, "SourceBand").text = str(number)
    size = {"xSize": str(piece.width), "ySize": str(piece.height)}
    ET.SubElement(source, "SrcRect", {"xOff": "0", "yOff": "0", **size})
    ET.SubElement(source, "DstRect", {"xOff": str(place[0]), "yOff": str(place[1]), **size})
    return source
