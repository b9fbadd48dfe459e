"""The temperature of a trained network, fitted on tiles that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from ..assessment.calibration import fit_temperature
from ..model.devices import Device
from .data.batches import BatchReader, resized
from .data.scenes import SceneWindow
from .validation import logits_of

MOST_TILES, MOST_A_TILE = 16, 4096


def network_temperature(
    network: torch.nn.Module,
    reader: BatchReader,
    places: Sequence[SceneWindow],
    part: int | None,
    device: Device,
    side: int | None,
    seed: int,
) -> float:
    """Fit the temperature on labelled pixels of some tiles, the same ones for the same seed.

    Args:
        network: Gives logits (N, C, H, W); is left in the mode that it was in.
        reader: Reads the tiles.
        places: Tiles of the validation part.
        part: That part.
        device: Where to compute.
        side: What tiles are resized to before the network sees them; None keeps them.
        seed: Of the choice.
    """
    random = np.random.default_rng(seed)
    chosen = np.sort(random.choice(len(places), min(MOST_TILES, len(places)), replace=False))
    was_training = network.training
    network.eval()
    gathered: list[np.ndarray] = []
    truth: list[np.ndarray] = []
    try:
        alone = [[places[place]] for place in chosen]
        for batch in reader.read(alone, part, lambda _p, _n, tile: resized(tile, side), shows_all=True):
            labels = batch.labels[0].numpy()
            found = np.flatnonzero(labels.ravel() > 0)
            if not len(found):
                continue
            picked = random.choice(found, min(MOST_A_TILE, len(found)), replace=False)
            probabilities = torch.softmax(logits_of(network, batch, device)[0], dim=0).cpu().numpy()
            gathered.append(probabilities.reshape(len(probabilities), -1)[:, picked])
            truth.append(labels.ravel()[picked])
    finally:
        network.train(was_training)
    return fit_temperature(np.concatenate(gathered, axis=1), np.concatenate(truth)) if truth else 1.0
