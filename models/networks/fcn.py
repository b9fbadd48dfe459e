"""Fully convolutional networks."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from ..encoders.encoder import Encoder, build_encoder
from ..network_parameters import FcnParameters
from .convolutions import convolution
from .initialisation import initialise, initialise_head
from .padding import crop_to, pad_to_stride

_SCALES = (8, 16, 32)


class Fcn(nn.Module):
    """FCN of Long et al. 2015 (doi 10.1109/CVPR.2015.7298965) as in Wang et al. 2021 (doi 10.3390/rs13234860).

    Two convolutions 1×1 with dropout and one to the classes on the deepest map; each of `fusions` transposed
    convolutions 2×2 doubles its size and widens it to the channels of the encoder's map there, which is added; one
    whose kernel equals its stride brings it to the image's size.

    Args:
        encoder: Gives maps at 1/8, 1/16 and 1/32 of the image's size, or at 1/4, 1/8 and 1/32 if `pooled`.
        classes: Number of classes C.
        fusions: 2 for FCN-8s, 1 for FCN-16s, 0 for FCN-32s.
        width: Channels of the two convolutions.
        dropout: Share of them that is left out in training.
        pooled: Whether the first two maps are halved by max-pooling before they are added.
    """

    def __init__(
        self, encoder: Encoder, classes: int, fusions: int, width: int, dropout: float, *, pooled: bool
    ) -> None:
        super().__init__()
        self.stride = encoder.reductions[-1]
        self.pooled = pooled
        self.encoder = encoder
        self.band_filters, self.weights_source = encoder.band_filters, encoder.weights_source
        self.hidden = nn.Sequential(
            convolution(encoder.channels[-1], width, 1, normalise=False),
            nn.Dropout(dropout),
            convolution(width, width, 1, normalise=False),
            nn.Dropout(dropout),
        )
        self.scores = nn.Conv2d(width, classes, 1)
        beside = encoder.channels[-2::-1][:fusions]
        self.rise = nn.ModuleList(nn.ConvTranspose2d(*pair, 2, stride=2) for pair in zip([classes, *beside], beside))
        last = self.stride >> fusions
        self.head = nn.ConvTranspose2d([classes, *beside][-1], classes, last, stride=last)
        for part in (self.hidden, self.rise, self.head):
            initialise(part)
        initialise_head(self.scores)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        *finer, features = self.encoder(pad_to_stride(image, self.stride))
        features = self.scores(self.hidden(features))
        for rise, beside in zip(self.rise, finer[::-1]):
            features = rise(features) + (F.max_pool2d(beside, 2) if self.pooled else beside)
        return crop_to(self.head(features), image)


def build_fcn8s(bands: tuple[str, ...], classes: int, parameters: FcnParameters) -> Fcn:
    """Build FCN-8s, which adds the encoder's maps at 1/16 and 1/8 of the image's size."""
    return _build(bands, classes, parameters, 2)


def build_fcn16s(bands: tuple[str, ...], classes: int, parameters: FcnParameters) -> Fcn:
    """Build FCN-16s, which adds the encoder's map at 1/16 of the image's size."""
    return _build(bands, classes, parameters, 1)


def build_fcn32s(bands: tuple[str, ...], classes: int, parameters: FcnParameters) -> Fcn:
    """Build FCN-32s, which sees the deepest map only."""
    return _build(bands, classes, parameters, 0)


def _build(bands: tuple[str, ...], classes: int, parameters: FcnParameters, fusions: int) -> Fcn:
    """Build an FCN; of a VGG the paper adds what its poolings give, which timm's maps stand before."""
    pooled = parameters.encoder.startswith("vgg")
    scales = tuple(scale // 2 for scale in _SCALES[:2]) + _SCALES[2:] if pooled else _SCALES
    encoder = build_encoder(bands, parameters, scales)
    return Fcn(encoder, classes, fusions, parameters.width, parameters.dropout, pooled=pooled)
