"""Assigning units to parts: shares are met, and every class is in every part where that is possible."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcrop.core.labels.splitting.assignment import assign, badness

TWO, THREE = np.array([0.7, 0.3]), np.array([0.6, 0.2, 0.2])


def _sums(counts: np.ndarray, parts: np.ndarray, number: int) -> np.ndarray:
    return np.stack([counts[parts == part].sum(axis=0) for part in range(number)])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 999), st.integers(1, 5), st.sampled_from([TWO, THREE]))
def test_a_class_in_as_many_units_as_parts_is_in_every_part(seed: int, classes: int, shares: np.ndarray) -> None:
    rng = np.random.default_rng(seed)
    units = [row for place in range(classes) for row in np.eye(classes)[[place] * int(rng.integers(len(shares), 9))]]
    counts = np.array(units) * rng.integers(1, 1000, (len(units), 1))
    parts, loss = assign(counts, shares, rng)
    assert (_sums(counts, parts, len(shares)) > 0).all()
    assert loss < 1


def test_shares_are_met_when_units_are_many() -> None:
    rng = np.random.default_rng(0)
    counts = rng.integers(0, 100, (300, 4))
    parts, _ = assign(counts, THREE, rng)
    reached = _sums(counts, parts, 3) / counts.sum(axis=0)
    np.testing.assert_allclose(reached, np.repeat(THREE[:, None], 4, axis=1), atol=0.03)


def test_so_many_units_are_dealt() -> None:
    rng = np.random.default_rng(0)
    counts = rng.integers(0, 100, (20_000, 3))
    parts, _ = assign(counts, TWO, rng)
    np.testing.assert_allclose(_sums(counts, parts, 2) / counts.sum(axis=0), [[0.7] * 3, [0.3] * 3], atol=0.02)


@pytest.mark.parametrize("shares", [TWO, np.array([0.2, 0.8])])
def test_a_class_in_one_unit_trains(shares: np.ndarray) -> None:
    counts = np.array([[10, 0], [10, 0], [10, 0], [0, 50]])
    for seed in range(20):
        parts, _ = assign(counts, shares, np.random.default_rng(seed))
        assert parts[3] == 0


def test_seeds_make_different_draws_and_the_same_seed_the_same() -> None:
    counts = np.random.default_rng(0).integers(0, 100, (60, 3))
    draws = [assign(counts, TWO, np.random.default_rng(seed))[0] for seed in (1, 1, 2, 3)]
    np.testing.assert_array_equal(draws[0], draws[1])
    assert any((draws[0] != other).any() for other in draws[2:])


def test_what_a_part_is_left_with_decides() -> None:
    """Here the gap would cost the only training unit of a class if its neighbour were held back."""
    counts = np.array([[10, 0], [10, 0], [10, 10], [10, 10]])

    def measure(parts: np.ndarray) -> np.ndarray:
        kept = counts.copy()
        if parts[2] == 0 and parts[1] != 0:
            kept[2] = 0
        return _sums(kept, parts, 2)

    for seed in range(10):
        parts, loss = assign(counts, TWO, np.random.default_rng(seed), measure)
        assert (measure(parts)[:, 1] > 0).all()
        assert loss < 1


def test_badness_puts_learning_first() -> None:
    totals = np.array([100, 100])
    good = badness(np.array([[70, 70], [30, 30]]), TWO, totals)
    missed = badness(np.array([[50, 50], [50, 50]]), TWO, totals)
    unmeasured = badness(np.array([[70, 100], [30, 0]]), TWO, totals)
    unlearnt = badness(np.array([[70, 0], [30, 100]]), TWO, totals)
    assert good == pytest.approx(0)
    assert good < missed < 1 <= unmeasured < unlearnt
