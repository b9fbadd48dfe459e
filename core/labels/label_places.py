"""Where there are labels, whatever their class."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np

from ..geodata.grid import Grid, Window
from ..geodata.vector.vector_layer import is_vector
from .burner import Burner
from .label_layer import read_area
from .value_raster import ValueRaster


class LabelPlaces(ABC):
    """Where there are labels."""

    @abstractmethod
    def read(self, window: Window) -> np.ndarray:
        """Say which pixels of a window have a label (H, W)."""

    def close(self) -> None:  # noqa: B027 - polygons have nothing to close
        """Close the file."""


class _Polygons(LabelPlaces):
    """Where polygons lie, whatever their class."""

    def __init__(self, shapes: np.ndarray) -> None:
        self._burner = Burner(shapes)

    def read(self, window: Window) -> np.ndarray:
        return self._burner.inside(window)


class _Labelled(LabelPlaces):
    """Where a raster has labels; 0 is none, as in those that Outcrop writes."""

    def __init__(self, raster: ValueRaster) -> None:
        self._raster = raster

    def read(self, window: Window) -> np.ndarray:
        values, labelled = self._raster.read(window)
        return np.asarray(labelled & (values != 0))

    def close(self) -> None:
        self._raster.close()


def open_places(path: str, layer: str, grid: Grid) -> LabelPlaces:
    """Open polygons or a label raster for where its labels lie on a grid.

    Raises:
        BadInputError: For a file that can't be used, or that misses the grid.
    """
    return _Polygons(read_area(path, layer, grid)[0]) if is_vector(path) else _Labelled(ValueRaster(path, grid))
