"""The ground below a window: how far and which way a step of one pixel leads, so that slopes are true anywhere."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ...geodata.grid import Grid, Window
from ...geodata.pixel_areas import row_steps_m


class GroundSteps:
    """Where a window with its margin lies.

    Attributes:
        grid: The raster's grid.
        window: The window that is written.
        margin: How many pixels around it are known.
    """

    def __init__(self, grid: Grid, window: Window, margin: int = 0) -> None:
        self.grid, self.window, self.margin = grid, window, margin

    @cached_property
    def steps(self) -> np.ndarray:
        """How far east and north (2) a step across and a step down (2) lead, in m, for each of the rows (H, 2, 2).

        `steps[row, 0, 1]` is how far east a step down leads. North is true north, whatever the projection.
        """
        return row_steps_m(self.grid, self.window)

    @cached_property
    def inverse(self) -> np.ndarray:
        """How many columns and rows (2) a metre east and a metre north (2) lead, for each of the rows (H, 2, 2)."""
        return np.linalg.inv(self.steps)

    @property
    def pixel_side_m(self) -> np.ndarray:
        """The square root of a pixel's area, in m, for each of the rows (H, 1)."""
        return np.sqrt(np.abs(np.linalg.det(self.steps)))[:, None]
