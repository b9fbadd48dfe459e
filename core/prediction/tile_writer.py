"""The tile writer: from what was computed for a tile to what is written of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..geodata.grid import Window
from .raster.blending import Blender
from .raster.output import Outputs
from .raster.tiling import Tile, Tiling
from .tile_reader import Batch


class TileWriter:
    """Puts tiles in their place, faded into their neighbours where a blender is given."""

    def __init__(self, outputs: Outputs, tiling: Tiling, blender: Blender | None = None) -> None:
        self._outputs, self._tiling, self._blender = outputs, tiling, blender

    def write(self, batch: Batch, results: Iterable[np.ndarray]) -> None:
        """Write a batch's results: labels (N, h, w) or probabilities (N, C, h, w)."""
        by_tile = {tile: (keep, result) for tile, keep, result in zip(batch.tiles, batch.keep, results)}
        for tile in batch.asked:
            keep, result = by_tile.get(tile, (None, None))
            if self._blender is not None:
                self._write_blended(self._blender, tile, keep, result)
            elif keep is not None and result is not None:
                self._write(tile, keep, result)

    def _write(self, tile: Tile, keep: np.ndarray, result: np.ndarray) -> None:
        top = tile.core.row - tile.read.row - self._tiling.margin
        left = tile.core.col - tile.read.col - self._tiling.margin
        inside = result[..., top : top + tile.core.height, left : left + tile.core.width]
        self._outputs.write(self._in_area(tile.core), inside, keep)

    def _write_blended(self, blender: Blender, tile: Tile, keep: np.ndarray | None, result: np.ndarray | None) -> None:
        window, probabilities, wanted = blender.add(tile, keep, result)
        if window.height and window.width:
            self._outputs.write(self._in_area(window), probabilities, wanted)

    def _in_area(self, window: Window) -> Window:
        area = self._tiling.area
        return Window(window.row - area.row, window.col - area.col, *window.shape)
