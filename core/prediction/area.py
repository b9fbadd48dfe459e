"""The predicted area: a window of the grid, and polygons within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..geodata.extent import Extent
from ..geodata.grid import Grid, Window

if TYPE_CHECKING:
    import numpy as np

    from .mask import Mask


class PredictionArea:
    """The pixels to be predicted.

    Attributes:
        window: The smallest window that holds all of them.
        warnings: What was left out of the mask, in words.
    """

    def __init__(self, grid: Grid, extent: Extent | None = None, mask: str = "", mask_layer: str = "") -> None:
        """Take the whole grid, an extent of it, or what polygons cover of either.

        Raises:
            BadInputError: When extent, mask and grid have no pixel in common, or the mask can't be read.
        """
        self.window = grid.window_of(extent) if extent else grid.window
        self.warnings: tuple[str, ...] = ()
        self._mask: Mask | None = None
        if mask:
            from .mask import Mask  # with all that reads vector layers

            self._mask = Mask(grid, self.window, mask, mask_layer)
            self.window, self.warnings = self._mask.window, self._mask.warnings

    def touches(self, window: Window) -> bool:
        """Say whether anything may be wanted in a window."""
        return self._mask is None or self._mask.touches(window)

    def wanted(self, window: Window) -> np.ndarray | None:
        """Say which pixels of a window within the area are wanted, (H, W); None for all of them."""
        return None if self._mask is None else self._mask.covers(window)
