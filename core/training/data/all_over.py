"""All over: places anywhere in the imagery, labelled or not, at which it is seen what a model makes of a scene."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...geodata.grid import Window
from .scenes import SceneWindow
from .tiles import LabelledScene

_PLACES, _SIDE_PX = 32, 192
"""So many tiles are looked at: that takes some seconds (ours)."""


def places_all_over(scenes: Sequence[LabelledScene]) -> list[SceneWindow]:
    """Draw tiles anywhere in the scenes, the same ones every time, in a large scene as many more as it has pixels."""
    random = np.random.default_rng(0)
    shapes = [(scene.stack.grid.height, scene.stack.grid.width) for scene in scenes]
    pixels = np.array([height * width for height, width in shapes], float)
    places = []
    for _ in range(_PLACES):
        number = int(random.choice(len(scenes), p=pixels / pixels.sum()))
        row, col = (int(random.integers(max(1, length - _SIDE_PX + 1))) for length in shapes[number])
        places.append((number, Window(row, col, _SIDE_PX, _SIDE_PX)))
    return places
