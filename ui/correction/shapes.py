"""Shapes: what a tool hands over when it has drawn something, and what is to become of the pixels under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from qgis.core import QgsGeometry, QgsPointXY

from ...core.correction.pixels.runs import Runs

PAINT, BECOMES, TAKE, RESTORE = "paint", "becomes", "take", "restore"
"""What becomes of pixels: a class; another class where they have one; another prediction's; the prediction's own."""
SPLIT, DELETE = "split", "delete"
"""What becomes of polygons besides getting a class."""


@dataclass(frozen=True)
class Stroke:
    """The way of a round brush, in the canvas's coordinate system, its diameter in pixels, and those that it covers."""

    way: tuple[QgsPointXY, ...]
    diameter: float
    runs: Runs


@dataclass(frozen=True)
class DrawnArea:
    """Polygons in the canvas's coordinate system."""

    geometry: QgsGeometry


@dataclass(frozen=True)
class Picks:
    """Places, in the canvas's coordinate system, whose connected regions are meant."""

    points: tuple[QgsPointXY, ...]


@dataclass(frozen=True)
class Line:
    """A line in the canvas's coordinate system, along which polygons are cut."""

    points: tuple[QgsPointXY, ...]


Shape = Union[Stroke, DrawnArea, Picks, Line]


@dataclass(frozen=True)
class CorrectionRequest:
    """A correction that was drawn: nothing is written yet.

    Attributes:
        tool: The tool's name, as it is kept with the correction.
        shape: Where.
        purpose: What becomes of the pixels.
        class_id: The class that they get; 0 where the purpose is another.
        only: The class that they must have now; 0 for any.
    """

    tool: str
    shape: Shape
    purpose: str
    class_id: int = 0
    only: int = 0
