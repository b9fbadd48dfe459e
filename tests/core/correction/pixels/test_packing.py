from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from outcrop.core.correction.pixels.packing import pack, pack_values, unpack, unpack_values
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import polygon_runs, stroke_runs
from outcrop.core.geodata.grid import Window

MASKS = arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=12))


@given(MASKS, st.integers(-5, 40_000), st.integers(-5, 3_000_000))
def test_pixels_come_back(mask: np.ndarray, row: int, col: int) -> None:
    runs = Runs.of_mask(mask, row, col)
    assert unpack(pack(runs)).same_as(runs)
    parts = {7: runs, 255: runs.shifted(2, -9)}
    found = unpack_values(pack_values(parts))
    assert list(found) == [7, 255]
    assert all(found[value].same_as(parts[value]) for value in parts)


def test_few_bytes_are_enough() -> None:
    assert len(pack(Runs.of_window(Window(500, 20_000, 8000, 8000)))) < 100
    assert len(pack(stroke_runs([(9000, 9000), (9060, 9020), (9100, 9090)], 20))) < 250
    angle = np.linspace(0, 6.3, 300)
    disc = polygon_runs([np.column_stack([9000 + 4500 * np.cos(angle), 9000 + 4500 * np.sin(angle)])])
    assert disc.pixels > 60e6
    assert len(pack(disc)) < 20_000


@pytest.mark.parametrize("damaged", [b"", b"no", b"bbb1\x05\0\0\0nothing"])
def test_damaged_bytes_are_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack(damaged)
    if damaged:
        with pytest.raises(ValueError, match=r".+"):
            unpack_values(b"\x07" + damaged)
