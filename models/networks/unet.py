"""U-Net and its improved form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Optional, Union

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..network_parameters import UNetParameters
from .convolutions import double_convolution, relu6
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride
from .pixel_branch import PixelBranch, averaged

Unit = Callable[[int, int], nn.Module]


class UNet(nn.Module):
    """U-Net of Ronneberger et al. 2015 (doi 10.1007/978-3-319-24574-4_28), padded so that output size = input size.

    Every level halves the size by 2×2 max-pooling and doubles the channels; the way back up doubles the size by 2×2
    transposed convolutions and joins the level's encoder map by concatenation. What stands in a level is `encoder_unit`
    and `decoder_unit`, called as unit(channels in, channels out).

    With a pixel branch the probabilities of both are averaged; while they learn, each has a loss of its own, and
    `wants_plain` says that the branch is given the image before it was recoloured.
    """

    def __init__(
        self, bands: int, classes: int, parameters: UNetParameters, encoder_unit: Unit, decoder_unit: Unit
    ) -> None:  # fmt: skip
        super().__init__()
        widths = [parameters.width << level for level in range(parameters.depth + 1)]
        self.stride = 1 << parameters.depth
        self.encoder = nn.ModuleList(encoder_unit(*pair) for pair in zip([bands, *widths], widths))
        rising = list(zip(widths[:0:-1], widths[-2::-1]))
        self.rise = nn.ModuleList(nn.ConvTranspose2d(deep, level, 2, stride=2) for deep, level in rising)
        self.decoder = nn.ModuleList(decoder_unit(2 * level, level) for _, level in rising)
        self.head = nn.Conv2d(parameters.width, classes, 1)
        initialise(self)
        initialise_head(self.head)
        self.pixels = PixelBranch(bands, classes) if parameters.pixel_branch else None
        self.wants_plain = parameters.pixel_branch

    def forward(self, image: Tensor, plain: Optional[Tensor] = None) -> Union[Tensor, tuple[Tensor, Tensor]]:
        """Give logits (N, C, H, W) of an image (N, B, H, W), those of each branch while it learns."""
        logits = self._surroundings(image)
        if self.pixels is None:
            return logits
        pixel_logits = self.pixels(image if plain is None else plain)
        return (logits, pixel_logits) if self.training else averaged(logits, pixel_logits)

    def _surroundings(self, image: Tensor) -> Tensor:
        features = pad_to_stride(image, self.stride)
        levels: list[Tensor] = []
        for unit in self.encoder:
            features = unit(F.max_pool2d(features, 2) if levels else features)
            levels.append(features)
        for rise, unit, level in zip(self.rise, self.decoder, levels[-2::-1]):
            features = unit(torch.cat([level, rise(features)], dim=1))
        return crop_to(self.head(features), image)


def build_unet(bands: tuple[str, ...], classes: int, parameters: UNetParameters) -> UNet:
    """Build the classic U-Net: two 3×3 convolutions with ReLU in every level."""
    unit = partial(double_convolution, normalise=False)
    return UNet(len(bands), classes, parameters, unit, unit)


def build_unet_improved(bands: tuple[str, ...], classes: int, parameters: UNetParameters) -> UNet:
    """Build the improved U-Net of Li et al. 2024 (doi 10.6046/zrzyyg.2022500).

    Batch normalisation after every convolution of the encoder, ReLU6 everywhere in place of ReLU.
    """
    encoder_unit = partial(double_convolution, normalise=True, activation=relu6)
    decoder_unit = partial(double_convolution, normalise=False, activation=relu6)
    return UNet(len(bands), classes, parameters, encoder_unit, decoder_unit)
