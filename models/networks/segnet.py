"""SegNet."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from ..network_parameters import SegNetParameters
from .convolutions import convolution
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride

CONVOLUTIONS = (2, 2, 3, 3, 3)
"""Convolutions in each of the five levels, as in VGG-16."""
WIDENINGS = (1, 2, 4, 8, 8)
"""Channels of each level in widths of the first."""


class SegNet(nn.Module):
    """SegNet of Badrinarayanan et al. 2017 (doi 10.1109/TPAMI.2016.2644615).

    The convolutions of VGG-16, each with batch normalisation. Max-pooling remembers where each maximum stood, and
    the mirrored decoder puts values back there before its convolutions; nothing else is handed over.
    """

    stride = 1 << len(CONVOLUTIONS)

    def __init__(self, bands: int, classes: int, width: int) -> None:
        super().__init__()
        widths = [width * widening for widening in WIDENINGS]
        below = [bands, *widths[:-1]]
        self.encoder = nn.ModuleList(
            _level([first] + [level] * count) for first, level, count in zip(below, widths, CONVOLUTIONS)
        )
        self.decoder = nn.ModuleList(
            _level([level] * count + [last])
            for level, count, last in zip(widths[:0:-1], CONVOLUTIONS[:0:-1], below[:0:-1])
        )
        self.decoder.append(convolution(width, width))
        self.head = nn.Conv2d(width, classes, 3, padding=1)
        initialise(self)
        initialise_head(self.head)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        features = pad_to_stride(image, self.stride)
        pool_indices: list[Tensor] = []
        for level in self.encoder:
            features, indices = F.max_pool2d(level(features), 2, return_indices=True)
            pool_indices.append(indices)
        for level, indices in zip(self.decoder, reversed(pool_indices)):
            features = level(F.max_unpool2d(features, indices, [2, 2]))
        return crop_to(self.head(features), image)


def _level(widths: list[int]) -> nn.Sequential:
    return nn.Sequential(*(convolution(*pair) for pair in zip(widths, widths[1:])))


def build(bands: tuple[str, ...], classes: int, parameters: SegNetParameters) -> SegNet:
    """Build SegNet for named bands and a number of classes."""
    return SegNet(len(bands), classes, parameters.width)
