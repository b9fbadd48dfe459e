"""Class weights: how much a pixel counts in the loss by the rarity of its class.

Each takes the shares of the classes that occur, in (0, 1], and gives their weights; `choices.CLASS_WEIGHTS` lists them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

import torch
from torch import Tensor

from ...errors import BadInputError, UnknownNameError
from ..settings.choices import CLASS_WEIGHTS


def none(shares: Tensor) -> Tensor:
    """Weigh all classes alike."""
    return torch.ones_like(shares)


def balanced(shares: Tensor) -> Tensor:
    """Weigh by the inverse of the share, scaled to a mean of 1: every class adds the same to the loss."""
    inverse = 1.0 / shares
    return inverse / inverse.mean()


def median_frequency(shares: Tensor) -> Tensor:
    """Weigh by median share / share (Eigen & Fergus 2015, doi 10.1109/ICCV.2015.304), shares of all labelled pixels."""
    return shares.quantile(0.5) / shares


def class_weights(name: str, pixel_counts: Union[Tensor, Sequence[int]]) -> Tensor:
    """Give the weights (C,), float32, of classes with so many training pixels (C,); a class without any has weight 0.

    Raises:
        UnknownNameError: For a name that isn't in `choices.CLASS_WEIGHTS`.
        BadInputError: When no class has a pixel, or a count is negative.
    """
    if name not in CLASS_WEIGHTS:
        raise UnknownNameError("way to weigh classes", name, CLASS_WEIGHTS)
    counts = torch.as_tensor(pixel_counts).detach().to(device="cpu", dtype=torch.float64)
    if counts.ndim != 1 or not bool((counts >= 0).all()) or not bool((counts > 0).any()):
        raise BadInputError(
            (
                "Classes can't be weighted by their pixels {tolist}: at least one class needs some. Draw polygons over "
                "the imagery first."
            ),
            tolist=counts.long().tolist(),
        )
    present = counts > 0
    weights = torch.zeros_like(counts)
    weights[present] = globals()[name](counts[present] / counts.sum())
    return weights.float()
