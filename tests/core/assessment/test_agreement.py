"""Agreement of a model is that with each of the others, on average."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.assessment.agreement import Agreement
from outcrop.core.labels.legend import Legend

LEGEND = Legend.from_names(["background", "dike"])


def test_agreement_is_the_mean_over_the_others() -> None:
    one, other = np.array([[1, 2, 2, 0]]), np.array([[1, 2, 1, 0]])
    agreement = Agreement(2, LEGEND)
    agreement.add(one, [one, other])
    assert agreement.pixels == 3
    assert agreement.told()["f1"] == pytest.approx((1 + 2 / 3) / 2)
    assert agreement.told()["accuracy"] == pytest.approx((1 + 2 / 3) / 2)


def test_pieces_count_as_their_whole() -> None:
    random = np.random.default_rng(0)
    one, other = random.integers(0, 3, (2, 8, 8))
    whole, pieces = Agreement(1, LEGEND), Agreement(1, LEGEND)
    whole.add(one, [other])
    for rows in (slice(0, 3), slice(3, 8)):
        pieces.add(one[rows], [other[rows]])
    assert whole.told() == pieces.told()


def test_nothing_is_told_of_imagery_without_data() -> None:
    agreement = Agreement(1, LEGEND)
    agreement.add(np.zeros((2, 2), int), [np.zeros((2, 2), int)])
    assert agreement.told() == {}
