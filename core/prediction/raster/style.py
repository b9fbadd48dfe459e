"""Styles: how QGIS draws a prediction, as the `.qml` file beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from xml.etree import ElementTree as ET

from ...files.plain_name import xml_text
from ...labels.legend import Legend

_HEAD = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
UNSURE = ("#1d3557", "#457b9d", "#a8dadc", "#f1c453", "#e76f51")
"""Ramp of uncertainty: dark and cold where the model is sure."""
LIKELY = ("#f7f7f7", "#cfe3dc", "#8cc5b2", "#3a9680", "#0b5d50")
"""Ramp of a class's probability."""


def class_style(legend: Legend, transparent: Collection[str] = (), left_out: Collection[str] = ()) -> str:
    """Give the style of a class raster: the legend's colours and names.

    Args:
        legend: The classes.
        transparent: Names of classes that are not drawn, such as the background; they stay in the legend.
        left_out: Names of classes that the style knows nothing of, since they don't occur.
    """
    root, renderer = _root({"type": "paletted"})
    palette = ET.SubElement(renderer, "colorPalette")
    for entry in (entry for entry in legend.classes if entry.name not in left_out):
        alpha = "0" if entry.name in transparent else "255"
        ET.SubElement(
            palette, "paletteEntry", value=str(entry.id), color=entry.colour, alpha=alpha, label=xml_text(entry.name)
        )
    return _text(root)


def ramp_style(colours: Sequence[str], first: str, last: str) -> str:
    """Give the style of a quantity from 0 to 1 in a raster's first band.

    Args:
        colours: “#rrggbb” from 0 to 1, at equal steps.
        first: Label of 0.
        last: Label of 1.
    """
    limits = {"classificationMin": "0", "classificationMax": "1"}
    root, renderer = _root({"type": "singlebandpseudocolor", **limits})
    shader = ET.SubElement(renderer, "rastershader")
    ramp = ET.SubElement(
        shader, "colorrampshader", colorRampType="INTERPOLATED", classificationMode="1", clip="0",
        minimumValue="0", maximumValue="1", labelPrecision="2",
    )  # fmt: skip
    for step, colour in enumerate(colours):
        value = step / (len(colours) - 1)
        label = {0.0: first, 1.0: last}.get(value, f"{value:g}")
        ET.SubElement(ramp, "item", value=f"{value:g}", color=colour, alpha="255", label=label)
    return _text(root)


def _root(renderer: dict[str, str]) -> tuple[ET.Element, ET.Element]:
    root = ET.Element("qgis", version="3.22.0", styleCategories="AllStyleCategories", hasScaleBasedVisibilityFlag="0")
    pipe = ET.SubElement(root, "pipe")
    common = {"band": "1", "opacity": "1", "alphaBand": "-1", "nodataColor": ""}
    element = ET.SubElement(pipe, "rasterrenderer", {**common, **renderer})
    ET.SubElement(element, "rasterTransparency")
    ET.SubElement(pipe, "rasterresampler", maxOversampling="2")
    ET.SubElement(root, "blendMode").text = "0"
    return root, element


def _text(root: ET.Element) -> str:
    ET.indent(root)
    return _HEAD + ET.tostring(root, encoding="unicode") + "\n"
