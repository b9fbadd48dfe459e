"""Block memory: what was read of rasters once, kept unpacked and aligned for the windows that are read again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from threading import Lock

import numpy as np

from .grid import Window

BLOCK_PX = 256
Pixels = tuple[np.ndarray, np.ndarray]
"""Values (B, H, W), and where they are valid (H, W)."""


class BlockMemory:
    """Square blocks of a raster, kept from their first use on for as long as there is room; safe from any thread."""

    def __init__(self, height: int, width: int, read: Callable[[Window], Pixels], most_bytes: int) -> None:
        """Start with nothing.

        Args:
            height: The raster's rows.
            width: Its columns.
            read: Reads a window of it from the files.
            most_bytes: How much is kept. When that is reached, what isn't kept is read as it is asked for.
        """
        self._height, self._width, self._read, self._left = height, width, read, most_bytes
        self._blocks: dict[tuple[int, int], Pixels] = {}
        self._lock = Lock()

    def read(self, window: Window) -> Pixels:
        """Give what lies in a window within the raster; the arrays are the caller's own."""
        rows = range(window.row // BLOCK_PX, -(-(window.row + window.height) // BLOCK_PX))
        cols = range(window.col // BLOCK_PX, -(-(window.col + window.width) // BLOCK_PX))
        pieces = []
        for index in product(rows, cols):
            block = self._block(index)
            if block is None:
                return self._read(window)
            pieces.append((index, block))
        first = pieces[0][1][0]
        values, valid = np.empty((len(first), *window.shape), first.dtype), np.empty(window.shape, bool)
        for (row, col), (own_values, own_valid) in pieces:
            origin = row * BLOCK_PX, col * BLOCK_PX
            shared = Window(window.row - origin[0], window.col - origin[1], *window.shape).clipped(*own_valid.shape)
            source = shared.slices()
            top, left = shared.row + origin[0] - window.row, shared.col + origin[1] - window.col
            target = Window(top, left, *shared.shape).slices()
            values[(slice(None), *target)] = own_values[(slice(None), *source)]
            valid[target] = own_valid[source]
        return values, valid

    def _block(self, index: tuple[int, int]) -> Pixels | None:
        """Give a block, read where it isn't kept yet; None where there is no room for it."""
        block = self._blocks.get(index)
        if block is None and self._left > 0:
            row, col = index[0] * BLOCK_PX, index[1] * BLOCK_PX
            block = self._read(Window(row, col, BLOCK_PX, BLOCK_PX).clipped(self._height, self._width))
            with self._lock:
                if index not in self._blocks:
                    self._left -= block[0].nbytes + block[1].nbytes
                    self._blocks[index] = block
        return block
