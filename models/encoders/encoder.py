"""Encoders of the timm library: any network that takes images of any size, any number of bands, pretrained or not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from torch import Tensor, nn

from ...core.errors import BadInputError
from ...core.model.blank_weights import BlankWeights
from ..network_parameters import EncoderParameters
from .known_encoder import known_encoder
from .pretrained import find_weights, source_of
from .weight_loading import load_weights
from .weights_table import FILTERS

_OF_ONE_SCALE = 4


class Encoder(nn.Module):
    """A library network that gives its maps at several scales.

    Attributes:
        channels: Channels of each map, finest first.
        reductions: Pixels of the image in one of each map.
        band_filters: Which pretrained filter each band was given; empty without pretraining.
        weights_source: The weight file's name and digest, and where it came from; empty without pretraining.
    """

    def __init__(self, features: Any) -> None:
        super().__init__()
        self.features: nn.Module = features
        self.channels: tuple[int, ...] = tuple(features.feature_info.channels())
        self.reductions: tuple[int, ...] = tuple(features.feature_info.reduction())
        self.band_filters: dict[str, str] = {}
        self.weights_source: dict[str, str] = {}

    def forward(self, image: Tensor) -> list[Tensor]:
        """Give the maps (N, channels[i], H / reductions[i], W / reductions[i]) of an image (N, B, H, W)."""
        maps: list[Tensor] = self.features(image)
        return maps


def build_encoder(
    bands: tuple[str, ...], parameters: EncoderParameters, reductions: Sequence[int] | None = None,
    output_stride: int = 32, deepest: int = 0,
) -> Encoder:  # fmt: skip
    """Build an encoder, and load the weights that its parameters name from this computer.

    Args:
        bands: Names of the bands in order.
        parameters: Which encoder, and what it starts from.
        reductions: The scales that are wanted, the deepest last; None takes the first five maps, or of a transformer,
            whose maps have all one scale, four at even depths (as Ranftl et al. 2021, arXiv 2103.13413).
        deepest: The coarsest scale of the first five maps; 0 takes any.
        output_stride: Where the deepest map stays finer than the encoder's own, by dilated convolutions.

    Raises:
        BadInputError: For an encoder that can't give these maps; missing weights.
    """
    name = parameters.encoder
    timm = known_encoder(name)
    available = _reductions(timm, name, output_stride)
    if reductions is None and len(available) > _OF_ONE_SCALE and len(set(available)) == 1:
        every = len(available) // _OF_ONE_SCALE
        indices = list(range(every - 1, len(available), every))[:_OF_ONE_SCALE]
    elif reductions is None:
        indices = [index for index, reduction in enumerate(available[:5]) if not deepest or reduction <= deepest]
    elif set(reductions) <= set(available):
        deepest = len(available) - 1 - available[::-1].index(reductions[-1])
        indices = [*(available.index(reduction) for reduction in reductions[:-1]), deepest]
    else:
        raise BadInputError(
            (
                "The encoder “{name}” gives maps at 1/{available} of the image's size; this model needs "
                "1/{reductions}. Choose another encoder, such as resnet50."
            ),
            name=name,
            available=", 1/".join(map(str, sorted(set(available)))),
            reductions=", 1/".join(map(str, reductions)),
        )
    path = find_weights(name, parameters.weights, parameters.weights_file)
    options = _options(name, output_stride)
    encoder = Encoder(timm.create_model(name, features_only=True, in_chans=len(bands), out_indices=indices, **options))
    if path is not None:
        _load(encoder, parameters, bands, path)
    return encoder


def _reductions(timm: ModuleType, name: str, output_stride: int) -> list[int]:
    """List the scales of an encoder's maps, from a sketch of it that has no weights and draws no random numbers."""
    try:
        with torch.device("meta"), BlankWeights():
            sketch = timm.create_model(name, features_only=True, **_options(name, output_stride))
    except (AssertionError, AttributeError, NotImplementedError, RuntimeError, TypeError, ValueError) as error:
        wish = f" with an output stride of {output_stride}" if output_stride != 32 else ""
        raise BadInputError(
            "The encoder “{name}” gives no maps at several scales{wish}. Choose another one, such as resnet50.",
            name=name,
            wish=wish,
        ) from error
    reductions = list(sketch.feature_info.reduction())
    blocks = getattr(getattr(sketch, "model", None), "blocks", ())
    return reductions[:1] * len(blocks) if len(set(reductions)) == 1 and len(blocks) else reductions


def _options(name: str, output_stride: int) -> dict[str, Any]:
    """Give timm's arguments for an output stride, and for a VGG a tiny classifier, as it is cut off once made."""
    options: dict[str, Any] = {} if output_stride == 32 else {"output_stride": output_stride}
    if name.startswith("vgg"):
        options["mlp_ratio"] = 1 / 4096
    return options


def _load(encoder: Encoder, parameters: EncoderParameters, bands: tuple[str, ...], path: Path) -> None:
    filters = FILTERS.get(parameters.weights)
    encoder.band_filters = load_weights(
        encoder.features, parameters.encoder, path, bands, parameters.first_convolution, filters
    )
    encoder.weights_source = source_of(path)
