"""Boundaries, objects, lines and the contact margin, by hand and against SciPy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcrop.core.assessment.boundaries.boundary_distances import BoundaryTally, contacts
from outcrop.core.assessment.boundaries.line_lengths import LineTally, pixel_lengths
from outcrop.core.assessment.boundaries.objects import objects
from outcrop.core.assessment.conformal import contact_margin, coverage, least_blocks
from outcrop.core.errors import BadInputError
from scipy.spatial import cKDTree

EVERYWHERE = np.ones((20, 30), bool)


def halves(column: int) -> np.ndarray:
    return np.where(np.arange(30)[None, :] < column, 1, 2) * np.ones((20, 1), int)


def test_contacts_lie_on_both_sides_and_not_beside_what_does_not_count() -> None:
    found = contacts(halves(10), EVERYWHERE)
    assert np.flatnonzero(found[3]).tolist() == [9, 10]
    assert np.flatnonzero(contacts(halves(10), EVERYWHERE, of_class=2)[3]).tolist() == [10]
    known = EVERYWHERE.copy()
    known[:, 10] = False
    assert not contacts(halves(10), known).any()


@pytest.mark.parametrize("scale", [0.9996, 1.0, 1.001])
def test_a_shift_of_whole_pixels_is_met_wherever_the_projection_has_them(scale: float) -> None:
    tally = BoundaryTally(100.0, 30.0)
    true, predicted = (contacts(halves(column), EVERYWHERE, of_class=2) for column in (10, 11))
    tally.add(true, predicted, EVERYWHERE, (30 / scale, 30 / scale))
    assert tally.measures()["f1"] == 1.0


def test_a_boundary_that_is_shifted_is_met_within_its_shift() -> None:
    for tolerance, met in ((19.0, 0.0), (20.0, 1.0)):
        tally = BoundaryTally(100.0, tolerance)
        true, predicted = (contacts(halves(column), EVERYWHERE, of_class=2) for column in (10, 12))
        tally.add(true, predicted, EVERYWHERE, (5.0, 10.0))
        measures = tally.measures()
        assert measures["f1"] == measures["recall"] == measures["precision"] == met
        assert measures["hausdorff95_m"] == pytest.approx(20.0, abs=100 / 399)
        assert measures["true_px"] == 20


def test_what_lies_beyond_reach_has_no_distance() -> None:
    tally = BoundaryTally(50.0, 10.0)
    tally.add(contacts(halves(3), EVERYWHERE), contacts(halves(25), EVERYWHERE), EVERYWHERE, (10.0, 10.0))
    assert tally.measures()["hausdorff95_m"] is None
    alone = BoundaryTally(50.0, 10.0)
    alone.add(contacts(halves(3), EVERYWHERE), np.zeros_like(EVERYWHERE), EVERYWHERE, (10.0, 10.0))
    assert alone.measures()["recall"] == 0.0


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_distances_are_those_of_a_tree_whatever_the_windows(seed: int) -> None:
    random = np.random.default_rng(seed)
    true, predicted = random.random((2, 20, 30)) < 0.05
    whole, cut = BoundaryTally(1000.0, 25.0), BoundaryTally(1000.0, 25.0)
    whole.add(true, predicted, EVERYWHERE, (10.0, 10.0))
    for left in (True, False):
        core = EVERYWHERE & ((np.arange(30) < 13)[None, :] == left)
        cut.add(true, predicted, core, (10.0, 10.0))
    np.testing.assert_array_equal(whole.to_true, cut.to_true)
    if true.any() and predicted.any():
        away = cKDTree(10.0 * np.argwhere(true)).query(10.0 * np.argwhere(predicted))[0]
        assert whole.met_predicted == np.count_nonzero(away <= 25.0)
        assert whole.measures()["precision"] == np.mean(away <= 25.0)


def test_objects_are_found_by_how_much_of_them_is_covered() -> None:
    true, predicted = np.zeros((2, 20, 30), bool)
    true[2:6, 2:6] = predicted[2:6, 4:8] = True  # half covered
    true[10:12, 2:4] = True  # missed
    predicted[15:18, 20:25] = True  # false
    found = objects(true, predicted, EVERYWHERE)
    assert (found.true, found.found, found.missed, found.predicted, found.false) == (2, 1, 1, 2, 1)
    assert objects(true, predicted, EVERYWHERE, share=0.6).found == 0
    known = EVERYWHERE.copy()
    known[14:] = False
    assert objects(true, predicted, known).false == 0


def test_the_length_of_lines_follows_their_steps() -> None:
    line = np.zeros((20, 30), bool)
    line[5, 3:13] = True
    assert pixel_lengths(line, (10.0, 10.0)).sum() == pytest.approx(90.0)
    diagonal = np.eye(12, dtype=bool)
    assert pixel_lengths(diagonal, (10.0, 10.0)).sum() == pytest.approx(110.0 * math.sqrt(2))
    corner = np.zeros((5, 5), bool)
    corner[1, 1:4] = corner[1:4, 3] = True
    assert pixel_lengths(corner, (10.0, 10.0)).sum() == pytest.approx(40.0)


def test_completeness_and_correctness_by_hand() -> None:
    true, predicted = np.zeros((2, 20, 60), bool)
    true[10, 5:45] = True
    predicted[11, 25:55] = True
    tally = LineTally(15.0)
    tally.add(true, predicted, np.ones((20, 60), bool), (10.0, 10.0))
    found = tally.measures()
    assert found["true_m"] == pytest.approx(390.0)
    assert found["completeness"] == pytest.approx(20.5 / 39)
    assert found["correctness"] == pytest.approx(20.5 / 29)
    assert 0 < found["quality"] < found["completeness"]


def test_the_margin_keeps_the_risk_of_new_blocks() -> None:
    random, upper, held = np.random.default_rng(5), np.linspace(0, 100, 400), []
    for _ in range(300):
        scale = random.gamma(4.0, 4.0, 41)
        distances = np.abs(random.normal(0, scale[:, None], (41, 60)))
        places = np.searchsorted(upper, distances)
        counts = np.array([np.bincount(row, minlength=401) for row in places])
        margin = contact_margin(counts[:-1], upper, 0.9)
        held.append(coverage(counts[-1:], upper, margin.margin_m))
    assert 0.895 <= np.mean(held) <= 0.93


def test_too_few_blocks_and_margins_out_of_reach_are_refused() -> None:
    upper = np.linspace(0, 100, 400)
    near, far = np.zeros((2, 401), int)
    near[3], far[-1] = 5, 5
    assert least_blocks(0.9) == 9
    assert contact_margin(np.tile(near, (9, 1)), upper).margin_m == upper[3]
    with pytest.raises(BadInputError, match=r"Only 8 blocks.*at least 9"):
        contact_margin(np.vstack([np.tile(near, (8, 1)), 0 * near]), upper)
    with pytest.raises(BadInputError, match="farther than 100 m"):
        contact_margin(np.vstack([np.tile(near, (9, 1)), np.tile(far, (9, 1))]), upper)
