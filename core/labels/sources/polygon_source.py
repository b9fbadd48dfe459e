"""The polygon source: drawn polygons, burnt where they are read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ...geodata.vector.vector_layer import is_vector
from ...message import Message
from ..burner import Burner, overlapping
from ..label_layer import LabelPolygons, read_polygons
from ..legend import Legend
from .label_source import LabelSource, ids_of, unknown_warnings


def open_polygons(scene: Scene, grid: Grid, all_touched: bool) -> LabelSource | None:
    """Read a scene's polygons; None where its labels are no vector file.

    Raises:
        BadInputError: For labels that aren't there, can't be used or miss the grid.
    """
    if not scene.labels or not is_vector(scene.labels):
        return None
    return PolygonSource(read_polygons(scene, grid, all_touched))


class PolygonSource(LabelSource):
    """Polygons, burnt where they are read."""

    def __init__(self, polygons: LabelPolygons) -> None:
        """Take the polygons."""
        super().__init__(polygons, polygons.warnings)
        self._read = polygons
        counts = np.bincount(polygons.codes, minlength=len(polygons.classes))
        self.drawn = dict(zip(polygons.classes, counts.tolist()))
        self._values = np.zeros(0, np.uint8)
        self._burner = Burner(polygons.shapes[:0])

    def class_names(self) -> Sequence[str]:
        """Give the classes of the polygons."""
        return self._read.classes

    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; polygons of other classes are left out, and told."""
        polygons = self._read
        values = ids_of(polygons.classes, legend)[polygons.codes]
        shapes = polygons.shapes[values > 0]
        self._values = values[values > 0]
        self._burner = Burner(shapes, polygons.all_touched)
        self.warnings = (
            *polygons.warnings,
            *unknown_warnings(polygons.classes, legend),
            *_overlaps(shapes, self._values),
        )

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8."""
        return self._burner.burn(window, self._values)


def _overlaps(shapes: np.ndarray, codes: np.ndarray) -> tuple[str, ...]:
    count = overlapping(shapes, codes)
    if not count:
        return ()
    return (
        Message(
            "1 polygon overlaps one of another class; there the one drawn last counts."
            if count == 1
            else "{count} polygons overlap polygons of another class; there the one drawn last counts.",
            count=count,
        ),
    )
