"""The reach of labels: what is held back lies as far from what trains as the ground to map lies from labels."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.geodata.grid import Grid
from outcrop.core.labels.class_raster import class_raster
from outcrop.core.labels.parts import TRAINING, VALIDATION
from outcrop.core.labels.splitting.block_table import BlockTable
from outcrop.core.labels.splitting.kept import KeptSplit
from outcrop.core.labels.splitting.reach import ground_reach, held_reach
from outcrop.core.labels.splitting.split import Split, split_labels
from outcrop.core.training.settings.recipe import Recipe
from scipy.ndimage import distance_transform_edt

FAR = 1000.0


def _grid(make: Any, values: np.ndarray) -> Grid:
    found: Grid = make.grid(*values.shape)
    return found


def _table(values: np.ndarray) -> BlockTable:
    """Give a table of cells of one pixel."""
    return BlockTable(1, (values[..., None] == np.arange(1, 3)).astype(np.int64))


def _points(side: int, step: int) -> np.ndarray:
    """Give points of two classes all over, one in each square of so many pixels."""
    rng = np.random.default_rng(4)
    values = np.zeros((side, side), np.uint8)
    for row in range(0, side - step + 1, step):
        for col in range(0, side - step + 1, step):
            values[row + rng.integers(0, step), col + rng.integers(0, step)] = rng.integers(1, 3)
    return values


def _split(make: Any, values: np.ndarray, grounds: Any = (), kept: KeptSplit | None = None, **settings: Any) -> Split:
    path: Path = make.path(".tif")
    with class_raster(path, _grid(make, values), {1: "a", 2: "b"}, {}) as dataset:
        dataset.write(values, 1)
    folder = make.path("")
    folder.mkdir()
    return split_labels([path], Recipe(tile_px=64, **settings), 0, folder, kept=kept, grounds=grounds)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 99), height=st.integers(3, 40), width=st.integers(3, 40))
def test_the_ground_is_as_far_as_it_is(make: Any, seed: int, height: int, width: int) -> None:
    rng = np.random.default_rng(seed)
    values = (rng.random((height, width)) < 0.1).astype(np.uint8)
    values[0, 0] = 1
    values[-1, -1] = 0
    found = ground_reach([_table(values)], [_grid(make, values)], [None], FAR)
    assert found == pytest.approx(distance_transform_edt(values == 0)[values == 0].mean())


def test_cells_at_the_edge_hold_no_ground_beyond_it(make: Any) -> None:
    values = np.ones((10, 7), np.uint8)
    table = BlockTable(4, BlockTable.count([_written(make, values)], 4, 2).counts)
    assert ground_reach([table], [_grid(make, values)], [None], FAR) == math.inf


def test_without_labels_or_beyond_what_is_asked_nothing_is_told(make: Any) -> None:
    values = np.zeros((40, 40), np.uint8)
    grid = _grid(make, values)
    assert ground_reach([_table(values)], [grid], [None], FAR) == math.inf
    values[0, 0] = 1
    assert ground_reach([_table(values)], [grid], [None], FAR) > 16

    def read(shape: tuple[int, int]) -> np.ndarray:
        raise AssertionError("Labels of one corner need no look at the imagery.")

    assert ground_reach([_table(values)], [grid], [read], 2) == math.inf


def test_ground_without_values_does_not_count(make: Any) -> None:
    values = np.zeros((8, 80), np.uint8)
    values[:, :8:2] = 1
    grid = _grid(make, values)
    assert ground_reach([_table(values)], [grid], [None], FAR) > 30
    west = np.arange(80) < 8
    assert ground_reach([_table(values)], [grid], [lambda shape: np.broadcast_to(west, shape)], FAR) == 1


def test_what_is_held_back_is_as_far_as_it_is() -> None:
    values = np.zeros((1, 9), np.uint8)
    values[0, [0, 2, 7]] = 1
    trains, held = np.zeros((1, 9), bool), np.zeros((1, 9), bool)
    trains[0, 0], held[0, [2, 7]] = True, True
    assert held_reach([_table(values)], [trains], [held]) == (2 + 7) / 2
    assert held_reach([_table(values)], [~trains & False], [held]) == math.inf
    assert held_reach([_table(values)], [trains], [~held & False]) == math.inf


@pytest.mark.parametrize("step", [4, 8, 16])
def test_points_all_over_are_held_back_between_others(make: Any, read: Any, step: int) -> None:
    values = _points(256, step)
    split = _split(make, values)
    parts = read(split.paths[0])
    ground = distance_transform_edt(values == 0)[values == 0].mean()
    held = distance_transform_edt(parts != TRAINING)[parts == VALIDATION].mean()
    assert ground < 16
    assert held < 2 * ground + 4  # blocks of whole cells, of 4 px, can't come nearer
    assert split.all_over
    assert "as the rest of the scene is to labels" in split.description
    assert not split.warnings


@pytest.mark.parametrize("asked", [{"gap_px": 16}, {"block_px": 64}])
def test_a_gap_or_blocks_that_are_asked_for_are_kept(make: Any, asked: dict[str, int]) -> None:
    split = _split(make, _points(256, 8), **asked)
    assert "16 px between parts unused" in split.description
    assert not split.all_over


def test_points_between_others_stay_so_when_more_are_drawn(make: Any, read: Any) -> None:
    values = _points(256, 8)
    first = _split(make, values)
    kept = KeptSplit(first.kind, first.paths, first.block_px, first.origins, first.all_over)
    values[100:103, 100:103] = 1
    second = _split(make, values, kept=kept)
    before, after = read(first.paths[0]), read(second.paths[0])
    assert second.all_over
    assert (after[before > 0] == before[before > 0]).all()


def test_a_model_for_other_scenes_is_measured_far_off(make: Any) -> None:
    here = _split(make, _points(256, 8))
    elsewhere = _split(make, _points(256, 8), used_on="other_scenes")
    assert here.block_px is not None
    assert elsewhere.block_px is not None
    assert elsewhere.block_px >= 64 > 2 * here.block_px
    assert "16 px between parts unused" in elsewhere.description


def test_labels_of_one_half_are_measured_far_off(make: Any) -> None:
    values = _points(256, 8)
    values[:, 128:] = 0
    split = _split(make, values)
    assert split.block_px is not None
    assert split.block_px >= 64


def test_nodata_beside_the_labels_is_nothing_to_map(make: Any) -> None:
    values = _points(256, 8)
    values[:, 128:] = 0

    def west(shape: tuple[int, int]) -> np.ndarray:
        return np.broadcast_to(np.arange(shape[1]) < shape[1] // 2, shape)

    split = _split(make, values, [west])
    assert split.block_px is not None
    assert split.block_px < 32


def _written(make: Any, values: np.ndarray) -> Path:
    path: Path = make.path(".tif")
    with class_raster(path, _grid(make, values), {1: "a"}, {}) as dataset:
        dataset.write(values, 1)
    return path


@pytest.mark.parametrize("side", [4, 16, 64])
def test_coarse_cells_tell_about_what_pixels_do(make: Any, side: int) -> None:
    """In a large scene cells are coarse, and points between which they can't tell would look as if they covered all."""
    rng = np.random.default_rng(2)
    values = (rng.random((512, 512)) < 0.001).astype(np.uint8)
    truth = distance_transform_edt(values == 0)[values == 0].mean()
    table = BlockTable.count([_written(make, values)], side, 1)
    found = ground_reach([table], [_grid(make, values)], [None], FAR)
    assert 0.7 * truth < found < 1.5 * truth
