"""Known ground: where imagery has values, asked of the imagery itself only near where it has none."""

from __future__ import annotations

from itertools import product

import numpy as np
from scipy import ndimage

from ...geodata.grid import Window
from ...geodata.stack import Stack

_PROBES = 32
"""Along each side; gaps between these are too small to matter in a raster that isn't read as a whole."""
_READ_WHOLE_PX = 8_000_000


class KnownGround:
    """Tells where a stack has values, window by window. One that seems to have none is for others to tell of."""

    def __init__(self, stack: Stack) -> None:
        """Look at some pixels all over the stack; of one that is read as a whole until one has values."""
        self._stack = stack
        height, width = stack.grid.height, stack.grid.width
        self._step = max(1, -(-max(height, width) // _PROBES))
        rows, cols = (np.arange(min(self._step // 2, length - 1), length, self._step) for length in (height, width))
        probes = (_is_known(stack, row, col) for row, col in product(rows.tolist(), cols.tolist()))
        if height * width <= _READ_WHOLE_PX:
            self._near_gaps = np.full((len(rows), len(cols)), any(probes))
            return
        valid = np.fromiter(probes, bool).reshape(len(rows), len(cols))
        self._near_gaps = ndimage.binary_dilation(~valid, np.ones((3, 3))) & valid.any()

    def __call__(self, window: Window) -> np.ndarray:
        """Say where a window within the grid is known (H, W)."""
        rows, cols = (
            slice(start // self._step, -(-end // self._step))
            for start, end in ((window.row, window.row + window.height), (window.col, window.col + window.width))
        )
        if not self._near_gaps[rows, cols].any():
            return np.ones(window.shape, bool)
        return self._stack.read(window)[1]


def _is_known(stack: Stack, row: int, col: int) -> bool:
    return bool(stack.read(Window(row, col, 1, 1))[1][0, 0])
