"""Agreement of models is that of each two of them, on average."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.assessment.agreement import Agreement
from outcrop.core.labels.legend import Legend

LEGEND = Legend.from_names(["background", "dike"])


def test_agreement_is_the_mean_over_pairs() -> None:
    one, other = np.array([[1, 2, 2, 0]]), np.array([[1, 2, 1, 0]])
    agreement = Agreement(3, LEGEND)
    agreement.add([one, one, other])
    assert agreement.pixels == 3
    assert agreement.told()["f1"] == pytest.approx((1 + 2 / 3 + 2 / 3) / 3)
    assert agreement.told()["accuracy"] == pytest.approx((1 + 2 / 3 + 2 / 3) / 3)


def test_it_doesnt_matter_which_model_comes_first() -> None:
    random = np.random.default_rng(0)
    maps = [random.integers(1, 3, (8, 8)) for _ in range(3)]
    told = []
    for order in (maps, maps[::-1]):
        agreement = Agreement(3, LEGEND)
        agreement.add(order)
        told.append(agreement.told())
    assert told[0] == pytest.approx(told[1])


def test_nothing_is_told_of_imagery_without_data() -> None:
    agreement = Agreement(2, LEGEND)
    agreement.add([np.zeros((2, 2), int)] * 2)
    assert agreement.told() == {}
