"""Parameters of the networks, readable without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from ..core.parameters import parameter

IMAGENET, NONE = "imagenet", "none"
SENTINEL1, SENTINEL2, SENTINEL_BOTH = "sentinel1", "sentinel2", "sentinel1_sentinel2"
SSL4EO, SOFTCON, DINOV3 = "ssl4eo_s12", "softcon", "dinov3"
WEIGHTS = (IMAGENET, SENTINEL2, SENTINEL1, SENTINEL_BOTH, SSL4EO, SOFTCON, DINOV3, NONE)
"""What an encoder can start from, by name; any other start is a weight file."""

BY_NAME, CYCLED, MEAN, RANDOM = "by_name", "cycled", "mean", "random"
FIRST_CONVOLUTIONS = (BY_NAME, CYCLED, MEAN, RANDOM)
"""How a pretrained first convolution comes to any number of bands."""

_ENCODER = "Encoder"


def _encoder(default: str) -> Any:
    return parameter(
        default, "Encoder",
        "Any convolutional network of the timm library by name, such as resnet34, vgg16 or convnext_tiny.",
        group=_ENCODER,
    )  # fmt: skip


def _weights(default: str) -> Any:
    return parameter(
        default, "Start from",
        "Weights learned on photographs: imagenet, or dinov3 without labels (convnext_tiny, vit_small_patch16_dinov3); "
        "on satellite imagery (resnet50): Sentinel-1 and 2 with labels, ssl4eo_s12 and softcon on all 13 bands of "
        "Sentinel-2 without; or none.",
        choices=WEIGHTS, group=_ENCODER,
    )  # fmt: skip


def _width(default: int, label: str, help_text: str) -> Any:
    return parameter(default, label, help_text, low=4, high=512)


def _decoder_width(default: int) -> Any:
    return _width(default, "Decoder width", "Channels of the finest level, doubled in each deeper one up to eightfold.")


@dataclass(frozen=True)
class UNetParameters:
    """A U-Net that is learned from nothing."""

    width: int = _width(
        64, "Width", "Channels of the first level, doubled in each deeper one; fewer learn and map faster."
    )
    depth: int = parameter(
        4, "Depth", "How many times the image is halved: each step doubles what a pixel sees.", low=1, high=6
    )
    pixel_branch: bool = parameter(
        False, "Pixel branch",
        "A second, small network that looks at single pixels has an equal say: steadier where polygons are few.",
    )  # fmt: skip


@dataclass(frozen=True)
class SegNetParameters:
    """A SegNet that is learned from nothing."""

    width: int = _width(64, "Width", "Channels of the first level; fewer learn and map faster.")


@dataclass(frozen=True)
class EncoderParameters:
    """What every network on a library encoder has: which encoder, and what it starts from."""

    encoder: str = _encoder("resnet50")
    weights: str = _weights(NONE)
    weights_file: Optional[str] = parameter(
        None, "Weight file",
        "A .safetensors or .pth file with weights of this encoder; used in place of a download.",
        group=_ENCODER, advanced=True,
    )  # fmt: skip
    first_convolution: str = parameter(
        BY_NAME, "First convolution",
        "Which pretrained filter a band gets: the one of its colour by name and the others none, all filters in turn, "
        "their mean, or random ones.",
        choices=FIRST_CONVOLUTIONS, group=_ENCODER, advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class EncoderUNetParameters(EncoderParameters):
    """A U-Net decoder on a library encoder."""

    width: int = _decoder_width(16)


@dataclass(frozen=True)
class VggUNetParameters(EncoderUNetParameters):
    """U-Net on VGG-16."""

    encoder: str = _encoder("vgg16")
    width: int = _decoder_width(64)


@dataclass(frozen=True)
class MobileNetUNetParameters(EncoderUNetParameters):
    """U-Net on MobileNetV3-Large."""

    encoder: str = _encoder("mobilenetv3_large_100")


@dataclass(frozen=True)
class AlbuNetParameters(EncoderUNetParameters):
    """AlbuNet."""

    encoder: str = _encoder("resnet34")
    weights: str = _weights(IMAGENET)
    width: int = _decoder_width(32)


@dataclass(frozen=True)
class LinkNetParameters(EncoderParameters):
    """LinkNet."""

    weights: str = _weights(IMAGENET)


@dataclass(frozen=True)
class EncoderHeadParameters(EncoderParameters):
    """A head on an encoder that stays as it is."""

    weights: str = _weights(IMAGENET)
    c: float = parameter(
        0.1, "C", "How closely the training pixels are followed: lower gives smoother scores.", low=1e-6, high=1e6
    )
    samples_at_most: int = parameter(
        20_000, "At most in all", "The head learns from so many pixels at most, those of rare classes first.",
        unit="px", low=100, high=1_000_000, advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class FcnParameters(EncoderParameters):
    """FCN of any stride."""

    encoder: str = _encoder("vgg19")
    width: int = parameter(
        4096, "Head width", "Channels of the two layers between encoder and class scores.", low=8, high=8192
    )
    dropout: float = parameter(0.5, "Dropout", "Share of their values that is left out in training.", low=0.0, high=0.9)


@dataclass(frozen=True)
class DeepLabParameters(EncoderParameters):
    """DeepLabV3+."""

    weights: str = _weights(IMAGENET)
    output_stride: int = parameter(
        16, "Output stride",
        "Pixels of the image in one of the deepest map: 8, 16 or 32; fewer keep detail and cost time and memory.",
        low=8, high=32, advanced=True,
    )  # fmt: skip
    width: int = _width(256, "Width", "Channels of the pyramid of dilated convolutions.")


@dataclass(frozen=True)
class DeepLabAttentionParameters(DeepLabParameters):
    """The improved DeepLabV3+."""

    output_stride: int = parameter(
        8, "Output stride",
        "Pixels of the image in one of the deepest map: 8 or 16; fewer keep detail and cost time and memory.",
        low=8, high=16, advanced=True,
    )  # fmt: skip
