"""Pan-sharpening by GDAL: its warper brings bands to the panchromatic pixels, its Brovey transform sharpens them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.enums import Resampling
from rasterio.io import MemoryFile
from rasterio.vrt import WarpedVRT

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Grid, virtual_raster
from ...geodata.raster_file import open_raster
from ...geodata.scaling import Scaling
from ...geodata.stack import Stack, StackBand
from ...geodata.validity import add_source
from ..base.ground_steps import GroundSteps
from ..base.method import Method, OutputBand
from .parameters import PanSharpeningParameters

_LARGER = 1.1
"""How many times larger pixels of a multispectral band are at least."""
_WHOLE = ("uint8", "uint16", "int16")
"""Types that sharpened bands keep; others become float32."""


def start(stack: Stack, parameters: PanSharpeningParameters, events: Events) -> Method:
    """Give what sharpens the bands of all rasters by the one band of the first, which has the finest pixels.

    GDAL's weighted Brovey transform: a band times the panchromatic value over the weighted sum of the bands, all on the
    panchromatic pixels; after Gillespie, Kahle & Walker 1987, Remote Sensing of Environment 22(3), 343–365, doi
    10.1016/0034-4257(87)90088-5. Values stay in the bands' unit, and whole numbers stay such.

    Raises:
        BadInputError: When there isn't one panchromatic band with bands of larger pixels, or weights don't fit.
    """
    pan, spectral = _parted(stack)
    weights = np.array(parameters.weights or [1.0] * len(spectral))
    if len(weights) != len(spectral):
        raise BadInputError(
            "There are {count} weights for {bands} multispectral bands ({names}). Give one for each in order, or none.",
            count=len(weights),
            bands=len(spectral),
            names=", ".join(band.name for band in spectral),
        )
    events.log("{bands} bands are sharpened by {pan}", bands=len(spectral), pan=pan.name)
    sharpened = _Sharpened(stack, pan, spectral, weights / weights.sum(), Resampling[parameters.resampling])

    def apply(values: np.ndarray, ground: GroundSteps) -> np.ndarray:
        return np.where(np.isfinite(values).all(axis=0), sharpened.read(ground), np.nan)

    kinds = {band.data_type for band in spectral}
    kind = str(np.result_type(*map(np.dtype, kinds)))
    bands = tuple(OutputBand(band.name) for band in spectral)
    return Method(bands, apply, close=sharpened.close, data_type=kind if kind in _WHOLE else "float32")


def _parted(stack: Stack) -> tuple[StackBand, tuple[StackBand, ...]]:
    """Give the panchromatic band and the multispectral ones.

    Raises:
        BadInputError: When they can't be told apart; names the rasters.
    """
    fine = tuple(band for band in stack.bands if band.image == 0)
    spectral = tuple(band for band in stack.bands if band.image > 0)
    if len(stack.images) == 1 or not spectral:
        raise BadInputError(
            "Pan-sharpening needs two rasters at least: one with a panchromatic band, and multispectral bands with "
            "larger pixels. “{image}” is alone; add the other as a further raster.",
            image=stack.images[0],
        )
    if len(fine) != 1:
        raise BadInputError(
            "“{image}” has the finest pixels and {count} chosen bands; pan-sharpening needs its panchromatic band "
            "alone. Choose that band.",
            image=stack.images[0],
            count=len(fine),
        )
    for image in stack.images[1:]:
        with open_raster(image) as dataset:
            size = Grid.of(dataset).pixel_size_m
        if size < _LARGER * stack.grid.pixel_size_m:
            raise BadInputError(
                "The pixels of “{image}” are as fine ({size:.4g} m) as those of “{pan}”, so there is nothing to "
                "sharpen. Give one panchromatic raster, and multispectral ones with larger pixels.",
                image=image,
                size=size,
                pan=stack.images[0],
            )
    return fine[0], spectral


class _Sharpened:
    """GDAL's virtual raster of the sharpened bands on the stack's grid, made of virtual rasters in memory."""

    def __init__(
        self, stack: Stack, pan: StackBand, spectral: Sequence[StackBand], weights: np.ndarray, resampling: Resampling
    ) -> None:
        self._files: list[MemoryFile] = []
        (pan_band,) = self._on_grid(stack.images[0], [pan], stack.grid, resampling)
        found: dict[StackBand, tuple[str, int]] = {}
        for image in dict.fromkeys(band.image for band in spectral):
            bands = [band for band in spectral if band.image == image]
            found.update(zip(bands, self._on_grid(stack.images[image], bands, stack.grid, resampling)))
        sources = [found[band] for band in spectral]
        self._dataset = rasterio.open(_brovey(pan_band, sources, weights))

    def read(self, ground: GroundSteps) -> np.ndarray:
        """Give the sharpened bands (B, H, W) in a window."""
        return np.asarray(self._dataset.read(window=ground.window.rasterio()), np.float64)

    def close(self) -> None:
        """Close it, and free what it is made of."""
        self._dataset.close()
        for file in self._files:
            file.close()

    def _on_grid(
        self, image: str, bands: Sequence[StackBand], grid: Grid, resampling: Resampling
    ) -> list[tuple[str, int]]:
        """Give file and number of bands' values as float32 on a grid, NaN where they have none."""
        with open_raster(image) as dataset:
            stored = self._kept(_stored(dataset, bands))
            is_there = Grid.of(dataset).same_as(grid)
            with rasterio.open(stored) as known:
                values = self._kept(_values(known, dataset, bands))
        if is_there:
            return [(values, place) for place in range(1, len(bands) + 1)]
        target = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
        warped = MemoryFile(ext=".vrt")
        self._files.append(warped)
        with rasterio.open(values) as dataset, WarpedVRT(dataset, resampling=resampling, **target) as view:
            rasterio.shutil.copy(view, warped.name, driver="VRT")
        return [(warped.name, place) for place in range(1, len(bands) + 1)]

    def _kept(self, text: str) -> str:
        """Keep a virtual raster in memory for as long as this is used; give its name."""
        self._files.append(MemoryFile(text.encode("utf-8"), ext=".vrt"))
        return str(self._files[-1].name)


def _stored(dataset: Any, bands: Sequence[StackBand]) -> str:
    """Give a virtual raster of bands' numbers as they are stored, NaN where they are the file's nodata."""
    root = virtual_raster(dataset)
    for place, band in enumerate(bands, start=1):
        source = add_source(_band_of(root, place, "Float64"), dataset, str(band.number), "ComplexSource")
        _leave_out(source, dataset.nodatavals[band.number - 1])
    return ET.tostring(root, encoding="unicode")


def _values(stored: Any, dataset: Any, bands: Sequence[StackBand]) -> str:
    """Give a virtual raster of bands' values as float32: scale and offset in, NaN where they are nodata by settings."""
    root = virtual_raster(dataset)
    for place, band in enumerate(bands, start=1):
        source = add_source(_band_of(root, place, "Float32"), stored, str(place), "ComplexSource")
        scale, offset = Scaling(dataset, [band.number], band.settings).of(0)
        ET.SubElement(source, "ScaleOffset").text = repr(offset)
        ET.SubElement(source, "ScaleRatio").text = repr(scale)
        _leave_out(source, band.settings.nodata)
    return ET.tostring(root, encoding="unicode")


def _band_of(root: ET.Element, place: int, kind: str) -> ET.Element:
    band = ET.SubElement(root, "VRTRasterBand", {"dataType": kind, "band": str(place)})
    ET.SubElement(band, "NoDataValue").text = "nan"
    return band


def _leave_out(source: ET.Element, nodata: float | None) -> None:
    if nodata is not None:
        ET.SubElement(source, "NODATA").text = repr(float(nodata))


def _brovey(pan: tuple[str, int], spectral: Sequence[tuple[str, int]], weights: np.ndarray) -> str:
    """Give GDAL's virtual raster of bands sharpened by a panchromatic one, all of one grid."""
    root = ET.Element("VRTDataset", subClass="VRTPansharpenedDataset")
    for place in range(1, len(spectral) + 1):
        kind = {"dataType": "Float32", "band": str(place), "subClass": "VRTPansharpenedRasterBand"}
        ET.SubElement(ET.SubElement(root, "VRTRasterBand", kind), "NoDataValue").text = "nan"
    options = ET.SubElement(root, "PansharpeningOptions")
    ET.SubElement(options, "Algorithm").text = "WeightedBrovey"
    weighing = ET.SubElement(options, "AlgorithmOptions")
    ET.SubElement(weighing, "Weights").text = ",".join(repr(float(weight)) for weight in weights)
    ET.SubElement(options, "NoData").text = "nan"
    _source(ET.SubElement(options, "PanchroBand"), pan)
    for place, source in enumerate(spectral, start=1):
        _source(ET.SubElement(options, "SpectralBand", dstBand=str(place)), source)
    return ET.tostring(root, encoding="unicode")


def _source(element: ET.Element, source: tuple[str, int]) -> None:
    file, number = source
    ET.SubElement(element, "SourceFilename", relativeToVRT="0").text = file
    ET.SubElement(element, "SourceBand").text = str(number)
