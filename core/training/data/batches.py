"""Batches: tiles drawn for every step of an epoch and read ahead, so that the network never waits for the disk."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import Optional

import numpy as np
import torch
from torch.nn import functional

from ...geodata.grid import Window
from ...geodata.normalisation import Normalisation
from ...labels.label_index import LabelIndex, drawing_weights
from ...labels.parts import TRAINING
from ..settings.recipe import Recipe
from .augmentation import window_px
from .scenes import SceneWindow
from .tiles import LabelledScene, LabelledTile

_MOST_TILES = 2000
_FEWEST_BATCHES = 16


@dataclass(frozen=True)
class LabelledBatch:
    """Tiles stacked for the network: images (N, B, H, W), labels (N, H, W), valid (N, H, W).

    `plain` are the images before they were recoloured, for a network that wants them too.
    """

    images: torch.Tensor
    labels: torch.Tensor
    valid: torch.Tensor
    plain: Optional[torch.Tensor] = None

    @property
    def views(self) -> tuple[torch.Tensor, ...]:
        """What is given to the network."""
        return (self.images,) if self.plain is None else (self.images, self.plain)

    def pinned(self) -> LabelledBatch:
        """Give the same batch in memory that a GPU can copy from by itself."""
        return LabelledBatch(*(values.pin_memory() for values in self.parts))

    def split(self, size: int) -> list[LabelledBatch]:
        """Give pieces of at most so many tiles."""
        return [LabelledBatch(*pieces) for pieces in zip(*(values.split(size) for values in self.parts))]

    @property
    def parts(self) -> tuple[torch.Tensor, ...]:
        """All tensors, in the order of the fields."""
        return (self.images, self.labels, self.valid, *self.views[1:])


class TrainingTiles:
    """Draws the tiles of any epoch from its number alone, so that an interrupted training goes on as it would have."""

    def __init__(
        self, indexes: Sequence[LabelIndex], fixed: Sequence[SceneWindow], recipe: Recipe, seed: int, processes: int = 1
    ) -> None:
        """Prepare the drawing.

        Args:
            indexes: Where the training pixels of every scene are.
            fixed: The leaking protocol's own tiles; empty elsewhere.
            recipe: Tile size, stride, balance, batch size, tiles an epoch.
            seed: Of the drawing.
            processes: How many processes share an epoch; each takes its own part of every step.
        """
        self._indexes, self._recipe, self._seed, self._processes = indexes, recipe, seed, processes
        self._fixed = list(fixed)
        step = recipe.batch_size * processes
        tiles = recipe.tiles_per_epoch or self._default_tiles(step)
        self.steps = max(1, math.ceil(tiles / step))

    @property
    def part(self) -> int | None:
        """The part of the split that these tiles may see; None where nothing is hidden from them."""
        return None if self._fixed else TRAINING

    def epoch(self, number: int, rank: int = 0) -> list[list[SceneWindow]]:
        """Give the places of every batch of an epoch for one process."""
        rng = np.random.default_rng([self._seed, number])
        step = self._recipe.batch_size * self._processes
        scene_windows = self._draw_fixed(rng, self.steps * step) if self._fixed else self._draw(rng, self.steps * step)
        mine = slice(rank * self._recipe.batch_size, (rank + 1) * self._recipe.batch_size)
        return [scene_windows[start : start + step][mine] for start in range(0, len(scene_windows), step)]

    def _default_tiles(self, step: int) -> int:
        if self._fixed:
            return len(self._fixed)
        covering = sum(len(index.cover(self._recipe.tile_px, self._recipe.stride_px)) for index in self._indexes)
        return min(max(covering, _FEWEST_BATCHES * step), max(_MOST_TILES, step))

    def _draw_fixed(self, rng: np.random.Generator, count: int) -> list[SceneWindow]:
        order: list[int] = []
        while len(order) < count:
            order.extend(rng.permutation(len(self._fixed)).tolist())
        return [self._fixed[index] for index in order[:count]]

    def _draw(self, rng: np.random.Generator, count: int) -> list[SceneWindow]:
        """Share the tiles among the scenes by what they hold of every class, rare ones favoured, and mix them."""
        weights = drawing_weights(self._indexes, self._recipe.balance)
        shares = weights.sum(axis=1)
        numbers = rng.multinomial(count, shares / shares.sum())
        scene_windows = [
            (scene, window)
            for scene, (index, number) in enumerate(zip(self._indexes, numbers))
            for window in (index.draw(rng, int(number), self._recipe.tile_px, weights[scene]) if number else ())
        ]
        return [scene_windows[index] for index in rng.permutation(len(scene_windows))]


class BatchReader:
    """Reads batches in order, a few ahead of the network, each in a thread; threads and files stay for all epochs."""

    def __init__(
        self, scenes: Sequence[LabelledScene], normalisation: Normalisation, ahead: int = 2, pinned: bool = False
    ) -> None:
        """Take what to read from.

        Args:
            scenes: The scenes that places refer to.
            normalisation: Scaling of the images.
            ahead: How many batches are made while the network is busy, each in a thread of its own.
            pinned: Whether batches lie in memory that a GPU can copy from by itself.
        """
        self._scenes, self._normalisation, self._ahead, self._pinned = scenes, normalisation, ahead, pinned
        self._pool = ThreadPoolExecutor(ahead, "batches", torch.set_num_threads, (1,))

    def read(
        self,
        batches: Sequence[Sequence[SceneWindow]],
        part: int | None,
        prepare: Callable[[int, int, LabelledBatch], LabelledBatch] = lambda _position, _number, tile: tile,
        grow: Callable[[Window], Window] = lambda window: window,
        shows_all: bool = False,
        with_origins: bool = False,
    ) -> Iterator[LabelledBatch]:
        """Give one batch after another.

        Args:
            batches: The places of every batch.
            part: The part of the split that may be seen.
            prepare: What happens to each tile, a batch of one, given its batch's position and its number therein.
            grow: Enlarges a window before it is read, for augmentation that needs surroundings.
            shows_all: Whether images show what belongs to other parts, as they must not in training.
            with_origins: Whether labels are marked with where they come from, for the loss of a training.
        """

        def read(scene: int, window: Window) -> LabelledBatch:
            return _alone(self._scenes[scene].tile(grow(window), part, self._normalisation, shows_all, with_origins))

        def make(position: int, scene_windows: Sequence[SceneWindow]) -> LabelledBatch:
            batch = _together(
                [prepare(position, number, read(*scene_window)) for number, scene_window in enumerate(scene_windows)]
            )
            return batch.pinned() if self._pinned else batch

        todo = iter(enumerate(batches))
        waiting: deque[Future[LabelledBatch]] = deque(
            self._pool.submit(make, *entry) for entry in islice(todo, self._ahead)
        )
        try:
            while waiting:
                batch = waiting.popleft().result()
                waiting.extend(self._pool.submit(make, *entry) for entry in islice(todo, 1))
                yield batch
        finally:
            for future in waiting:
                future.cancel()
            wait(waiting)

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def resized(batch: LabelledBatch, side: int | None) -> LabelledBatch:
    """Shrink or enlarge tiles to a side: images bilinear, labels and validity by the nearest pixel; None keeps them."""
    if side is None or batch.labels.shape[-1] == side:
        return batch
    images, *plain = (
        functional.interpolate(view, (side, side), mode="bilinear", antialias=True) for view in batch.views
    )
    labels = functional.interpolate(batch.labels[:, None].float(), (side, side), mode="nearest-exact")[:, 0]
    valid = functional.interpolate(batch.valid[:, None].float(), (side, side), mode="nearest-exact")[:, 0]
    return LabelledBatch(images, labels.long(), valid > 0, *plain)


def _alone(tile: LabelledTile) -> LabelledBatch:
    return LabelledBatch(*(torch.from_numpy(values)[None] for values in (tile.image, tile.labels, tile.valid)))


def _together(tiles: Sequence[LabelledBatch]) -> LabelledBatch:
    return LabelledBatch(*map(torch.cat, zip(*(tile.parts for tile in tiles))))


def grower(recipe: Recipe) -> Callable[[Window], Window]:
    """Make the function that enlarges a tile's window, about its centre, to what augmentation needs."""
    before = (window_px(recipe, recipe.tile_px) - recipe.tile_px) // 2
    side = window_px(recipe, recipe.tile_px)
    return lambda window: Window(window.row - before, window.col - before, side, side)
