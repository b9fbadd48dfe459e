"""Library encoders: their maps, and what is said of those that have none."""

from __future__ import annotations

import pytest
import torch
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.models.encoders.encoder import build_encoder
from outcrop.models.network_parameters import EncoderParameters

NAMES = ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    "name", ["test_resnet", "mobilenetv3_small_050", "test_convnext", "test_efficientnet", "vgg11"]
)
def test_maps_have_the_sizes_and_channels_that_the_encoder_says(name: str) -> None:
    encoder = build_encoder(NAMES, EncoderParameters(encoder=name))
    maps = encoder(torch.rand(2, 5, 64, 96))
    assert [tuple(level.shape) for level in maps] == [
        (2, channels, 64 // reduction, 96 // reduction)
        for channels, reduction in zip(encoder.channels, encoder.reductions)
    ]
    assert list(encoder.reductions) == sorted(encoder.reductions)
    assert len(maps) <= 5


def test_wanted_scales_are_given_and_no_others() -> None:
    encoder = build_encoder(NAMES, EncoderParameters(encoder="test_resnet"), (4, 32))
    assert encoder.reductions == (4, 32)
    dilated = build_encoder(NAMES, EncoderParameters(encoder="test_resnet"), (4, 8), output_stride=8)
    assert dilated.reductions == (4, 8)
    assert dilated.channels == encoder.channels


def test_without_pretraining_nothing_is_said_of_filters() -> None:
    encoder = build_encoder(NAMES, EncoderParameters(encoder="test_resnet"))
    assert encoder.band_filters == {}
    assert encoder.weights_source == {}


def test_building_draws_the_same_numbers_however_often_an_encoder_was_looked_at() -> None:
    torch.manual_seed(0)
    first = build_encoder(NAMES, EncoderParameters(encoder="test_resnet")).state_dict()
    torch.manual_seed(0)
    again = build_encoder(NAMES, EncoderParameters(encoder="test_resnet")).state_dict()
    assert all(torch.equal(first[name], again[name]) for name in first)


def test_a_misspelt_encoder_is_answered_with_those_spelt_alike() -> None:
    with pytest.raises(UnknownNameError, match=r"no encoder in timm “resnet_50”.*resnet50"):
        build_encoder(NAMES, EncoderParameters(encoder="resnet_50"))


def test_of_a_transformer_four_maps_at_even_depths_are_taken() -> None:
    encoder = build_encoder(NAMES, EncoderParameters(encoder="vit_small_patch16_dinov3"))
    assert encoder.reductions == (16,) * 4
    assert encoder.features.feature_info.out_indices == (2, 5, 8, 11)


@pytest.mark.parametrize("name", ["vit_tiny_patch16_224", "swin_tiny_patch4_window7_224"])
def test_an_encoder_for_images_of_one_size_is_refused(name: str) -> None:
    with pytest.raises(BadInputError, match="images of one size only"):
        build_encoder(NAMES, EncoderParameters(encoder=name))


def test_an_encoder_without_the_wanted_scales_is_refused() -> None:
    with pytest.raises(BadInputError, match=r"“test_convnext” gives maps at 1/4, .*this model needs 1/2, 1/32"):
        build_encoder(NAMES, EncoderParameters(encoder="test_convnext"), (2, 32))
