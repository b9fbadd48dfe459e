"""The headline, and the classes that it hides."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.assessment.headline import headline, missed_classes
from outcrop.core.labels.legend import Legend

LEGEND = Legend.from_names(["background", "dike", "vein", "snow"])


def measured(truth: list[int], predicted: list[int]) -> Confusion:
    confusion = Confusion(len(LEGEND))
    confusion.add(np.array(truth), np.array(predicted))
    return confusion


def test_the_headline_is_worked_out_by_hand() -> None:
    shown = headline(measured([1, 1, 2, 2], [1, 2, 2, 2]), LEGEND)
    assert shown["miou"] == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert shown["f1"] == pytest.approx(4 / 5)
    assert shown["accuracy"] == pytest.approx(3 / 4)


def test_classes_are_missed_that_occur_and_were_never_found() -> None:
    assert missed_classes(measured([1, 2, 2, 3], [1, 2, 1, 2]), LEGEND) == ("vein",)
    assert missed_classes(measured([1, 2, 3], [2, 1, 1]), LEGEND) == ("background", "dike", "vein")
    assert missed_classes(measured([1, 2], [1, 2]), LEGEND) == ()
