"""AlbuNet."""

from __future__ import annotations

from ..network_parameters import AlbuNetParameters
from . import encoder_unet
from .encoder_unet import EncoderUNet


def build(bands: tuple[str, ...], classes: int, parameters: AlbuNetParameters) -> EncoderUNet:
    """Build AlbuNet (Shvets et al. 2018, doi 10.1109/ICMLA.2018.00098): ResNet-34 with a U-Net decoder.

    The decoder has batch normalisation, and at its finest level 32 channels.
    """
    return encoder_unet.build(bands, classes, parameters)
