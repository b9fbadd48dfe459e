"""Wetness: water runs where it must, through hollows and over level ground, and none is lost."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from outcrop.core.events import Events
from outcrop.core.preparation.terrain.wetness import added_up, fill_hollows, run_off


def drained(ground: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give how many pixels drain through each, and where each one's water runs to."""
    target = run_off(fill_hollows(ground))
    return added_up(target, np.where(np.isnan(ground), 0.0, 1.0), Events()), target


def walked(target: np.ndarray, ground: np.ndarray) -> np.ndarray:
    """Count the same by following every drop."""
    found = np.zeros(target.size)
    for place in np.flatnonzero(~np.isnan(ground).ravel()).tolist():
        found[place] += 1
        for _ in range(target.size):
            if target[place] == place:
                break
            place = target[place]  # noqa: PLW2901
            found[place] += 1
        else:
            raise AssertionError("a drop runs in circles")
    return found.reshape(ground.shape)


def test_a_slope_drains_row_by_row() -> None:
    total, _ = drained(np.repeat(np.arange(8.0)[::-1, None], 5, axis=1))
    assert (total == np.arange(1, 9)[:, None]).all()


def test_a_hollow_fills_and_overflows_at_its_lowest_rim() -> None:
    ground = np.full((7, 7), 9.0)
    ground[2:5, 2:5] = 1.0
    ground[3, 5], ground[3, 6] = 4.0, 3.0
    assert (fill_hollows(ground)[2:5, 2:5] == 4).all()
    total, _ = drained(ground)
    assert total[3, 6] >= 10  # the hollow, the notch and itself


@given(
    arrays(np.float64, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.sampled_from([0, 1, 2, 5, np.nan]))
)
def test_no_drop_is_lost_or_counted_twice(ground: np.ndarray) -> None:
    total, target = drained(ground)
    assert np.allclose(total, walked(target, ground))
    ends = (target == np.arange(target.size)).reshape(ground.shape) & ~np.isnan(ground)
    assert total[ends].sum() == (~np.isnan(ground)).sum()
    around = np.pad(~np.isnan(ground), 1)
    inside = np.ones(ground.shape, bool)
    for row in (0, 1, 2):
        for col in (0, 1, 2):
            inside &= around[row : row + ground.shape[0], col : col + ground.shape[1]]
    assert not (ends & inside).any()  # water leaves at the edge alone


def test_water_stays_on_its_level() -> None:
    ground = np.ones((4, 7))
    ground[0, 0] = ground[1, 1] = ground[2, 1] = 0.0  # a ditch through a plateau that drains elsewhere
    _, target = drained(ground)
    assert target.reshape(4, 7)[2, 1] == 1 * 7 + 1
    assert target.reshape(4, 7)[1, 1] == 0


def test_wetness_is_that_of_the_formula(write: Callable, make: Callable) -> None:
    ground = np.repeat(np.arange(20.0)[::-1, None], 30, axis=1)  # falls 1 m in 10 m to the south
    made = make("terrain", write("slope.tif", ground), wetness=True)
    rows = np.arange(1, 21) * 10.0  # the ground above, a pixel wide: area by width of contour
    assert made["wetness"][1:-1, 15] == pytest.approx(np.log(rows[1:-1] / 0.1), abs=2e-3)


def test_water_of_a_large_raster_is_followed_on_larger_pixels(
    write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, cols = np.mgrid[0:121, 0:150]
    valley = 500 - 0.2 * rows + 0.02 * np.abs(cols - 75)  # water runs to column 75 and down it
    valley[:, :7] = np.nan
    image = write("valley.tif", valley)
    whole = make("terrain", image, wetness=True)["wetness"]
    monkeypatch.setattr("outcrop.core.preparation.terrain.wetness.MOST_PIXELS", 1_500)  # 4 by 4 pixels at once
    reduced = make("terrain", image, wetness=True)["wetness"]
    assert (np.isnan(whole) == np.isnan(reduced)).all()
    sides = (slice(20, -20), slice(20, 60))
    assert np.abs(reduced[sides] - whole[sides]).mean() < 0.5
    assert (np.abs(np.nanargmax(reduced[20:-8], axis=1) - 75) <= 4).all()
