"""Points with a class: read from any vector file and brought to the pixels of a grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import BadInputError
from ..geodata.grid import Grid
from ..geodata.vector.points import points_of
from ..geodata.vector.to_pixels import ToPixels
from ..geodata.vector.vector_layer import POINTS, open_layer
from ..message import Message, joined
from .names.class_names import sorted_naturally
from .names.class_value import class_name


@dataclass(frozen=True, eq=False)
class LabelPoints:
    """Points over a grid.

    Attributes:
        rows: The row of each one's pixel (N,).
        cols: Its column (N,).
        codes: (N,) place of each one's class in `classes`.
        classes: Class names, sorted as numbers where they are numbers.
        warnings: What was left out, in words.
    """

    rows: np.ndarray
    cols: np.ndarray
    codes: np.ndarray
    classes: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def read_points(path: str, layer_name: str, field: str, grid: Grid) -> LabelPoints:
    """Read the points of a layer that have a class and lie on a grid.

    Raises:
        BadInputError: For a file or layer that can't be used, a missing field, or when no point is left.
    """
    layer = open_layer(path, layer_name, POINTS)
    move = ToPixels(layer, grid)
    positions: list[np.ndarray] = []
    names: list[str] = []
    without = 0
    for wkb, values in layer.batches(layer.field(field)):
        texts = [class_name(value) for value in np.asarray(values).tolist()]
        coordinates, owner = points_of(wkb)
        named = np.array([bool(texts[index]) for index in owner], bool)
        without += int(np.count_nonzero(~named))
        points_of_class = coordinates[named]
        positions.append(move.of_shapes(points_of_class, np.arange(len(points_of_class))))
        names.extend(texts[index] for index in owner[named])
    return _on_grid(layer.name, np.concatenate(positions) if positions else np.zeros((0, 2)), names, without, grid)


def _on_grid(layer: str, positions: np.ndarray, names: list[str], without: int, grid: Grid) -> LabelPoints:
    with np.errstate(invalid="ignore"):
        cols, rows = np.floor(positions).T if len(positions) else np.zeros((2, 0))
        inside = (cols >= 0) & (rows >= 0) & (cols < grid.width) & (rows < grid.height)
    kept = [name for name, is_in in zip(names, inside) if is_in]
    outside = len(names) - len(kept)
    counted = (
        (without, Message("“{layer}”: {points} without a class left out.", layer=layer, points=_points(without))),
        (outside, Message("“{layer}”: {points} outside the raster left out.", layer=layer, points=_points(outside))),
    )
    warnings = tuple(text for count, text in counted if count)
    if not kept:
        none = Message("No point of “{layer}” that has a class lies on the raster.", layer=layer)
        what_to_do = Message("Choose points over it, or check the two coordinate systems.")
        raise BadInputError(joined([none, *warnings, what_to_do]))
    classes = sorted_naturally(set(kept))
    codes = np.array([classes.index(name) for name in kept], np.int64)
    return LabelPoints(rows[inside].astype(np.int64), cols[inside].astype(np.int64), codes, tuple(classes), warnings)


def _points(count: int) -> Message:
    return Message("1 point") if count == 1 else Message("{count} points", count=count)
