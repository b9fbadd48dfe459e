"""What a committee makes of the imagery all over, whose labels aren't looked at: its shares, and how far it agrees."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...assessment.agreement import Agreement
from ...assessment.prior_shift import believed, class_factors
from ...model.architecture import Classifier
from ..data.all_over import places_all_over
from ..network.network_training import NetworkTraining
from .companions import TrainedCompanions
from .member_probabilities import classifier_probabilities, mean_probabilities, network_probabilities, tiles_of


def seen_all_over(
    training: NetworkTraining, classifiers: Sequence[Classifier], companions: TrainedCompanions,
    temperatures: Sequence[float],
) -> tuple[tuple[float, ...], dict[str, float]]:  # fmt: skip
    """Look at tiles all over the imagery, whose labels aren't looked at, with a network and its classifiers.

    Returns:
        What probabilities are multiplied by, by class, empty for nothing; and how far the network agrees with the
        classifiers, each mapping as the labels tell it: shares that are all models' mean say little of one alone.
    """
    agreement = Agreement(len(classifiers), training.data.legend)
    weights, at = (1.0, *[companions.weight] * len(classifiers)), [believed(one) for one in temperatures]
    total = np.zeros(len(training.data.legend))
    with tiles_of(training, places_all_over(training.data.scenes), None) as tiles:
        for tile in tiles:
            valid = tile.valid[0].numpy()
            every = network_probabilities(training, tile), *(classifier_probabilities(one, tile) for one in classifiers)
            total += mean_probabilities(every, at, weights)[:, valid].sum(axis=1)
            classes, *others = (np.where(valid, own.argmax(axis=0) + 1, 0) for own in every)
            agreement.add(classes, others)
    shows = bool(companions.shown) and total.any()
    return class_factors(total / total.sum(), np.array(companions.shown)) if shows else (), agreement.told()
