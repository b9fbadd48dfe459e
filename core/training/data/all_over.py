"""All over: places anywhere in the imagery, labelled or not, at which it is seen what a model makes of a scene."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...assessment.prior_shift import shown_shares
from ...geodata.grid import Window
from ..settings.jobs import TrainJob
from ..settings.refit import are_few_labels
from .labelling import Labelling
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


def shares_shown(job: TrainJob, labelling: Labelling) -> tuple[float, ...]:
    """Give the shares in which training shows the classes, where the scene's are looked for; empty where they aren't.

    They are, by choice, where labels of the scene that is mapped are so few that they say little of how often anything
    occurs.
    """
    recipe = job.recipe
    are_few = recipe.adapt_to_few and are_few_labels(labelling.polygons, labelling.pixels, job.has_area)
    if not are_few or recipe.maps_other_scenes:
        return ()
    shares = np.array([labelling.shares[name] for name in labelling.legend.names])
    return tuple(shown_shares(shares, recipe.balance).tolist())
