"""The pixel branch: what the bands of a pixel alone say, beside what a network sees around it."""

from __future__ import annotations

from torch import Tensor, nn

from .initialisation import initialise, initialise_head

_WIDTH = 32
_LEAST = 1e-30
"""Keeps the logarithm of a probability finite."""


class PixelBranch(nn.Sequential):
    """Two hidden layers over every pixel by itself: logits (N, C, H, W) of an image (N, B, H, W).

    From few polygons a network memorises surroundings that are not typical, unless its tiles are recoloured; then
    it can't learn colours any more. The pixel branch learns these from tiles that are not recoloured, with a loss of
    its own, and both have an equal say: a mixture of experts (Jacobs et al. 1991, doi 10.1162/neco.1991.3.1.79) whose
    shares aren't learned (ours).
    """

    def __init__(self, bands: int, classes: int) -> None:
        head = nn.Conv2d(_WIDTH, classes, 1)
        super().__init__(nn.Conv2d(bands, _WIDTH, 1), nn.ReLU(), nn.Conv2d(_WIDTH, _WIDTH, 1), nn.ReLU(), head)
        initialise(self)
        initialise_head(head)


def averaged(first: Tensor, second: Tensor) -> Tensor:
    """Give logits (N, C, H, W) of the mean of the probabilities that two logits stand for, float32."""
    mean = (first.float().softmax(dim=1) + second.float().softmax(dim=1)) / 2
    return mean.clamp_min(_LEAST).log()
