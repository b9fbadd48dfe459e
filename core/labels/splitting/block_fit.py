"""Fitting the size of blocks to the labels: as large as the shares, the classes and the ground to map allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
from scipy.ndimage import maximum_filter

from .assignment import assign
from .block_table import BlockTable
from .reach import held_reach

_GOOD = 0.1
"""A split no worse than this is taken without trying smaller blocks (ours); 1 would be a class missing in a part."""
_WORTH = 0.01
"""Smaller blocks must be better by this much."""
_TILES_WIDE = (4.0, 3.0, 2.0, 1.5, 1.0, 0.75, 0.5, 0.25, 0.125)
_LEAST_PX = 8
_NONE = -1
"""The part of a cell without labels, or with some that aren't used."""


@dataclass(frozen=True, eq=False)
class FittedBlocks:
    """Blocks and their parts.

    Attributes:
        side_px: Side of a block.
        parts: For each table, the part of each block (rows, columns) from 0, as uint8.
        badness: 1 for each class that a part lacks, a fraction for missed shares.
        too_far_px: By how much farther what is held back lies from what trains than was asked for, on average.
    """

    side_px: int
    parts: tuple[np.ndarray, ...]
    badness: float
    too_far_px: float = 0.0

    @property
    def serves(self) -> bool:
        """Whether nothing is left to better."""
        return self.badness <= _GOOD and not self.too_far_px

    def is_better(self, than: FittedBlocks) -> bool:
        """Say whether these are to be taken rather than others, larger ones."""
        lacks, lacked = int(self.badness), int(than.badness)
        if lacks != lacked:
            return lacks < lacked
        if self.too_far_px != than.too_far_px:
            return self.too_far_px < than.too_far_px
        return self.badness < than.badness - _WORTH


def block_sides(tile_px: int, cell_px: int, gap_px: int, reach_px: float = math.inf) -> list[int]:
    """Give the sides that are tried, largest first: whole cells, wider than the gap.

    From four tiles down to an eighth of one, and on by halves where the ground to map lies nearer to labels.
    """
    least = max(_LEAST_PX, gap_px)
    cells = {max(-(-least // cell_px), round(times * tile_px / cell_px)) for times in _TILES_WIDE}
    while min(cells) > 1 and min(cells) * cell_px > max(gap_px, reach_px):
        cells.add(min(cells) // 2)
    return sorted((number * cell_px for number in cells), reverse=True)


def fit_blocks(
    tables: Sequence[BlockTable], sides: Sequence[int], shares: np.ndarray, gap_px: int, rng: np.random.Generator,
    reach_px: float = math.inf,
) -> Optional[FittedBlocks]:  # fmt: skip
    """Try blocks of some sizes and give the largest that serve, with their parts.

    Args:
        tables: Labelled pixels in cells; every side is a multiple of the cells'.
        sides: Sides of blocks, largest first.
        shares: Share of each part (P,), training first.
        gap_px: Training pixels this near to others won't be used.
        rng: Where chance comes from.
        reach_px: How far what is held back may lie from what trains, on average.

    Returns:
        The blocks; None when all labels lie in one block at every size.
    """
    best: Optional[FittedBlocks] = None
    cells = [_Cells(table) for table in tables]
    for side in sides:
        fitted = _fitted(cells, side, shares, gap_px, rng, reach_px)
        if fitted is not None and (best is None or fitted.is_better(best)):
            best = fitted
        if best is not None and best.serves:
            break
    return best


def _fitted(
    fine: Sequence[_Cells], side: int, shares: np.ndarray, gap_px: int, rng: np.random.Generator, reach_px: float
) -> Optional[FittedBlocks]:
    times = side // fine[0].table.side_px
    blocks = [cells.table.merged(times).counts for cells in fine]
    labelled = [block.any(axis=2) for block in blocks]
    counts = np.concatenate([block[held] for block, held in zip(blocks, labelled)])
    if len(counts) < 2:
        return None
    ends = np.cumsum([np.count_nonzero(held) for held in labelled])[:-1]

    def spread(units: np.ndarray) -> tuple[np.ndarray, ...]:
        parts = []
        for held, codes in zip(labelled, np.split(units, ends)):
            part = np.zeros(held.shape, np.uint8)
            part[held] = codes
            parts.append(part)
        return tuple(parts)

    def measure(units: np.ndarray) -> np.ndarray:
        kept = [cells.kept(part, times, len(shares), gap_px) for cells, part in zip(fine, spread(units))]
        return np.asarray(np.sum(kept, axis=0))

    units, badness = assign(counts, shares, rng, measure if times > 1 and gap_px > 0 else None)
    parts = spread(units)
    return FittedBlocks(side, parts, badness, _too_far(fine, parts, times, gap_px, reach_px))


def _too_far(fine: Sequence[_Cells], parts: Sequence[np.ndarray], times: int, gap_px: int, reach_px: float) -> float:
    """Give by how many pixels what is held back lies farther from what trains than is asked; a cell is no farther."""
    if math.isinf(reach_px):
        return 0.0
    codes = [cells.used(part, times, gap_px) for cells, part in zip(fine, parts)]
    tables = [cells.table for cells in fine]
    reach = held_reach(tables, [code == 0 for code in codes], [code > 0 for code in codes])
    return max(0.0, reach - max(reach_px, tables[0].side_px))


class _Cells:
    """The labelled cells of a table, to see what a gap between parts would leave."""

    def __init__(self, table: BlockTable) -> None:
        self.table = table
        self._labelled = table.counts.any(axis=2)
        self._counts = table.counts[self._labelled].astype(np.float64)

    def kept(self, parts: np.ndarray, times: int, number: int, gap_px: int) -> np.ndarray:
        """Sum the pixels of each part and class (P, C), without training cells near cells of other parts."""
        codes = self.used(parts, times, gap_px)[self._labelled]
        return (codes == np.arange(number)[:, None]).astype(np.float64) @ self._counts

    def used(self, parts: np.ndarray, times: int, gap_px: int) -> np.ndarray:
        """Give each cell's part (rows, columns) as int16: −1 without labels, and where it trains near other parts."""
        rows, cols = self._labelled.shape
        codes = np.repeat(np.repeat(parts, times, axis=0), times, axis=1)[:rows, :cols].astype(np.int16)
        codes[~self._labelled] = _NONE
        if gap_px:
            near = maximum_filter(codes > 0, size=2 * -(-gap_px // self.table.side_px) + 1, mode="constant")
            codes[(codes == 0) & near] = _NONE
        return codes
