"""The temperature of a trained network and its operating points, from tiles that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from ...labels.legend import Legend
from ...model.devices import Device
from ...prediction.operating_points import Held
from ..data.batches import BatchReader, resized
from ..data.scenes import SceneWindow
from .calibrated import Calibrated, calibrated
from .validation import logits_of

MOST_TILES, MOST_A_TILE = 16, 4096


def network_calibration(
    network: torch.nn.Module,
    reader: BatchReader,
    scene_windows: Sequence[SceneWindow],
    part: int | None,
    device: Device,
    side: int | None,
    seed: int,
    legend: Legend,
) -> Calibrated:
    """Fit the temperature on labelled pixels of some tiles, the same ones for the same seed.

    Args:
        network: Gives logits (N, C, H, W); is left in the mode that it was in.
        reader: Reads the tiles.
        scene_windows: Tiles of the validation part.
        part: That part.
        device: Where to compute.
        side: What tiles are resized to before the network sees them; None keeps them.
        seed: Of the choice.
        legend: The classes.
    """
    random = np.random.default_rng(seed)
    chosen = np.sort(random.choice(len(scene_windows), min(MOST_TILES, len(scene_windows)), replace=False))
    was_training = network.training
    network.eval()
    held: list[Held] = []
    try:
        alone = [[scene_windows[index]] for index in chosen]
        for batch in reader.read(alone, part, lambda _p, _n, tile: resized(tile, side), shows_all=True):
            labels = batch.labels[0].numpy()
            if (labels > 0).any():
                probabilities = torch.softmax(logits_of(network, batch, device)[0], dim=0).cpu().numpy()
                held.append(picked(probabilities, labels, random))
    finally:
        network.train(was_training)
    return calibrated(held, legend)


def picked(probabilities: np.ndarray, labels: np.ndarray, random: np.random.Generator) -> Held:
    """Pick some labelled pixels of a tile: probabilities (C, H, W) and labels (H, W), of which some aren't 0."""
    indices = np.flatnonzero(labels.ravel() > 0)
    chosen = random.choice(indices, min(MOST_A_TILE, len(indices)), replace=False)
    flat = probabilities.reshape(len(probabilities), -1)[:, chosen]
    return Held(flat, labels.ravel()[chosen], len(indices) / len(chosen))
