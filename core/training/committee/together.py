"""What a network and its companions find together of what is held back, and the model that all of them make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np

from ...assessment.confusion import Confusion
from ...assessment.headline import headline
from ...assessment.prior_shift import shifted
from ...labels.legend import Legend
from ...model.companion import joined_arrays
from ...model.model_card import COMMITTEE
from ...prediction.operating_points import Held, count_probabilities
from ..classifier.classifier_training import validate_classifier
from ..data.scenes import PreparedScenes
from ..network.network_training import NetworkTraining
from ..results.calibrating import picked
from ..results.trained import Trained
from .companions import TrainedCompanions
from .member_probabilities import classifier_probabilities, mean_probabilities, network_probabilities, tiles_of
from .seen_all_over import seen_all_over

_CALIBRATED_TILES = 100


@dataclass(frozen=True)
class Together:
    """What a network and its companions find together of what is held back.

    Attributes:
        confusion: The confusion matrix.
        blocks: Pixels by group of tiles, true and predicted class (G, C, C).
        alone: What each finds alone, by the model's key.
        counts: What is held back by their probabilities; see `operating_points`.
    """

    confusion: Confusion
    blocks: np.ndarray
    alone: dict[str, Confusion]
    counts: dict[str, Any]

    def told(self, legend: Legend) -> dict[str, dict[str, float]]:
        """Give the headline measures of each model alone, by its key."""
        return {key: headline(confusion, legend) for key, confusion in self.alone.items()}


@dataclass(frozen=True)
class Voted:
    """The companions' temperatures, and what they find with their network where they vote on their own scene."""

    temperatures: tuple[float, ...]
    together: Optional[Together]


def measured_companions(
    training: NetworkTraining, temperature: float, companions: TrainedCompanions, model: str
) -> Voted:
    """Measure companions, and their network with them where they vote on their own scene, on its validation tiles.

    Args:
        training: Of the network, which is at its best epoch.
        temperature: Of the network.
        companions: Those that learned from the same part count.
        model: The network's key.
    """
    data, scene_windows = training.data, training.measured
    training.events.progress(1.0, "Measuring the committee")
    if not companions.weight:  # a few tiles tell their temperatures
        scene_windows = scene_windows[:: -(-len(scene_windows) // _CALIBRATED_TILES) or 1]
    alone = {
        one.key: validate_classifier(
            one.measured, data.scenes, scene_windows, data.validation_part, data.normalisation, data.legend,
            training.events.silent(), data.block_counts(len(scene_windows)),
        )
        for one in companions.members
    }  # fmt: skip
    found = tuple(validated.held.temperature for validated in alone.values())
    if not companions.weight:
        return Voted(found, None)
    confusions = {key: validated.confusion for key, validated in alone.items()}
    return Voted(found, _together(training, (temperature, *found), companions, confusions, model))


def _together(
    training: NetworkTraining, temperatures: Sequence[float], companions: TrainedCompanions,
    alone: dict[str, Confusion], model: str,
) -> Together:  # fmt: skip
    """Measure a network and its companions, their calibrated probabilities averaged."""
    data, scene_windows = training.data, training.measured
    classes = len(data.legend)
    confusion, of_network, blocks = Confusion(classes), Confusion(classes), data.block_counts(len(scene_windows))
    weights = 1.0, *[companions.weight] * len(companions.members)
    measured = [one.measured for one in companions.members]
    factors = seen_all_over(training, measured, companions, temperatures)[0] if companions.shown else ()
    held: list[Held] = []
    random = np.random.default_rng(0)
    with tiles_of(training, scene_windows, data.validation_part) as tiles:
        for tile in tiles:
            labels = tile.labels[0].numpy()
            if not (labels > 0).any():
                blocks.skip(1)
                continue
            every = network_probabilities(training, tile), *(classifier_probabilities(one, tile) for one in measured)
            shares = mean_probabilities([shifted(own, factors) for own in every], temperatures, weights)
            mean: np.ndarray = shares.argmax(axis=0) + 1
            of_network.add(labels, every[0].argmax(axis=0) + 1)
            confusion.add(labels, mean)
            blocks.add(labels[None], mean[None])
            held.append(picked(shares, labels, random))
    return Together(confusion, blocks.counts, {model: of_network, **alone}, count_probabilities(held, data.legend))


def with_companions(
    trained: Trained, learned: NetworkTraining, companions: TrainedCompanions, voted: Voted, prepared: PreparedScenes
) -> Trained:
    """Give a network with its companions beside it; none learned from everything without the others.

    Where they vote on their own scene, what is told is what all find together, and how far they agree: unless labels
    lie all over, so that what is held back stands for the rest of the scene.

    Args:
        trained: The network that is kept.
        learned: Its training.
        companions: The classifiers.
        voted: What was measured of them.
        prepared: The data, some of which was held back.
    """
    companions = companions if trained.refit else companions.as_measured()
    together, members = voted.together, companions.members
    temperatures = voted.temperatures if prepared.holds_back else (1.0,) * len(members)
    every = replace(
        trained, arrays=joined_arrays(trained.arrays, [one.kept.arrays() for one in members]),
        companions=tuple(one.described(found) for one, found in zip(members, temperatures)),
        measured=trained.measured and joined_arrays(trained.measured, [one.measured.arrays() for one in members]),
    )  # fmt: skip
    if together is None:
        return every
    told: dict[str, Any] = {COMMITTEE: together.told(prepared.labelling.legend)}
    kept = [one.kept for one in members]
    factors, agreement = seen_all_over(learned, kept, companions, (trained.held.temperature, *temperatures))
    return replace(
        every, held=replace(trained.held, counts=together.counts if prepared.holds_back else {}),
        confusion=together.confusion, blocks=together.blocks, provenance={**trained.provenance, **told},
        class_factors=factors,
        agreement={} if prepared.labelling.split.all_over else agreement,
    )  # fmt: skip
