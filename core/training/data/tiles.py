"""Tiles: windows of a scene with their labels, read on demand; nothing is cut to disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...geodata.grid import Window
from ...geodata.normalisation import Normalisation
from ...geodata.stack import Stack
from ...geodata.values.band_values import Numbers
from ...geodata.values.matched import by_percentiles
from ...labels.legend import UNLABELLED
from ...labels.origins import marked
from ...labels.parts import SEVERAL, UNUSED


@dataclass(frozen=True)
class LabelledTile:
    """One window as a model sees it: image (B, H, W) normalised, labels (H, W) 0…C, valid (H, W)."""

    image: np.ndarray
    labels: np.ndarray
    valid: np.ndarray


class LabelledScene:
    """A stack with its label and split rasters, all on one grid; reads tiles from any thread.

    What belongs to another part of the split is hidden from a training tile altogether, image and labels alike: a
    network in training sees no validation pixel, not even at the edge of a tile.
    """

    def __init__(
        self, stack: Stack, labels: Path, split: Path, origins: Optional[Path] = None,
        brought: Optional[tuple[Numbers, Numbers]] = None,
    ) -> None:  # fmt: skip
        """Keep the stack and open the rasters of labels, split and, where labels have several, origins, on its grid.

        `brought` are the quantiles of the scene's values and those to which they are brought by percentiles.
        """
        self.stack, self._brought = stack, brought
        self.labels_path, self.split_path, self.origins_path = labels, split, origins
        self._labels = Stack([str(path) for path in (labels, split, origins) if path is not None])

    def remember(self, most_bytes: int) -> None:
        """Keep what is read of imagery, labels and split from now on in memory, until so much is kept."""
        share = self._labels.pixel_bytes / (self._labels.pixel_bytes + self.stack.pixel_bytes)
        self._labels.remember(round(most_bytes * share))
        self.stack.remember(round(most_bytes * (1 - share)))

    def parted(self, split: Path) -> LabelledScene:
        """Give the same scene, its imagery shared, whose parts another split raster tells."""
        return LabelledScene(self.stack, self.labels_path, split, self.origins_path, self._brought)

    def scaling(self, normalisation: Normalisation) -> Normalisation:
        """Give the scaling of all scenes as it is for this one."""
        return by_percentiles(normalisation, *self._brought) if self._brought else normalisation

    @property
    def pixel_bytes(self) -> int:
        """How much memory a pixel takes that is kept."""
        return self.stack.pixel_bytes + self._labels.pixel_bytes

    def tile(
        self,
        window: Window,
        part: int | None,
        normalisation: Normalisation,
        shows_all: bool = False,
        with_origins: bool = False,
    ) -> LabelledTile:
        """Read one tile for a part of the split; None hides nothing, as the leaking protocol wants it.

        Beyond the grid the image is mirrored, as it is in prediction, and unlabelled; the mirrored image of a hidden
        pixel is as hidden as the pixel is. With `shows_all` only labels of other parts are hidden: what is measured
        sees its surroundings, as a prediction does. With `with_origins` labels are marked with where they come from
        (`labels.origins.marked`), in scenes where they come from more than one place.
        """
        image, valid = self.stack.read(window, mirrored=True)
        labels, use, origins = self._labels_and_use(window)
        if part is not None:
            mine = (use == part) | (use == SEVERAL)
            labels = np.where(mine, labels, UNLABELLED)
            valid = valid if shows_all else valid & (mine | (use == UNUSED))
        labels = np.where(valid, labels, UNLABELLED)
        whole = marked(labels, origins) if with_origins and origins is not None else labels.astype(np.int64)
        return LabelledTile(self.scaling(normalisation).apply(image, valid), whole, valid)

    def labels(self, window: Window, part: int | None) -> np.ndarray:
        """Read the labels (H, W) of a part of the split in a window; None takes every part."""
        labels, use, _ = self._labels_and_use(window)
        return labels if part is None else np.where((use == part) | (use == SEVERAL), labels, UNLABELLED)

    def labelled_pixels(self, window: Window, part: int | None) -> tuple[np.ndarray, np.ndarray]:
        """Read a window's raw image (B, H, W), and where it is valid and labelled in that part of the split (H, W)."""
        image, valid = self.stack.read(window)
        return image, valid & (self.labels(window, part) != UNLABELLED)

    def _labels_and_use(self, window: Window) -> tuple[np.ndarray, np.ndarray, Optional[np.ndarray]]:
        """Read a window's labels (H, W), 0 beyond the grid, the split's values, mirrored there, and origins if any."""
        layers, _ = self._labels.read(window, mirrored=True)
        labels, use = layers[0], layers[1]
        inside = window.clipped(self._labels.grid.height, self._labels.grid.width)
        if inside != window:
            rows, cols = Window(inside.row - window.row, inside.col - window.col, inside.height, inside.width).slices()
            labels = np.zeros_like(layers[0])
            labels[rows, cols] = layers[0][rows, cols]
        return labels, use, layers[2] if len(layers) > 2 else None

    def close(self) -> None:
        """Close every file."""
        self._labels.close()
        self.stack.close()
