"""What a committee makes of the imagery all over, whose labels aren't looked at: its shares, and how far it agrees."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...assessment.agreement import Agreement
from ...assessment.prior_shift import class_factors
from ...geodata.grid import Window
from ...model.architecture import Classifier
from ..data.scenes import SceneWindow
from ..data.tiles import LabelledScene
from ..network.network_training import NetworkTraining
from .companions import TrainedCompanions
from .member_probabilities import classifier_probabilities, mean_probabilities, network_probabilities, tiles_of

_ROUGH = 0.5, 2.0
"""Temperatures that a few polygons told are believed no further where shares are looked for (ours)."""
_TILES, _TILE_PX = 32, 192
"""So many tiles are looked at: that takes some seconds (ours)."""


def seen_all_over(
    training: NetworkTraining, classifiers: Sequence[Classifier], companions: TrainedCompanions,
    temperatures: Sequence[float],
) -> tuple[tuple[float, ...], dict[str, float]]:  # fmt: skip
    """Look at tiles all over the imagery, whose labels aren't looked at, with a network and its classifiers.

    Returns:
        What probabilities are multiplied by, by class, empty for nothing; and how far the network agrees with the
        classifiers, each mapping as the labels tell it: shares that are all models' mean say little of one alone.
    """
    agreement, random = Agreement(len(classifiers), training.data.legend), np.random.default_rng(0)
    weights, rough = (1.0, *[companions.weight] * len(classifiers)), np.clip(temperatures, *_ROUGH).tolist()
    total = np.zeros(len(training.data.legend))
    places = [_drawn(training.data.scenes, random) for _ in range(_TILES)]
    with tiles_of(training, places, None) as tiles:
        for tile in tiles:
            valid = tile.valid[0].numpy()
            every = network_probabilities(training, tile), *(classifier_probabilities(one, tile) for one in classifiers)
            total += mean_probabilities(every, rough, weights)[:, valid].sum(axis=1)
            classes, *others = (np.where(valid, own.argmax(axis=0) + 1, 0) for own in every)
            agreement.add(classes, others)
    shows = bool(companions.shown) and total.any()
    return class_factors(total / total.sum(), np.array(companions.shown)) if shows else (), agreement.told()


def _drawn(scenes: Sequence[LabelledScene], random: np.random.Generator) -> SceneWindow:
    """Draw a tile anywhere in one of the scenes, a large one as much oftener as it has more pixels."""
    shapes = [(scene.stack.grid.height, scene.stack.grid.width) for scene in scenes]
    pixels = np.array([height * width for height, width in shapes], float)
    number = int(random.choice(len(scenes), p=pixels / pixels.sum()))
    row, col = (int(random.integers(max(1, length - _TILE_PX + 1))) for length in shapes[number])
    return number, Window(row, col, _TILE_PX, _TILE_PX)
