"""The label index: what is drawn holds labels, in the proportions asked for; what covers misses none."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Window
from outcrop.core.labels import label_index
from outcrop.core.labels.class_raster import class_raster
from outcrop.core.labels.label_index import LabelIndex, drawing_weights, starts
from outcrop.core.labels.parts import SEVERAL, TRAINING, VALIDATION

some = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
sizes = st.tuples(st.integers(20, 150), st.integers(20, 150))


def _write(make: Any, values: np.ndarray, classes: int = 3) -> Path:
    path: Path = make.path(".tif")
    names = {number: f"class {number}" for number in range(1, classes + 1)}
    with class_raster(path, make.grid(*values.shape), names, {}) as dataset:
        dataset.write(values.astype(np.uint8), 1)
    return path


def _sparse(shape: tuple[int, int], seed: int, patches: int = 4) -> np.ndarray:
    """Draw small patches of classes 1 to 3."""
    rng = np.random.default_rng(seed)
    values = np.zeros(shape, np.uint8)
    for _ in range(patches):
        row, col = rng.integers(0, shape[0]), rng.integers(0, shape[1])
        values[row : row + rng.integers(1, 12), col : col + rng.integers(1, 12)] = rng.integers(1, 4)
    return values


def _cut(values: np.ndarray, window: Window) -> np.ndarray:
    return values[window.clipped(*values.shape).slices()]


def drawn(index: LabelIndex, rng: np.random.Generator, count: int, tile: int, balance: float) -> list[Window]:
    """Draw tiles of one scene alone."""
    return index.draw(rng, count, tile, drawing_weights([index], balance)[0])


@some
@given(sizes, st.integers(0, 999), st.sampled_from([8, 16, 32]), st.sampled_from([16, 64, 1024]))
def test_counts_are_those_of_the_part(make: Any, shape: tuple[int, int], seed: int, cell: int, block: int) -> None:
    labels = _sparse(shape, seed)
    parts = np.random.default_rng(seed).integers(0, 5, shape)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(label_index, "BLOCK_PX", block)
        index = LabelIndex.build(_write(make, labels), _write(make, parts), VALIDATION, cell_px=cell)
    own = labels[(parts == VALIDATION) | (parts == SEVERAL)]
    assert index.class_counts.tolist() == [int((own == number).sum()) for number in (1, 2, 3)]
    assert len(index) == np.count_nonzero(own)


@some
@given(sizes, st.integers(0, 999), st.sampled_from([32, 48, 100, 200]), st.floats(0, 1))
def test_every_tile_drawn_holds_labels_and_lies_on_the_grid(
    make: Any, shape: tuple[int, int], seed: int, tile: int, balance: float
) -> None:
    labels = _sparse(shape, seed)
    index = LabelIndex.build(_write(make, labels), None, TRAINING)
    for window in drawn(index, np.random.default_rng(seed), 40, tile, balance):
        assert window.shape == (tile, tile)
        assert _cut(labels, window).any()
        for start, length in ((window.row, shape[0]), (window.col, shape[1])):
            assert min(0, length - tile) <= start <= max(0, length - tile)


@some
@given(sizes, st.integers(0, 999), st.sampled_from([32, 48, 100, 200]), st.sampled_from([16, 64, 256]))
def test_tiles_are_drawn_from_the_blocks_that_are_counted(
    make: Any, shape: tuple[int, int], seed: int, tile: int, block: int
) -> None:
    index = LabelIndex.build(_write(make, _sparse(shape, seed, patches=1)), None, TRAINING)
    touched = set()
    for window in drawn(index, np.random.default_rng(seed), 400, tile, 0.5):
        inside = window.clipped(*shape)
        rows = range(inside.row // block, (inside.row + inside.height - 1) // block + 1)
        cols = range(inside.col // block, (inside.col + inside.width - 1) // block + 1)
        touched |= set(product(rows, cols))
    counted = index.blocks_drawn_from(tile, block)
    assert len(touched) <= counted <= (-(-shape[0] // block)) * (-(-shape[1] // block))


def test_no_more_blocks_are_counted_than_tiles_reach(make: Any) -> None:
    labels = np.zeros((1000, 1200), np.uint8)
    labels[500, 600] = 1  # the cell of rows 480–511 and columns 576–607: tiles of 128 px reach 384–607 and 480–703
    index = LabelIndex.build(_write(make, labels), None, TRAINING)
    assert index.blocks_drawn_from(128, 32) == 7 * 7
    assert index.blocks_drawn_from(128, 256) == 2 * 2
    assert index.blocks_drawn_from(2000, 256) == 4 * 5


def test_balance_favours_rare_classes(make: Any) -> None:
    labels = np.zeros((320, 640), np.uint8)
    labels[:, :300] = 1
    labels[100:110, 600:610] = 2
    index = LabelIndex.build(_write(make, labels, 2), None, TRAINING)
    rng = np.random.default_rng(0)

    def rare(balance: float) -> float:
        found = drawn(index, rng, 2000, 32, balance)
        return float(np.mean([2 in _cut(labels, window) for window in found]))

    assert rare(1.0) == pytest.approx(0.5, abs=0.05)
    assert rare(0.5) == pytest.approx(100**0.5 / (100**0.5 + 96_000**0.5), abs=0.02)
    assert rare(0.0) < 0.01


@pytest.mark.parametrize("balance", [0.0, 0.5, 1.0])
def test_scenes_show_classes_as_one_scene_of_all_would(make: Any, balance: float) -> None:
    here, there = np.zeros((320, 320), np.uint8), np.zeros((320, 320), np.uint8)
    here[:, :300], here[10:14, 310:315], there[:100, :100] = 1, 2, 2
    parts = [LabelIndex.build(_write(make, labels, 2), None, TRAINING) for labels in (here, there)]
    whole = LabelIndex.build(_write(make, np.concatenate([here, there]), 2), None, TRAINING)
    weights = drawing_weights(parts, balance)
    of_class = drawing_weights([whole], balance)[0]
    assert weights.sum(axis=0) == pytest.approx(of_class)
    assert weights[:, 1] / weights[:, 1].sum() == pytest.approx([20 / 10_020, 10_000 / 10_020])


def test_tiles_are_spread_over_a_class(make: Any) -> None:
    """Every labelled pixel is seen, wherever it lies in its cell, at the grid's edges too."""
    labels = np.ones((100, 130), np.uint8)
    index = LabelIndex.build(_write(make, labels, 1), None, TRAINING)
    seen = np.zeros(labels.shape, int)
    for window in drawn(index, np.random.default_rng(0), 3000, 32, 0.5):
        seen[window.slices()] += 1
    assert seen.min() > 0


def test_the_same_seed_draws_the_same_tiles(make: Any) -> None:
    index = LabelIndex.build(_write(make, _sparse((90, 80), 1)), None, TRAINING)
    draws = [drawn(index, np.random.default_rng(7), 20, 32, 0.5) for _ in range(2)]
    assert draws[0] == draws[1]
    assert draws[0] != drawn(index, np.random.default_rng(8), 20, 32, 0.5)


def test_a_part_without_labels_has_nothing_to_draw(make: Any) -> None:
    labels, parts = np.ones((50, 50), np.uint8), np.ones((50, 50), np.uint8)
    index = LabelIndex.build(_write(make, labels), _write(make, parts), VALIDATION)
    assert len(index) == 0
    assert index.cover(32, 16) == []
    with pytest.raises(BadInputError, match="no labelled pixel"):
        index.draw(np.random.default_rng(0), 1, 32, np.ones(2))


@some
@given(sizes, st.integers(0, 999), st.integers(16, 200), st.integers(5, 90))
def test_cover_is_every_regular_window_with_a_label(
    make: Any, shape: tuple[int, int], seed: int, tile: int, stride: int
) -> None:
    labels = _sparse(shape, seed, 2)
    parts = np.random.default_rng(seed).integers(1, 4, shape)
    index = LabelIndex.build(_write(make, labels), _write(make, parts), TRAINING)
    own = np.where(parts == TRAINING, labels, 0)
    expected = [
        window
        for row in starts(shape[0], tile, stride).tolist()
        for col in starts(shape[1], tile, stride).tolist()
        if _cut(own, window := Window(row, col, tile, tile)).any()
    ]
    assert index.cover(tile, stride) == expected


@given(st.integers(1, 500), st.integers(1, 200), st.integers(1, 200))
def test_windows_reach_from_end_to_end(length: int, tile: int, stride: int) -> None:
    found = starts(length, tile, stride)
    if length <= tile:
        assert len(found) == 1
        assert found[0] <= 0
        assert found[0] + tile >= length
        assert abs((found[0] + tile - length) + found[0]) <= 1
    else:
        assert (found[0], found[-1] + tile) == (0, length)
        assert (np.diff(found) > 0).all()
        assert (np.diff(found) <= stride).all()
