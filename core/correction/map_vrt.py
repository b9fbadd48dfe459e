"""The corrected map as one raster: a VRT that lays the overlay over the prediction."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

from ..labels.legend import Legend
from ..prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from ..prediction.raster.vrt import add_categories, rgb
from .ground import BLANK, UNTOUCHED
from .prediction import Prediction


def map_vrt(prediction: Prediction, overlay: Path, target: Path) -> str:
    """Write a prediction and the overlay on it as the XML of a VRT.

    Where the overlay is untouched the prediction shows; what was corrected to nodata has no value.

    Args:
        prediction: The prediction.
        overlay: The sparse raster of corrections on the same pixels.
        target: Where the XML is to lie: files of the same drive are named as seen from there.
    """
    root = prediction.place.virtual_raster()
    metadata = ET.SubElement(root, "Metadata")
    said = {LEGEND_TAG: json.dumps(prediction.legend.to_dicts(), ensure_ascii=False)}
    if prediction.model:
        said[MODELS_TAG] = json.dumps([{"name": prediction.model}], ensure_ascii=False)
    for key, value in said.items():
        ET.SubElement(metadata, "MDI", key=key).text = value
    band = ET.SubElement(root, "VRTRasterBand", dataType="Byte", band="1")
    ET.SubElement(band, "NoDataValue").text = "0"
    ET.SubElement(band, "ColorInterp").text = "Palette"
    _add_colours(band, prediction.legend)
    add_categories(band, prediction.legend.names)
    _add_source(band, "SimpleSource", Path(prediction.path), target)
    layer = _add_source(band, "ComplexSource", overlay, target)
    ET.SubElement(layer, "NODATA").text = str(UNTOUCHED)
    ET.SubElement(layer, "LUT").text = f"0:0,{BLANK - 1}:{BLANK - 1},{BLANK}:0"
    return ET.tostring(root, encoding="unicode")


def _add_source(band: ET.Element, kind: str, path: Path, target: Path) -> ET.Element:
    source = ET.SubElement(band, kind)
    name, relative = _seen_from(path, target)
    ET.SubElement(source, "SourceFilename", relativeToVRT=str(int(relative))).text = name
    ET.SubElement(source, "SourceBand").text = "1"
    return source


def _seen_from(path: Path, target: Path) -> tuple[str, bool]:
    """Name a file as seen from another one's folder, and say whether that was possible: on Windows, drives differ."""
    try:
        return Path(os.path.relpath(path, target.parent)).as_posix(), True
    except ValueError:
        return str(path), False


def _add_colours(band: ET.Element, legend: Legend) -> None:
    table = ET.SubElement(band, "ColorTable")
    ET.SubElement(table, "Entry", c1="0", c2="0", c3="0", c4="0")
    for entry in legend.classes:
        red, green, blue = rgb(entry.colour)
        ET.SubElement(table, "Entry", c1=str(red), c2=str(green), c3=str(blue), c4="255")
