"""Comparing models: measures against scikit-learn, intervals and tests by simulation."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.assessment.bootstrap import (
    accuracy,
    class_measure,
    difference,
    holm,
    interval,
    mcnemar,
    mean_measure,
)
from outcrop.core.assessment.comparison import MapBlockCounts, compare
from outcrop.core.labels.legend import Legend
from sklearn import metrics

LEGEND = Legend.from_names(["background", "dike", "pond"])


def drawn(random: np.random.Generator, right: float, blocks: int = 30) -> np.ndarray:
    """Give counts (1, B, 3, 3) of a map that is right in a share of pixels that differs by block."""
    counts = np.zeros((1, blocks, 3, 3), int)
    for block in range(blocks):
        truth = random.integers(0, 3, 100)
        own = np.clip(right + random.normal(0, 0.1), 0, 1)
        found = np.where(random.random(100) < own, truth, random.integers(0, 3, 100))
        np.add.at(counts[0, block], (truth, found), 1)
    return counts


def test_measures_are_scikit_learn_s() -> None:
    random = np.random.default_rng(0)
    truth, found = random.integers(0, 3, (2, 500))
    matrix = metrics.confusion_matrix(truth, found)
    assert accuracy(matrix) == pytest.approx(metrics.accuracy_score(truth, found))
    wanted = {
        "f1": metrics.f1_score(truth, found, average=None), "iou": metrics.jaccard_score(truth, found, average=None),
        "precision": metrics.precision_score(truth, found, average=None),
        "recall": metrics.recall_score(truth, found, average=None),
    }  # fmt: skip
    for name, values in wanted.items():
        assert [float(class_measure(name, n)(matrix)) for n in range(3)] == pytest.approx(values.tolist())
        assert mean_measure(name, [0, 1, 2])(matrix) == pytest.approx(values.mean())


def test_intervals_over_blocks_hold() -> None:
    random, held = np.random.default_rng(1), 0
    exact = float(accuracy(drawn(random, 0.7, 4000).sum(axis=1)).mean())
    for _ in range(200):
        own = interval(drawn(random, 0.7), accuracy, 0.9)
        held += own.low <= exact <= own.high
    assert 165 <= held <= 195


def test_a_better_model_is_told_and_an_equal_one_is_not() -> None:
    random = np.random.default_rng(2)
    better = difference(drawn(random, 0.8), drawn(random, 0.6), accuracy)
    assert better.p_value < 0.01
    assert better.low > 0
    alike = sum(difference(drawn(random, 0.7), drawn(random, 0.7), accuracy).p_value < 0.05 for _ in range(100))
    assert alike <= 14
    same = drawn(random, 0.7)
    assert difference(same, same, accuracy).p_value == 1.0


def test_tests_of_pairs_by_hand() -> None:
    assert mcnemar(15, 5) == pytest.approx(0.04138947)
    assert mcnemar(0, 0) == 1.0
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


def test_maps_are_compared_on_the_same_blocks_and_pixels() -> None:
    random = np.random.default_rng(3)
    maps: dict[str, list[MapBlockCounts]] = {"good": [], "bad": []}
    truths = {(row, col): random.integers(0, 4, (16, 16)) for row in range(6) for col in range(6)}
    for name, right in (("good", 0.9), ("bad", 0.5)):
        for _ in range(2):
            own = MapBlockCounts(3)
            for block, truth in truths.items():
                wrong = random.random(truth.shape) > right
                own.add(block, truth, np.where(wrong, random.integers(0, 4, truth.shape), truth))
            maps[name].append(own)
    found = compare(maps, LEGEND)
    assert found["blocks"] == 36
    assert found["models"]["good"]["miou"]["low"] > found["models"]["bad"]["miou"]["high"]
    assert len(found["models"]["good"]["by_seed"]) == 2
    (pair,) = found["pairs"]
    assert pair["p_holm"] < 0.01
    assert pair["mcnemar_first"] > pair["mcnemar_second"]
    assert compare(maps, LEGEND) == found


def test_pixels_without_a_prediction_are_wrong() -> None:
    own = MapBlockCounts(2)
    own.add((0, 0), np.array([[1, 2, 0]]), np.array([[0, 0, 1]]))
    assert np.trace(own.counts[0, 0]) == 0
    assert own.counts[0, 0].sum() == 2
