"""The U-Net decoder on a library encoder, and the networks made of it."""

from __future__ import annotations

from typing import Optional

import torch
from torch import Tensor, nn

from ..encoders.encoder import Encoder, build_encoder
from ..network_parameters import EncoderUNetParameters
from .convolutions import double_convolution
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride


class Rise(nn.Module):
    """One level of the decoder: 2×2 transposed convolution, concatenation with the encoder's map, two convolutions."""

    def __init__(self, inputs: int, beside: int, outputs: int) -> None:
        super().__init__()
        self.rise = nn.ConvTranspose2d(inputs, outputs, 2, stride=2)
        self.unit = double_convolution(outputs + beside, outputs)

    def forward(self, features: Tensor, beside: Optional[Tensor]) -> Tensor:
        """Give (N, outputs, 2H, 2W) of (N, inputs, H, W) and the encoder's map (N, beside, 2H, 2W), if there is one."""
        risen = self.rise(features)
        return self.unit(risen if beside is None else torch.cat([beside, risen], dim=1))


class EncoderUNet(nn.Module):
    """A U-Net whose way down is a library encoder.

    The decoder doubles the size until it is the image's, joining the encoder's map wherever there is one of that size;
    its finest level has `width` channels, each deeper one twice as many, at most eight times.
    """

    def __init__(self, encoder: Encoder, classes: int, width: int) -> None:
        super().__init__()
        self.stride = encoder.reductions[-1]
        beside = dict(zip(encoder.reductions[:-1], encoder.channels))
        self.scales = [self.stride >> step for step in range(1, self.stride.bit_length())]
        widths = [width * min(scale, 8) for scale in self.scales]
        self.encoder = encoder
        self.band_filters, self.weights_source = encoder.band_filters, encoder.weights_source
        self.decoder = nn.ModuleList(
            Rise(below, beside.get(scale, 0), level)
            for below, scale, level in zip([encoder.channels[-1], *widths], self.scales, widths)
        )
        self.head = nn.Conv2d(width, classes, 1)
        initialise(self.decoder)
        initialise_head(self.head)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        maps = dict(zip(self.encoder.reductions, self.encoder(pad_to_stride(image, self.stride))))
        features = maps[self.stride]
        for scale, level in zip(self.scales, self.decoder):
            features = level(features, maps.get(scale))
        return crop_to(self.head(features), image)


def build(bands: tuple[str, ...], classes: int, parameters: EncoderUNetParameters) -> EncoderUNet:
    """Build a U-Net on the encoder that the parameters name."""
    return EncoderUNet(build_encoder(bands, parameters), classes, parameters.width)
