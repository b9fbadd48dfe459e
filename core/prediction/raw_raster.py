"""The raster while it is being made: plain bytes that any program can read at any moment, through a small VRT."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree as ET

import numpy as np

from ..errors import OutcropError
from ..geodata.grid import Grid, Window
from ..whole_file import write_text

_STALE_SECONDS = 24 * 3600


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


class RawRaster:
    """An 8-bit raster of one or several bands, filled window by window in any order; 0 where nothing was written.

    Its memory doesn't grow with its size. Another process that opens `vrt` sees what has been written so far.

    Attributes:
        vrt: The small file through which GDAL reads the bytes.
        counts: How often each value was written, (bands, 256).
    """

    def __init__(self, final: Path, grid: Grid, looks: Sequence[BandLook], metadata: Mapping[str, str]) -> None:
        """Make the files, hidden beside the one that will be made of them.

        Raises:
            OutcropError: When the disk is full.
        """
        self.grid, self._looks, self._metadata = grid, tuple(looks), dict(metadata)
        self.counts = np.zeros((len(looks), 256), np.int64)
        _remove_stale(final)
        stem = f".{final.stem}.{uuid.uuid4().hex[:8]}.live"
        self.vrt, self.raw = final.with_name(stem + ".vrt"), final.with_name(stem + ".raw")
        self._file: BinaryIO = self.raw.open("w+b", buffering=0)
        self._file.truncate(grid.height * grid.width * len(looks))
        write_text(self.vrt, self._describe())

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write a window (bands, H, W) uint8.

        Raises:
            OutcropError: When the disk is full.
        """
        for band, layer in enumerate(np.ascontiguousarray(values)):
            self.counts[band] += np.bincount(layer.ravel(), minlength=256)
            start = (band * self.grid.height + window.row) * self.grid.width + window.col
            whole_rows = window.width == self.grid.width
            pieces = [layer] if whole_rows else layer
            for number, piece in enumerate(pieces):
                self._put(start + number * self.grid.width, piece)

    def describe_statistics(self) -> None:
        """Close the bytes and write the statistics of what they hold into the VRT."""
        self._file.close()
        write_text(self.vrt, self._describe([_statistics(counts) for counts in self.counts]))

    def remove(self) -> None:
        """Remove the files; one that another program holds open stays until the next prediction."""
        self._file.close()
        for path in (self.raw, self.vrt):
            with suppress(OSError):
                path.unlink()

    def _put(self, place: int, values: np.ndarray) -> None:
        try:
            self._file.seek(place)
            self._file.write(memoryview(values).cast("B"))
        except OSError as error:
            raise OutcropError(
                f"“{self.raw}” can't be written: {error.strerror}. Free some disk space and start again."
            ) from error

    def _describe(self, statistics: Sequence[Mapping[str, str]] = ()) -> str:
        size = {"rasterXSize": str(self.grid.width), "rasterYSize": str(self.grid.height)}
        root = ET.Element("VRTDataset", size)
        ET.SubElement(root, "SRS").text = self.grid.crs.to_wkt()
        ET.SubElement(root, "GeoTransform").text = ", ".join(repr(float(v)) for v in self.grid.transform.to_gdal())
        _add_metadata(root, self._metadata)
        for number, look in enumerate(self._looks):
            band = ET.SubElement(
                root, "VRTRasterBand", dataType="Byte", band=str(number + 1), subClass="VRTRawRasterBand"
            )
            _add_metadata(band, statistics[number] if statistics else {})
            _add_look(band, look)
            ET.SubElement(band, "SourceFilename", relativetoVRT="1").text = self.raw.name
            ET.SubElement(band, "ImageOffset").text = str(number * self.grid.height * self.grid.width)
            ET.SubElement(band, "PixelOffset").text = "1"
            ET.SubElement(band, "LineOffset").text = str(self.grid.width)
        return ET.tostring(root, encoding="unicode")


def _add_metadata(element: ET.Element, metadata: Mapping[str, str]) -> None:
    if metadata:
        parent = ET.SubElement(element, "Metadata")
        for key, value in metadata.items():
            ET.SubElement(parent, "MDI", key=key).text = value


def _add_look(band: ET.Element, look: BandLook) -> None:
    ET.SubElement(band, "Description").text = look.name
    ET.SubElement(band, "NoDataValue").text = "0"
    ET.SubElement(band, "ColorInterp").text = (
        "Palette" if look.colours else "Gray" if band.get("band") == "1" else "Undefined"
    )
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


def add_categories(band: ET.Element, names: Sequence[str]) -> None:
    """Add class names for the values from 1 to a band's XML, as VRT and PAM files have them."""
    parent = ET.SubElement(band, "CategoryNames")
    for name in ("", *names):
        ET.SubElement(parent, "Category").text = name


def rgb(colour: str) -> tuple[int, int, int]:
    """Give red, green, blue of “#rrggbb”."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _statistics(counts: np.ndarray) -> dict[str, str]:
    """Give GDAL's statistics of values counted (256,), nodata left out."""
    values = np.flatnonzero(counts[1:]) + 1
    if not len(values):
        return {}
    shares = counts[values] / counts[values].sum()
    mean = float(shares @ values)
    deviation = float(np.sqrt(shares @ (values - mean) ** 2))
    return {
        "STATISTICS_MINIMUM": str(values[0]), "STATISTICS_MAXIMUM": str(values[-1]), "STATISTICS_MEAN": repr(mean),
        "STATISTICS_STDDEV": repr(deviation),
        "STATISTICS_VALID_PERCENT": f"{100 * counts[1:].sum() / max(1, counts.sum()):.4g}",
    }  # fmt: skip


def _remove_stale(final: Path) -> None:
    """Remove what predictions to the same file have left behind that were killed a day ago or earlier."""
    for leftover in final.parent.glob(f".{final.stem}.*.live.*"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()
