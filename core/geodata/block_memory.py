"""Block memory: what was read of rasters once, kept unpacked and aligned for the windows that are read again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from threading import Lock

import numpy as np

from .grid import Window

BLOCK_PX = 256
Pixels = tuple[np.ndarray, ...]
"""Arrays (…, H, W) of one window: values of rasters, and where they are valid."""


class BlockMemory:
    """Square blocks of rasters, kept from their first use on for as long as there is room; safe from any thread."""

    def __init__(self, height: int, width: int, read: Callable[[Window], Pixels], most_bytes: int) -> None:
        """Start with nothing.

        Args:
            height: The rasters' rows.
            width: Their columns.
            read: Reads a window of them from the files.
            most_bytes: How much is kept. When that is reached, what isn't kept is read as it is asked for.
        """
        self._height, self._width, self._read, self._left = height, width, read, most_bytes
        self._blocks: dict[tuple[int, int], Pixels] = {}
        self._lock = Lock()

    def read(self, window: Window) -> Pixels:
        """Give what lies in a window within the rasters; the arrays are the caller's own."""
        rows = range(window.row // BLOCK_PX, -(-(window.row + window.height) // BLOCK_PX))
        cols = range(window.col // BLOCK_PX, -(-(window.col + window.width) // BLOCK_PX))
        pieces = []
        for index in product(rows, cols):
            block = self._block(index)
            if block is None:
                return self._read(window)
            pieces.append((index, block))
        together = tuple(np.empty((*array.shape[:-2], *window.shape), array.dtype) for array in pieces[0][1])
        for (row, col), block in pieces:
            origin = row * BLOCK_PX, col * BLOCK_PX
            shared = Window(window.row - origin[0], window.col - origin[1], *window.shape).clipped(*block[0].shape[-2:])
            top, left = shared.row + origin[0] - window.row, shared.col + origin[1] - window.col
            target = Window(top, left, *shared.shape).slices()
            for whole, own in zip(together, block):
                whole[(..., *target)] = own[(..., *shared.slices())]
        return together

    def _block(self, index: tuple[int, int]) -> Pixels | None:
        """Give a block, read where it isn't kept yet; None where there is no room for it."""
        block = self._blocks.get(index)
        if block is None and self._left > 0:
            row, col = index[0] * BLOCK_PX, index[1] * BLOCK_PX
            block = self._read(Window(row, col, BLOCK_PX, BLOCK_PX).clipped(self._height, self._width))
            with self._lock:
                if index not in self._blocks:
                    self._left -= sum(array.nbytes for array in block)
                    self._blocks[index] = block
        return block
