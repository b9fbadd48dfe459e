"""U-Net on VGG-16."""

from __future__ import annotations

from ..network_parameters import VggUNetParameters
from . import encoder_unet
from .encoder_unet import EncoderUNet


def build(bands: tuple[str, ...], classes: int, parameters: VggUNetParameters) -> EncoderUNet:
    """Build a U-Net on VGG-16 (Simonyan & Zisserman 2015, arXiv 1409.1556), as Li et al. 2024 compare with.

    The five levels before each of VGG's poolings are those of a U-Net: 64, 128, 256, 512, 512 channels.
    """
    return encoder_unet.build(bands, classes, parameters)
