"""The raster while it is being made: plain bytes that any program can read at any moment through a small VRT beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree as ET

import numpy as np

from ..geodata.grid import Grid, Window
from ..whole_file import write_text


class RawRaster:
    """An 8-bit raster of one or several bands that is filled window by window in any order; what isn't filled is 0, nodata.

    Its memory doesn't grow with its size. Another process that opens `vrt` sees what has been written so far.

    Attributes:
        vrt: The small file through which GDAL reads the bytes.
    """

    def __init__(self, stem: Path, grid: Grid, names: Sequence[str], band_xml: Sequence[ET.Element] = ()) -> None:
        """Make the files `<stem>.raw` and `<stem>.vrt`.

        Args:
            stem: Path without the two suffixes.
            grid: Size and place.
            names: A name for every band.
            band_xml: What else the VRT says of every band (colours, categories).
        """
        self.grid, self.bands = grid, len(names)
        self.raw = stem.with_name(stem.name + ".raw")
        self.vrt = stem.with_name(stem.name + ".vrt")
        self._file: BinaryIO = self.raw.open("w+b", buffering=0)
        self._file.truncate(grid.height * grid.width * self.bands)
        write_text(self.vrt, self._describe(names, band_xml))

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write a window (bands, H, W) uint8."""
        rows = np.ascontiguousarray(values)
        for band, layer in enumerate(rows):
            start = (band * self.grid.height + window.row) * self.grid.width + window.col
            if window.width == self.grid.width:
                self._put(start, layer)
                continue
            for number, row in enumerate(layer):
                self._put(start + number * self.grid.width, row)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _put(self, place: int, values: np.ndarray) -> None:
        self._file.seek(place)
        self._file.write(memoryview(values).cast("B"))

    def _describe(self, names: Sequence[str], band_xml: Sequence[ET.Element]) -> str:
        size = {"rasterXSize": str(self.grid.width), "rasterYSize": str(self.grid.height)}
        root = ET.Element("VRTDataset", size)
        ET.SubElement(root, "SRS").text = self.grid.crs.to_wkt()
        ET.SubElement(root, "GeoTransform").text = ", ".join(repr(float(v)) for v in self.grid.transform.to_gdal())
        for number, name in enumerate(names):
            band = ET.SubElement(
                root, "VRTRasterBand", dataType="Byte", band=str(number + 1), subClass="VRTRawRasterBand"
            )
            ET.SubElement(band, "Description").text = name
            ET.SubElement(band, "NoDataValue").text = "0"
            band.extend(list(band_xml[number]) if band_xml else [])
            ET.SubElement(band, "SourceFilename", relativetoVRT="1").text = self.raw.name
            ET.SubElement(band, "ImageOffset").text = str(number * self.grid.height * self.grid.width)
            ET.SubElement(band, "PixelOffset").text = "1"
            ET.SubElement(band, "LineOffset").text = str(self.grid.width)
        return ET.tostring(root, encoding="unicode")
