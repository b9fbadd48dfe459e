"""What each member of a committee makes of a tile while the network is being trained, and their mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import numpy as np
import torch

from ...assessment.calibration import tempered
from ...model.architecture import Classifier
from ..data.batches import BatchReader, LabelledBatch
from ..data.scenes import SceneWindow
from ..network.network_training import NetworkTraining
from ..results.validation import logits_of


@contextmanager
def tiles_of(
    training: NetworkTraining, scene_windows: Sequence[SceneWindow], part: int | None
) -> Iterator[Iterator[LabelledBatch]]:
    """Read tiles one by one for a network that doesn't learn meanwhile, with the labels of a part, None for all."""
    data, network = training.data, training.learner.network

    def heard(tile: LabelledBatch) -> LabelledBatch:
        training.events.check_cancelled()
        return tile

    was_training = network.training
    network.eval()
    try:
        with closing(BatchReader(data.scenes, data.normalisation)) as reader:
            alone = [[scene_window] for scene_window in scene_windows]
            yield map(heard, reader.read(alone, part, _as_it_is, shows_all=True))
    finally:
        network.train(was_training)


def _as_it_is(_position: int, _number: int, tile: LabelledBatch) -> LabelledBatch:
    return tile


def mean_probabilities(
    shares: Sequence[np.ndarray], temperatures: Sequence[float], weights: Sequence[float]
) -> np.ndarray:
    """Give the weighted mean of probabilities (C, H, W), each with its temperature."""
    calibrated = [tempered(own, temperature) for own, temperature in zip(shares, temperatures)]
    return np.asarray(np.average(calibrated, axis=0, weights=weights))


def network_probabilities(training: NetworkTraining, tile: LabelledBatch) -> np.ndarray:
    """Give a network's probabilities (C, H, W) of a tile."""
    shares: np.ndarray = (
        torch.softmax(logits_of(training.learner.network, tile, training.device)[0], dim=0).cpu().numpy()
    )
    return shares


def classifier_probabilities(classifier: Classifier, tile: LabelledBatch) -> np.ndarray:
    """Give a classifier's probabilities (C, H, W) of a tile; 0 where it has no data."""
    valid = tile.valid[0].numpy()
    features = classifier.features(tile.images[0].numpy(), valid)
    probabilities = classifier.probabilities(np.ascontiguousarray(features[:, valid].T, np.float32))
    shares = np.zeros((probabilities.shape[1], *valid.shape), np.float32)
    shares[:, valid] = probabilities.T
    return shares
