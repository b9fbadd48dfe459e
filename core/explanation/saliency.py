"""Saliency: which pixels and bands made a network find a class, by integrated gradients.

Sundararajan et al. 2017, Axiomatic attribution for deep networks, ICML, arXiv 1703.01365: the gradient of what is
explained, averaged on the straight way from a plain image to the real one, times their difference (equation 1). The
attributions sum to what the class gains on that way (completeness), which tells how exact they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn


@dataclass(frozen=True, eq=False)
class Attribution:
    """What was found.

    Attributes:
        values: (B, H, W) float32; above 0 where a pixel's band spoke for the class, below where against it.
        plain: The class's mean probability on the plain image.
        real: That on the real one; the values sum to the difference, but for what the steps leave out.
    """

    values: np.ndarray
    plain: float
    real: float


def integrated_gradients(
    network: nn.Module, image: np.ndarray, plain: np.ndarray, class_index: int, target: np.ndarray, steps: int = 32,
    tell: Callable[[float], None] = lambda _share: None,
) -> Attribution:  # fmt: skip
    """Attribute a class's mean probability on some pixels to the pixels and bands of the image.

    Args:
        network: Gives logits (N, C, H, W), in evaluation mode.
        image: Normalised (B, H, W) float32, sides multiples of the network's stride.
        plain: What it is compared with (B, H, W), such as every band's mean.
        class_index: From 0.
        target: Where the class is asked for (H, W) bool.
        steps: Points on the way, the middles of equal parts.
        tell: Told before each step which share is done; raises to stop.
    """
    device = next(network.parameters()).device
    real, base = (torch.from_numpy(np.ascontiguousarray(one))[None].to(device) for one in (image, plain))
    where = torch.from_numpy(target).to(device)

    def probability(one: torch.Tensor) -> torch.Tensor:
        return network(one).float().softmax(dim=1)[0, class_index][where].mean()

    total = torch.zeros_like(real)
    for step in range(steps):
        tell(step / steps)
        point = (base + (real - base) * ((step + 0.5) / steps)).requires_grad_()
        (gradient,) = torch.autograd.grad(probability(point), point)
        total += gradient
    values = ((real - base) * total / steps)[0]
    with torch.inference_mode():
        before, after = float(probability(base)), float(probability(real))
    return Attribution(values.cpu().numpy(), before, after)


def band_shares(values: np.ndarray) -> np.ndarray:
    """Give every band's share (B,) of all attribution, for and against (B, H, W); equal ones where there is none."""
    sums = np.abs(values).sum(axis=(1, 2), dtype=np.float64)
    return sums / sums.sum() if sums.sum() > 0 else np.full(len(sums), 1 / len(sums))
