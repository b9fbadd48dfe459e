"""Atrous spatial pyramid pooling: what a map shows at several ranges, side by side."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .convolutions import BatchNormOfAny, convolution, relu


class AtrousPyramid(nn.Module):
    """Pyramid of Chen et al. 2018: 1×1, dilated 3×3 and the image's mean, joined and brought to `width` by 1×1."""

    def __init__(self, inputs: int, width: int, dilations: tuple[int, ...]) -> None:
        super().__init__()
        self.branches = nn.ModuleList([convolution(inputs, width, 1)])
        self.branches.extend(convolution(inputs, width, 3, dilation=dilation) for dilation in dilations)
        self.pooled = nn.Sequential(nn.Conv2d(inputs, width, 1, bias=False), BatchNormOfAny(width), relu())
        self.join = convolution(width * (len(dilations) + 2), width, 1)

    def forward(self, features: Tensor) -> Tensor:
        """Give (N, width, H, W) of (N, inputs, H, W)."""
        mean = self.pooled(features.mean(dim=(2, 3), keepdim=True))
        seen = [branch(features) for branch in self.branches]
        return self.join(torch.cat([*seen, mean.expand_as(seen[0])], dim=1))
