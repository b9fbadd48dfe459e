"""Blocks of imagery around labels, laid side by side in one raster whose bands can be shuffled between blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from ..events import Events
from ..geodata.grid import Grid, Window
from ..geodata.stack import Stack

_LEAST_LABELLED = 0.01


@dataclass(frozen=True, eq=False)
class BandMosaic:
    """The blocks.

    Attributes:
        images: (N, B, S, S) with what surrounds each block.
        valid: (N, S, S).
        truth: (N, S, S), class ids of the block itself, 0 in what surrounds it.
        names: The bands' names.
        grid: That of the imagery.
        columns: How many blocks stand side by side.
    """

    images: np.ndarray
    valid: np.ndarray
    truth: np.ndarray
    names: tuple[str, ...]
    grid: Grid
    columns: int

    def write(self, path: Path, images: np.ndarray) -> None:
        """Write images (N, B, S, S) as one raster with the bands' names, masked where the imagery has no data.

        It is made in memory and written at once: GDAL may crash where a disk gets full under a raster and its mask.

        Raises:
            OSError: When the disk is full.
        """
        _, bands, side, _ = images.shape
        height, width = side * -(-len(images) // self.columns), side * self.columns
        transform = self.grid.transform
        profile = {
            "driver": "GTiff", "count": bands, "height": height, "width": width, "dtype": images.dtype.name,
            "crs": self.grid.crs, "transform": transform, "tiled": True,
        }  # fmt: skip
        mask = np.zeros((height, width), np.uint8)
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), MemoryFile() as memory:
            with memory.open(**profile) as dataset:
                for number, (image, valid) in enumerate(zip(images, self.valid)):
                    row, col = self._corner(number)
                    window = Window(row, col, side, side).rasterio()
                    dataset.write(image, window=window)
                    mask[row : row + side, col : col + side] = 255 * valid
                dataset.write_mask(mask)
                for number, name in enumerate(self.names, start=1):
                    dataset.set_band_description(number, name)
            path.write_bytes(memory.getbuffer())

    def classes(self, path: Path) -> np.ndarray:
        """Read the classes predicted for such a raster, by block (N, S, S)."""
        side = self.truth.shape[1]
        with rasterio.open(path) as dataset:
            whole = dataset.read(1)
        corners = (self._corner(number) for number in range(len(self.truth)))
        return np.stack([whole[row : row + side, col : col + side] for row, col in corners])

    def _corner(self, number: int) -> tuple[int, int]:
        side = self.truth.shape[1]
        return number // self.columns * side, number % self.columns * side


def gather(
    stack: Stack, read: Callable[[Window], np.ndarray], side: int, margin: int, most: int, seed: int, events: Events
) -> BandMosaic:
    """Gather blocks that hold labels, in random order, so many at most; memory follows their number.

    Args:
        stack: The imagery.
        read: Gives the true class ids of a window within the grid.
        side: Of a block, without what surrounds it.
        margin: Pixels around each block that a network sees too.
        most: Blocks at most.
        seed: The same seed gathers the same ones.
        events: Told how far it is.
    """
    grid = stack.grid
    windows = list(grid.blocks(side))
    order = np.random.default_rng(seed).permutation(len(windows))
    images, valids, truths = [], [], []
    for number, index in enumerate(order):
        events.progress(0.1 * number / len(order), "Gathering blocks")
        window = windows[index]
        true = read(window)
        if np.count_nonzero(true) < _LEAST_LABELLED * side * side:
            continue
        whole = Window(window.row, window.col, side, side)
        image, valid = stack.read(whole.padded(margin), mirrored=True)
        truth = np.zeros(valid.shape, np.uint8)
        truth[margin : margin + window.height, margin : margin + window.width] = true
        images.append(image)
        valids.append(valid)
        truths.append(truth)
        if len(images) == most:
            break
    shape = (0, len(stack.bands), side + 2 * margin, side + 2 * margin)
    if not images:
        return BandMosaic(np.zeros(shape), np.zeros(shape[:1]), np.zeros(shape[:1]), stack.names, grid, 1)
    columns = int(np.ceil(np.sqrt(len(images))))
    return BandMosaic(np.stack(images), np.stack(valids), np.stack(truths), stack.names, grid, columns)


def shuffled(images: np.ndarray, band: int, seed: int) -> np.ndarray:
    """Give images (N, B, S, S) whose one band each block has from another block."""
    blocks = len(images)
    chosen = np.random.default_rng([seed, band]).permutation(blocks)
    order = np.empty(blocks, int)
    order[chosen] = np.roll(chosen, 1)  # a ring, so that no block keeps its own
    changed = images.copy()
    changed[:, band] = images[order, band]
    return changed


def without(images: np.ndarray, valid: np.ndarray, band: int) -> np.ndarray:
    """Give images (N, B, S, S) whose one band says nothing: its mean everywhere."""
    changed = images.copy()
    values = images[:, band][valid]
    changed[:, band] = values.mean() if len(values) else 0
    return changed
