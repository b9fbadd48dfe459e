"""Tiles of any size: mirrored to the stride, cropped back."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from outcrop.models.networks.padding import crop_to, pad_to_stride

sizes = st.integers(1, 70)


@given(height=sizes, width=sizes, stride=st.sampled_from([1, 2, 8, 16, 32]))
def test_sides_are_the_next_multiples_of_the_stride_and_at_least_two(height: int, width: int, stride: int) -> None:
    padded = pad_to_stride(torch.zeros(1, 1, height, width), stride)
    for before, after in zip((height, width), padded.shape[-2:]):
        assert after % stride == 0
        assert after >= max(before, 2 * stride)
        assert after < max(before + stride, 2 * stride + 1)


@given(height=sizes, width=sizes)
def test_what_is_added_mirrors_the_image(height: int, width: int) -> None:
    image = torch.rand(1, 2, height, width, generator=torch.Generator().manual_seed(0))
    padded = pad_to_stride(image, 16)
    grown = [(0, 0), (0, 0), *((0, after - before) for before, after in zip(image.shape[2:], padded.shape[2:]))]
    assert np.array_equal(padded.numpy(), np.pad(image.numpy(), grown, mode="reflect"))
    assert torch.equal(crop_to(padded, image), image)


def test_an_image_that_fits_is_not_copied() -> None:
    image = torch.rand(1, 2, 64, 32)
    assert pad_to_stride(image, 16) is image


@pytest.mark.parametrize("kind", [torch.float32, torch.bfloat16, torch.float64])
def test_the_type_of_number_is_kept(kind: torch.dtype) -> None:
    assert pad_to_stride(torch.ones(1, 1, 5, 5, dtype=kind), 8).dtype == kind
