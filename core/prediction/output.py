"""Output: class rasters as cloud-optimised GeoTIFF with colours, class names, statistics and a QGIS style beside them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import rasterio.shutil

from ..geodata.grid import Grid, Window
from ..labels.legend import UNLABELLED, Legend
from ..whole_file import whole_file
from .raw_raster import RawRaster
from .style import class_style

_COG = {
    "driver": "COG", "compress": "deflate", "blocksize": 512, "bigtiff": "if_safer", "num_threads": "all_cpus",
    "overviews": "ignore_existing", "sparse_ok": True,
}  # fmt: skip


class ClassRaster:
    """A class raster in the making; it appears under its name when the `with` block ends without an error.

    Attributes:
        path: The final file.
        style: The style beside it.
        counts: Pixels of every value so far, (256,).
    """

    def __init__(self, path: Path, grid: Grid, legend: Legend) -> None:
        """Keep where it goes; nothing is made before the block begins."""
        self.path, self.style, self.aux = path, path.with_suffix(".qml"), path.with_name(path.name + ".aux.xml")
        self.grid, self.legend = grid, legend
        self.counts = np.zeros(256, np.int64)
        self._stack = ExitStack()

    def __enter__(self) -> ClassRaster:
        self._final = self._stack.enter_context(whole_file(self.path))
        self._aux = self._stack.enter_context(whole_file(self.aux))
        self._style = self._stack.enter_context(whole_file(self.style))
        self._raw = RawRaster(self._final, self.grid, ["class"], [_palette(self.legend)])
        self._stack.callback(self._raw.close)
        return self

    def write(self, window: Window, labels: np.ndarray) -> None:
        """Write class ids (H, W) uint8, 0 where there is nothing, into a window of this raster."""
        self.counts += np.bincount(labels.ravel(), minlength=256)
        self._raw.write(window, labels[None])

    @property
    def partial(self) -> Path:
        """The file that shows what is done so far."""
        return self._raw.vrt

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            with ExitStack() as on_error:
                on_error.push(self._stack)
                self._finish()
                on_error.pop_all()
        self._stack.__exit__(kind, error, trace)

    def _finish(self) -> None:
        self._raw.close()
        rasterio.shutil.copy(str(self._raw.vrt), str(self._final), overview_resampling="mode", **_COG)
        self._aux.write_text(_attribute_table(self.legend, self.counts), encoding="utf-8")
        self._style.write_text(class_style(self.legend), encoding="utf-8")


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _palette(legend: Legend) -> ET.Element:
    """Give the VRT's description of colours and class names."""
    band = ET.Element("band")
    ET.SubElement(band, "ColorInterp").text = "Palette"
    table = ET.SubElement(band, "ColorTable")
    ET.SubElement(table, "Entry", c1="0", c2="0", c3="0", c4="0")
    for entry in legend.classes:
        red, green, blue = _rgb(entry.colour)
        ET.SubElement(table, "Entry", c1=str(red), c2=str(green), c3=str(blue), c4="255")
    names = ET.SubElement(band, "CategoryNames")
    for name in ("", *legend.names):
        ET.SubElement(names, "Category").text = name
    return band


_FIELDS: tuple[tuple[str, int, int], ...] = (
    ("Value", 0, 5), ("Class", 2, 2), ("Count", 1, 1), ("Red", 0, 6), ("Green", 0, 7), ("Blue", 0, 8), ("Alpha", 0, 9),
)  # fmt: skip
"""Name, type (0 whole number, 1 real number, 2 text) and usage of the attribute table's fields, as GDAL numbers them."""


def _attribute_table(legend: Legend, counts: np.ndarray) -> str:
    """Give the `.aux.xml` with class names and the raster attribute table."""
    root = ET.Element("PAMDataset")
    band = ET.SubElement(root, "PAMRasterBand", band="1")
    names = ET.SubElement(band, "CategoryNames")
    for name in ("", *legend.names):
        ET.SubElement(names, "Category").text = name
    table = ET.SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for number, (name, kind, usage) in enumerate(_FIELDS):
        field = ET.SubElement(table, "FieldDefn", index=str(number))
        for tag, value in (("Name", name), ("Type", kind), ("Usage", usage)):
            ET.SubElement(field, tag).text = str(value)
    for number, entry in enumerate(legend.classes):
        row = ET.SubElement(table, "Row", index=str(number))
        for value in (entry.id, entry.name, int(counts[entry.id]), *_rgb(entry.colour), 255):
            ET.SubElement(row, "F").text = str(value)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def class_shares(legend: Legend, counts: np.ndarray) -> Mapping[str, Any]:
    """Give every class's share of the predicted pixels, by name."""
    total = max(1, int(counts[UNLABELLED + 1 :].sum()))
    return {entry.name: float(counts[entry.id]) / total for entry in legend.classes}
