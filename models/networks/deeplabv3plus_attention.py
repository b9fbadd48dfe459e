"""The improved DeepLabV3+ for landslides."""

from __future__ import annotations

from torch import Tensor, nn

from ..encoders.encoder import Encoder
from ..network_parameters import DeepLabAttentionParameters
from .atrous_pyramid import AtrousPyramid
from .convolutions import convolution, transposed_convolution
from .deeplabv3plus import encoder_of, enlarge
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride


class ChannelAttentionFusion(nn.Module):
    """Adds two maps, each weighted channel by channel and pixel by pixel by one gate that both share."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gate = nn.Sequential(convolution(width, width, 1), convolution(width, width, 1))

    def forward(self, high: Tensor, low: Tensor) -> Tensor:
        """Give (N, width, H, W) of two maps of that shape."""
        return high * self.gate(high) + low * self.gate(low)


class DeepLabV3PlusAttention(nn.Module):
    """Improved DeepLabV3+ of Zhao et al. 2024 (doi 10.11834/jrs.20243393).

    The pyramid of the deepest map, doubled, and the encoder's map at a quarter of the image's size are fused by channel
    attention; two transposed convolutions bring the result to the image's size.
    """

    def __init__(self, encoder: Encoder, classes: int, width: int) -> None:
        super().__init__()
        self.stride = max(encoder.reductions)
        self.encoder = encoder
        self.band_filters, self.weights_source = encoder.band_filters, encoder.weights_source
        self.pyramid = AtrousPyramid(encoder.channels[-1], width, (6, 12, 18))
        self.low = convolution(encoder.channels[0], width, 1)
        self.fusion = ChannelAttentionFusion(width)
        half, quarter, eighth = width // 2, width // 4, width // 8
        self.decoder = nn.Sequential(
            convolution(width, half), transposed_convolution(half, half),
            convolution(half, quarter), transposed_convolution(quarter, quarter),
            convolution(quarter, eighth),
        )  # fmt: skip
        self.head = nn.Conv2d(eighth, classes, 3, padding=1, bias=False)
        for part in (self.pyramid, self.low, self.fusion, self.decoder):
            initialise(part)
        initialise_head(self.head)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        low, deep = self.encoder(pad_to_stride(image, self.stride))
        low = self.low(low)
        high = enlarge(self.pyramid(deep), low)
        return crop_to(self.head(self.decoder(self.fusion(high, low))), image)


def build(bands: tuple[str, ...], classes: int, parameters: DeepLabAttentionParameters) -> DeepLabV3PlusAttention:
    """Build the improved DeepLabV3+ for named bands and a number of classes."""
    return DeepLabV3PlusAttention(encoder_of(bands, parameters), classes, parameters.width)
