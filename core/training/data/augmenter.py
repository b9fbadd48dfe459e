"""The augmenter: what happens to every tile of an epoch, drawn from the seed and the tile's place in the training."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

import numpy as np
import torch

from ..settings.recipe import Recipe
from .augmentation import move, recolour
from .batches import LabelledBatch, resized
from .layer_hiding import LayerHiding


def entropy(seed: int, *position: int) -> int:
    """Give the seed of a place in the training."""
    words = np.random.SeedSequence([seed, *position]).generate_state(1, np.uint64)
    return int(words[0] >> np.uint64(1))


def augmenter(
    recipe: Recipe,
    seed: int,
    epoch: int,
    first: int,
    apart: int,
    wants_plain: bool,
    hiding: Optional[LayerHiding] = None,
) -> Callable[[int, int, LabelledBatch], LabelledBatch]:
    """Make the function that augments the tiles of an epoch from a batch on; every tile's seed is its own.

    Args:
        recipe: Which movements and colours, how strongly.
        seed: Of the training.
        epoch: Its number from 0.
        first: Number in the epoch of the first tile that is read.
        apart: Tiles of the epoch between the beginnings of two batches, those of other processes too.
        wants_plain: Whether the network wants the tiles as they are before they are recoloured, too.
        hiding: Hides layers at random, where some may be missing.
    """

    def change(position: int, number: int, tile: LabelledBatch) -> LabelledBatch:
        generator = torch.Generator().manual_seed(entropy(seed, epoch, first + position * apart + number))
        images, labels, valid = move(tile.images, tile.labels, tile.valid, recipe, recipe.tile_px, generator)
        views = [recolour(images, valid, recipe, generator), *([images] if wants_plain else [])]
        if hiding is not None:
            views = hiding.of_tiles(views, valid, generator)
        return resized(LabelledBatch(views[0], labels, valid, *views[1:]), recipe.resize_px)

    return change
