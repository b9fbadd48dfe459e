"""Fitting the size of blocks to the labels: as large as the shares and the classes allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
from scipy.ndimage import maximum_filter

from .assignment import assign
from .block_table import BlockTable

_GOOD = 0.1
"""A split no worse than this is taken without trying smaller blocks (ours); 1 would be a class missing in a part."""
_WORTH = 0.01
"""Smaller blocks must be better by this much."""
_TILES_WIDE = (4.0, 3.0, 2.0, 1.5, 1.0, 0.75, 0.5, 0.25, 0.125)
_LEAST_PX = 8


@dataclass(frozen=True, eq=False)
class FittedBlocks:
    """Blocks and their parts.

    Attributes:
        side_px: Side of a block.
        parts: For each table, the part of each block (rows, columns) from 0, as uint8.
        badness: 1 for each class that a part lacks, a fraction for missed shares.
    """

    side_px: int
    parts: tuple[np.ndarray, ...]
    badness: float


def block_sides(tile_px: int, cell_px: int, gap_px: int) -> list[int]:
    """Give the sides that are tried, largest first: from four tiles down, whole cells, wider than the gap."""
    least = max(_LEAST_PX, gap_px)
    cells = {max(-(-least // cell_px), round(times * tile_px / cell_px)) for times in _TILES_WIDE}
    return sorted((number * cell_px for number in cells), reverse=True)


def fit_blocks(
    tables: Sequence[BlockTable], sides: Sequence[int], shares: np.ndarray, gap_px: int, rng: np.random.Generator
) -> Optional[FittedBlocks]:
    """Try blocks of some sizes and give the largest that serve, with their parts.

    Args:
        tables: Labelled pixels in cells; every side is a multiple of the cells'.
        sides: Sides of blocks, largest first.
        shares: Share of each part (P,), training first.
        gap_px: Training pixels this near to others won't be used.
        rng: Where chance comes from.

    Returns:
        The blocks; None when all labels lie in one block at every size.
    """
    best: Optional[FittedBlocks] = None
    for side in sides:
        fitted = _fitted(tables, side, shares, gap_px, rng)
        if fitted is not None and (best is None or fitted.badness < best.badness - _WORTH):
            best = fitted
        if best is not None and best.badness <= _GOOD:
            break
    return best


def _fitted(
    tables: Sequence[BlockTable], side: int, shares: np.ndarray, gap_px: int, rng: np.random.Generator
) -> Optional[FittedBlocks]:
    times = side // tables[0].side_px
    blocks = [table.merged(times).counts for table in tables]
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

    fine = [_Cells(table) for table in tables] if times > 1 and gap_px > 0 else []
    units, badness = assign(counts, shares, rng, measure if fine else None)
    return FittedBlocks(side, spread(units), badness)


class _Cells:
    """The labelled cells of a table, to see what a gap between parts would leave."""

    def __init__(self, table: BlockTable) -> None:
        self._side_px = table.side_px
        self._labelled = table.counts.any(axis=2)
        self._counts = table.counts[self._labelled].astype(np.float64)

    def kept(self, parts: np.ndarray, times: int, number: int, gap_px: int) -> np.ndarray:
        """Sum the pixels of each part and class (P, C), without training cells near cells of other parts."""
        rows, cols = self._labelled.shape
        fine = np.repeat(np.repeat(parts, times, axis=0), times, axis=1)[:rows, :cols]
        held = (fine > 0) & self._labelled
        near = maximum_filter(held, size=2 * -(-gap_px // self._side_px) + 1, mode="constant")
        codes = fine[self._labelled]
        codes[(codes == 0) & near[self._labelled]] = number
        return (codes == np.arange(number)[:, None]).astype(np.float64) @ self._counts
