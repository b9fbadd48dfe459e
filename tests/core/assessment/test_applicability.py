"""The area of applicability: by hand, and that places from elsewhere lie outside."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.assessment.applicability import fit
from outcrop.core.errors import BadInputError


def test_the_index_by_hand() -> None:
    samples = np.array([[0.0], [1.0], [2.0], [3.0]])
    learned = fit(samples, np.array([0, 0, 1, 1]))
    assert learned.mean_distance == pytest.approx(5 / 3 / samples.std(), rel=0.05)
    assert learned.index(samples) == pytest.approx(np.zeros(4))
    assert learned.index(np.array([[5.0]]))[0] == pytest.approx(2 / samples.std() / learned.mean_distance)
    assert learned.threshold == pytest.approx(2 / samples.std() / learned.mean_distance)


def test_places_like_the_training_lie_inside_and_others_outside() -> None:
    random = np.random.default_rng(0)
    training, folds = random.normal(0, 1, (600, 3)) * [1, 10, 100], random.integers(0, 12, 600)
    learned = fit(training, folds)
    alike, other = random.normal(0, 1, (500, 3)) * [1, 10, 100], random.normal(8, 1, (500, 3)) * [1, 10, 100]
    assert (learned.index(alike) <= learned.threshold).mean() > 0.85
    assert (learned.index(other) > learned.threshold).all()


def test_a_predictor_without_weight_does_not_count() -> None:
    random = np.random.default_rng(1)
    training, folds = random.normal(0, 1, (200, 2)), random.integers(0, 5, 200)
    learned = fit(training, folds, np.array([1.0, 0.0]))
    assert learned.index(np.array([[0.0, 99.0]])) == pytest.approx(learned.index(np.array([[0.0, 0.0]])))


def test_what_can_not_be_told_is_refused() -> None:
    with pytest.raises(BadInputError, match="one block only"):
        fit(np.eye(3), np.zeros(3))
    with pytest.raises(BadInputError, match="same values"):
        fit(np.ones((4, 2)), np.arange(4))
