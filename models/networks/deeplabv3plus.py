"""DeepLabV3+."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..encoders.encoder import Encoder, build_encoder
from ..network_parameters import DeepLabParameters
from .atrous_pyramid import AtrousPyramid
from .convolutions import convolution
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride

_LOW_SCALE = 4
_LOW_WIDTH = 48


class DeepLabV3Plus(nn.Module):
    """DeepLabV3+ of Chen et al. 2018 (doi 10.1007/978-3-030-01234-2_49) with a library encoder.

    The pyramid of the deepest map, enlarged, is joined with 48 channels of the encoder's map at a quarter of the
    image's size; two 3×3 convolutions, class scores, and bilinear enlargement to the image's size.
    """

    def __init__(self, encoder: Encoder, classes: int, width: int) -> None:
        super().__init__()
        self.stride = max(encoder.reductions)
        self.encoder = encoder
        self.band_filters, self.weights_source = encoder.band_filters, encoder.weights_source
        finer = max(16 // self.stride, 1)
        self.pyramid = AtrousPyramid(encoder.channels[-1], width, (6 * finer, 12 * finer, 18 * finer))
        self.low = convolution(encoder.channels[0], _LOW_WIDTH, 1)
        self.decoder = nn.Sequential(convolution(width + _LOW_WIDTH, width), convolution(width, width))
        self.head = nn.Conv2d(width, classes, 1)
        for part in (self.pyramid, self.low, self.decoder):
            initialise(part)
        initialise_head(self.head)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        padded = pad_to_stride(image, self.stride)
        low, deep = self.encoder(padded)
        low = self.low(low)
        high = enlarge(self.pyramid(deep), low)
        logits = self.head(self.decoder(torch.cat([high, low], dim=1)))
        return crop_to(enlarge(logits, padded), image)


def enlarge(features: Tensor, target: Tensor) -> Tensor:
    """Interpolate a map bilinearly to the height and width of another."""
    return F.interpolate(features, size=target.shape[-2:], mode="bilinear", align_corners=False)


def encoder_of(bands: tuple[str, ...], parameters: DeepLabParameters) -> Encoder:
    """Build an encoder that gives its map at a quarter of the image's size, and its deepest at the output stride."""
    stride = parameters.output_stride
    return build_encoder(bands, parameters, (_LOW_SCALE, stride), output_stride=stride)


def build(bands: tuple[str, ...], classes: int, parameters: DeepLabParameters) -> DeepLabV3Plus:
    """Build DeepLabV3+ for named bands and a number of classes."""
    return DeepLabV3Plus(encoder_of(bands, parameters), classes, parameters.width)
