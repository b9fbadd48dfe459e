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
    randomisation_test,
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


@pytest.mark.slow
@pytest.mark.parametrize("blocks", [6, 25])
def test_intervals_hold_as_often_as_they_say_however_few_blocks_there_are(blocks: int) -> None:
    random, held = np.random.default_rng(1), 0
    every = drawn(random, 0.7, 20_000)
    exact = float(accuracy(every.sum(axis=1)).mean())
    for number in range(1000):
        own = interval(every[:, random.integers(0, 20_000, blocks)], accuracy, 0.9, number)
        assert own is not None
        held += own.low <= exact <= own.high
    assert 870 <= held <= 930, held


def test_a_better_model_is_told_and_an_equal_one_is_not() -> None:
    random = np.random.default_rng(2)
    better = difference(drawn(random, 0.8), drawn(random, 0.6), accuracy)
    assert better.p_value < 0.01
    assert better.low > 0
    alike = sum(difference(drawn(random, 0.7), drawn(random, 0.7), accuracy).p_value < 0.05 for _ in range(100))
    assert alike <= 14
    same = drawn(random, 0.7)
    assert difference(same, same, accuracy).p_value == 1.0


def test_few_blocks_prove_nothing_however_well_they_agree() -> None:
    random = np.random.default_rng(5)
    for blocks in (1, 3, 5, 6):
        better = difference(drawn(random, 0.95, blocks), drawn(random, 0.3, blocks), accuracy)
        assert better.value > 0.3
        assert better.p_value == pytest.approx(2 / 2**blocks)  # all blocks as they are, or all turned around
    alike = [np.tile(drawn(random, share, 1), (1, 2, 1, 1)) for share in (0.9, 0.6)]
    two = difference(*alike, accuracy)
    assert two.low < 0 < two.value < two.high
    one = difference(drawn(random, 0.95, 1), drawn(random, 0.3, 1), accuracy)
    assert (one.low, one.high) == (-1.0, 1.0)


def test_the_randomisation_test_errs_as_often_as_it_says() -> None:
    random, found = np.random.default_rng(6), 0
    for _ in range(300):
        found += randomisation_test(drawn(random, 0.7, 8), drawn(random, 0.7, 8), mean_measure("iou", [0, 1, 2])) <= 0.1
    assert 15 <= found <= 45  # 30 expected, three standard deviations


def test_one_seed_is_compared_with_several() -> None:
    random = np.random.default_rng(8)
    several = np.concatenate([drawn(random, 0.9) for _ in range(3)])
    assert difference(several, drawn(random, 0.5), accuracy).p_value < 0.01


def test_classes_that_are_not_there() -> None:
    blocks = np.zeros((1, 20, 3, 3), int)
    blocks[0, :, 0, 0], blocks[0, 0, 1, 1], blocks[0, 0, 0, 1] = 90, 8, 2
    rare = interval(blocks, class_measure("recall", 1))
    assert rare is not None
    assert rare.value == 1.0  # draws without the class say nothing of it
    assert rare.low == pytest.approx(0.025)  # nor do the blocks without it
    assert interval(blocks, class_measure("f1", 2)) is None
    false_alarm = blocks.copy()
    false_alarm[0, 0, 0, 2] = 1
    measure = mean_measure("iou", [0, 1, 2])
    assert measure(false_alarm.sum(axis=1))[0] == pytest.approx(measure(blocks.sum(axis=1))[0], abs=1e-3)
    matched = mean_measure("iou", [0, 1, 2], predicted_too=True)
    assert matched(false_alarm.sum(axis=1))[0] == pytest.approx(2 / 3 * measure(false_alarm.sum(axis=1))[0])


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
    assert own.counts[0, 0].tolist() == [[0, 0, 1], [0, 0, 1], [0, 0, 0]]
    own.add((0, 1), np.array([[1, 1, 2]]), np.array([[0, 1, 0]]))
    found = compare({"map": [own]}, Legend.from_names(["rock", "dike"]))["models"]["map"]
    assert found["classes"]["rock"]["precision"]["value"] == 1.0  # what isn't predicted is no false alarm
    assert found["classes"]["rock"]["recall"]["value"] == pytest.approx(1 / 3)
    assert found["accuracy"]["value"] == pytest.approx(1 / 5)


def test_a_class_of_the_map_alone_is_no_class_of_the_table() -> None:
    own = MapBlockCounts(2)
    own.add((0, 0), np.array([[1, 1, 2]]), np.array([[1, 5, 2]]))
    own.add((0, 1), np.array([[1, 1, 1]]), np.array([[1, 1, 1]]))
    found = compare({"map": [own]}, Legend.from_names(["rock", "dike"]))["models"]["map"]
    assert found["miou"]["value"] == pytest.approx((4 / 5 + 1) / 2)
