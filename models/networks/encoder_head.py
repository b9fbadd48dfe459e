"""A light head on an encoder: a pixel's scores are a linear function of what every map of the encoder says of it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..encoders.encoder import Encoder, build_encoder
from ..network_parameters import EncoderHeadParameters
from .initialisation import initialise_head
from .padding import crop_to, pad_to_stride


class EncoderHead(nn.Module):
    """Linear scores of hypercolumns: the bands and all maps of an encoder, brought to the image's size.

    Hariharan et al. 2015, CVPR, doi 10.1109/CVPR.2015.7298642. A linear function and a bilinear enlargement change
    places, so that maps are scored where they are small. Training fits the head to `columns`, in one go.
    """

    def __init__(self, encoder: Encoder, bands: int, classes: int) -> None:
        super().__init__()
        self.stride = encoder.reductions[-1]
        self.encoder = encoder
        self.band_filters, self.weights_source = encoder.band_filters, encoder.weights_source
        self.sizes = (bands, *encoder.channels)
        convolutions = [nn.Conv2d(size, classes, 1, bias=not level) for level, size in enumerate(self.sizes)]
        for convolution in convolutions:
            initialise_head(convolution)
        self.head = nn.ModuleList(convolutions)

    def forward(self, image: Tensor) -> Tensor:
        """Give logits (N, C, H, W) of an image (N, B, H, W)."""
        padded, *maps = self._maps(image)
        logits = self.head[0](padded)
        for convolution, features in zip(list(self.head)[1:], maps):
            logits = logits + functional.interpolate(
                convolution(features), size=padded.shape[-2:], mode="bilinear", align_corners=False
            )
        return crop_to(logits, image)

    def columns(self, image: Tensor, rows: Tensor, cols: Tensor) -> Tensor:
        """Give the hypercolumns (n, F) of n pixels of one image (1, B, H, W): bands, then maps, finest first."""
        padded, *maps = self._maps(image)
        height, width = padded.shape[-2:]
        places = torch.stack([(cols.to(padded) + 0.5) / width, (rows.to(padded) + 0.5) / height], dim=-1) * 2 - 1
        sampled = (
            functional.grid_sample(features, places[None, None], padding_mode="border", align_corners=False)
            for features in maps
        )
        return torch.cat([padded[0][:, rows, cols].T, *(found[0, :, 0].T for found in sampled)], dim=1)

    def take(self, slopes: Tensor, offsets: Tensor) -> None:
        """Take the scores of hypercolumns: slopes (C, F) and offsets (C,)."""
        for convolution, part in zip(self.head, torch.split(slopes, list(self.sizes), dim=1)):
            convolution.load_state_dict({"weight": part[:, :, None, None]}, strict=False)
        self.head[0].load_state_dict({"bias": offsets}, strict=False)

    def _maps(self, image: Tensor) -> list[Tensor]:
        padded = pad_to_stride(image, self.stride)
        return [padded, *self.encoder(padded)]


def build(bands: tuple[str, ...], classes: int, parameters: EncoderHeadParameters) -> EncoderHead:
    """Build a head on the encoder that the parameters name, with its maps up to 1/16 of the image's size."""
    return EncoderHead(build_encoder(bands, parameters, deepest=16), len(bands), classes)
