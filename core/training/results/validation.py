"""Validation: a network's loss and confusion matrix over tiles it has not learned from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from ...assessment.confusion import Confusion
from ...assessment.spread import BlockCounts
from ...model.devices import Device
from ..data.batches import BatchReader, LabelledBatch, resized
from ..data.samples import SampleTile
from ..data.scenes import SceneWindow

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


@dataclass(frozen=True)
class Validated:
    """What was found.

    Attributes:
        confusion: The confusion matrix.
        loss_sum: The loss summed over labelled pixels.
        pixels: Their number.
        blocks: Pixels by group of tiles, true and predicted class (G, C, C), for the spread of what was found; with
            several processes those of one.
    """

    confusion: Confusion
    loss_sum: float
    pixels: int
    blocks: np.ndarray

    @property
    def loss(self) -> float:
        """The mean loss of a labelled pixel; NaN where there is none."""
        return self.loss_sum / self.pixels if self.pixels else float("nan")


def validate(
    network: torch.nn.Module,
    reader: BatchReader,
    batches: Sequence[Sequence[SceneWindow]],
    part: int | None,
    blocks: BlockCounts,
    loss: Loss,
    device: Device,
    side: int | None = None,
    check: Callable[[], None] = lambda: None,
) -> Validated:
    """Run a network over tiles and compare with their labels; the network is left in the mode that it was in.

    Args:
        network: Gives logits (N, C, H, W).
        reader: Reads the tiles.
        batches: The places of every batch; windows that don't overlap count every pixel once.
        part: The part of the split that is looked at.
        blocks: Where what is found is counted by place.
        loss: Of logits and labels.
        device: Where to compute.
        side: What tiles are resized to before the network sees them; None keeps them.
        check: Called between batches; raises to stop.
    """
    was_training = network.training
    network.eval()
    total, pixels = 0.0, 0
    confusion = Confusion(blocks.classes)
    try:
        for batch in reader.read(batches, part, lambda _p, _n, tile: resized(tile, side), shows_all=True):
            check()
            logits = logits_of(network, batch, device)
            labelled = int((batch.labels > 0).sum())
            if labelled:
                total += float(loss(logits, batch.labels.to(device.torch))) * labelled
                pixels += labelled
                predicted = (logits.argmax(dim=1) + 1).cpu().numpy()
                confusion.add(batch.labels.numpy(), predicted)
                blocks.add(batch.labels.numpy(), predicted)
            else:
                blocks.skip(len(batch.labels))
    finally:
        network.train(was_training)
    return Validated(confusion, total, pixels, blocks.counts)


def show(
    network: torch.nn.Module,
    reader: BatchReader,
    scene_windows: Sequence[SceneWindow],
    part: int | None,
    device: Device,
    side: int | None = None,
) -> list[SampleTile]:
    """Give tiles with what a network makes of them; the network is left in the mode that it was in."""
    was_training = network.training
    network.eval()
    shown = []
    try:
        alone = [[scene_window] for scene_window in scene_windows]
        for batch in reader.read(alone, part, lambda _p, _n, tile: resized(tile, side), shows_all=True):
            predicted = logits_of(network, batch, device)[0].argmax(dim=0) + 1
            shown.append(
                SampleTile(
                    batch.images[0].numpy(), batch.labels[0].numpy(), predicted.cpu().numpy(), batch.valid[0].numpy()
                )
            )
    finally:
        network.train(was_training)
    return shown


@torch.inference_mode()
def logits_of(network: torch.nn.Module, batch: LabelledBatch, device: Device) -> torch.Tensor:
    """Compute the logits (N, C, H, W) of a batch as float32."""
    with device.autocast():
        logits: torch.Tensor = network(batch.images.to(device.torch, memory_format=torch.channels_last))
    return logits.float()
