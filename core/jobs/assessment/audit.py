"""The audit of a queue: random places of a map, mixed in, that grow the accuracy sample in the file of reviews.

The places of all rounds together are a simple random sample without replacement of the map's pixels, in whatever order
they came, so that each pixel's chance to be among them is known.
"""

from __future__ import annotations

import numpy as np
import shapely
from affine import Affine

from ...assessment.comparison_source import BLOCK_PX
from ...assessment.sampling.draw import Drawn, Population, count, draw
from ...assessment.sampling.fields import (
    ANSWER,
    ANSWERED_AT,
    ANSWERED_BY,
    AREA_M2,
    DESIGN_FIELDS,
    LAYER,
    NOTE,
    NUMBER,
    PROBABILITY,
    SECOND_ANSWER,
    STRATUM,
    STRATUM_M2,
    STRATUM_PX,
)
from ...comparison.map_classes import MapClasses
from ...events import Events
from ...geodata.grid import Window
from ...geodata.vector.geopackage import add_rows
from ...geodata.vector.kept_layer import read_so_far
from ...review.fields import MAP_STRATUM

_FIELDS = (*DESIGN_FIELDS, ANSWER, SECOND_ANSWER, ANSWERED_BY, ANSWERED_AT, NOTE)

_NONE = Drawn(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


class Audit:
    """The accuracy sample of a file of reviews, over one map.

    Attributes:
        numbers: The numbers of the places that are there (M,), by which they are offered.
    """

    def __init__(self, out: str, mapped: MapClasses, events: Events) -> None:
        """Read what is there."""
        self._out, self._mapped, self._events = out, mapped, events
        there = read_so_far(out, LAYER, _FIELDS)
        self._shapes, self._rows = there.wkb, there.columns
        self.numbers = self._rows[NUMBER]
        self._population = Population(np.zeros(1, np.int64), np.zeros(1), np.zeros((0, 1), np.int64))

    def draw(self, size: int, rng: np.random.Generator) -> Drawn:
        """Draw further places, any pixel with a class that wasn't drawn before with the same chance."""
        if not size:
            return _NONE
        grid, windows = self._mapped.grid, list(self._mapped.grid.blocks(BLOCK_PX))
        self._events.check_cancelled()
        self._population = count(self._open, 1, grid, windows)
        wanted = np.minimum(size, self._population.pixels)
        if not wanted.any():
            return _NONE
        return draw(self._open, self._population, wanted, grid, windows, int(rng.integers(1 << 31)))

    def write(self, drawn: Drawn, numbers: np.ndarray) -> None:
        """Add places (N,) under their numbers (N,); answers that were given stay."""
        new, before = len(drawn.rows), len(self._shapes)
        if not new:
            return
        audited = np.floor(self._pixels()).astype(np.int64)
        pixels = int(self._population.pixels[0]) + _inside(audited, self._mapped)
        area = float(self._population.areas_m2[0]) * pixels / max(1, int(self._population.pixels[0]))
        points = np.stack([drawn.cols, drawn.rows], axis=1) + 0.5
        shapes = shapely.to_wkb(shapely.points(_moved(points, self._mapped.grid.transform)))
        values = {NUMBER: numbers, AREA_M2: drawn.areas_m2, **dict.fromkeys(_FIELDS[6:], np.full(new, None, object))}
        values[STRATUM] = np.full(new, MAP_STRATUM, object)
        alike = {STRATUM_PX: pixels, STRATUM_M2: area, PROBABILITY: (before + new) / pixels}
        add_rows(self._out, LAYER, shapes, "Point", values, self._mapped.grid.crs.to_wkt(), alike)

    def _open(self, window: Window) -> np.ndarray:
        """Give 1 where the map has a class and no place was drawn yet (H, W)."""
        is_open = (self._mapped.read(window) > 0).astype(np.uint8)
        if len(self._shapes):
            cols, rows = np.floor(self._pixels()).astype(np.int64).T
            rows, cols = rows - window.row, cols - window.col
            here = (rows >= 0) & (cols >= 0) & (rows < window.height) & (cols < window.width)
            is_open[rows[here], cols[here]] = 0
        return is_open

    def _pixels(self) -> np.ndarray:
        """Give column and row (M, 2) of the places that are there, with fractions."""
        points = shapely.get_coordinates(shapely.from_wkb(self._shapes)).reshape(-1, 2)
        return _moved(points, ~self._mapped.grid.transform)


def _moved(points: np.ndarray, by: Affine) -> np.ndarray:
    """Bring points (N, 2) from pixels to the map or back."""
    x, y = points.T
    return np.stack([by.a * x + by.b * y + by.c, by.d * x + by.e * y + by.f], axis=1)


def _inside(points: np.ndarray, mapped: MapClasses) -> int:
    """Count the places (M, 2) at which a map has a class."""
    return int(np.count_nonzero(mapped.at(points[:, 1], points[:, 0]))) if len(points) else 0
