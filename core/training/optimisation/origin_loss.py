"""The loss where labels come from several places: pixels weigh by their origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from ...labels.origins import unmarked
from .losses import LossFunction


def by_origin(
    loss: LossFunction, class_weights: Tensor, origin_weights: Sequence[float]
) -> Callable[[Tensor, Tensor], Tensor]:
    """Make a loss of logits and labels marked with their origins (`labels.origins.marked`); plain ones weigh the same.

    Args:
        loss: The bare loss.
        class_weights: Weights of the classes (C,).
        origin_weights: Weights by the code of the origin.
    """
    table = torch.tensor(origin_weights, dtype=torch.float32)

    def weighted(logits: Tensor, labels: Tensor) -> Tensor:
        ids, origins = unmarked(labels)
        if not bool((origins > 0).any()):
            return loss(logits, ids, class_weights)
        return loss(logits, ids, class_weights, table.to(logits.device)[origins])

    return weighted
