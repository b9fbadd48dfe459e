"""Augmentation: batches of tiles moved, stretched and recoloured at random, image, labels and valid mask together.

Labels are never interpolated, pixels from outside are unlabelled and invalid, and invalid pixels stay as they are. Each
sample of a batch is drawn on its own. All random numbers come from the given generator, on its device: a generator on
the CPU gives the same augmentation on every device, one on the GPU spares the transfer of the noise. One setting more
or less leaves the draws of the other movements as they were.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from ...errors import BadInputError
from ..settings.recipe import Recipe

CROP_ROOM = 1.25
"""Side of the window that random crops are cut from, in tiles (ours: 640 px for tiles of 512)."""


def window_px(recipe: Recipe, tile_px: int) -> int:
    """Give the side of the window to read, so that no turn or stretch brings in pixels from outside of it."""
    angle = math.radians(min(recipe.rotate_degrees, 45.0))
    reach = (math.cos(angle) + math.sin(angle)) / (1.0 - recipe.stretch)
    if recipe.random_crop:
        reach = max(reach, CROP_ROOM)
    return math.ceil(tile_px * reach - 1e-9)


def move(
    images: Tensor,
    labels: Tensor,
    valid: Tensor,
    recipe: Recipe,
    tile_px: int,
    generator: torch.Generator,
) -> tuple[Tensor, Tensor, Tensor]:
    """Cut tiles from windows, turned, mirrored and stretched at random; what is given is left as it is.

    A window larger than the tile is cut in the middle where no random crop is asked for.

    Args:
        images: Normalised windows (N, B, H, W), float32, 0 where invalid.
        labels: Their labels (N, H, W), whole numbers, 0 = unlabelled.
        valid: Where they have data (N, H, W), bool.
        recipe: Says what is done and how strongly.
        tile_px: Side of the tiles, at most H and W; `window_px` says how large the windows had best be.
        generator: Source of all random numbers.

    Returns:
        Images (N, B, tile_px, tile_px), labels and valid mask (N, tile_px, tile_px), of the types that came in: the
        given tensors themselves where there was nothing to do.

    Raises:
        BadInputError: For shapes that don't belong together, or windows smaller than the tile.
    """
    _check(images, labels, valid, tile_px)
    moves = _draw_moves(len(images), recipe, generator)
    cut = _warp if recipe.rotate_degrees > 0 or recipe.stretch > 0 else _cut
    return cut(images, labels, valid, moves, tile_px)


def recolour(
    images: Tensor, valid: Tensor, recipe: Recipe, generator: torch.Generator
) -> Tensor:  # fmt: skip
    """Change brightness and contrast of tiles at random, and add noise; what is given is left as it is.

    Args:
        images: Normalised tiles (N, B, H, W), float32, 0 where invalid.
        valid: Where they have data (N, H, W), bool.
        recipe: Says what is done and how strongly.
        generator: Source of all random numbers.

    Returns:
        Images of the same shape and type: the given tensor itself where there was nothing to do.
    """
    if recipe.colour_jitter <= 0 and recipe.noise <= 0:
        return images
    tiles = images.clone()
    if recipe.colour_jitter > 0:
        _jitter_colours(tiles, valid, recipe.colour_jitter, generator)
    if recipe.noise > 0:
        _add_noise(tiles, valid, recipe.noise, generator)
    return tiles


def _check(images: Tensor, labels: Tensor, valid: Tensor, tile_px: int) -> None:
    if images.ndim != 4 or labels.shape != (len(images), *images.shape[2:]) or valid.shape != labels.shape:
        raise BadInputError(
            (
                "Images {images_shape}, labels {labels_shape} and valid mask {valid_shape} don't belong together: (N, "
                "B, H, W), (N, H, W) and (N, H, W) are needed."
            ),
            images_shape=tuple(images.shape),
            labels_shape=tuple(labels.shape),
            valid_shape=tuple(valid.shape),
        )
    if labels.is_floating_point() or valid.dtype != torch.bool:
        raise BadInputError(
            "Labels must be whole numbers, not {labels_dtype}, and the valid mask bool, not {valid_dtype}.",
            labels_dtype=labels.dtype,
            valid_dtype=valid.dtype,
        )
    height, width = labels.shape[1:]
    if not 1 <= tile_px <= min(height, width):
        raise BadInputError(
            "No tile of {tile_px} × {tile_px} px can be cut from a window of {width} × {height} px.",
            tile_px=tile_px,
            width=width,
            height=height,
        )


@dataclass(frozen=True)
class _Moves:
    """What moves each of N samples: first its axes are swapped, then flipped; the rest is for `_warp` or `_cut`.

    Attributes:
        swap: Whether x and y are swapped (N,) bool.
        flip: Whether x and y are flipped after that (N, 2) bool.
        angle: Turn in radians (N,).
        scale: Lengthening of x and y of the window (N, 2).
        place: Where the tile is cut along x and y, from 0 to 1 of the room that there is (N, 2).
    """

    swap: Tensor
    flip: Tensor
    angle: Tensor
    scale: Tensor
    place: Tensor


def _draw_moves(samples: int, recipe: Recipe, generator: torch.Generator) -> _Moves:
    """Draw the moves on the generator's device and give them on the CPU, where they are a few numbers."""
    draws = torch.rand(samples, 9, generator=generator, device=generator.device).cpu().double()
    flip = (draws[:, 0:2] < 0.5) & recipe.flip
    turns = (draws[:, 2] * 4).long() * recipe.rotate90
    turned = torch.stack([turns >= 2, (turns == 1) | (turns == 2)], dim=1)
    symmetric = draws[:, 3:6] * 2.0 - 1.0
    if recipe.random_crop:
        centred = (draws[:, 6:7] < 0.5) & recipe.centre_crop
    else:
        centred = torch.ones(samples, 1, dtype=torch.bool)
    return _Moves(
        swap=turns % 2 == 1,
        flip=turned ^ flip,
        angle=symmetric[:, 0] * math.radians(recipe.rotate_degrees),
        scale=1.0 + symmetric[:, 1:3] * recipe.stretch,
        place=torch.where(centred, 0.5, draws[:, 7:9]),
    )


def _cut(images: Tensor, labels: Tensor, valid: Tensor, moves: _Moves, tile_px: int) -> tuple[Tensor, Tensor, Tensor]:
    """Cut whole pixels, swapped and flipped: values are copied, never computed."""
    height, width = labels.shape[1:]
    moved = bool(moves.swap.any() or moves.flip.any())
    if height == width == tile_px and not moved:
        return images, labels, valid
    positions = torch.tensor([width - tile_px + 1, height - tile_px + 1])
    corners = (moves.place * positions).long().tolist()
    flips, swaps = moves.flip.tolist(), moves.swap.tolist()

    def cut(windows: Tensor) -> Tensor:
        tiles = []
        for window, (x, y), (flip_x, flip_y), swap in zip(windows, corners, flips, swaps):
            tile = window[..., y : y + tile_px, x : x + tile_px]
            tile = tile.transpose(-2, -1) if swap else tile
            axes = [axis for axis, flipped in ((-1, flip_x), (-2, flip_y)) if flipped]
            tiles.append(tile.flip(axes) if axes else tile)
        return torch.stack(tiles)

    return cut(images), cut(labels), cut(valid)


def _warp(images: Tensor, labels: Tensor, valid: Tensor, moves: _Moves, tile_px: int) -> tuple[Tensor, Tensor, Tensor]:
    """Sample tiles through one affine grid: images bilinearly among valid pixels only, labels and mask by the nearest.

    Dividing by the share of valid neighbours leaves the invalid zeros out: nodata doesn't darken its surroundings.
    """
    theta = _affine(moves, tile_px, *labels.shape[1:]).to(device=images.device, dtype=images.dtype)
    grid = F.affine_grid(theta, [len(images), 1, tile_px, tile_px], align_corners=False)

    def sample(layers: Tensor, mode: str) -> Tensor:
        return F.grid_sample(layers, grid, mode=mode, padding_mode="zeros", align_corners=False)

    known = valid[:, None].to(images.dtype)
    inside = sample(known, "nearest") > 0.5
    factor = torch.where(inside, 1.0 / sample(known, "bilinear"), 0.0)
    moved = sample(labels[:, None].to(images.dtype), "nearest")
    return sample(images, "bilinear").mul_(factor), moved[:, 0].to(labels.dtype), inside[:, 0]


def _affine(moves: _Moves, tile_px: int, height: int, width: int) -> Tensor:
    """Give the matrices (N, 2, 3) from a tile's coordinates to the window's, both −1…1 from edge to edge.

    In pixels from the centres: window = scale⁻¹ · turn · swap and flip · tile + shift.
    """
    cosine, sine = moves.angle.cos(), moves.angle.sin()
    turn = torch.stack([torch.stack([cosine, -sine], dim=1), torch.stack([sine, cosine], dim=1)], dim=1)
    unit = torch.eye(2, dtype=turn.dtype)
    swap = torch.where(moves.swap[:, None, None], unit.flip(0), unit)
    flip = 1.0 - 2.0 * moves.flip.to(turn.dtype)
    linear = (turn @ swap) * flip[:, None, :] / moves.scale[:, :, None]
    sides = torch.tensor([width, height], dtype=turn.dtype)
    reach = tile_px * linear.abs().sum(dim=2)
    shift = (sides - reach).clamp_min(0.0) * (moves.place - 0.5)
    return torch.cat([linear * tile_px / sides[:, None], (2.0 * shift / sides)[:, :, None]], dim=2)


def _jitter_colours(images: Tensor, valid: Tensor, strength: float, generator: torch.Generator) -> None:
    """Change every band's contrast about its own mean and its brightness, in place, where valid."""
    samples, bands = images.shape[:2]
    draws = torch.rand(2, samples, bands, 1, 1, generator=generator, device=generator.device)
    contrast, brightness = ((draws * 2.0 - 1.0) * strength).to(device=images.device, dtype=images.dtype)
    pixels = valid[:, None].sum(dim=(2, 3), keepdim=True).clamp_min(1)
    mean = images.sum(dim=(2, 3), keepdim=True) / pixels
    images.mul_(1.0 + contrast).add_(brightness - contrast * mean).mul_(valid[:, None])


def _add_noise(images: Tensor, valid: Tensor, deviation: float, generator: torch.Generator) -> None:
    """Add independent Gaussian noise in place, where valid; band by band, so that one band's memory is enough."""
    noise = torch.empty(valid.shape, device=generator.device, dtype=images.dtype)
    for band in images.unbind(dim=1):
        noise.normal_(0.0, deviation, generator=generator)
        band.addcmul_(noise.to(images.device), valid.to(images.dtype))
