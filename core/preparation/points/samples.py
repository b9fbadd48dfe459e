"""Samples: points with a number each, brought to the pixels of a grid, one for every place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Grid
from ...geodata.pixel_areas import metres_per_pixel
from ...geodata.vector.points import points_of
from ...geodata.vector.to_pixels import ToPixels
from ...geodata.vector.vector_layer import POINTS, VectorLayer, open_layer
from .numbers import number_of

_SAME_PX = 0.01
"""Points nearer than this to each other are one place."""


@dataclass(frozen=True, eq=False)
class Samples:
    """Points with values.

    Attributes:
        layer: The layer's name.
        field: The field that holds the values.
        places: Metres across and down from the grid's corner (N, 2), measured at its centre; no two are the same.
        values: (N,)
    """

    layer: str
    field: str
    places: np.ndarray
    values: np.ndarray


def read_samples(path: str, layer_name: str, field: str, grid: Grid, events: Events) -> Samples:
    """Read the points of a layer that have a number; several at one place count as one with their mean.

    Points beside the grid count too, as they tell of what lies at its edge.

    Raises:
        BadInputError: For a file or layer that can't be used, a field without numbers, or no point on the grid.
    """
    layer = open_layer(path, layer_name, POINTS)
    name = _field(layer, field)
    points, values = _read(layer, name, grid)
    known = np.isfinite(values) & np.isfinite(points).all(axis=1)
    if not known.any():
        raise BadInputError(
            "The field “{field}” of “{layer}” holds no number at any point. Choose a field of numbers; values such as "
            "“<0.5” have to be replaced first.",
            field=name,
            layer=layer.name,
        )
    unknown = int((~known).sum())
    if unknown:
        events.warning(
            "“{layer}”: 1 point without a number in “{field}” left out."
            if unknown == 1
            else "“{layer}”: {count} points without a number in “{field}” left out.",
            layer=layer.name,
            count=unknown,
            field=name,
        )
    points, values = points[known], values[known]
    inside = (points >= 0).all(axis=1) & (points < (grid.width, grid.height)).all(axis=1)
    if not inside.any():
        raise BadInputError(
            "No point of “{layer}” lies on the raster. Choose points over it, or check the two coordinate systems.",
            layer=layer.name,
        )
    points, values = _merged(layer.name, points, values, events)
    return Samples(layer.name, name, points * metres_per_pixel(grid), values)


def _field(layer: VectorLayer, name: str) -> str:
    alike = [one for one in layer.fields if one == name] or [
        one for one in layer.fields if one.casefold() == name.casefold()
    ]
    if len(alike) == 1:
        return alike[0]
    raise BadInputError(
        "“{layer}” has no field “{field}”. Choose the field that holds the values: {fields}.",
        layer=layer.name,
        field=name,
        fields=", ".join(layer.fields),
    )


def _read(layer: VectorLayer, field: str, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Give columns and rows (N, 2) and values (N,), NaN where there is no number."""
    move = ToPixels(layer, grid)
    pieces, values = [np.zeros((0, 2))], [np.zeros(0)]
    for wkb, column in layer.batches(field):
        coordinates, owner = points_of(wkb)
        numbers = np.array([number_of(value) for value in np.asarray(column).tolist()], np.float64)
        pieces.append(move.of_shapes(coordinates, np.arange(len(coordinates))))
        values.append(numbers[owner])
    return np.concatenate(pieces), np.concatenate(values)


def _merged(layer: str, points: np.ndarray, values: np.ndarray, events: Events) -> tuple[np.ndarray, np.ndarray]:
    """Give one point for every place, with the mean of those that lie there."""
    _, first, which = np.unique(np.round(points / _SAME_PX), axis=0, return_index=True, return_inverse=True)
    which = which.ravel()
    counts = np.bincount(which)
    if len(first) == len(points):
        return points, values
    means = np.bincount(which, weights=values) / counts
    doubled = len(points) - len(first)
    events.warning(
        "“{layer}”: 1 point lies where another one does; their mean counts. They differ by {apart:.4g}."
        if doubled == 1
        else "“{layer}”: {count} points lie where another one does; their mean counts. They differ by up to "
        "{apart:.4g}.",
        layer=layer,
        count=doubled,
        apart=2 * float(np.abs(values - means[which]).max()),
    )
    return points[first], means
