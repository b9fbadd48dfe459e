"""Styles: how QGIS draws a prediction, as the `.qml` file beside it."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree import ElementTree as ET

from ..labels.legend import Legend

_HEAD = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


def class_style(legend: Legend, transparent: Collection[str] = ()) -> str:
    """Give the style of a class raster: the legend's colours and names.

    Args:
        legend: The classes.
        transparent: Names of classes that are not drawn, such as the background; they stay in the legend.
    """
    root, renderer = _root("paletted")
    palette = ET.SubElement(renderer, "colorPalette")
    for entry in legend.classes:
        alpha = "0" if entry.name in transparent else "255"
        ET.SubElement(palette, "paletteEntry", value=str(entry.id), color=entry.colour, alpha=alpha, label=entry.name)
    return _text(root)


def _root(kind: str, **attributes: str) -> tuple[ET.Element, ET.Element]:
    root = ET.Element("qgis", version="3.22.0", styleCategories="AllStyleCategories", hasScaleBasedVisibilityFlag="0")
    pipe = ET.SubElement(root, "pipe")
    given = {"type": kind, "band": "1", "opacity": "1", "alphaBand": "-1", "nodataColor": "", **attributes}
    renderer = ET.SubElement(pipe, "rasterrenderer", given)
    ET.SubElement(renderer, "rasterTransparency")
    ET.SubElement(pipe, "rasterresampler", maxOversampling="2")
    ET.SubElement(root, "blendMode").text = "0"
    return root, renderer


def _text(root: ET.Element) -> str:
    ET.indent(root)
    return _HEAD + ET.tostring(root, encoding="unicode") + "\n"
