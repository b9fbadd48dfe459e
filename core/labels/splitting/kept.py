"""A split that is kept: what trained or validated before stays what it was when labels grow, only new places are dealt.

So the measures of a model and of the one before rest on the same held-back places, and on some more.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely

from ...geodata.grid import Grid, Window
from ...message import Message
from ..class_raster import BLOCK_PX
from ..label_layer import LabelPolygons
from ..parts import PART_NAMES, TEST, TRAINING
from .assignment import assign_more
from .part_maps import WholePolygons
from .split_plan import Planned, SplitPlan, SplitTask, polygon_areas

_LOOKED_AT = 64
"""So many pixels along each side of a polygon's box are looked at to find its part."""


@dataclass(frozen=True)
class KeptSplit:
    """The split of an earlier run.

    Attributes:
        kind: “blocks” or “polygons”; other kinds can't be kept.
        paths: Its rasters, one for each scene.
        block_px: Side of its blocks, where there are any.
        origins: Row and column of each scene's first block.
        all_over: Whether its labels lay all over, so that there is no gap.
    """

    kind: str
    paths: tuple[Path, ...]
    block_px: int | None = None
    origins: tuple[tuple[int, int], ...] = ()
    all_over: bool = False

    def fits(self, task: SplitTask) -> bool:
        """Whether it is of the same scenes, and of a kind that can be kept."""
        if len(self.paths) != len(task.labels) or not all(path.is_file() for path in self.paths):
            return False
        if self.kind == "blocks" and (not self.block_px or len(self.origins) != len(self.paths)):
            return False
        return self.kind in ("blocks", "polygons") and all(map(_same_grid, self.paths, task.grids))


def plan_kept(task: SplitTask, kept: KeptSplit) -> Planned:
    """Plan a split in which every block, or polygon, stays in its part, and new ones are dealt to keep the shares."""
    return _blocks(task, kept) if kept.kind == "blocks" else _polygons(task, kept)


def _blocks(task: SplitTask, kept: KeptSplit) -> Planned:
    side, gap = int(kept.block_px or 0), task.gap_where(kept.all_over)
    keys: list[np.ndarray] = []
    counts: list[np.ndarray] = []
    parts: list[np.ndarray] = []
    for group in task.groups:
        group_squares = _Squares(side, kept.origins[group[0]], task.grids[group[0]])
        group_keys, tally = group_squares.tally([task.labels[scene] for scene in group], len(task.names))
        before, codes = group_squares.tally([kept.paths[scene] for scene in group], len(PART_NAMES) - 1)
        known = dict(zip(before.tolist(), codes[:, :TEST].argmax(axis=1) + TRAINING))
        keys.append(group_keys)
        counts.append(tally)
        parts.append(np.array([known.get(key, 0) for key in group_keys.tolist()], np.int64))
    dealt = _dealt(task, np.concatenate(counts), np.concatenate(parts))
    by_group = np.split(dealt, np.cumsum([len(group_keys) for group_keys in keys])[:-1])
    of_scene = {scene: index for index, group in enumerate(task.groups) for scene in group}
    squares = [
        (_Squares(side, kept.origins[task.groups[index][0]], task.grids[scene]), keys[index], by_group[index])
        for scene, index in sorted(of_scene.items())
    ]
    sentence = Message(
        "Spatial blocks of {side} px, {gap} px between parts unused, those of the training before kept",
        side=side,
        gap=gap,
    )
    planned = SplitPlan("blocks", _KeptBlocks(squares), sentence, gap, block_px=side, origins=kept.origins)
    return replace(planned, all_over=kept.all_over)


def _polygons(task: SplitTask, kept: KeptSplit) -> Planned:
    known = [drawn for drawn in task.polygons if drawn is not None]
    if not known:
        return Message("the labels are no polygons")
    triples = zip(task.polygons, task.grids, kept.paths)
    parts = [
        np.zeros(0, np.int64) if drawn is None else parts_of_polygons(drawn, grid, path)
        for drawn, grid, path in triples
    ]
    counts = np.concatenate([polygon_areas(drawn, grid, task.names) for drawn, grid in zip(task.polygons, task.grids)])
    dealt = _dealt(task, counts, np.concatenate(parts))
    codes = np.split(dealt, np.cumsum([len(drawn) for drawn in parts])[:-1])
    gap = task.gap_where(kept.all_over)
    sentence = Message("Whole polygons, {gap} px between parts unused, those of the training before kept", gap=gap)
    between = _Written(kept.paths)
    return SplitPlan("polygons", WholePolygons(task.polygons, codes, between), sentence, gap)


def _dealt(task: SplitTask, counts: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Give the code of each unit (N,): the one that it had, or the part that it is dealt to."""
    index_of = {int(code): index for index, code in enumerate(task.codes)}
    fixed = np.array([index_of.get(int(code), -1) for code in before], np.int64)
    return task.codes[assign_more(counts, fixed, task.share_list, task.rng())]


def parts_of_polygons(polygons: LabelPolygons, grid: Grid, path: Path) -> np.ndarray:
    """Give the part (N,) of a split raster in which most of each polygon lies, 0 where it has none."""
    votes = votes_of_polygons(polygons, grid, path)[:, : TEST + 1]
    return np.where(votes.any(axis=1), votes.argmax(axis=1), 0)


def votes_of_polygons(polygons: LabelPolygons, grid: Grid, path: Path) -> np.ndarray:
    """Count the values of a raster (N, 256), but 0, at some places in each polygon."""
    votes = np.zeros((len(polygons), 256), np.int64)
    with rasterio.open(path) as raster:
        for number, shape in enumerate(polygons.shapes):
            left, top, right, bottom = (int(value) for value in shapely.bounds(shape))
            window = Window(top, left, bottom - top + 1, right - left + 1).clipped(grid.height, grid.width)
            if not window.height or not window.width:
                continue
            rows, cols = min(window.height, _LOOKED_AT), min(window.width, _LOOKED_AT)
            values = raster.read(1, window=window.rasterio(), out_shape=(rows, cols))
            y = window.row + (np.arange(rows) + 0.5) * window.height / rows
            x = window.col + (np.arange(cols) + 0.5) * window.width / cols
            inside = shapely.contains_xy(shape, *(axis.ravel() for axis in np.meshgrid(x, y))).reshape(rows, cols)
            votes[number] = np.bincount(values[inside & (values > 0)], minlength=256)
    return votes


def _same_grid(path: Path, grid: Grid) -> bool:
    with rasterio.open(path) as dataset:
        return Grid.of(dataset).same_as(grid)


class _Squares:
    """The squares of a grid in a pattern, each with a key."""

    def __init__(self, side: int, origin: tuple[int, int], grid: Grid) -> None:
        self._side, self._grid = side, grid
        self._shift = tuple(-(-start // side) * side - start for start in origin)
        self._across = -(-(grid.width + self._shift[1]) // side)

    def keys(self, window: Window) -> np.ndarray:
        """Give the key of the square that each pixel (H, W) of a window lies in."""
        rows = (np.arange(window.row, window.row + window.height) + self._shift[0]) // self._side
        cols = (np.arange(window.col, window.col + window.width) + self._shift[1]) // self._side
        return np.asarray(rows[:, None] * self._across + cols)

    def tally(self, paths: Sequence[Path], values: int) -> tuple[np.ndarray, np.ndarray]:
        """Count the values from 1 in every square that has any: sorted keys (N,) and counts (N, values)."""
        counts: dict[int, np.ndarray] = {}
        for path in paths:
            with rasterio.open(path) as dataset:
                for window in self._grid.blocks(BLOCK_PX):
                    block = dataset.read(1, window=window.rasterio())
                    if not block.any():
                        continue
                    held = block > 0
                    pairs = self.keys(window)[held] * (values + 1) + block[held]
                    for pair, count in zip(*(one.tolist() for one in np.unique(pairs, return_counts=True))):
                        key, value = divmod(pair, values + 1)
                        counts.setdefault(key, np.zeros(values, np.int64))[value - 1] += count
        keys = sorted(counts)
        return np.array(keys, np.int64), np.array([counts[key] for key in keys]).reshape(len(keys), values)


class _KeptBlocks:
    """Squares by key; those that hold no label train."""

    def __init__(self, squares: Sequence[tuple[_Squares, np.ndarray, np.ndarray]]) -> None:
        self._squares = squares

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give the codes of the squares that the pixels lie in."""
        squares, known, codes = self._squares[scene]
        keys = squares.keys(window)
        indices = np.minimum(np.searchsorted(known, keys), max(0, len(known) - 1))
        return np.where(known[indices] == keys, codes[indices], TRAINING).astype(np.uint8)


class _Written:
    """The parts of a split raster; what had none trains."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give the codes as they are written."""
        with ExitStack() as stack:
            dataset: Any = stack.enter_context(rasterio.open(self._paths[scene]))
            parts: np.ndarray = dataset.read(1, window=window.rasterio())
        return np.where((parts >= TRAINING) & (parts <= TEST), parts, TRAINING).astype(np.uint8)
