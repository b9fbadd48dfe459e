"""Counting labels in squares: the same as counting them by hand, wherever the squares begin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.class_raster import class_raster
from outcrop.core.labels.splitting import block_table
from outcrop.core.labels.splitting.block_table import BlockTable, cell_px


def _write(make: Any, values: np.ndarray) -> Path:
    path: Path = make.path(".tif")
    with class_raster(path, make.grid(*values.shape), {}, {}) as dataset:
        dataset.write(values.astype(np.uint8), 1)
    return path


def _by_hand(values: np.ndarray, side: int, classes: int) -> np.ndarray:
    rows, cols = -(-values.shape[0] // side), -(-values.shape[1] // side)
    counts = np.zeros((rows, cols, classes), int)
    for row in range(rows):
        for col in range(cols):
            square = values[row * side : (row + 1) * side, col * side : (col + 1) * side]
            counts[row, col] = [np.count_nonzero(square == number) for number in range(1, classes + 1)]
    return counts


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.tuples(st.integers(5, 90), st.integers(5, 90)), st.integers(3, 40), st.integers(0, 99),
    st.sampled_from([16, 1024]), st.tuples(st.integers(0, 20), st.integers(0, 20)),
)  # fmt: skip
def test_counts(make: Any, shape: tuple[int, int], side: int, seed: int, block: int, corner: tuple[int, int]) -> None:
    values = np.random.default_rng(seed).integers(0, 4, shape)
    paths = [_write(make, values), _write(make, values[::-1])]
    row, col = min(corner[0], shape[0] - 1), min(corner[1], shape[1] - 1)
    within = Window(row, col, shape[0] - row, shape[1] - col)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_table, "BLOCK_PX", block)
        whole = BlockTable.count(paths, side, 3)
        part = BlockTable.count(paths[:1], side, 3, within)
    np.testing.assert_array_equal(whole.counts, _by_hand(values, side, 3) + _by_hand(values[::-1], side, 3))
    np.testing.assert_array_equal(part.counts, _by_hand(values[row:, col:], side, 3))
    assert part.origin == (row, col)
    np.testing.assert_array_equal(whole.merged(3).counts[..., 0].sum(), whole.counts[..., 0].sum())
    np.testing.assert_array_equal(
        whole.merged(2).counts, _by_hand(values, 2 * side, 3) + _by_hand(values[::-1], 2 * side, 3)
    )


def test_where_labels_are(make: Any) -> None:
    values = np.zeros((90, 80), int)
    values[33, 41] = values[58, 44] = 2
    table = BlockTable.count([_write(make, values)], 10, 2)
    assert table.labelled == Window(30, 40, 30, 10)
    assert BlockTable.count([_write(make, 0 * values)], 10, 2).labelled is None


@pytest.mark.parametrize("size", [(10, 10), (250, 250), (95, 228), (1280, 1920), (20_000, 20_000), (100, 500_000)])
def test_cells_are_never_many(size: tuple[int, int]) -> None:
    side = cell_px(*size)
    assert side >= 4
    assert -(-size[0] // side) * -(-size[1] // side) <= 2 * 65_536
