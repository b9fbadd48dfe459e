"""Plans for a split: by blocks, polygons, scenes or random tiles, or none; each may find that it can't be done."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Optional, TypeVar, Union

import numpy as np
import rasterio
import shapely

from ...geodata.grid import Grid, Window
from ...message import Message
from ..label_index import LabelIndex
from ..label_layer import LabelPolygons
from ..names.class_names import raster_class_names
from ..parts import TEST, TRAINING, VALIDATION
from ..sources.labelled_area import background_name
from .assignment import Measure, assign
from .block_fit import FittedBlocks, block_sides, fit_blocks
from .block_table import BlockTable, cell_px
from .part_maps import Blocks, PartMap, Tiles, WholePolygons, WholeScenes
from .reach import Ground, ground_reach
from .settings import SplitSettings

T = TypeVar("T")
_MOST_BLOCKS = 250_000
"""From so many blocks on, they aren't counted: chance alone spreads the classes."""

_GAP_PX = 16
"""Width of the unused strip where nothing else is asked for (ours)."""
_MOST_NEIGHBOURS = 1_000
"""Among more polygons than these, nearness isn't weighed."""


@dataclass(frozen=True)
class SplitTask:
    """What is to be split, and how.

    Attributes:
        labels: The scenes' label rasters.
        settings: Kind, shares, sizes.
        seed: Where chance comes from.
        polygons: The scenes' polygons; None for a scene whose labels were a raster.
        grounds: Where each scene has values; None is everywhere.
    """

    labels: tuple[Path, ...]
    settings: SplitSettings
    seed: int
    polygons: tuple[Optional[LabelPolygons], ...]
    grounds: tuple[Optional[Ground], ...]

    @cached_property
    def grids(self) -> list[Grid]:
        """The scenes' grids."""
        grids = []
        for path in self.labels:
            with rasterio.open(path) as dataset:
                grids.append(Grid.of(dataset))
        return grids

    @cached_property
    def groups(self) -> list[list[int]]:
        """The scenes by their grid: those on the same one are split alike, so that no place is in two parts."""
        groups: list[list[int]] = []
        for scene, grid in enumerate(self.grids):
            same = next((group for group in groups if self.grids[group[0]].same_as(grid)), None)
            if same is None:
                groups.append([scene])
            else:
                same.append(scene)
        return groups

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Class names in order of their ids, as the label rasters have them."""
        named: dict[int, str] = {}
        for path in self.labels:
            named.update(raster_class_names(path))
        return tuple(named.get(number, str(number)) for number in range(1, max(named, default=0) + 1))

    @property
    def shares(self) -> dict[int, float]:
        """The share of each part that is asked for by its code, training first."""
        held = {VALIDATION: self.settings.validation_share, TEST: self.settings.test_share}
        return {TRAINING: 1.0 - sum(held.values()), **{code: share for code, share in held.items() if share > 0}}

    @property
    def share_list(self) -> np.ndarray:
        """The shares (P,)."""
        return np.array(list(self.shares.values()))

    @property
    def codes(self) -> np.ndarray:
        """The codes of the parts (P,)."""
        return np.array(list(self.shares), np.uint8)

    @property
    def cell_px(self) -> int:
        """Side of the cells in which the labels of whole grids are counted."""
        return max(cell_px(self.grids[group[0]].height, self.grids[group[0]].width) for group in self.groups)

    @cached_property
    def tables(self) -> list[BlockTable]:
        """Count the labels of each group's whole grid in cells."""
        paths = ([self.labels[scene] for scene in group] for group in self.groups)
        return [BlockTable.count(of_group, self.cell_px, len(self.names)) for of_group in paths]

    @cached_property
    def reach_px(self) -> float:
        """How far what is held back may lie from what trains: infinite unless labels lie all over the ground to map.

        They do where the ground is on average nearer to them than the usual gap. Who sets the gap or the blocks says
        how far off is measured.
        """
        asked = self.settings.gap_px is not None or self.settings.block_px is not None
        if asked or self.settings.maps_other_scenes:
            return math.inf
        firsts = [group[0] for group in self.groups]
        grids, grounds = [self.grids[first] for first in firsts], [self.grounds[first] for first in firsts]
        return ground_reach(self.tables, grids, grounds, _GAP_PX)

    @property
    def all_over(self) -> bool:
        """Whether labels lie all over the ground to map, so that what is held back is to lie as near to others."""
        return math.isfinite(self.reach_px)

    @property
    def gap_px(self) -> int:
        """Width of the unused strip."""
        return self.gap_where(self.all_over)

    def gap_where(self, all_over: bool) -> int:
        """Give the width of the unused strip: what is asked for, else none where labels lie all over."""
        usual = 0 if all_over else _GAP_PX
        return usual if self.settings.gap_px is None else self.settings.gap_px

    def rng(self) -> np.random.Generator:
        """Give the seed's random numbers, from their beginning."""
        return np.random.default_rng(self.seed)


@dataclass(frozen=True)
class SplitPlan:
    """How pixels will be parted.

    Attributes:
        kind: One of the kinds of `SplitSettings`.
        parts: Tells each pixel's part.
        sentence: What is done, for people.
        gap_px: Width of the strip between parts that is left unused.
        tiles: For random tiles, those of each part by its code, for each scene.
        block_px: Side of the blocks, where there are any.
        origins: Row and column of each scene's first block.
        all_over: Whether labels lie all over the ground to map, and what is held back is as near to others as that.
    """

    kind: str
    parts: PartMap
    sentence: str
    gap_px: int = 0
    tiles: tuple[dict[int, tuple[Window, ...]], ...] = field(default=(), repr=False)
    block_px: Optional[int] = None
    origins: tuple[tuple[int, int], ...] = ()
    all_over: bool = False


Planned = Union[SplitPlan, str]
"""A plan, or why there can't be one."""


def nothing_held(task: SplitTask) -> SplitPlan:
    """Plan to train on everything."""
    return SplitPlan("none", WholeScenes([TRAINING] * len(task.labels)), Message("Nothing held back"))


def plan(task: SplitTask, kind: str) -> Planned:
    """Plan a split of one of the kinds of `SplitSettings` but “none”, or say why there can't be one."""
    planners = {
        "blocks": _by_blocks,
        "polygons": _by_polygons,
        "scenes": _by_scenes,
        "random_tiles": _by_tiles,
    }
    return planners[kind](task)


def _by_blocks(task: SplitTask) -> Planned:
    blocks = _blocks(task, list(range(len(task.names))))
    if blocks is None:
        side = task.settings.block_px
        return (
            Message("all labels lie in one block of {side} px", side=side)
            if side
            else Message("all labels lie in one block")
        )
    gap, side = task.gap_px, blocks.side_px
    sentence = (
        Message("Spatial blocks of {side} px, as near to what trains as the rest of the scene is to labels", side=side)
        if task.all_over
        else Message("Spatial blocks of {side_px} px, {gap} px between parts unused", side_px=side, gap=gap)
    )
    return SplitPlan("blocks", blocks, sentence, gap, block_px=side, origins=blocks.origins, all_over=task.all_over)


def _by_polygons(task: SplitTask) -> Planned:
    known = [drawn for drawn in task.polygons if drawn is not None]
    if sum(len(drawn) for drawn in known) < 2:
        return Message("there are not two polygons") if known else Message("the labels are no polygons")
    counts = np.concatenate([polygon_areas(drawn, grid, task.names) for drawn, grid in zip(task.polygons, task.grids)])
    units, _ = assign(counts, task.share_list, task.rng(), _measure(task, counts))
    ends = np.cumsum([0 if drawn is None else len(drawn) for drawn in task.polygons])[:-1]
    codes = np.split(task.codes[units], ends)
    background = background_name(task.names)
    between = None if background is None else _blocks(task, [task.names.index(background)])
    below: PartMap = between or WholeScenes([TRAINING] * len(task.labels))
    gap = task.gap_px
    sentence = Message("Whole polygons, {gap} px between parts unused", gap=gap)
    return SplitPlan("polygons", WholePolygons(task.polygons, codes, below), sentence, gap)


def _measure(task: SplitTask, counts: np.ndarray) -> Measure | None:
    """Give what polygons (N, C) leave to the parts when those that train too near to others aren't used."""
    if len(counts) > _MOST_NEIGHBOURS or not task.gap_px:
        return None
    near = np.zeros((len(counts), len(counts)), bool)
    start = 0
    for drawn in task.polygons:
        shapes = drawn.shapes if drawn is not None else np.zeros(0, object)
        end = start + len(shapes)
        for index, shape in enumerate(shapes):
            near[start + index, start:end] = shapely.distance(shape, shapes) <= task.gap_px
        start = end

    def measure(parts: np.ndarray) -> np.ndarray:
        lost = (parts == 0) & near[:, parts > 0].any(axis=1)
        kept = [counts[(parts == part) & ~lost].sum(axis=0) for part in range(len(task.shares))]
        return np.stack(kept)

    return measure


def _by_scenes(task: SplitTask) -> Planned:
    if len(task.labels) < 2:
        return Message("there is only one scene")
    counts = np.stack([LabelIndex.build(path, None, 0, len(task.names)).class_counts for path in task.labels])
    units, _ = assign(counts, task.share_list, task.rng())
    return SplitPlan("scenes", WholeScenes(task.codes[units].tolist()), Message("Whole scenes"))


def _by_tiles(task: SplitTask) -> Planned:
    tile, stride = task.settings.tile_px, task.settings.stride_px
    pool = [
        (scene, window)
        for scene, path in enumerate(task.labels)
        for window in LabelIndex.build(path, None, 0, len(task.names)).cover(tile, stride)
    ]
    if len(pool) < len(task.shares):
        return Message("there are only {pool_count} tiles with labels", pool_count=len(pool))
    order = task.rng().permutation(len(pool))
    tiles: list[dict[int, list[Window]]] = [{code: [] for code in task.shares} for _ in task.labels]
    held = {code: max(1, round(share * len(pool))) for code, share in task.shares.items() if code != TRAINING}
    ends = np.cumsum(list(held.values()))
    for code, picks in zip([*held, TRAINING], np.split(order, ends)):
        for pick in sorted(picks.tolist()):
            scene, window = pool[pick]
            tiles[scene][code].append(window)
    frozen = tuple({code: tuple(windows) for code, windows in by_part.items()} for by_part in tiles)
    sentence = Message(
        "Random tiles of {tile} px at a stride of {stride} px, which overlap between parts", tile=tile, stride=stride
    )
    return SplitPlan("random_tiles", Tiles(frozen), sentence, tiles=frozen)


def _blocks(task: SplitTask, classes: list[int]) -> Blocks | None:
    """Part the squares of all grids, stratified by some classes (places from 0); None where all lie in one square."""
    side = task.settings.block_px
    first = [task.grids[group[0]] for group in task.groups]
    if side and sum(-(-grid.height // side) * -(-grid.width // side) for grid in first) > _MOST_BLOCKS:
        chosen = [_chosen(task, grid, side) for grid in first]
        return Blocks(side, _by_scene(task, chosen), [(0, 0)] * len(task.labels))
    tables = [BlockTable(one.side_px, one.counts[:, :, classes], one.origin) for one in _tables(task, side)]
    sides = [side] if side else block_sides(task.settings.tile_px, tables[0].side_px, task.gap_px, task.reach_px)
    fitted: FittedBlocks | None = fit_blocks(tables, sides, task.share_list, task.gap_px, task.rng(), task.reach_px)
    if fitted is None:
        return None
    codes = _by_scene(task, [task.codes[part] for part in fitted.parts])
    return Blocks(fitted.side_px, codes, _by_scene(task, [table.origin for table in tables]))


def _tables(task: SplitTask, block_px: int | None) -> list[BlockTable]:
    """Count each grid's labels in cells, fine ones where labels lie close together; a given block is whole cells."""
    paths = [[task.labels[scene] for scene in group] for group in task.groups]
    classes = len(task.names)
    if block_px:
        cells = range(min(task.cell_px, block_px), max(task.cell_px // 4, 3), -1)
        fine = next((side for side in cells if block_px % side == 0), block_px)
        return [BlockTable.count(of_group, fine, classes) for of_group in paths]
    areas = [table.labelled for table in task.tables]
    finer = max((cell_px(area.height, area.width) for area in areas if area is not None), default=task.cell_px)
    if finer == task.cell_px:
        return task.tables
    return [BlockTable.count(of_group, finer, classes, area) for of_group, area in zip(paths, areas)]


def _chosen(task: SplitTask, grid: Grid, side: int) -> np.ndarray:
    shape = -(-grid.height // side), -(-grid.width // side)
    return task.codes[task.rng().choice(len(task.codes), size=shape, p=task.share_list)]


def _by_scene(task: SplitTask, by_group: list[T]) -> list[T]:
    group_of = {scene: index for index, group in enumerate(task.groups) for scene in group}
    return [by_group[group_of[scene]] for scene in range(len(task.labels))]


def polygon_areas(polygons: LabelPolygons | None, grid: Grid, names: tuple[str, ...]) -> np.ndarray:
    """Give each polygon's area over the grid in pixels, in its class's column (N, C)."""
    if polygons is None:
        return np.zeros((0, len(names)))
    counts = np.zeros((len(polygons), len(names)))
    columns = np.array([names.index(name) if name in names else -1 for name in polygons.classes])[polygons.codes]
    areas = shapely.area(shapely.intersection(polygons.shapes, shapely.box(0, 0, grid.width, grid.height)))
    known = columns >= 0
    counts[np.flatnonzero(known), columns[known]] = np.maximum(areas[known], 1e-3)
    return counts
