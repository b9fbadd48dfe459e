"""The raster source: the values of a label raster, looked up where they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...errors import BadInputError, OutcropError
from ...geodata.extent import Extent
from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ..legend import Legend
from ..value_raster import ValueRaster
from .label_source import LabelSource, ids_of, unknown_warnings
from .windows import outside, windows


def open_raster_labels(scene: Scene, grid: Grid, all_touched: bool) -> LabelSource | None:
    """Open a scene's labels as a raster, whatever file they are; None where it has none.

    Raises:
        BadInputError: For labels that can't be used or that miss the grid.
    """
    del all_touched
    if not scene.labels:
        return None
    raster = ValueRaster(scene.labels, grid, scene.class_field)
    try:
        return RasterSource(raster, grid, scene.extent)
    except OutcropError:
        raster.close()
        raise


class RasterSource(LabelSource):
    """A raster's values, looked up where they are read."""

    def __init__(self, raster: ValueRaster, grid: Grid, extent: Extent | None) -> None:
        """Take a raster, and look which values it has on a grid, within an extent."""
        super().__init__(None, raster.warnings)
        self._raster = raster
        self._distinct = np.array(sorted(_values(raster, grid, extent)))
        self._names = [raster.class_of(value) for value in self._distinct.tolist()]
        self._ids = np.zeros(len(self._names), np.uint8)

    def close(self) -> None:
        """Close the raster."""
        self._raster.close()

    def class_names(self) -> Sequence[str]:
        """Give the classes of the values."""
        return sorted(set(self._names))

    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; values of other classes are left out, and told."""
        self._ids = ids_of(self._names, legend)
        self.warnings = (*self._raster.warnings, *unknown_warnings(self._names, legend))

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8."""
        values, labelled = self._raster.read(window)
        if values.dtype in (np.uint8, np.uint16):
            ids = self._table(values.dtype)[values]
            ids[~labelled] = 0
            return np.asarray(ids)
        indices = np.minimum(np.searchsorted(self._distinct, values), len(self._distinct) - 1)
        ids = self._ids[indices]
        ids[~labelled | (self._distinct[indices] != values)] = 0
        return np.asarray(ids)

    def _table(self, kind: np.dtype) -> np.ndarray:
        """Give the id of every value that there can be."""
        table = np.zeros(np.iinfo(kind).max + 1, np.uint8)
        table[self._distinct] = self._ids
        return table


def _values(raster: ValueRaster, grid: Grid, extent: Extent | None) -> set[Any]:
    """Find the values that occur as labels.

    Raises:
        BadInputError: When there are none, or too many for classes.
    """
    distinct: set[Any] = set()
    for window in windows(grid, extent):
        values, labelled = raster.read(window)
        if extent is not None:
            labelled &= ~outside(grid, window, extent)
        distinct.update(_distinct(values, labelled))
        raster.check_count(distinct)
    if not distinct:
        raise BadInputError("The label raster “{path}” has no labelled pixel over the imagery.", path=raster.path)
    return distinct


def _distinct(values: np.ndarray, labelled: np.ndarray) -> list[Any]:
    """Give the different values where there are labels; those of few bits are counted, which is faster than sorting."""
    chosen = values.ravel() if labelled.all() else values[labelled]
    if values.dtype in (np.uint8, np.uint16):
        return np.flatnonzero(np.bincount(chosen)).tolist()
    unique: list[Any] = np.unique(chosen).tolist()
    return unique
