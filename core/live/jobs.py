"""The jobs of the live map, as they are sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.roles import writes
from ..geodata.extent import Extent
from ..geodata.scene import Scene


@dataclass(frozen=True)
class LiveMapJob:
    """Sketch the map of a view, learned from a scene's labels as they are now.

    `view` is in the coordinate system of the scene's first image, `pixel` the side of the canvas's pixels in its units.
    """

    scene: Scene
    view: Extent
    pixel: float
    out: str = writes()
