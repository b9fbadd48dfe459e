"""Tiles: windows of a scene with their labels, read on demand; nothing is cut to disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..geodata.grid import Window
from ..geodata.normalisation import Normalisation
from ..geodata.stack import Stack
from ..labels.legend import UNLABELLED
from ..labels.parts import SEVERAL, UNUSED


@dataclass(frozen=True)
class Tile:
    """One window as a model sees it: image (B, H, W) normalised, labels (H, W) 0…C, valid (H, W)."""

    image: np.ndarray
    labels: np.ndarray
    valid: np.ndarray


class LabelledScene:
    """A stack with its label and split rasters, all on one grid; reads tiles from any thread.

    What belongs to another part of the split is hidden from a tile altogether, image and labels alike: a network in
    training sees no validation pixel, not even at the edge of a tile.
    """

    def __init__(self, stack: Stack, labels: Path, split: Path) -> None:
        """Keep the stack and open the two rasters, which lie on its grid."""
        self.stack = stack
        self.labels_path, self.split_path = labels, split
        self._labels = Stack([str(labels), str(split)])

    def tile(self, window: Window, part: int | None, normalisation: Normalisation) -> Tile:
        """Read one tile for a part of the split; None hides nothing, as the leaking protocol wants it.

        Beyond the grid the image is mirrored, as it is in prediction, and unlabelled.
        """
        image, valid = self.stack.read(window, mirrored=True)
        labels, use = self._labels_and_use(window)
        if part is not None:
            valid = valid & np.isin(use, (UNUSED, part, SEVERAL))
            labels = np.where((use == part) | (use == SEVERAL), labels, UNLABELLED)
        labels = np.where(valid, labels, UNLABELLED)
        return Tile(normalisation.apply(image, valid), labels.astype(np.int64), valid)

    def labelled_pixels(self, window: Window, part: int | None) -> tuple[np.ndarray, np.ndarray]:
        """Read a window's raw image (B, H, W), and where it is valid and labelled in that part of the split (H, W)."""
        image, valid = self.stack.read(window)
        labels, use = self._labels_and_use(window)
        chosen = valid & (labels != UNLABELLED)
        return image, chosen if part is None else chosen & ((use == part) | (use == SEVERAL))

    def _labels_and_use(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read the labels and the split's values (H, W) of a window; 0 beyond the grid."""
        both, _ = self._labels.read(window)
        return both[0], both[1]

    def close(self) -> None:
        """Close every file."""
        self._labels.close()
        self.stack.close()
