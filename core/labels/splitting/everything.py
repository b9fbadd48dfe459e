"""Everything: the parts of the labels once what was held back has measured, and all of it trains."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio

from ...geodata.grid import Grid
from ..class_raster import BLOCK_PX, class_raster
from ..parts import PART_COLOURS, PART_NAMES, SEVERAL, TEST, TRAINING, UNUSED, VALIDATION


def write_everything(labels: Path, split: Path, path: Path) -> None:
    """Write a split raster in which all labels train, the gap between parts too.

    Where a test part was asked for, it stays unseen, and so do the gaps, which can't be told from its own.

    Args:
        labels: The scene's label raster.
        split: Its split raster.
        path: Where the new one goes.
    """
    with rasterio.open(labels) as known, rasterio.open(split) as parts:
        grid = Grid.of(known)
        windows = list(grid.blocks(BLOCK_PX))
        has_test = any((parts.read(1, window=window.rasterio()) == TEST).any() for window in windows)
        names, colours = dict(enumerate(PART_NAMES)), dict(enumerate(PART_COLOURS))
        with class_raster(path, grid, names, colours, "parts") as dataset:
            for window in windows:
                labelled = known.read(1, window=window.rasterio()) > 0
                if labelled.any():
                    part = parts.read(1, window=window.rasterio())
                    dataset.write(_learned(labelled, part, has_test), 1, window=window.rasterio())


def _learned(labelled: np.ndarray, part: np.ndarray, has_test: bool) -> np.ndarray:
    """Give the new codes (H, W) of a window."""
    if not has_test:
        return np.where(labelled, TRAINING, UNUSED).astype(np.uint8)
    trains = np.isin(part, (TRAINING, VALIDATION, SEVERAL))
    return np.where(trains, TRAINING, np.where(part == TEST, TEST, UNUSED)).astype(np.uint8)
