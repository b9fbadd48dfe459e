"""How an area is cut into tiles."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.geodata.grid import Window
from outcrop.core.prediction.raster.tiling import fit, outwards


@given(
    area=st.builds(Window, st.integers(0, 300), st.integers(0, 300), st.integers(1, 700), st.integers(1, 700)),
    margin=st.integers(0, 70),
    stride=st.sampled_from([1, 4, 16, 32]),
    largest=st.sampled_from([16, 64, 200, 512]),
    square=st.booleans(),
    tallest=st.sampled_from([0, 100]),
)
def test_every_pixel_is_kept_once(
    area: Window, margin: int, stride: int, largest: int, square: bool, tallest: int
) -> None:
    tiling = fit(area, margin, stride, largest, square, tallest)

    times = np.zeros((1000, 1000), int)
    for tile in tiling.tiles():
        times[tile.core.slices()] += 1
        assert tile.read.shape == tiling.size
        assert tile.read.row % stride == tile.read.col % stride == 0
        assert tile.core.row - tile.read.row >= margin
        assert tile.read.row + tile.read.height - (tile.core.row + tile.core.height) >= margin
    assert (times[area.slices()] == 1).all()
    assert times.sum() == area.height * area.width
    assert all(side % stride == 0 for side in tiling.size)
    assert not square or tiling.size[0] == tiling.size[1]


def test_tiles_shrink_to_what_the_area_needs() -> None:
    tiling = fit(Window(0, 0, 4096, 4096), 32, 32, 1088)

    assert tiling.counts == (4, 4)
    assert tiling.size == (1088, 1088)
    assert fit(Window(0, 0, 2000, 300), 32, 32, 1088).size == (1088, 384)


def test_tiles_are_no_taller_than_they_may_be() -> None:
    assert fit(Window(0, 0, 4096, 4096), 32, 32, 1088, tallest=600).size == (576, 1088)
    assert fit(Window(0, 0, 4096, 4096), 32, 32, 1088, tallest=2000).size == (1088, 1088)
    assert fit(Window(0, 0, 4096, 4096), 32, 32, 1088, square=True, tallest=600).size == (1088, 1088)


def test_a_tile_is_never_mostly_margin() -> None:
    tiling = fit(Window(0, 0, 1000, 1000), 40, 4, 64)

    assert tiling.core == (80, 80)


def test_a_tile_knows_its_row_and_column() -> None:
    tiling = fit(Window(37, 5, 300, 200), 8, 8, 64)

    rows, cols = tiling.counts
    assert [tiling.place(tile) for tile in tiling.tiles()] == [(row, col) for row in range(rows) for col in range(cols)]


def test_outwards_begins_where_it_is_told() -> None:
    tiles = outwards(fit(Window(0, 0, 300, 300), 0, 10, 100).tiles(), row=250, col=50)

    assert tiles[0].core == Window(200, 0, 100, 100)
    assert tiles[-1].core == Window(0, 200, 100, 100)


def test_outwards_by_rows_begins_with_the_nearest_row_and_finishes_it() -> None:
    tiles = outwards(fit(Window(0, 0, 300, 300), 0, 10, 100).tiles(), row=160, col=250, by_rows=True)

    assert [tile.core.row for tile in tiles] == [100] * 3 + [200] * 3 + [0] * 3
    assert [tile.core.col for tile in tiles[:3]] == [200, 100, 0]
