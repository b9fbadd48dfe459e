"""The committee: a random forest beside a network, trained on the same labels; what both make of a pixel is averaged.

A network sees shapes and surroundings, a forest single colours: where they are wrong in different places, their mean is
right more often (Hansen & Salamon 1990, doi 10.1109/34.58871).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import torch

from ..assessment.calibration import tempered
from ..assessment.confusion import Confusion
from ..assessment.headline import headline
from ..assessment.spread import BlockCounts
from ..errors import BadInputError
from ..events import Events
from ..labels.legend import Legend
from ..model.architecture import Classifier
from ..model.companion import Companion, joined_arrays
from ..model.model_card import COMMITTEE, FEATURE_IMPORTANCE
from ..prediction.operating_points import Held, count_probabilities
from .calibrating import picked
from .classifier_job import fitted_classifier
from .classifier_training import validate_classifier
from .data.batches import BatchReader, LabelledBatch
from .data.scenes import PreparedScenes
from .network_training import NetworkTraining
from .settings.choices import FOREST_ELSEWHERE, WITH_FOREST
from .settings.jobs import TrainJob
from .trained import Trained
from .validation import logits_of

FOREST = "random_forest"
_OF_FOREST: dict[str, dict[str, Any]] = {WITH_FOREST: {"sample_share": 1.0}, FOREST_ELSEWHERE: {}}
"""It learns from every pixel where it votes on its own scene, as labels are few there, else from its usual sample."""
_WEIGHTS = {WITH_FOREST: 1 / 3, FOREST_ELSEWHERE: 0.0}
"""What its vote counts on its own scene, the network's counting 1: of shares from a quarter to three quarters this was
best on each of six draws of a dozen polygons (benchmarks/README.md)."""
_CALIBRATED_TILES = 100
_MOST_PLACES = 64
"""Of 512 by 512 pixels, which take some twenty seconds: what a network learns from is seldom more (ours)."""


@dataclass(frozen=True)
class Forests:
    """The forest that learned from what wasn't held back, and the one that is kept, for one of `COMMITTEES`."""

    committee: str
    measured: Classifier
    kept: Classifier

    @property
    def weight(self) -> float:
        """What its vote counts on its own scene, where the network's counts 1."""
        return _WEIGHTS[self.committee]

    def companion(self, temperature: float) -> Companion:
        """Describe the one that is kept."""
        parameters = dict(_OF_FOREST[self.committee])
        return Companion(FOREST, parameters, self.kept.margin_px, temperature, self.weight)


@dataclass(frozen=True)
class Together:
    """What a network and a forest find together of what is held back.

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


def train_forests(
    job: TrainJob, prepared: PreparedScenes, everything: Optional[PreparedScenes], events: Events
) -> Optional[Forests]:
    """Fit a forest to the training part, and another to everything where that is given.

    None where the recipe has none, or none can be fitted, which is warned about: the network is better than nothing.
    """
    committee = job.recipe.committee
    if committee not in _OF_FOREST:
        return None
    forest_job = replace(job, recipe=replace(job.recipe, model=FOREST, model_parameters=_OF_FOREST[committee]))
    events.progress(0.0, "Training the random forest beside the network")
    events.check_cancelled()
    try:
        measured = _fitted(forest_job, prepared, events)
        kept = measured if everything is None else _fitted(forest_job, everything, events)
    except BadInputError as error:
        events.warning("No random forest can be trained beside the network, which is kept alone: {reason}",
                       reason=error.message)  # fmt: skip
        return None
    return Forests(committee, measured, kept)


def _fitted(job: TrainJob, prepared: PreparedScenes, events: Events) -> Classifier:
    """Fit a forest to all labels, or to those in as many places as are soon read, drawn as a network's tiles are."""
    places = prepared.training_places()
    if len(places) > _MOST_PLACES:
        rng, side = np.random.default_rng(job.seed), places[0][1].height
        total = int(prepared.training_counts.sum())
        places = [
            (scene, window)
            for scene, index in enumerate(prepared.indexes) if len(index)
            for window in index.draw(rng, -(-_MOST_PLACES * len(index) // total), side, job.recipe.balance)
        ]  # fmt: skip
    return fitted_classifier(job, prepared, events.silent(), places)


@dataclass(frozen=True)
class Voted:
    """The temperature of a forest, and what it finds together with its network where it votes on their own scene."""

    temperature: float
    together: Optional[Together]


def measured_forest(training: NetworkTraining, temperature: float, forests: Forests, model: str) -> Voted:
    """Measure a forest, and its network with it where it votes on their own scene, on the network's validation tiles.

    Args:
        training: Of the network, which is at its best epoch.
        temperature: Of the network.
        forests: The one that learned from the same part counts.
        model: The network's key.
    """
    data, forest, scene_windows = training.data, forests.measured, training.measured
    training.events.progress(1.0, "Measuring the committee")
    if not forests.weight:  # a few tiles tell its temperature
        scene_windows = scene_windows[:: -(-len(scene_windows) // _CALIBRATED_TILES) or 1]
    validated = validate_classifier(
        forest,
        data.scenes,
        scene_windows,
        data.validation_part,
        data.normalisation,
        data.legend,
        training.events.silent(),
    )
    found = validated.held.temperature
    if not forests.weight:
        return Voted(found, None)
    return Voted(found, _together(training, (temperature, found), forests, {FOREST: validated.confusion}, model))


def _together(
    training: NetworkTraining,
    temperatures: Sequence[float],
    forests: Forests,
    alone: dict[str, Confusion],
    model: str,
) -> Together:  # fmt: skip
    """Measure a network and a forest, their calibrated probabilities averaged."""
    data, network, events = training.data, training.learner.network, training.events
    classes, scene_windows, part = len(data.legend), training.measured, data.validation_part
    confusion, of_network, blocks = Confusion(classes), Confusion(classes), BlockCounts(classes, len(scene_windows))
    held: list[Held] = []
    random = np.random.default_rng(0)
    was_training = network.training
    network.eval()
    try:
        with closing(BatchReader(data.scenes, data.normalisation)) as reader:
            for batch in reader.read(
                [[scene_window] for scene_window in scene_windows], part, _as_it_is, shows_all=True
            ):
                events.check_cancelled()
                labels = batch.labels[0].numpy()
                if not (labels > 0).any():
                    blocks.skip(1)
                    continue
                by_network = torch.softmax(logits_of(network, batch, training.device)[0], dim=0).cpu().numpy()
                both = by_network, _of_forest(forests.measured, batch)
                shares = _mean(both, temperatures, (1.0, forests.weight))
                mean: np.ndarray = shares.argmax(axis=0) + 1
                of_network.add(labels, by_network.argmax(axis=0) + 1)
                confusion.add(labels, mean)
                blocks.add(labels[None], mean[None])
                held.append(picked(shares, labels, random))
    finally:
        network.train(was_training)
    return Together(confusion, blocks.counts, {model: of_network, **alone}, count_probabilities(held, data.legend))


def with_forest(trained: Trained, forests: Forests, voted: Voted, prepared: PreparedScenes) -> Trained:
    """Give a network with a forest beside it; neither learned from everything without the other.

    Where the forest votes on their own scene, what is told is what both find together.
    """
    forests = replace(forests, kept=forests.kept if trained.refit else forests.measured)
    kept, together = forests.kept, voted.together
    temperature = voted.temperature if prepared.holds_back else 1.0
    both = replace(
        trained, arrays=joined_arrays(trained.arrays, [kept.arrays()]), companions=(forests.companion(temperature),),
        measured=trained.measured and joined_arrays(trained.measured, [forests.measured.arrays()]),
    )  # fmt: skip
    if together is None:
        return both
    told = {
        COMMITTEE: together.told(prepared.labelling.legend), FEATURE_IMPORTANCE: getattr(kept, "importance", {})
    }  # fmt: skip
    return replace(
        both, held=replace(trained.held, counts=together.counts if prepared.holds_back else {}),
        confusion=together.confusion, blocks=together.blocks, provenance={**trained.provenance, **told},
    )  # fmt: skip


def _as_it_is(_position: int, _number: int, tile: LabelledBatch) -> LabelledBatch:
    return tile


def _mean(shares: Sequence[np.ndarray], temperatures: Sequence[float], weights: Sequence[float]) -> np.ndarray:
    """Give the weighted mean of probabilities (C, H, W), each with its temperature."""
    calibrated = [tempered(own, temperature) for own, temperature in zip(shares, temperatures)]
    return np.asarray(np.average(calibrated, axis=0, weights=weights))


def _of_forest(forest: Classifier, batch: LabelledBatch) -> np.ndarray:
    """Give a forest's probabilities (C, H, W) of the batch's one tile; 0 where it has no data."""
    valid = batch.valid[0].numpy()
    features = forest.features(batch.images[0].numpy(), valid)
    probabilities = forest.probabilities(np.ascontiguousarray(features[:, valid].T, np.float32))
    shares = np.zeros((probabilities.shape[1], *valid.shape), np.float32)
    shares[:, valid] = probabilities.T
    return shares
