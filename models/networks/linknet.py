"""LinkNet."""

from __future__ import annotations

from torch import Tensor, nn

from ..encoders.encoder import Encoder, build_encoder
from ..network_parameters import LinkNetParameters
from .convolutions import convolution, relu, transposed_convolution
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride

_SCALES = (4, 8, 16, 32)


class LinkNet(nn.Module):
    """LinkNet as in Li et al. 2023 (doi 10.11834/jrs.20211020), after Chaurasia & Culurciello 2017.

    Four decoder blocks; the output of the three deeper ones has the channels of the encoder's stage below, whose map
    is added. A transposed convolution and a convolution bring the last one's to the image's size.
    """

    def __init__(self, encoder: Encoder, classes: int) -> None:
        super().__init__()
        self.stride = encoder.reductions[-1]
        self.encoder = encoder
        self.band_filters, self.weights_source = encoder.band_filters, encoder.weights_source
        deep = encoder.channels[::-1]
        self.decoder = nn.ModuleList(_decoder_block(*pair) for pair in zip(deep, [*deep[1:], 64]))
        self.last = nn.Sequential(nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1), relu())
        self.head = nn.Conv2d(32, classes, 3, padding=1)
        initialise(self.decoder)
        initialise(self.last)
        initialise_head(self.head)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        *finer, features = self.encoder(pad_to_stride(image, self.stride))
        for block, beside in zip(self.decoder, finer[::-1]):
            features = block(features) + beside
        return crop_to(self.head(self.last(self.decoder[-1](features))), image)


def _decoder_block(inputs: int, outputs: int) -> nn.Sequential:
    quarter = inputs // 4
    return nn.Sequential(
        convolution(inputs, quarter, 1), transposed_convolution(quarter, quarter), convolution(quarter, outputs, 1)
    )


def build(bands: tuple[str, ...], classes: int, parameters: LinkNetParameters) -> LinkNet:
    """Build LinkNet for named bands and a number of classes."""
    return LinkNet(build_encoder(bands, parameters, _SCALES), classes)
