"""The confusion matrix and its measures: scikit-learn as the oracle, hand-computed corners, properties of streaming."""

from __future__ import annotations

import json
import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.errors import BadInputError
from outcrop.core.labels.legend import Legend
from sklearn import metrics


def of_pixels(truth: list[int], predicted: list[int], classes: int = 3) -> Confusion:
    confusion = Confusion(classes)
    confusion.add(np.array(truth, dtype=np.uint8), np.array(predicted, dtype=np.uint8))
    return confusion


def of_matrix(rows: list[list[int]]) -> Confusion:
    return Confusion.from_dict({"matrix": rows, "unpredicted": [0] * len(rows)})


def random_pixels(seed: int, classes: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Truth and prediction that agree often, with unlabelled and unpredicted pixels among them."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, classes + 1, count)
    predicted = np.where(random.random(count) < 0.6, truth, random.integers(0, classes + 1, count))
    return truth.astype(np.uint8), predicted.astype(np.uint8)


def all_numbers(values: object) -> list[float]:
    if isinstance(values, dict):
        return [number for value in values.values() for number in all_numbers(value)]
    return [float(values)] if isinstance(values, (int, float)) else []


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::RuntimeWarning")  # of scikit-learn
@given(seed=st.integers(0, 2**31), classes=st.integers(2, 9), count=st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_every_measure_is_that_of_scikit_learn(seed: int, classes: int, count: int) -> None:
    truth, predicted = random_pixels(seed, classes, count)
    confusion = Confusion(classes)
    confusion.add(truth, predicted)
    counted = (truth > 0) & (predicted > 0)
    assume(counted.any())
    truth, predicted = truth[counted], predicted[counted]
    ids = list(range(1, classes + 1))
    occurring = sorted({*truth.tolist(), *predicted.tolist()})

    assert np.array_equal(confusion.matrix, metrics.confusion_matrix(truth, predicted, labels=ids))
    support = metrics.precision_recall_fscore_support(truth, predicted, labels=ids, zero_division=0)
    precision, recall, f1, true_px = support
    iou = metrics.jaccard_score(truth, predicted, labels=ids, average=None, zero_division=0)
    expected = np.stack([precision, recall, f1, iou, true_px], axis=1)
    np.testing.assert_allclose([astuple(row)[:5] for row in confusion.of_classes()], expected, rtol=1e-12)

    how = {"labels": occurring, "zero_division": 0}
    macro = metrics.precision_recall_fscore_support(truth, predicted, average="macro", **how)
    mean = confusion.average()
    assert mean.over == tuple(occurring)
    mean_iou = metrics.jaccard_score(truth, predicted, average="macro", **how)
    np.testing.assert_allclose(astuple(mean)[1:], [*macro[:3], mean_iou], rtol=1e-12)

    weighted_iou = metrics.jaccard_score(truth, predicted, average="weighted", **how)
    kappa = metrics.cohen_kappa_score(truth, predicted)
    assert confusion.frequency_weighted_iou() == pytest.approx(weighted_iou, rel=1e-12)
    assert confusion.pixel_accuracy() == pytest.approx(metrics.accuracy_score(truth, predicted), rel=1e-12)
    assert confusion.balanced_accuracy() == pytest.approx(metrics.balanced_accuracy_score(truth, predicted), rel=1e-12)
    assert confusion.kappa() == pytest.approx(0.0 if math.isnan(kappa) else kappa, rel=1e-9, abs=1e-12)
    assert confusion.matthews() == pytest.approx(metrics.matthews_corrcoef(truth, predicted), rel=1e-9, abs=1e-12)


def test_two_classes_by_hand() -> None:
    # background 1, landslide 2: TP 6, FN 2, FP 4, TN 88
    confusion = of_matrix([[88, 4], [2, 6]])
    background, landslide = confusion.of_classes()
    assert astuple(landslide) == pytest.approx((6 / 10, 6 / 8, 12 / 18, 6 / 12, 8, 10))
    assert astuple(background) == pytest.approx((88 / 90, 88 / 92, 176 / 182, 88 / 94, 92, 90))
    assert confusion.average().iou == pytest.approx((88 / 94 + 0.5) / 2)
    assert confusion.average(without=1).f1 == pytest.approx(2 / 3)
    assert confusion.average(without=1).over == (2,)
    assert confusion.pixel_accuracy() == pytest.approx(0.94)
    assert confusion.balanced_accuracy() == pytest.approx((88 / 92 + 6 / 8) / 2)
    assert confusion.frequency_weighted_iou() == pytest.approx(0.92 * 88 / 94 + 0.08 * 0.5)
    by_chance = 0.92 * 0.90 + 0.08 * 0.10
    assert confusion.kappa() == pytest.approx((0.94 - by_chance) / (1 - by_chance))
    assert confusion.matthews() == pytest.approx((6 * 88 - 4 * 2) / math.sqrt(10 * 8 * 92 * 90))


def test_unlabelled_pixels_do_not_count_and_unpredicted_ones_count_apart() -> None:
    confusion = of_pixels([0, 0, 1, 1, 2, 3], [1, 0, 1, 0, 0, 2])
    assert confusion.matrix.tolist() == [[1, 0, 0], [0, 0, 0], [0, 1, 0]]
    assert confusion.unpredicted.tolist() == [1, 1, 0]
    assert confusion.total == 2
    assert confusion.pixel_accuracy() == 0.5


def test_a_class_that_is_nowhere_is_in_no_average() -> None:
    confusion = of_matrix([[5, 0, 0], [0, 0, 0], [1, 0, 4]])
    assert not confusion.of_classes()[1].occurs
    assert astuple(confusion.of_classes()[1]) == (0.0, 0.0, 0.0, 0.0, 0, 0)
    assert confusion.average().over == (1, 3)
    assert confusion.average().recall == pytest.approx((1.0 + 0.8) / 2)


def test_a_class_that_is_only_predicted_counts_as_wrong() -> None:
    confusion = of_matrix([[3, 1], [0, 0]])
    assert confusion.of_classes()[1].occurs
    assert confusion.average().iou == pytest.approx(0.75 / 2)
    assert confusion.balanced_accuracy() == 0.75


def test_without_any_pixel_everything_is_zero() -> None:
    measures = Confusion(3).measures(Legend.from_names(["background", "dike", "lake"]))
    assert measures["averages"]["all_classes"]["over"] == []
    assert set(all_numbers(measures)) == {0.0}


def test_one_class_alone_agrees_by_chance_only() -> None:
    confusion = of_matrix([[7, 0], [0, 0]])
    assert confusion.pixel_accuracy() == 1.0
    assert confusion.kappa() == 0.0
    assert confusion.matthews() == 0.0


@given(seed=st.integers(0, 2**31), classes=st.integers(1, 12), count=st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_no_measure_is_ever_nan_or_out_of_range(seed: int, classes: int, count: int) -> None:
    truth, predicted = random_pixels(seed, classes, count)
    confusion = Confusion(classes)
    confusion.add(truth, predicted)
    measures = confusion.measures(Legend.from_names(["background", *(f"class {n}" for n in range(2, classes + 1))]))
    assert not any(math.isnan(number) for number in all_numbers(measures))
    for name in ("pixel_accuracy", "balanced_accuracy", "frequency_weighted_iou"):
        assert 0.0 <= measures[name] <= 1.0
    for name in ("kappa", "matthews"):
        assert -1.0 - 1e-12 <= measures[name] <= 1.0 + 1e-12
    for row in confusion.of_classes():
        assert row.iou <= row.f1 <= max(row.precision, row.recall) + 1e-12
        assert row.f1 == pytest.approx(2 * row.iou / (1 + row.iou))


@given(seed=st.integers(0, 2**31), cuts=st.lists(st.integers(0, 240), max_size=4))
@settings(max_examples=40, deadline=None)
def test_windows_add_up_to_the_whole(seed: int, cuts: list[int]) -> None:
    truth, predicted = random_pixels(seed, 5, 240)
    whole, streamed, merged = Confusion(5), Confusion(5), Confusion(5)
    whole.add(truth.reshape(15, 16), predicted.reshape(15, 16))
    for part_of_truth, part_of_prediction in zip(np.split(truth, sorted(cuts)), np.split(predicted, sorted(cuts))):
        streamed.add(part_of_truth, part_of_prediction)
        part = Confusion(5)
        part.add(part_of_truth, part_of_prediction)
        merged.merge(part)
    assert np.array_equal(whole.counts, streamed.counts)
    assert np.array_equal(whole.counts, merged.counts)
    assert whole.total + whole.unpredicted.sum() == (truth > 0).sum()


@given(seed=st.integers(0, 2**31))
@settings(max_examples=30, deadline=None)
def test_the_order_of_classes_does_not_matter_and_swapping_sides_swaps_precision_and_recall(seed: int) -> None:
    truth, predicted = random_pixels(seed, 4, 150)
    order = np.random.default_rng(seed).permutation(4) + 1
    renamed = np.concatenate([[0], order]).astype(np.uint8)
    plain, other, swapped = Confusion(4), Confusion(4), Confusion(4)
    plain.add(truth, predicted)
    other.add(renamed[truth], renamed[predicted])
    swapped.add(predicted, truth)
    for name in ("pixel_accuracy", "balanced_accuracy", "kappa", "matthews", "frequency_weighted_iou"):
        assert getattr(other, name)() == pytest.approx(getattr(plain, name)())
    assert [other.of_classes()[place - 1] for place in order] == list(plain.of_classes())
    for row, back in zip(plain.of_classes(), swapped.of_classes()):
        assert (row.precision, row.recall, row.iou) == (back.recall, back.precision, back.iou)


def test_very_many_pixels_do_not_overflow() -> None:
    few, many = of_matrix([[88, 4], [2, 6]]), of_matrix([[88 * 10**15, 4 * 10**15], [2 * 10**15, 6 * 10**15]])
    legend = Legend.from_names(["background", "landslide"])
    scores, more = few.measures(legend), many.measures(legend)
    for name in ("kappa", "matthews", "pixel_accuracy", "frequency_weighted_iou"):
        assert more[name] == pytest.approx(scores[name], rel=1e-12)


def test_measures_name_their_averages_and_are_plain() -> None:
    legend = Legend.from_names(["dike", "background", "lake"])
    measures = of_matrix([[5, 1, 0], [1, 9, 0], [0, 0, 0]]).measures(legend)
    assert measures["averages"]["all_classes"]["over"] == ["dike", "background"]
    assert measures["averages"]["foreground"]["over"] == ["dike"]
    assert measures["averages"]["foreground"]["iou"] == pytest.approx(5 / 7)
    assert measures["classes"]["background"]["true_px"] == 10
    assert measures["pixels"] == 16
    assert json.loads(json.dumps(measures)) == measures
    without_background = of_matrix([[5, 1], [1, 9]]).measures(Legend.from_names(["dike", "lake"]))
    assert list(without_background["averages"]) == ["all_classes"]


def test_the_plain_form_brings_back_the_same() -> None:
    confusion = of_pixels([1, 2, 3, 3, 2, 0], [1, 2, 2, 0, 1, 1])
    back = Confusion.from_dict(json.loads(json.dumps(confusion.to_dict())))
    assert np.array_equal(back.counts, confusion.counts)
    assert back.counts.dtype == np.int64


@pytest.mark.parametrize(
    ("truth", "predicted", "message"),
    [
        (np.zeros((2, 3), np.uint8), np.zeros((3, 2), np.uint8), "don't cover the same pixels"),
        (np.zeros(3, np.uint8), np.zeros(3, np.float32), "Predictions must be class ids, whole numbers, not float32"),
        (np.array([1, 4], np.uint8), np.array([1, 1], np.uint8), "Labels from 1 to 4 don't fit a legend of 3 classes"),
        (np.array([1, 1]), np.array([-1, 1]), "Predictions from -1 to 1"),
    ],
)
def test_arrays_that_do_not_fit_are_refused_and_count_nothing(
    truth: np.ndarray, predicted: np.ndarray, message: str
) -> None:
    confusion = Confusion(3)
    with pytest.raises(BadInputError, match=message):
        confusion.add(truth, predicted)
    assert not confusion.counts.any()


def test_another_number_of_classes_is_refused() -> None:
    with pytest.raises(BadInputError, match="2 and of 3 classes"):
        Confusion(3).merge(Confusion(2))
    with pytest.raises(BadInputError, match="3 classes don't fit a legend of 2"):
        Confusion(3).measures(Legend.from_names(["dike", "lake"]))


@given(st.integers(0, 2**32 - 1), st.integers(1, 20))
def test_areas_follow_the_rows(seed: int, classes: int) -> None:
    random = np.random.default_rng(seed)
    truth, predicted = random.integers(0, classes + 1, (2, 5, 7)).astype(np.uint8)
    rows = random.uniform(1, 2, 5)
    confusion = Confusion(classes)
    confusion.add(truth, predicted, rows)
    weights = np.repeat(rows, 7)
    labels = list(range(classes + 1))
    wanted = metrics.confusion_matrix(truth.ravel(), predicted.ravel(), labels=labels, sample_weight=weights)
    np.testing.assert_allclose(confusion.areas_m2, wanted[1:])
    even = Confusion(classes)
    even.add(truth, predicted, np.full(5, 3.0))
    np.testing.assert_allclose(even.areas_m2, 3.0 * even.counts)
    np.testing.assert_array_equal(even.counts, confusion.counts)
