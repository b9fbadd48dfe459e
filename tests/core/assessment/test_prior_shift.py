"""Prior shift: classes that are rarer in the scene than in the labels are found less often."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.assessment.calibration import tempered
from outcrop.core.assessment.prior_shift import class_factors, shifted, shown_shares


def test_tiles_by_class_show_all_classes_alike() -> None:
    pixels = np.array([30.0, 10.0, 0.0])
    np.testing.assert_allclose(shown_shares(pixels, 0), [0.75, 0.25, 0])
    np.testing.assert_allclose(shown_shares(pixels, 1), [0.5, 0.5, 0])
    np.testing.assert_allclose(shown_shares(pixels, 0.5), [0.625, 0.375, 0])


@given(st.lists(st.floats(0.01, 1.0), min_size=2, max_size=6))
def test_a_scene_as_the_labels_shifts_nothing(values: list[float]) -> None:
    shares = np.array(values) / np.sum(values)
    assert class_factors(shares, shares) == pytest.approx([1.0] * len(values))


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_what_is_rarer_in_the_scene_counts_less(found: float, shown: float) -> None:
    first, second = class_factors(np.array([1 - found, found]), np.array([1 - shown, shown]))
    assert max(first, second) == 1
    assert min(first, second) > 0
    assert (second < first) == (found < shown) or first == second


def test_shares_found_at_a_temperature_shift_what_has_it() -> None:
    shares, shown = np.array([0.2, 0.8]), np.array([0.6, 0.4])
    probabilities = np.array([0.7, 0.3], np.float32).reshape(2, 1, 1)
    before = tempered(shifted(probabilities, class_factors(shares, shown, 2.0)), 2.0)
    after = shifted(tempered(probabilities, 2.0), class_factors(shares, shown))
    np.testing.assert_allclose(before, after, rtol=1e-4)


def test_classes_without_labels_or_scene_stay_finite() -> None:
    factors = class_factors(np.array([0.0, 0.9, 0.1]), np.array([0.1, 0.9, 0.0]))
    assert all(0 < factor <= 1 for factor in factors)
    assert factors[1:] == (1, 1)


def test_probabilities_are_multiplied_and_still_sum_to_one() -> None:
    rng = np.random.default_rng(0)
    shares = rng.dirichlet([1, 1, 1], (2, 4, 5)).transpose(0, 3, 1, 2).astype(np.float32)
    shares[0, :, 0, 0] = 0  # outside the imagery
    found = shifted(shares, (1.0, 0.5, 0.25))
    inside = found.sum(axis=1) > 0
    np.testing.assert_allclose(found.sum(axis=1)[inside], 1, rtol=1e-5)
    assert not found[0, :, 0, 0].any()
    np.testing.assert_allclose(found[1, 1] / found[1, 0], shares[1, 1] / shares[1, 0] / 2, rtol=1e-4)
    assert shifted(shares, ()) is shares
