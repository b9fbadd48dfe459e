"""Mosaics: many rasters of one kind seen as one, through a small VRT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional
from xml.etree import ElementTree as ET

import numpy as np
from rasterio.crs import CRS
from rasterio.enums import ColorInterp

from ..errors import BadInputError
from ..files.plain_name import xml_text
from ..files.whole_file import write_text
from ..message import Message
from .grid import PixelGrid
from .raster_file import alpha_band, band_names, is_category, open_raster
from .scaling import scaling_of
from .sources.settings import DOMAIN
from .validity import GDAL_TYPES, Validity, full_name

_SAME = 1e-6


@dataclass(frozen=True)
class _Piece:
    """One raster of a mosaic: where it lies, what it must have in common with the others, where it is valid.

    `nodata` is by band; `has_mask` says that more than nodata values and an alpha band tell where it is valid; `says`
    is by band what it says of how its numbers are read, by domain and item.
    """

    path: str
    left: float
    top: float
    width: int
    height: int
    pixel: tuple[float, float]
    crs: CRS
    types: tuple[str, ...]
    nodata: tuple[Optional[str], ...]
    has_mask: bool
    alpha: int
    scaling: Optional[tuple[tuple[float, float], ...]]
    names: tuple[Optional[str], ...]
    colours: tuple[ColorInterp, ...]
    says: tuple[dict[str, dict[str, str]], ...]


def make_mosaic(rasters: Sequence[str], target: Path) -> None:
    """Write a VRT that shows rasters side by side, later ones above earlier ones; where there is none it has no data.

    Where a raster itself has none (its nodata, band by band, its mask or its alpha band) what is below shows through.

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
    left = (min if across > 0 else max)(piece.left for piece in pieces)
    top = (max if down < 0 else min)(piece.top for piece in pieces)
    offsets = [(round((piece.left - left) / across), round((piece.top - top) / down)) for piece in pieces]
    width = max(offset[0] + piece.width for offset, piece in zip(offsets, pieces))
    height = max(offset[1] + piece.height for offset, piece in zip(offsets, pieces))
    root = PixelGrid(width, height, (left, across, 0.0, top, 0.0, down), first.crs.to_wkt()).virtual_raster()
    bands = [number for number in range(1, len(first.types) + 1) if number != first.alpha]
    plain = _one_nodata(pieces, bands)
    masked = not plain and any(piece.has_mask or any(piece.nodata) for piece in pieces)
    for number in bands:
        _add_band(root, number, pieces, offsets, masked=masked)
    if first.alpha or not (plain or masked):
        _add_alpha(root, len(bands) + 1, pieces, offsets)
    write_text(target, ET.tostring(root, encoding="unicode"))


def _one_nodata(pieces: Sequence[_Piece], bands: Sequence[int]) -> bool:
    """Say whether every band has one nodata value in all pieces, which can be the mosaic's, and nothing else."""
    first = pieces[0].nodata
    values = [first[number - 1] for number in bands]
    return all(values) and all(piece.nodata == first and not piece.has_mask for piece in pieces)


def _look_at(path: str) -> _Piece:
    with open_raster(path) as dataset:
        transform = dataset.transform
        if transform.b or transform.d:
            raise BadInputError(
                "“{path}” is rotated; a mosaic needs rasters that aren't. Warp it to a straight grid first.", path=path
            )
        alpha = alpha_band(dataset)
        data = [number for number in dataset.indexes if number != alpha]
        validity = Validity(dataset, data)
        return _Piece(
            path=path,
            left=transform.c,
            top=transform.f,
            width=dataset.width,
            height=dataset.height,
            pixel=(transform.a, transform.e),
            crs=dataset.crs,
            types=tuple(dataset.dtypes),
            nodata=tuple(_text(validity.nodata.get(number)) for number in dataset.indexes),
            has_mask=bool(validity.masked),
            alpha=alpha,
            scaling=scaling_of(dataset),
            names=band_names(dataset),
            colours=tuple(dataset.colorinterp),
            says=tuple(_said(dataset, number) for number in dataset.indexes),
        )


def _said(dataset: Any, number: int) -> dict[str, dict[str, str]]:
    """Give what a band says of how its numbers are read."""
    kind = {"LAYER_TYPE": "thematic"} if is_category(dataset, number) else {}
    return {domain: items for domain, items in (("", kind), (DOMAIN, dataset.tags(number, ns=DOMAIN))) if items}


def _text(nodata: Any) -> Optional[str]:
    """Write a nodata value with all its digits."""
    return None if nodata is None else repr(nodata.item())


def _check_fits(piece: _Piece, first: _Piece) -> None:
    differs = None
    if piece.crs != first.crs:
        differs = Message(
            "coordinate system ({one}, not {other})", one=piece.crs.to_string(), other=first.crs.to_string()
        )
    elif not np.allclose(piece.pixel, first.pixel, rtol=_SAME, atol=0):
        differs = Message("pixel size ({one:g}, not {other:g})", one=abs(piece.pixel[0]), other=abs(first.pixel[0]))
    elif len(piece.types) != len(first.types):
        differs = Message("number of bands ({one}, not {other})", one=len(piece.types), other=len(first.types))
    elif piece.types != first.types:
        differs = Message("data type ({one}, not {other})", one=piece.types[0], other=first.types[0])
    elif piece.scaling != first.scaling:
        differs = Message("scale or offset of its values")
    elif piece.alpha != first.alpha:
        differs = Message("alpha band")
    if differs:
        raise BadInputError(
            "“{path}” has another {differs} than “{first_path}”. Leave it out, or bring it to the others' form.",
            path=piece.path,
            differs=differs,
            first_path=first.path,
        )


def _add_band(
    root: ET.Element, number: int, pieces: Sequence[_Piece], offsets: Sequence[tuple[int, int]], *, masked: bool
) -> None:
    """Add a band; with masks each band says by one of its own where it is valid, else by its nodata value."""
    first = pieces[0]
    kind = {"dataType": GDAL_TYPES[first.types[number - 1]], "band": str(len(root.findall("VRTRasterBand")) + 1)}
    band = ET.SubElement(root, "VRTRasterBand", kind)
    _describe(band, number, first, masked=masked)
    placed = list(zip(pieces, offsets))
    plain = [(piece, offset, masked and piece.has_mask) for piece, offset in placed]
    shown = [(piece, offset, True) for piece, offset in placed if piece.alpha]  # above what holds values all the same
    for piece, offset, uses_mask in plain + shown:
        source = _source(band, piece, offset, str(number))
        if uses_mask:
            ET.SubElement(source, "UseMaskBand").text = "true"
        if piece.nodata[number - 1] is not None:
            ET.SubElement(source, "NODATA").text = piece.nodata[number - 1]
    if masked:
        _add_mask(band, number, pieces, offsets)


def _describe(band: ET.Element, number: int, first: _Piece, *, masked: bool) -> None:
    """Say of a band what the first piece says of it."""
    if first.names[number - 1]:
        ET.SubElement(band, "Description").text = xml_text(str(first.names[number - 1]))
    ET.SubElement(band, "ColorInterp").text = first.colours[number - 1].name.capitalize()
    for domain, items in first.says[number - 1].items():
        said = ET.SubElement(band, "Metadata", domain=domain)
        for key, value in items.items():
            ET.SubElement(said, "MDI", key=key).text = xml_text(value)
    if not masked and first.nodata[number - 1] is not None:
        ET.SubElement(band, "NoDataValue").text = first.nodata[number - 1]
    if first.scaling is not None:
        for name, factor in zip(("Scale", "Offset"), first.scaling[number - 1]):
            ET.SubElement(band, name).text = repr(factor)


def _add_mask(band: ET.Element, number: int, pieces: Sequence[_Piece], offsets: Sequence[tuple[int, int]]) -> None:
    """Add a mask to a band: the pieces' own masks of theirs, 0 where there is no piece."""
    mask_band = ET.SubElement(ET.SubElement(band, "MaskBand"), "VRTRasterBand", dataType="Byte")
    for piece, offset in zip(pieces, offsets):
        ET.SubElement(_source(mask_band, piece, offset, f"mask,{number}"), "NODATA").text = "0"


def _add_alpha(root: ET.Element, number: int, pieces: Sequence[_Piece], offsets: Sequence[tuple[int, int]]) -> None:
    """Add a band that says where there is a raster; the pieces' own may hold values, and is masked as they are."""
    band = ET.SubElement(root, "VRTRasterBand", dataType="Byte", band=str(number))
    ET.SubElement(band, "ColorInterp").text = "Alpha"
    for piece, offset in zip(pieces, offsets):
        source = _source(band, piece, offset, str(piece.alpha or 1))
        if piece.alpha:
            ET.SubElement(source, "NODATA").text = "0"
        else:
            ET.SubElement(source, "ScaleOffset").text = "255"
            ET.SubElement(source, "ScaleRatio").text = "0"
    if pieces[0].alpha:
        _add_mask(band, pieces[0].alpha, pieces, offsets)


def _source(band: ET.Element, piece: _Piece, offset: tuple[int, int], number: str) -> ET.Element:
    source = ET.SubElement(band, "ComplexSource")
    ET.SubElement(source, "SourceFilename", relativeToVRT="0").text = full_name(piece.path)
    ET.SubElement(source, "SourceBand").text = number
    size = {"xSize": str(piece.width), "ySize": str(piece.height)}
    ET.SubElement(source, "SrcRect", {"xOff": "0", "yOff": "0", **size})
    ET.SubElement(source, "DstRect", {"xOff": str(offset[0]), "yOff": str(offset[1]), **size})
    return source
