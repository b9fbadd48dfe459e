"""Validation: a network's loss and confusion matrix over tiles it has not learned from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch

from ..assessment.confusion import Confusion
from ..geodata.normalisation import Normalisation
from .batches import Place, read_batches, resized
from .devices import Device
from .tiles import LabelledScene

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def validate(
    network: torch.nn.Module,
    scenes: Sequence[LabelledScene],
    batches: Sequence[Sequence[Place]],
    part: int | None,
    normalisation: Normalisation,
    loss: Loss,
    device: Device,
    side: int | None = None,
    check: Callable[[], None] = lambda: None,
) -> tuple[float, Confusion]:
    """Run a network over tiles and compare with their labels.

    Args:
        network: Gives logits (N, C, H, W).
        scenes: The scenes that the places refer to.
        batches: The places of every batch; windows that don't overlap count every pixel once.
        part: The part of the split that is looked at.
        normalisation: Scaling of the images.
        loss: Of logits and labels.
        device: Where to compute.
        side: What tiles are resized to before the network sees them; None keeps them.
        check: Called between batches; raises to stop.

    Returns:
        The mean loss per batch and the confusion matrix.
    """
    was_training = network.training
    network.eval()
    total = 0.0
    confusion: Confusion | None = None
    with torch.inference_mode():
        for ready in read_batches(scenes, batches, part, normalisation, lambda _, batch: resized(batch, side)):
            check()
            labels = ready.labels.to(device.torch)
            with device.autocast():
                logits = network(ready.images.to(device.torch))
            total += float(loss(logits.float(), labels))
            predicted = logits.argmax(dim=1) + 1
            if confusion is None:
                confusion = Confusion(logits.shape[1])
            confusion.add(ready.labels.numpy(), predicted.cpu().numpy())
    network.train(was_training)
    if confusion is None:
        raise ValueError("There are no tiles to validate on.")
    return total / len(batches), confusion
