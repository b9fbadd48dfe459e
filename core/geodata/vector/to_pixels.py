"""From a layer's coordinates to the pixels of a grid, also where one of the two counts longitudes another way round."""

from __future__ import annotations

import math

import numpy as np
import shapely
from pyproj import CRS
from pyproj.exceptions import ProjError

from ...errors import BadInputError
from ..datum import way_between
from ..grid import Grid
from .vector_layer import VectorLayer

DIGITS = 6
"""Pixel coordinates are rounded to a millionth of a pixel, so that what only touches the imagery doesn't overlap it."""


class ToPixels:
    """Brings coordinates (N, 2) of a layer to columns and rows of a grid."""

    def __init__(self, layer: VectorLayer, grid: Grid) -> None:
        """Find the way between the two coordinate systems.

        Raises:
            BadInputError: When there is none.
        """
        target = CRS.from_wkt(grid.crs.to_wkt())
        self._inverse = ~grid.transform
        self._west, _, self._east, _ = grid.extent
        try:
            self._transformer = way_between(layer.crs, target)
        except ProjError as error:
            raise BadInputError(
                (
                    "The layer “{name}” ({crs_name}) can't be brought to the imagery's coordinate system "
                    "({target_name}): {error}. Save the polygons in the imagery's coordinate system."
                ),
                name=layer.name,
                crs_name=layer.crs.name,
                target_name=target.name,
                error=error,
            ) from error
        unit = target.axis_info[0].unit_conversion_factor if target.is_geographic and target.axis_info else 0.0
        self._turn = 2 * math.pi / unit if unit else 0.0
        """The whole circle in the grid's units; 0 where they are no angles."""

    def __call__(self, coordinates: np.ndarray) -> np.ndarray:
        """Bring coordinates as they are."""
        return self._to_grid(*self._moved(coordinates))

    def of_shapes(self, coordinates: np.ndarray, index: np.ndarray) -> np.ndarray:
        """Bring the coordinates of shapes, `index` (N,) in ascending order saying whose each is.

        A shape beside the grid that lies over it once it is turned by a whole circle is meant there: longitudes may run
        from −180 to 180 or from 0 to 360. One that a change of coordinate systems has torn apart is put together.
        """
        x, y = self._moved(coordinates)
        return self._to_grid(self._turned(np.asarray(x, np.float64), index) if self._turn and len(x) else x, y)

    def _moved(self, coordinates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        x, y = coordinates[:, 0], coordinates[:, 1]
        return (x, y) if self._transformer is None else self._transformer.transform(x, y)

    def _turned(self, x: np.ndarray, index: np.ndarray) -> np.ndarray:
        first = np.flatnonzero(np.diff(index, prepend=index[0] - 1))
        counts = np.diff(first, append=len(x))

        def bounds(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            return np.minimum.reduceat(values, first), np.maximum.reduceat(values, first)

        west, east = bounds(x)
        if self._transformer is not None and (east - west > self._turn / 2).any():
            whole = np.where(x < 0, x + self._turn, x)
            narrower = np.subtract(*bounds(whole)[::-1]) < east - west
            x = np.where(np.repeat(narrower & (east - west > self._turn / 2), counts), whole, x)
            west, east = bounds(x)
        turns = np.zeros(len(first))
        for turn in (self._turn, -self._turn):
            beside = (east <= self._west) | (west >= self._east)
            over = (east + turn > self._west) & (west + turn < self._east)
            turns[beside & over] = turn
        return x + np.repeat(turns, counts)

    def _to_grid(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        back = self._inverse
        with np.errstate(invalid="ignore"):
            pixels = np.column_stack([back.a * x + back.b * y + back.c, back.d * x + back.e * y + back.f])
            return np.round(pixels, DIGITS)


def placed(shapes: np.ndarray, move: ToPixels) -> tuple[np.ndarray, np.ndarray]:
    """Bring shapes (N,) to pixels; give those of which every vertex has a place there, and which these are (N,)."""
    coordinates, index = shapely.get_coordinates(shapes, return_index=True)
    moved = move.of_shapes(coordinates, index)
    finite = np.ones(len(shapes), bool)
    finite[index[~np.isfinite(moved).all(axis=1)]] = False
    kept: np.ndarray = shapely.set_coordinates(shapely.force_2d(shapes[finite]), moved[finite[index]])
    return kept, finite
