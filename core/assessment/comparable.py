"""Comparable pixels: the labelled ones from which none of several trainings has learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from ..files.json_text import read_json
from ..geodata.grid import Grid, Window
from ..labels.class_raster import BLOCK_PX, class_raster
from ..labels.names.class_names import raster_class_names
from ..labels.parts import TEST, VALIDATION

_LABELS, _OUTCOME = "labels.json", "outcome.json"
MEASURED = "measured.safetensors"
"""The model of a run as it was when it was measured, where the one that is kept learned from everything since."""
_SIDE_PX = 256


@dataclass(frozen=True)
class Learned:
    """What a training learned from: its label and split raster on one grid."""

    labels: Path
    split: Path


def learned_in(run: str | Path, grid: Grid) -> list[Learned]:
    """Give what a run learned from on a grid; nothing where its scenes were others.

    Raises:
        BadInputError: When the run's record is gone.
    """
    folder = Path(run)
    noted = read_json(folder / _LABELS, "the record of a training's labels")
    splits = [folder / split for split in noted["split"]["paths"]]
    if _learned_everything(folder):
        splits = [split.with_name(f"{split.stem}_of_all.tif") for split in splits]
    learned = [Learned(folder / labels, split) for labels, split in zip(noted["labels"], splits)]
    return [one for one in learned if one.split.is_file() and _is_on(one.labels, grid)]


def _learned_everything(folder: Path) -> bool:
    """Say whether what is compared of a run has learned from what was held back, too.

    A model that did in the end is compared as it was before, where its run has kept that.
    """
    if (folder / MEASURED).is_file():
        return False
    outcome = folder / _OUTCOME
    return outcome.is_file() and bool(read_json(outcome, "the outcome of a run").get("refit"))


def write_comparable(labels: Path, learned: Sequence[Learned], out: Path) -> tuple[int, list[Window]]:
    """Copy a label raster without the pixels that trained, or that lie in the gap beside what was held back.

    Returns:
        How many pixels are left, and the windows, 256 px wide, that hold them.
    """
    count, windows = 0, []
    with rasterio.open(labels) as source:
        grid = Grid.of(source)
        with class_raster(out, grid, raster_class_names(labels), {}) as target:
            for block in grid.blocks(BLOCK_PX):
                values = source.read(1, window=block.rasterio())
                for one in learned if values.any() else ():
                    values[_has_learned(one, block)] = 0
                if not values.any():
                    continue
                target.write(values, 1, window=block.rasterio())
                count += int(np.count_nonzero(values))
                windows += [
                    Window(block.row + row, block.col + col, *values[row : row + _SIDE_PX, col : col + _SIDE_PX].shape)
                    for row in range(0, block.height, _SIDE_PX)
                    for col in range(0, block.width, _SIDE_PX)
                    if values[row : row + _SIDE_PX, col : col + _SIDE_PX].any()
                ]
    return count, windows


def _has_learned(one: Learned, block: Window) -> np.ndarray:
    """Say which pixels (H, W) of a block were labelled then and not held back."""
    with rasterio.open(one.labels) as labels, rasterio.open(one.split) as split:
        then, parts = (dataset.read(1, window=block.rasterio()) for dataset in (labels, split))
    return np.asarray((then > 0) & (parts != VALIDATION) & (parts != TEST))


def _is_on(path: Path, grid: Grid) -> bool:
    if not path.is_file():
        return False
    with rasterio.open(path) as dataset:
        return Grid.of(dataset).same_as(grid)
