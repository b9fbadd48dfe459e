"""The spread of a measure on what was held back: how far it may be off, from how it differs between places."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..labels.legend import BACKGROUND, Legend
from .bootstrap import interval, mean_measure

CONFIDENCE = 0.9
FEW_PLACES, WIDE = 5, 0.5
"""Fewer polygons or blocks than these, and a wider interval, say next to nothing (ours)."""
_MOST_BLOCKS, _MOST_COUNTS = 200, 1_000_000
_ENOUGH_BLOCKS, _MOST_STRIPS = 8, 4
"""Tiles that are cut into strips have as many as make enough blocks, at most four: of 128 rows, 32 each (ours)."""


class BlockCounts:
    """Pixels by block, true and predicted class (G, C, C), filled tile by tile; neighbouring tiles make a block."""

    def __init__(self, classes: int, tiles: int, in_strips: bool = False) -> None:
        """Plan for so many tiles; with very many classes there are fewer blocks, so that memory is enough.

        Args:
            classes: How many classes there are.
            tiles: How many tiles will be counted or skipped.
            in_strips: Whether few tiles are cut into strips: where many small pieces are held back in each.
        """
        most, tiles = max(1, min(_MOST_BLOCKS, _MOST_COUNTS // classes**2)), max(1, tiles)
        self._strips = min(_MOST_STRIPS, -(-_ENOUGH_BLOCKS // tiles)) if in_strips else 1
        self._next = 0
        self._pieces = tiles * self._strips
        self._blocks = np.zeros((min(most, self._pieces), classes, classes), np.int64)

    def add(self, labels: np.ndarray, predicted: np.ndarray) -> None:
        """Count tiles of labels and predicted ids, pixels row by row (N, …), 0 where there is none."""
        classes = self.classes
        for tile, mapped_tile in zip(labels, predicted):
            strips = (np.array_split(pixels.ravel(), self._strips) for pixels in (tile, mapped_tile))
            for truth, mapped in zip(*strips):
                both = (truth > 0) & (mapped > 0)
                pairs = (truth[both].astype(np.int64) - 1) * classes + mapped[both] - 1
                matrix = np.bincount(pairs, minlength=classes**2).reshape(classes, classes)
                self._blocks[self._next * len(self._blocks) // self._pieces] += matrix
                self._next += 1

    def skip(self, tiles: int) -> None:
        """Go past tiles in which nothing is labelled."""
        self._next += tiles * self._strips

    @property
    def classes(self) -> int:
        """How many classes there are."""
        return self._blocks.shape[1]

    @property
    def counts(self) -> np.ndarray:
        """The blocks that hold a pixel (G, C, C)."""
        held: np.ndarray = self._blocks[self._blocks.any(axis=(1, 2))]
        return held


def merged(counts: np.ndarray, most: int) -> np.ndarray:
    """Put neighbouring blocks (G, C, C) together until there are no more than so many."""
    groups = min(most, len(counts))
    return np.add.reduceat(counts, -(-np.arange(groups) * len(counts) // groups), axis=0)


def headline_spread(
    counts: np.ndarray, legend: Legend, polygons: int | None = None, agreement: Mapping[str, float] | None = None
) -> dict[str, list[float]]:
    """Give the limits of the two measures that are followed (`headline`), F1 and mIoU.

    Args:
        counts: Pixels by block, true and predicted class (G, C, C).
        legend: The classes.
        polygons: How many polygons the blocks are parts of, 0 or None where they weren't counted: a polygon's pixels
            are right or wrong together, so that there are no more independent blocks than polygons.
        agreement: What the agreement of models says of the same measures (`Agreement.told`): polygons that are drawn by
            hand are easier than the scene, which no interval of theirs knows, so that the limits reach to it.
    """
    every = list(range(len(legend)))
    without = [number for number in every if legend.names[number] != BACKGROUND]
    measures = {"f1": mean_measure("f1", without or every, True), "miou": mean_measure("iou", every, True)}
    blocks = merged(counts, polygons or len(counts))
    limits = {}
    for name, measure in measures.items():
        found = interval(blocks[None], measure, CONFIDENCE)
        if found is not None:
            also = (agreement or {}).get(name, found.value)
            limits[name] = [round(min(found.low, also), 4), round(max(found.high, also), 4)]
    return limits
