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
from ..model.companion import Companion
from ..prediction.operating_points import Held, count_probabilities
from .calibrating import picked
from .classifier_job import fitted_classifier
from .classifier_training import validate_classifier
from .data.batches import BatchReader, LabelledBatch
from .data.scenes import PreparedScenes
from .network_training import NetworkTraining
from .settings.jobs import TrainJob
from .validation import logits_of

FOREST = "random_forest"
_OF_FOREST: dict[str, Any] = {"sample_share": 1.0}
"""It learns from every pixel: labels are few where a committee pays."""


@dataclass(frozen=True)
class Forests:
    """The forest that learned from what wasn't held back, and the one that is kept."""

    measured: Classifier
    kept: Classifier

    def companion(self, temperature: float) -> Companion:
        """Describe the one that is kept."""
        return Companion(FOREST, dict(_OF_FOREST), self.kept.margin_px, temperature)


@dataclass(frozen=True)
class Together:
    """What a network and a forest find together of what is held back.

    Attributes:
        confusion: The confusion matrix.
        blocks: Pixels by group of tiles, true and predicted class (G, C, C).
        temperature: Of the forest.
        alone: What each finds alone, by the model's key.
        counts: What is held back by their probabilities; see `operating_points`.
    """

    confusion: Confusion
    blocks: np.ndarray
    temperature: float
    alone: dict[str, Confusion]
    counts: dict[str, Any]

    def told(self, legend: Legend) -> dict[str, dict[str, float]]:
        """Give the headline measures of each model alone, by its key."""
        return {key: headline(confusion, legend) for key, confusion in self.alone.items()}


def train_forests(
    job: TrainJob, prepared: PreparedScenes, everything: Optional[PreparedScenes], events: Events
) -> Optional[Forests]:
    """Fit a forest to the training part, and another to everything where that is given.

    None where no forest can be fitted, which is warned about: the network is better than nothing.
    """
    forest_job = replace(job, recipe=replace(job.recipe, model=FOREST, model_parameters=_OF_FOREST))
    events.progress(0.0, "Training the random forest beside the network")
    events.check_cancelled()
    try:
        measured = fitted_classifier(forest_job, prepared, Events())
        kept = measured if everything is None else fitted_classifier(forest_job, everything, Events())
    except BadInputError as error:
        events.warning("No random forest can be trained beside the network, which is kept alone: {reason}",
                       reason=error.message)  # fmt: skip
        return None
    return Forests(measured, kept)


def measured_together(training: NetworkTraining, temperature: float, forest: Classifier, model: str) -> Together:
    """Measure a network and a forest, their calibrated probabilities averaged, on the network's validation tiles.

    Args:
        training: Of the network, which is at its best epoch.
        temperature: Of the network.
        forest: Learned from the same part.
        model: The network's key.
    """
    data, network, events = training.data, training.learner.network, training.events
    events.progress(1.0, "Measuring the committee")
    classes, scene_windows, part = len(data.legend), training.measured, data.validation_part
    validated = validate_classifier(forest, data.scenes, scene_windows, part, data.normalisation, data.legend, Events())
    confusion, alone, blocks = Confusion(classes), Confusion(classes), BlockCounts(classes, len(scene_windows))
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
                by_forest = _of_forest(forest, batch)
                shares = _mean((by_network, by_forest), (temperature, validated.held.temperature))
                mean: np.ndarray = shares.argmax(axis=0) + 1
                alone.add(labels, by_network.argmax(axis=0) + 1)
                confusion.add(labels, mean)
                blocks.add(labels[None], mean[None])
                held.append(picked(shares, labels, random))
    finally:
        network.train(was_training)
    return Together(
        confusion, blocks.counts, validated.held.temperature, {model: alone, FOREST: validated.confusion},
        count_probabilities(held, data.legend),
    )  # fmt: skip


def _as_it_is(_position: int, _number: int, tile: LabelledBatch) -> LabelledBatch:
    return tile


def _mean(shares: Sequence[np.ndarray], temperatures: Sequence[float]) -> np.ndarray:
    """Give the mean of probabilities (C, H, W), each with its temperature."""
    total = sum(tempered(member_shares, temperature) for member_shares, temperature in zip(shares, temperatures))
    mean: np.ndarray = np.asarray(total) / len(shares)
    return mean


def _of_forest(forest: Classifier, batch: LabelledBatch) -> np.ndarray:
    """Give a forest's probabilities (C, H, W) of the batch's one tile; 0 where it has no data."""
    valid = batch.valid[0].numpy()
    features = forest.features(batch.images[0].numpy(), valid)
    probabilities = forest.probabilities(np.ascontiguousarray(features[:, valid].T, np.float32))
    shares = np.zeros((probabilities.shape[1], *valid.shape), np.float32)
    shares[:, valid] = probabilities.T
    return shares
