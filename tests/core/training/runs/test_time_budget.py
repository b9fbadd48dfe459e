"""A limit in minutes covers the steps, the last epoch's measuring, and the margin."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.training.runs.time_budget import TimeBudget

seconds = st.floats(0.001, 500)


@given(
    minutes=st.floats(0.1, 1e4), step=seconds, tiles=st.integers(1, 64), there=st.integers(1, 4000),
    gone=st.floats(0, 600), writing=st.floats(0, 30),
)  # fmt: skip
def test_steps_and_end_fit_where_they_can(
    minutes: float, step: float, tiles: int, there: int, gone: float, writing: float
) -> None:
    budget = TimeBudget(minutes, tiles, there, 16)
    budget.note_writing(writing)
    budget.begin_steps(gone)
    budget.note_step(1, gone + step)
    measured = budget.measurable(there)
    budget.measure(measured)
    whole, left = 60 * minutes, 60 * minutes - gone - budget.margin_seconds - 2 * writing
    steps, ending = budget.for_steps(step), budget.ending(step)
    assert 0 < measured <= there
    assert 0 < budget.margin_seconds <= 60
    if left > 0 and (measured == there or measured > 2):
        assert steps + ending <= whole * (1 + 1e-9) or steps == pytest.approx(gone + 0.25 * left)
    if left > 0 and 2 < measured < there:
        assert steps + ending <= whole * (1 + 1e-9)


def test_what_was_measured_counts_more_than_an_estimate() -> None:
    budget = TimeBudget(10, 4, 40)
    assert budget.ending(2.0) == pytest.approx(8 + 30)
    budget.note_measuring(100)
    assert budget.ending(2.0) == pytest.approx(130)
    assert budget.for_steps(2.0) == pytest.approx(470)


def test_fewer_tiles_are_measured_where_all_of_them_take_too_long() -> None:
    budget = TimeBudget(1, 8, 200, 16)
    budget.begin_steps(7.0)
    budget.note_step(1, 17.0)
    assert budget.measurable(200) == 15  # a tile takes half a second, and 15 s are there for measuring and calibrating
    assert TimeBudget(None, 8, 200).measurable(200) == 200


def test_calibrating_and_writing_belong_to_the_end() -> None:
    budget = TimeBudget(10, 4, 40, 20)
    budget.note_measuring(100)
    budget.note_writing(7)
    assert budget.ending(2.0) == pytest.approx(100 + 50 + 30 + 2 * 7)
    assert budget.for_steps(2.0) == pytest.approx(600 - 194)


def _told(budget: TimeBudget, pace: float, steps: int = 101) -> list[float]:
    """The schedule's share before each step of a training whose first one costs a minute more."""
    shares = []
    for step in range(steps):
        seconds = 60 + pace * step if step else 0.0
        shares.append(budget.share(step + 1, steps, seconds))
        budget.note_step(step + 1, 60 + pace * (step + 1))
    return shares


@pytest.mark.parametrize("pace", [0.01, 1.0, 3.5])
def test_the_clock_does_not_change_what_is_learned_where_the_time_will_do(pace: float) -> None:
    assert _told(TimeBudget(10, 4, 40), pace) == _told(TimeBudget(None, 4, 40), pace)


def test_the_schedule_comes_to_its_end_where_the_time_will_not_do() -> None:
    shares = _told(TimeBudget(2, 4, 40), 3.5)
    assert max(shares) == 1.0
    assert shares.index(1.0) < 40
    assert all(later >= earlier for earlier, later in zip(shares, shares[1:]))


def test_what_was_prepared_is_no_part_of_the_schedule() -> None:
    budget = TimeBudget(3, 4, 0, follows=0.8)
    budget.begin_steps(45)
    for step in range(1, 4):
        budget.note_step(step, 45 + step)
    assert budget.share(4, 10_000, 48) > 0.3
    assert budget.share(4, 10_000, 48, began=45) < 0.1
    assert budget.share(4, 10_000, budget.for_steps(1), began=45) == 1.0


def test_without_a_limit_there_is_none() -> None:
    budget = TimeBudget(None, 4, 40)
    assert not budget.is_limited
    assert budget.for_steps(1.0) == math.inf
    assert budget.margin_seconds == 60


def test_time_that_will_not_do_is_foreseen() -> None:
    budget = TimeBudget(5, 4, 40)
    text = budget.shortage(6.0, 60, 40)
    assert text.startswith("5 min won't do: an epoch takes about 6 min here, so not even one of 40 will be done.")
    assert "random forest" in text
    assert "about 2 of 40" in budget.shortage(2.0, 60, 40)
    assert budget.shortage(0.1, 60, 40) == ""
    assert TimeBudget(None, 4, 40).shortage(6.0, 60, 40) == ""


def test_that_not_even_one_step_fits_is_told() -> None:
    budget = TimeBudget(1, 8, 200, 16, 512)
    budget.begin_steps(7.0)
    assert budget.fits_step(7.0, 5.0)
    assert not budget.fits_step(7.0, 66.0)
    text = budget.shortage(66.0, 50, 40)
    assert "1 min won't do: beside the beginning and the end not even one step of 8 tiles fits" in text
    assert "which takes about 66 s here" in text


def test_a_margin_that_cannot_be_measured_in_time_takes_none() -> None:
    budget = TimeBudget(1, 8, 2, 0, 512)
    assert budget.ending(66.0) == pytest.approx(2 * 66 * 0.4 / 8)
    assert (budget.margin_left(20.0), budget.margin_left(70.0)) == (3.0, 3.0)
    assert TimeBudget(10, 8, 2).margin_left(580.0) == pytest.approx(20.0)
