"""Reduced imagery: a stack seen at about the resolution at which a map canvas draws it."""

from __future__ import annotations

import numpy as np

from ..geodata.grid import Grid, Window
from ..geodata.stack import Stack

_STEPS = 4
"""Factors are multiples of a quarter, so that tiles of the reduced grid begin at whole pixels of the imagery."""


class Reduced:
    """A stack whose pixels are larger by a factor of at least 1.

    The reduced grid begins where the imagery's does, wherever the view lies: what was computed for a view is of use
    for the next one at the same scale.

    Attributes:
        factor: How many pixels of the imagery lie side by side in one of the reduced grid.
        grid: The reduced grid.
    """

    def __init__(self, stack: Stack, pixel: float) -> None:
        """Choose the factor for pixels of a size in the units of the stack's coordinate system."""
        self.stack = stack
        pixel_size = abs(stack.grid.transform.determinant) ** 0.5
        largest = min(stack.grid.width, stack.grid.height)
        self.factor = min(max(1.0, round(pixel / pixel_size * _STEPS) / _STEPS), float(largest))
        width, height = int(stack.grid.width / self.factor), int(stack.grid.height / self.factor)
        transform = stack.grid.transform @ stack.grid.transform.scale(self.factor)
        self.grid = Grid(width, height, transform, stack.grid.crs)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read a window of the reduced grid, which may reach beyond it.

        Returns:
            image (B, H, W) and valid (H, W); beyond the grid the image is 0 and not valid.

        Raises:
            DiskError: When a file is damaged or gone.
        """
        if self.factor == 1.0:
            return self.stack.read(window)
        inside = window.clipped(self.grid.height, self.grid.width)
        if not inside.height or not inside.width:
            return np.zeros((len(self.stack.bands), *window.shape), self.stack.data_type), np.zeros(window.shape, bool)
        image, valid = self.stack.read_reduced(self._in_stack(inside), inside.shape)
        before = inside.row - window.row, inside.col - window.col
        after = window.height - inside.height - before[0], window.width - inside.width - before[1]
        pad = ((before[0], after[0]), (before[1], after[1]))
        return np.pad(image, ((0, 0), *pad)), np.pad(valid, pad)

    def _in_stack(self, window: Window) -> Window:
        ends = (window.row + window.height, window.col + window.width)
        first = [round(start * self.factor) for start in (window.row, window.col)]
        last = [round(end * self.factor) for end in ends]
        return Window(first[0], first[1], last[0] - first[0], last[1] - first[1])
