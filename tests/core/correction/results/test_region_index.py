from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from outcrop.core.correction import regions
from outcrop.core.correction.ground import Ground, over
from outcrop.core.correction.regions import Region, RegionIndex, flood, region_file
from outcrop.core.correction.results import region_index
from outcrop.core.correction.results.region_index import make_region_index
from outcrop.core.geodata.grid import Window
from scipy import ndimage

from tests.core.correction.conftest import Plain, ground_of

SCENES = arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=14), elements=st.integers(0, 2))
SEEDS = st.integers(0, 1000)


def index_of(values: np.ndarray, folder: Path, rows: int = 3) -> RegionIndex:
    """Make an index some rows at a time, and open it."""
    path = folder / "map.regions"
    height, width = values.shape
    before = region_index._PIXELS_AT_ONCE, region_index._RUNS_AT_ONCE
    region_index._PIXELS_AT_ONCE, region_index._RUNS_AT_ONCE = rows * width, 7
    try:
        count = make_region_index(Plain(values).read, height, width, "d", path, lambda _: None)
    finally:
        region_index._PIXELS_AT_ONCE, region_index._RUNS_AT_ONCE = before
    made = RegionIndex.open(path, "d")
    assert made is not None
    assert len(made) == count
    return made


def region_of(values: np.ndarray, row: int, col: int) -> np.ndarray:
    """Find the region at a pixel, by SciPy."""
    labels, _ = ndimage.label(values == values[row, col])
    return np.asarray(labels == labels[row, col])


@settings(max_examples=60, deadline=None)
@given(values=SCENES, rows=st.integers(1, 5))
def test_regions_are_those_of_scipy(values: np.ndarray, rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index, ground = index_of(values, Path(folder), rows), ground_of(values)
        frame = Window(0, 0, *values.shape)
        count = sum(ndimage.label(values == value)[1] for value in range(3))
        assert len(index) == count
        for row, col in np.ndindex(values.shape):
            region = index.region_at(row, col, ground)
            assert region.value == values[row, col]
            assert np.array_equal(region.runs.mask(frame), region_of(values, row, col))
            assert region.pixels == region.runs.mask().sum()


@settings(max_examples=60, deadline=None)
@given(values=SCENES, seed=SEEDS)
def test_regions_of_a_corrected_map(values: np.ndarray, seed: int) -> None:
    chance = np.random.default_rng(seed)
    ground = ground_of(values)
    for _ in range(int(chance.integers(1, 5))):
        row, col = (int(chance.integers(0, side)) for side in values.shape)
        window = Window(row, col, 4, 3).clipped(*values.shape)
        ground.overlay.write(window, np.full(window.shape, chance.choice([0, 1, 2, 255]), np.uint8))
    shown = over(values, ground.overlay.values)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        index, frame = index_of(values, Path(folder)), Window(0, 0, *values.shape)
        for row, col in np.ndindex(values.shape):
            region = index.region_at(row, col, ground)
            assert region.value == shown[row, col]
            assert np.array_equal(region.runs.mask(frame), region_of(shown, row, col))
            flooded = flood(ground.read, row, col, frame)
            assert flooded.runs.same_as(region.runs)


def test_only_the_view_is_given_of_a_region_of_many_runs(
    ground: Ground, scene: np.ndarray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, view = index_of(scene, tmp_path), Window(3, 4, 9, 9)
    whole = index.region_at(5, 6, ground, view)
    assert whole.is_whole
    monkeypatch.setattr(regions, "_MANY_RUNS", 0)
    part = index.region_at(5, 6, ground, view)
    assert part == Region(whole.value, part.runs, is_whole=False)
    assert part.runs.same_as(whole.runs.clipped(view))


def test_large_corrected_region_is_found_in_few_looks(tmp_path: Path) -> None:
    values = np.ones((600, 700), np.uint8)
    ground, index = ground_of(values), index_of(values, tmp_path, rows=200)
    ground.overlay.write(Window(50, 60, 500, 600), np.full((500, 600), 2, np.uint8))
    looks: list[Window] = []
    read = ground.overlay.read
    ground.overlay.read = lambda window: looks.append(window) or read(window)  # type: ignore[method-assign,func-returns-value]
    region = index.region_at(300, 300, ground)
    assert region.pixels == 500 * 600
    assert sum(window.height * window.width for window in looks) < 8 * values.size
    view = index.region_at(300, 300, ground, Window(290, 290, 40, 40))
    assert (view.pixels, view.is_whole) == (1600, False)


def test_flood_says_whether_it_has_all(ground: Ground, scene: np.ndarray) -> None:
    scene[5:9, 5:9] = 2
    scene[4, 5:9] = scene[9, 5:9] = scene[5:9, 4] = scene[5:9, 9] = 3
    assert flood(ground.read, 6, 6, Window(3, 3, 9, 9)).is_whole
    assert not flood(ground.read, 6, 6, Window(6, 3, 9, 9)).is_whole


def test_index_of_another_prediction_is_none(scene: np.ndarray, tmp_path: Path) -> None:
    index_of(scene, tmp_path)
    path = region_file(tmp_path / "map.tif")
    assert path == tmp_path / "map.regions"
    assert RegionIndex.open(path, "other") is None
    assert RegionIndex.open(tmp_path / "gone.regions", "d") is None
    path.write_bytes(b"OUTREG1\nnothing")
    assert RegionIndex.open(path, "d") is None
