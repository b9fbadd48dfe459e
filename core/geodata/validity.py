"""Validity: where a raster has values, whichever way it says so: nodata of each band, masks, an alpha band."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import rasterio
from affine import Affine
from rasterio.enums import MaskFlags, Resampling
from rasterio.vrt import WarpedVRT

from ..files.plain_name import xml_text
from ..files.whole_file import write_text
from .grid import virtual_raster
from .raster_file import alpha_band, band_names
from .sources.settings import ALL_BANDS, AS_THE_FILE_SAYS, SourceSettings
from .sources.tables import Table

GDAL_TYPES: Mapping[str, str] = {
    "uint8": "Byte", "int8": "Int8", "uint16": "UInt16", "int16": "Int16", "uint32": "UInt32", "int32": "Int32",
    "uint64": "UInt64", "int64": "Int64", "float16": "Float16", "float32": "Float32", "float64": "Float64",
}  # fmt: skip
"""GDAL's names of the data types, by NumPy's."""
_LONG = ("int64", "uint64")
_ONE_SOURCE = 3
"""Children of a derived band with one source: GDAL's function of several does nothing sensible with it."""


class Validity:
    """Where the chosen bands of an open raster are valid: none of them is nodata, masked, NaN or infinite there.

    An alpha band says where the others are valid, unless it is itself among the chosen: then it holds values, such as
    near infrared. What the raster says is asked once: GDAL's answers cost as much as reading a small tile.

    Attributes:
        nodata: Nodata value by band, in the band's own type.
        also: A further number that stands for no data, by band.
        masked: Bands with a mask.
        alpha: The alpha band that counts, or 0.
    """

    def __init__(self, dataset: Any, numbers: Sequence[int], settings: SourceSettings = AS_THE_FILE_SAYS) -> None:
        """Look at the dataset; by the settings, a further number may be no data, and gaps in some bands none."""
        self._dataset, self._all_bands = dataset, settings.gaps == ALL_BANDS
        alpha = alpha_band(dataset)
        self.alpha = 0 if alpha in numbers else alpha
        self.nodata: dict[int, Any] = {}
        self.also: dict[int, Any] = {}
        self.masked: set[int] = set()
        facts = zip(dataset.indexes, dataset.mask_flag_enums, dataset.nodatavals, dataset.dtypes)
        for number, flags, nodata, kind in facts:
            if number not in numbers:
                continue
            in_mask = kind in _LONG  # GDAL's own mask compares all digits, which the value as a float has lost
            if nodata is not None and not in_mask and _fits(nodata, kind):
                self.nodata[number] = np.asarray(nodata).astype(kind)
            if settings.nodata is not None and _fits(settings.nodata, kind):
                self.also[number] = np.asarray(settings.nodata).astype(kind)
            others = {MaskFlags.all_valid, MaskFlags.alpha, *([] if in_mask else [MaskFlags.nodata])}
            if not others & set(flags):
                self.masked.add(number)

    def of(self, numbers: Sequence[int], values: np.ndarray, options: Mapping[str, Any]) -> np.ndarray:
        """Say where values (B, H, W) of some bands are valid (H, W), read with `options`."""
        valid = np.ones(values.shape[1:], bool)
        if self.alpha:
            valid &= self._dataset.read(self.alpha, **options) > 0
        there = np.zeros(values.shape[1:], bool) if self._all_bands else valid
        for number, layer in zip(numbers, values):
            if self._all_bands:
                there |= self._band(number, layer, options, np.ones(layer.shape, bool))
            else:
                self._band(number, layer, options, valid)
        valid &= there
        if np.issubdtype(values.dtype, np.floating):
            valid &= np.isfinite(values).all(axis=0)
        return valid

    def _band(self, number: int, layer: np.ndarray, options: Mapping[str, Any], valid: np.ndarray) -> np.ndarray:
        """Take out of a mask (H, W) where a band has no data; give the mask."""
        for nodata in (values[number] for values in (self.nodata, self.also) if number in values):
            empty = nodata.dtype.kind == "f" and math.isnan(nodata)
            valid &= ~np.isnan(layer) if empty else layer != nodata.astype(layer.dtype)
        if number in self.masked:
            valid &= self._dataset.read_masks(number, **options) > 0
        return valid


def _fits(nodata: float, kind: str) -> bool:
    """Say whether a band of a type can hold a nodata value; if not, all of it is valid."""
    if np.dtype(kind).kind == "f":
        return True
    limits = np.iinfo(kind)
    return float(nodata).is_integer() and limits.min <= nodata <= limits.max


def warped(
    dataset: Any, numbers: Sequence[int], resampling: Resampling, grid: Mapping[str, Any], *,
    reaches_beyond: bool = True, view_file: Path | None = None, src_transform: Affine | None = None,
    settings: SourceSettings = AS_THE_FILE_SAYS,
) -> list[Any]:  # fmt: skip
    """Open a dataset warped to a grid, valid where some of its bands are; an alpha band of the view says where.

    Args:
        dataset: An open raster.
        numbers: The bands that count.
        resampling: How values between pixels are found.
        grid: `crs`, `transform`, `width` and `height`.
        reaches_beyond: Whether the grid may have pixels where the dataset has none.
        view_file: Where the raster between the two is written, for a view that is going to be stored.
        src_transform: Where the dataset's pixels lie, if not where it says.
        settings: What more counts as no data.

    Returns:
        What to close in the end, the last one first; the last one is the view, with the dataset's band numbers.
    """
    moved = {} if src_transform in (None, dataset.transform) else {"src_transform": src_transform}
    if settings.nodata is None and settings.gaps != ALL_BANDS and _is_plain(dataset, numbers):
        needs_alpha = reaches_beyond or Validity(dataset, numbers).masked
        options = {"add_alpha": True} if needs_alpha and dataset.nodata is None and not alpha_band(dataset) else {}
        return [WarpedVRT(dataset, resampling=resampling, **moved, **grid, **options)]
    text = covered(dataset, numbers, settings)
    if view_file is not None:
        write_text(view_file, text)
    between = rasterio.open(text if view_file is None else view_file)
    return [between, WarpedVRT(between, resampling=resampling, **moved, **grid)]


def _is_plain(dataset: Any, numbers: Sequence[int]) -> bool:
    """Say whether GDAL's warper understands it by itself: all bands with one nodata value, or a mask, or an alpha."""
    alpha = alpha_band(dataset)
    if alpha in numbers:
        return False
    data = [number for number in dataset.indexes if number != alpha]
    validity = Validity(dataset, data)
    if validity.masked:
        whole = all(MaskFlags.per_dataset in flags for flags in dataset.mask_flag_enums)
        return whole and not validity.nodata and not alpha
    return not validity.nodata or (
        len(validity.nodata) == len(data) and len({str(value) for value in validity.nodata.values()}) == 1
    )


def covered(dataset: Any, numbers: Sequence[int], settings: SourceSettings = AS_THE_FILE_SAYS) -> str:
    """Give a virtual raster with a dataset's bands and an alpha band, which says where all bands of some are valid."""
    alpha = alpha_band(dataset)
    counts = Validity(dataset, numbers, settings)
    root = virtual_raster(dataset)
    names = band_names(dataset)
    kept = [number for number in dataset.indexes if (number, number) != (counts.alpha, dataset.count)]
    for index, number in enumerate(kept, start=1):
        kind = {"dataType": GDAL_TYPES[dataset.dtypes[number - 1]], "band": str(index)}
        band = ET.SubElement(root, "VRTRasterBand", kind)
        ET.SubElement(band, "Description").text = xml_text(names[number - 1] or "")
        colour = "Undefined" if number == alpha else dataset.colorinterp[number - 1].name.capitalize()
        ET.SubElement(band, "ColorInterp").text = colour
        add_source(band, dataset, str(number))
    _add_cover(root, dataset, numbers, counts, settings)
    return ET.tostring(root, encoding="unicode")


def with_nodata(dataset: Any, also: Mapping[int, Any]) -> str:
    """Give a virtual raster with a dataset's bands of which GDAL knows a further number each that stands for no data.

    It takes the place of the band's own one, which becomes that number.
    """
    root = virtual_raster(dataset)
    own = dict(zip(dataset.indexes, dataset.nodatavals))
    for number in dataset.indexes:
        kind = {"dataType": GDAL_TYPES[dataset.dtypes[number - 1]], "band": str(number)}
        band = ET.SubElement(root, "VRTRasterBand", kind)
        ET.SubElement(band, "ColorInterp").text = dataset.colorinterp[number - 1].name.capitalize()
        nodata = also[number].item() if number in also else own[number]
        if nodata is not None:
            ET.SubElement(band, "NoDataValue").text = repr(nodata)
        source = add_source(band, dataset, str(number), "ComplexSource")
        if own[number] is not None:
            ET.SubElement(source, "NODATA").text = repr(own[number])
    return ET.tostring(root, encoding="unicode")


def tabled(dataset: Any, tables: Sequence[tuple[int, Table]], settings: SourceSettings) -> str:
    """Give a virtual raster with functions of bands, each by its band's number, and an alpha band as `covered` has."""
    root = virtual_raster(dataset)
    for index, (number, table) in enumerate(tables, start=1):
        band = ET.SubElement(root, "VRTRasterBand", dataType="Float32", band=str(index))
        source = add_source(band, dataset, str(number), "ComplexSource")
        ET.SubElement(source, "LUT").text = ",".join(f"{value!r}:{becomes!r}" for value, becomes in table)
    numbers = list(dict.fromkeys(number for number, _table in tables))
    _add_cover(root, dataset, numbers, Validity(dataset, numbers, settings), settings)
    return ET.tostring(root, encoding="unicode")


def _add_cover(
    root: ET.Element, dataset: Any, numbers: Sequence[int], counts: Validity, settings: SourceSettings
) -> None:
    """Add the alpha band that says where the bands are valid: all of them, or any where the settings say so."""
    place = str(len(root.findall("VRTRasterBand")) + 1)
    kind = {"dataType": "Byte", "band": place, "subClass": "VRTDerivedRasterBand"}
    band = ET.SubElement(root, "VRTRasterBand", kind)
    ET.SubElement(band, "ColorInterp").text = "Alpha"
    ET.SubElement(band, "PixelFunctionType").text = "max" if settings.gaps == ALL_BANDS else "min"
    if counts.alpha:
        add_source(band, dataset, str(counts.alpha))
    for number in numbers:
        if settings.gaps == ALL_BANDS and number in counts.also:
            _add_unless(band, dataset, number, counts.also[number])
            continue
        add_source(band, dataset, f"mask,{number}", "ComplexSource")  # GDAL reads past a mask that is a simple source
        if number in counts.masked and number in counts.nodata:
            _add_unless(band, dataset, number, counts.nodata[number])
        if number in counts.also:
            _add_unless(band, dataset, number, counts.also[number])
    if len(band) == _ONE_SOURCE:
        band.remove(band[1])
        del band.attrib["subClass"]


def _add_unless(band: ET.Element, dataset: Any, number: int, nodata: Any) -> None:
    """Add a source that is 255 where a band isn't a number, and nothing where it is."""
    source = add_source(band, dataset, str(number), "ComplexSource")
    ET.SubElement(source, "ScaleOffset").text = "255"
    ET.SubElement(source, "ScaleRatio").text = "0"
    ET.SubElement(source, "NODATA").text = repr(nodata.item())


def add_source(band: ET.Element, dataset: Any, number: str, kind: str = "SimpleSource") -> ET.Element:
    """Add a whole band of a dataset, or “mask,band”, as a source of a virtual band."""
    source = ET.SubElement(band, kind)
    ET.SubElement(source, "SourceFilename", relativeToVRT="0").text = full_name(dataset.name)
    ET.SubElement(source, "SourceBand").text = number
    return source


def full_name(path: str) -> str:
    """Give the name by which GDAL opens a raster from any folder; through a link, beside which its mask may lie."""
    return str(Path(path).absolute()) if not path.startswith("/vsi") and Path(path).exists() else path
