"""What looks alike in a picture of constant size."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from outcrop.ui.correction.canvas.look_alike import SIDE, connected, look_alike


def patch(noise: float = 0.0) -> np.ndarray:
    """Give a dark picture with a bright square in its middle and another one apart from it."""
    picture = np.full((SIDE, SIDE, 3), 40.0)
    picture[50:100, 50:100] = picture[10:30, 10:30] = 180.0
    return np.clip(picture + np.random.default_rng(0).normal(0, noise or 1e-9, picture.shape), 0, 255).astype(np.uint8)


def test_it_finds_the_square_under_the_cursor_alone() -> None:
    found = look_alike(patch(noise=8.0), 1.5)
    assert found[55:95, 55:95].all()
    assert not found[:45].any()
    assert not found[:, 105:].any()


def test_more_tolerance_finds_more() -> None:
    picture = np.tile(np.linspace(0, 255, SIDE).astype(np.uint8)[None, :, None], (SIDE, 1, 3))
    sizes = [look_alike(picture, tolerance).sum() for tolerance in (0.2, 0.5, 1.0, 3.0)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_holes_are_filled() -> None:
    picture = patch()
    picture[70:73, 60:63] = 40
    assert look_alike(picture, 1.0)[70:73, 60:63].all()


@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))), st.data())
def test_connected_is_a_flood(mask: np.ndarray, data: st.DataObject) -> None:
    row, col = data.draw(st.integers(0, mask.shape[0] - 1)), data.draw(st.integers(0, mask.shape[1] - 1))
    wanted, todo = np.zeros_like(mask), [(row, col)]
    while todo:
        r, c = todo.pop()
        if 0 <= r < mask.shape[0] and 0 <= c < mask.shape[1] and mask[r, c] and not wanted[r, c]:
            wanted[r, c] = True
            todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    assert np.array_equal(connected(mask, row, col), wanted)
