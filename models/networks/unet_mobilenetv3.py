"""U-Net on MobileNetV3."""

from __future__ import annotations

from ..network_parameters import MobileNetUNetParameters
from . import encoder_unet
from .encoder_unet import EncoderUNet


def build(bands: tuple[str, ...], classes: int, parameters: MobileNetUNetParameters) -> EncoderUNet:
    """Build a U-Net on MobileNetV3-Large (Howard et al. 2019, arXiv 1905.02244), as Li et al. 2024 compare with."""
    return encoder_unet.build(bands, classes, parameters)
