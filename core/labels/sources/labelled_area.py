"""The labelled area: where labelling is complete, so that what no polygon covers is background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Union

import numpy as np

from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ..burner import Burner
from ..label_layer import read_area
from ..legend import BACKGROUND, Legend

Known = Callable[[Window], Union[np.ndarray, bool]]
"""Says where the ground of a window is known (H, W), or whether all of it is."""


class LabelledArea:
    """The polygons inside which what is not labelled is background."""

    def __init__(self, scene: Scene, grid: Grid, legend: Legend) -> None:
        """Read the scene's labelled area, if it has one.

        Raises:
            BadInputError: For a file that can't be used, or an area that misses the grid.
        """
        self.warnings: tuple[str, ...] = ()
        self._burner: Burner | None = None
        name = background_name(legend.names)
        if scene.labelled_area and name is None:
            self.warnings = (
                "The legend has no background, so what lies between polygons of the labelled area stays unlabelled.",
            )
        if not scene.labelled_area or name is None:
            return
        self._background = legend.id_of(name)
        shapes, self.warnings = read_area(scene.labelled_area, scene.labelled_area_layer, grid)
        self._burner = Burner(shapes)

    def fill(self, block: np.ndarray, window: Window, known: Known = lambda _window: True) -> None:
        """Write the background's id where the area covers unlabelled pixels of a block (H, W), in place.

        Where nothing is `known` of the ground (H, W), such as beyond a scene's edge, there is no background either.
        """
        if self._burner is None:
            return
        rest = (block == 0) & self._burner.inside(window)
        if rest.any():
            block[rest & known(window)] = self._background


def background_name(names: Sequence[str]) -> str | None:
    """Give the name among these that means background, however it is capitalised."""
    return next((name for name in names if name.casefold() == BACKGROUND), None)
