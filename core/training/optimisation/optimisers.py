"""Optimisers: how a network's weights are moved along the gradient."""

from __future__ import annotations

from typing import Any, Optional

import torch
from torch import nn

from ...errors import BadInputError, UnknownNameError
from ..settings.choices import OPTIMISERS

Groups = list[dict[str, Any]]


_FUSED_ON = {"cpu", "cuda"}
"""Where torch changes a weight, its gradient and its moments in one pass over memory: two to three times as fast."""


def adam(groups: Groups, learning_rate: float, momentum: float, fused: Optional[bool]) -> torch.optim.Optimizer:
    """Divide the mean gradient by its spread (Kingma & Ba 2015, arXiv 1412.6980)."""
    del momentum
    return torch.optim.Adam(groups, lr=learning_rate, fused=fused)


def adamw(groups: Groups, learning_rate: float, momentum: float, fused: Optional[bool]) -> torch.optim.Optimizer:
    """Do as `adam`, with the decay beside the gradient (Loshchilov & Hutter 2019, arXiv 1711.05101)."""
    del momentum
    return torch.optim.AdamW(groups, lr=learning_rate, fused=fused)


def sgd(groups: Groups, learning_rate: float, momentum: float, fused: Optional[bool]) -> torch.optim.Optimizer:
    """Go down the gradient, with momentum."""
    return torch.optim.SGD(groups, lr=learning_rate, momentum=momentum, fused=fused)


def optimiser(
    name: str, network: nn.Module, learning_rate: float, *, weight_decay: float = 0.0, momentum: float = 0.9
) -> torch.optim.Optimizer:
    """Make the optimiser of that name for what is trainable in a network.

    Weights are pulled towards zero by `weight_decay`; biases and the scales of normalisation layers never are, with any
    optimiser (ours). There are always these two groups, in this order, so that a saved state fits whatever the decay.
    `adam` adds the pull to the gradient, `adamw` to the weights (Loshchilov & Hutter 2019, arXiv 1711.05101).

    Args:
        name: One of `choices.OPTIMISERS`: a function here.
        network: The network to train.
        learning_rate: Largest learning rate; a schedule lowers it.
        weight_decay: Pull of the weights towards zero, at least 0.
        momentum: Of `sgd`, from 0 to below 1; the others have their own.

    Raises:
        UnknownNameError: For a name that isn't in `choices.OPTIMISERS`.
        BadInputError: When nothing in the network can be trained.
    """
    if name not in OPTIMISERS:
        raise UnknownNameError("optimiser", name, OPTIMISERS)
    trainable = [parameter for parameter in network.parameters() if parameter.requires_grad]
    if not trainable:
        raise BadInputError("Nothing in this network can be trained: all of its weights are frozen.")
    groups: Groups = [
        {"params": [parameter for parameter in trainable if parameter.ndim > 1], "weight_decay": weight_decay},
        {"params": [parameter for parameter in trainable if parameter.ndim <= 1], "weight_decay": 0.0},
    ]
    fused = True if {weight.device.type for weight in trainable} <= _FUSED_ON else None  # None leaves it to torch
    chosen: torch.optim.Optimizer = globals()[name](groups, learning_rate, momentum, fused)
    return chosen
