from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from outcrop.core.correction.pixels.runs import Runs, uncovered
from outcrop.core.geodata.grid import Window
from scipy import ndimage

SHAPES = array_shapes(min_dims=2, max_dims=2, max_side=12)
MASKS = arrays(bool, SHAPES)
FRAME = Window(-20, -20, 60, 60)
PLACES = st.tuples(st.integers(-5, 5), st.integers(-5, 5))


def placed(mask: np.ndarray, place: tuple[int, int]) -> tuple[Runs, np.ndarray]:
    """Give a mask as runs, and where its pixels lie in the frame."""
    runs = Runs.of_mask(mask, *place)
    frame = np.zeros(FRAME.shape, bool)
    row, col = place[0] - FRAME.row, place[1] - FRAME.col
    frame[row : row + mask.shape[0], col : col + mask.shape[1]] = mask
    return runs, frame


@given(MASKS, PLACES)
def test_mask_comes_back(mask: np.ndarray, place: tuple[int, int]) -> None:
    runs, frame = placed(mask, place)
    assert np.array_equal(runs.mask(FRAME), frame)
    assert runs.pixels == mask.sum()
    assert np.array_equal(runs.mask(Window(*place, *mask.shape)), mask)
    assert [runs.contains(r + FRAME.row, c + FRAME.col) for r, c in np.ndindex(frame.shape)] == frame.ravel().tolist()


@given(MASKS, PLACES, MASKS, PLACES)
def test_sets(one: np.ndarray, place: tuple[int, int], other: np.ndarray, there: tuple[int, int]) -> None:
    (a, first), (b, second) = placed(one, place), placed(other, there)
    for made, wanted in (((a | b), first | second), ((a & b), first & second), ((a - b), first & ~second)):
        assert np.array_equal(made.mask(FRAME), wanted)
        assert made.same_as(Runs.of_mask(made.mask(), *made.window.shape) if made.is_empty else made.clipped(FRAME))
        longest = (made.row[1:] == made.row[:-1]) & (made.start[1:] <= made.end[:-1])
        assert not longest.any()
    assert a.touches(b) == (first & second).any()
    assert Runs.joined([a, b, a]).same_as(a | b)


@given(MASKS, PLACES, PLACES)
def test_clipping_and_moving(mask: np.ndarray, place: tuple[int, int], step: tuple[int, int]) -> None:
    runs, frame = placed(mask, place)
    window = Window(step[0], step[1], 6, 3)
    inside = np.zeros_like(frame)
    rows, cols = slice(step[0] + 20, step[0] + 26), slice(step[1] + 20, step[1] + 23)
    inside[rows, cols] = frame[rows, cols]
    assert np.array_equal(runs.clipped(window).mask(FRAME), inside)
    assert np.array_equal(runs.shifted(*step).mask(FRAME), np.roll(frame, step, (0, 1)))


@pytest.mark.parametrize("width", [40, 4000])
def test_painting_and_reading(width: int) -> None:
    chance = np.random.default_rng(width)
    mask = np.repeat(chance.random((20, 40)) < 0.5, width // 40, axis=1)
    window = Window(7, 3, 20, width)
    runs = Runs.of_mask(mask, 7, 3)
    values = chance.integers(0, 255, mask.shape, np.uint8)
    assert np.array_equal(runs.values(values, window), values[mask])
    painted = values.copy()
    runs.paint(painted, window, 9)
    assert np.array_equal(painted, np.where(mask, 9, values))
    runs.paint(painted, window, values[mask])
    assert np.array_equal(painted, values)


@given(MASKS)
def test_components_are_those_of_scipy(mask: np.ndarray) -> None:
    runs = Runs.of_mask(mask)
    labels, count = ndimage.label(mask)
    numbers = np.zeros(mask.shape, int)
    found = runs.components()
    for number, (row, start, end) in zip(found.tolist(), zip(*runs.arrays)):
        numbers[row, start:end] = number + 1
    assert len(set(found.tolist())) == count
    assert len({(a, b) for a, b in zip(labels.ravel(), numbers.ravel())}) == len(np.unique(labels))


def test_components_of_a_spiral_need_few_rounds() -> None:
    side = 301
    mask = np.ones((side, side), bool)
    for ring in range(1, side // 2, 2):
        mask[ring, ring - 1 : side - ring] = mask[side - ring - 1, ring : side - ring] = False
        mask[ring : side - ring, side - ring - 1] = mask[ring + 2 : side - ring, ring] = False
    assert len(np.unique(Runs.of_mask(mask).components())) == ndimage.label(mask)[1]


def test_nothing() -> None:
    none = Runs.none()
    assert (none.pixels, none.is_empty, len(none.components())) == (0, True, 0)
    assert (none | none).is_empty
    assert (none - Runs.of_window(Window(0, 0, 2, 2))).is_empty
    assert Runs.joined([]).is_empty
    assert Runs.of_window(Window(3, 4, 0, 2)).is_empty


def test_of_each_what_no_later_one_covers() -> None:
    rng = np.random.default_rng(0)
    masks = [np.zeros((30, 40), bool) for _ in range(6)]
    for mask in masks:
        row, col = rng.integers(0, 25), rng.integers(0, 35)
        mask[row : row + 9, col : col + 12] = True
    for number, left in enumerate(uncovered([Runs.of_mask(mask) for mask in masks])):
        covered = np.any(masks[number + 1 :], axis=0) if number < 5 else np.zeros((30, 40), bool)
        assert left.same_as(Runs.of_mask(masks[number] & ~covered))
    assert list(uncovered([])) == []
