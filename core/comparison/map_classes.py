"""A map's classes, window by window or at points, on its own pixels or on another map's, by another map's legend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Optional

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT

from ..assessment.comparison_source import BLOCK_PX, together
from ..errors import BadInputError
from ..geodata.grid import Grid, Window
from ..geodata.longitudes import facing
from ..geodata.raster_file import read_told
from ..labels.legend import Legend
from ..labels.names.spelling import Spellings
from ..prediction.raster.class_file import open_class_file
from ..wording import translatable

_OF_THE_SAME = translatable("Choose maps and models of the same classes.")


class MapClasses:
    """An open prediction.

    Attributes:
        path: Its file.
        grid: The pixels it is read on.
        legend: The classes by whose ids it is read; those that it alone has come last.
    """

    def __init__(self, path: str, grid: Optional[Grid] = None, legend: Optional[Legend] = None) -> None:
        """Open a prediction.

        Args:
            path: The file.
            grid: Pixels to read it on, nearest neighbour; its own where none are given.
            legend: The classes to read it by, matched by name; its own where none are given.

        Raises:
            BadInputError: When it is no prediction, has no class in common with the legend, or misses the grid.
        """
        class_file = open_class_file(path)
        self.path, self.grid = path, grid or class_file.grid
        self.legend = (
            together(legend, list(class_file.legend.names), path, _OF_THE_SAME) if legend else class_file.legend
        )
        known = Spellings(self.legend.names)
        self._table = np.zeros(256, np.uint8)
        for entry in class_file.legend.classes:
            self._table[entry.id] = known.number(entry.name)
        self._stack = ExitStack()
        self._dataset = self._stack.enter_context(on_grid(path, class_file.grid, self.grid))

    def read(self, window: Window) -> np.ndarray:
        """Give the class ids of a window within the grid (H, W), 0 where the map has none.

        Raises:
            DiskError: When the file is damaged or gone.
        """
        classes: np.ndarray = self._table[read_told(self._dataset, self.path, window)]
        return classes

    def at(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Give the class ids at pixels (N,), 0 where the map has none and off the grid."""
        classes = np.zeros(len(rows), np.uint8)
        inside = (rows >= 0) & (cols >= 0) & (rows < self.grid.height) & (cols < self.grid.width)
        blocks = rows // BLOCK_PX * (1 << 32) + cols // BLOCK_PX
        for block in np.unique(blocks[inside]):
            chosen = np.flatnonzero(inside & (blocks == block))
            own_rows, own_cols = rows[chosen], cols[chosen]
            row, col = int(own_rows.min()), int(own_cols.min())
            window = Window(row, col, int(own_rows.max()) - row + 1, int(own_cols.max()) - col + 1)
            classes[chosen] = self.read(window)[own_rows - row, own_cols - col]
        return classes

    def close(self) -> None:
        """Close the file."""
        self._stack.close()


@contextmanager
def on_grid(path: str, own: Grid, grid: Grid) -> Iterator[Any]:
    """Open a map's raster on the pixels of a grid, nearest neighbour.

    Args:
        path: The file; 0 stands for nothing in it.
        own: Its own pixels.
        grid: Those to read it on.

    Raises:
        BadInputError: When it misses the grid.
    """
    grids = facing(own, grid)
    if grids is None:
        raise BadInputError("“{path}” doesn't overlap the other map. Choose two maps of the same place.", path=path)
    source_grid, target = grids
    with rasterio.open(path) as source:
        if source_grid.same_as(target):
            yield source
            return
        with WarpedVRT(
            source, crs=target.crs, transform=target.transform, width=target.width, height=target.height,
            resampling=Resampling.nearest, nodata=0, src_transform=source_grid.transform,
        ) as view:  # fmt: skip
            yield view
