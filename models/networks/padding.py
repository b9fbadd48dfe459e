"""Tiles of any size: grown by mirroring to a network's stride, and cropped back."""

from __future__ import annotations

import torch
from torch import Tensor


def pad_to_stride(image: Tensor, stride: int) -> Tensor:
    """Grow (N, B, H, W) at its lower and right edge to multiples of `stride`, at least two of them each way.

    What is added mirrors the image, over and over where the image is smaller than what is added. Two strides at least,
    so that batch normalisation has more than one value of each channel even in the coarsest map of a single tile.
    """
    height, width = image.shape[-2:]
    rows, columns = _padded(height, stride), _padded(width, stride)
    if rows != height:
        image = image.index_select(2, _mirrored(height, rows, image.device))
    if columns != width:
        image = image.index_select(3, _mirrored(width, columns, image.device))
    return image


def crop_to(logits: Tensor, image: Tensor) -> Tensor:
    """Cut (N, C, H', W') back to the height and width of the image that was padded."""
    return logits[..., : image.shape[-2], : image.shape[-1]]


def _padded(size: int, stride: int) -> int:
    return max(-(-size // stride), 2) * stride


def _mirrored(size: int, target: int, device: torch.device) -> Tensor:
    """Give the source index of each of `target` pixels: 0 1 2 1 0 1 2 … for a size of 3."""
    period = max(2 * (size - 1), 1)
    position = torch.arange(target, device=device) % period
    return torch.minimum(position, (period - position) % period)
