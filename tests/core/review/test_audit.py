"""The audit's figures: intervals that hold, and how many more answers halve them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.review.audit import accuracy, gain


def test_wilson_s_interval() -> None:
    found = accuracy(81, 263)  # Newcombe 1998, Statistics in Medicine 17, 857–872, table I
    assert (found.low, found.high) == pytest.approx((0.2553, 0.3662), abs=1e-4)


@given(st.integers(1, 500), st.floats(0, 1))
def test_so_many_more_answers_halve_the_interval_and_one_less_does_not(answers: int, share: float) -> None:
    right = round(share * answers)
    now = accuracy(right, answers)
    width, ratio = now.high - now.low, right / answers
    assert 0 <= now.low <= now.value <= now.high <= 1

    def wide(more: int) -> float:
        n = answers + more
        shrunk = 1 + 1.959963984540054**2 / n
        return float(
            2 * 1.959963984540054 * np.sqrt(ratio * (1 - ratio) / n + 1.959963984540054**2 / (4 * n * n)) / shrunk
        )

    assert wide(now.more) <= width / 2 + 1e-9
    assert now.more == 1 or wide(now.more - 1) > width / 2 - 1e-9


@pytest.mark.parametrize("share", [0.6, 0.85, 0.97])
def test_intervals_of_random_samples_hold(share: float) -> None:
    drawn = np.random.default_rng(1).binomial(60, share, 2000)
    holds = [accuracy(int(right), 60).low <= share <= accuracy(int(right), 60).high for right in drawn]
    assert 0.92 < np.mean(holds) < 0.99


def test_intervals_of_gains_hold() -> None:
    rng, hits = np.random.default_rng(2), []
    for _ in range(2000):
        cells = rng.multinomial(80, [0.6, 0.05, 0.15, 0.2])
        found = gain(int(cells[1]), int(cells[2]), 80)
        hits.append(found.low <= 0.10 <= found.high)
    assert 0.92 < np.mean(hits) < 0.99


def test_a_gain_is_clear_when_its_interval_leaves_out_nothing() -> None:
    assert gain(1, 20, 60).is_clear
    assert not gain(4, 6, 60).is_clear
    assert gain(4, 6, 60).value == pytest.approx(2 / 60)
