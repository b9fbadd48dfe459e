"""Fitting blocks: the largest that give every part its share, smaller ones where the labels need them."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pytest
from outcrop.core.labels.splitting.block_fit import FittedBlocks, block_sides, fit_blocks
from outcrop.core.labels.splitting.block_table import BlockTable

SHARES = np.array([0.7, 0.3])


def _fit(counts: np.ndarray, sides: list[int], gap: int = 0, seed: int = 0) -> Optional[FittedBlocks]:
    return fit_blocks([BlockTable(8, counts)], sides, SHARES, gap, np.random.default_rng(seed))


def test_sides_go_from_four_tiles_down_in_whole_cells() -> None:
    sides = block_sides(128, 8, 16)
    assert sides[0] == 512
    assert 256 in sides
    assert sides == sorted(sides, reverse=True)
    assert all(side % 8 == 0 and side >= 16 for side in sides)


@pytest.mark.parametrize("gap", [0, 40])
def test_blocks_are_wider_than_the_gap(gap: int) -> None:
    assert min(block_sides(16, 4, gap)) >= max(8, gap)


def test_large_blocks_serve_where_labels_are_everywhere() -> None:
    fitted = _fit(np.full((80, 80, 2), 64), [128, 64, 32])
    assert fitted is not None
    assert fitted.side_px == 128
    assert fitted.parts[0].shape == (5, 5)
    assert fitted.badness < 0.1


def test_smaller_blocks_where_large_ones_hold_a_class_together() -> None:
    counts = np.zeros((64, 64, 2))
    counts[:, :, 0] = 64
    counts[8:16, 8:16, 1] = 64
    fitted = _fit(counts, [512, 256, 128, 64, 32])
    assert fitted is not None
    assert fitted.side_px == 32
    held = np.repeat(np.repeat(fitted.parts[0], 4, 0), 4, 1)[8:16, 8:16]
    assert set(held.ravel().tolist()) == {0, 1}


def test_one_block_is_no_split() -> None:
    counts = np.zeros((64, 64, 2))
    counts[0:2, 0:2] = 9
    assert _fit(counts, [512, 128, 16]) is None
    assert _fit(counts, [512, 128, 8]) is not None


def test_the_gap_is_weighed() -> None:
    """A rare class beside what is held back would lose all its training pixels to the gap."""
    counts = np.zeros((32, 32, 2))
    counts[:, :, 0] = 64
    counts[3:5, 3:5, 1] = counts[20:22, 20:22, 1] = counts[3:5, 26:28, 1] = 64
    for seed in range(5):
        fitted = _fit(counts, [64], gap=16, seed=seed)
        assert fitted is not None
        assert fitted.badness < 1
