"""Tiles: windows of a scene with their labels, read on demand; nothing is cut to disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...geodata.grid import Window
from ...geodata.normalisation import Normalisation
from ...geodata.stack import Stack
from ...labels.legend import UNLABELLED
from ...labels.parts import SEVERAL, UNUSED


@dataclass(frozen=True)
class Tile:
    """One window as a model sees it: image (B, H, W) normalised, labels (H, W) 0…C, valid (H, W)."""

    image: np.ndarray
    labels: np.ndarray
    valid: np.ndarray


class LabelledScene:
    """A stack with its label and split rasters, all on one grid; reads tiles from any thread.

    What belongs to another part of the split is hidden from a training tile altogether, image and labels alike: a
    network in training sees no validation pixel, not even at the edge of a tile.
    """

    def __init__(self, stack: Stack, labels: Path, split: Path) -> None:
        """Keep the stack and open the two rasters, which lie on its grid."""
        self.stack = stack
        self.labels_path, self.split_path = labels, split
        self._labels = Stack([str(labels), str(split)])

    def remember(self, most_bytes: int) -> None:
        """Keep what is read of imagery, labels and split from now on in memory, until so much is kept."""
        share = self._labels.pixel_bytes / (self._labels.pixel_bytes + self.stack.pixel_bytes)
        self._labels.remember(round(most_bytes * share))
        self.stack.remember(round(most_bytes * (1 - share)))

    @property
    def pixel_bytes(self) -> int:
        """How much memory a pixel takes that is kept."""
        return self.stack.pixel_bytes + self._labels.pixel_bytes

    def tile(self, window: Window, part: int | None, normalisation: Normalisation, shows_all: bool = False) -> Tile:
        """Read one tile for a part of the split; None hides nothing, as the leaking protocol wants it.

        Beyond the grid the image is mirrored, as it is in prediction, and unlabelled; the mirrored image of a hidden
        pixel is as hidden as the pixel is. With `shows_all` only labels of other parts are hidden: what is measured
        sees its surroundings, as a prediction does.
        """
        image, valid = self.stack.read(window, mirrored=True)
        labels, use = self._labels_and_use(window)
        if part is not None:
            mine = (use == part) | (use == SEVERAL)
            labels = np.where(mine, labels, UNLABELLED)
            valid = valid if shows_all else valid & (mine | (use == UNUSED))
        labels = np.where(valid, labels, UNLABELLED)
        return Tile(normalisation.apply(image, valid), labels.astype(np.int64), valid)

    def labels(self, window: Window, part: int | None) -> np.ndarray:
        """Read the labels (H, W) of a part of the split in a window; None takes every part."""
        labels, use = self._labels_and_use(window)
        return labels if part is None else np.where((use == part) | (use == SEVERAL), labels, UNLABELLED)

    def labelled_pixels(self, window: Window, part: int | None) -> tuple[np.ndarray, np.ndarray]:
        """Read a window's raw image (B, H, W), and where it is valid and labelled in that part of the split (H, W)."""
        image, valid = self.stack.read(window)
        return image, valid & (self.labels(window, part) != UNLABELLED)

    def _labels_and_use(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read a window's labels (H, W), 0 beyond the grid, and the split's values, mirrored there like the image."""
        both, _ = self._labels.read(window, mirrored=True)
        inside = window.clipped(self._labels.grid.height, self._labels.grid.width)
        if inside == window:
            return both[0], both[1]
        rows, cols = Window(inside.row - window.row, inside.col - window.col, inside.height, inside.width).slices()
        labels = np.zeros_like(both[0])
        labels[rows, cols] = both[0][rows, cols]
        return labels, both[1]

    def close(self) -> None:
        """Close every file."""
        self._labels.close()
        self.stack.close()
