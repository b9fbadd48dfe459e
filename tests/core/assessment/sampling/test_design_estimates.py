"""Design-based estimates against the worked examples of their papers, and by simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from outcrop.core.assessment.sampling.design_estimates import (
    Answers,
    check_strata,
    compare_two,
    estimate,
    poststratified,
)
from outcrop.core.errors import BadInputError
from scipy.stats import binomtest

OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
"""Table 8 of Olofsson et al. 2014: rows mapped as deforestation, forest gain, stable forest, stable non-forest."""
OLOFSSON_PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
LETTERS = "ABCD"


def answers_of(matrix: np.ndarray, pixels: np.ndarray, area_m2: float = 1.0) -> Answers:
    mapped, true = np.nonzero(matrix)
    mapped, true = (np.repeat(one, matrix[mapped, true]) for one in (mapped, true))
    return Answers(mapped, mapped + 1, true + 1, np.full(len(mapped), area_m2), pixels)


def equation_7() -> list[float]:
    """Give the standard errors of producer's accuracies as Olofsson et al. 2014 write them, term by term."""
    points, errors = OLOFSSON.sum(axis=1), []
    within = OLOFSSON / points[:, None]
    for j in range(4):
        whole = (OLOFSSON_PIXELS * within[:, j]).sum()
        users, producers = within[j, j], OLOFSSON_PIXELS[j] * within[j, j] / whole
        first = OLOFSSON_PIXELS[j] ** 2.0 * (1 - producers) ** 2 * users * (1 - users) / (points[j] - 1)
        rest = sum(
            OLOFSSON_PIXELS[i] ** 2.0 * within[i, j] * (1 - within[i, j]) / (points[i] - 1) for i in range(4) if i != j
        )
        errors.append(math.sqrt(first + producers**2 * rest) / whole)
    return errors


def test_the_example_of_olofsson_2014() -> None:
    found = estimate(answers_of(OLOFSSON, OLOFSSON_PIXELS, 900.0), 4)
    assert (found.overall.value, 1.96 * found.overall.error) == pytest.approx((0.947, 0.0185), abs=6e-4)
    users = [(0.88, 0.07), (0.73, 0.10), (0.93, 0.04), (0.96, 0.02)]
    producers = [(0.75, 0.21), (0.85, 0.25), (0.93, 0.03), (0.96, 0.02)]
    hectares = [(21_158, 6158), (11_686, 3756), (285_770, 15_510), (581_386, 16_282)]
    for own, user, producer, area in zip(found.classes, users, producers, hectares):
        assert own.users is not None
        assert own.producers is not None
        assert (own.users.value, 1.96 * own.users.error) == pytest.approx(user, abs=0.0051)
        assert (own.producers.value, 1.96 * own.producers.error) == pytest.approx(producer, abs=0.0051)
        assert (own.area_m2.value / 1e4, 1.96 * own.area_m2.error / 1e4) == pytest.approx(area, rel=3e-4)
    assert [own.producers.error for own in found.classes if own.producers] == pytest.approx(equation_7(), rel=1e-3)
    assert found.counts == tuple(map(tuple, OLOFSSON.tolist()))
    assert np.sum(found.matrix) == pytest.approx(1.0)


def test_the_example_of_stehman_2014_whose_strata_are_not_the_classes() -> None:
    strata = np.repeat(np.arange(4), 10)
    mapped = "A" * 7 + "B" * 3 + "A" + "B" * 11 + "C" * 6 + "BB" + "D" * 10
    true = "A" * 5 + "CBABC" + "A" + "B" * 5 + "AABB" + "C" * 5 + "DDBBA" + "D" * 7 + "CCB"
    sizes = np.array([40_000, 30_000, 20_000, 10_000])
    ids = [np.array([LETTERS.index(letter) + 1 for letter in text]) for text in (mapped, true)]
    found = estimate(Answers(strata, *ids, np.ones(40), sizes), 4)
    shares = [own.area_m2.value / 1e5 for own in found.classes]
    assert shares[0] == pytest.approx(0.35)
    assert shares[2] == pytest.approx(0.20)
    assert found.classes[0].area_m2.error / 1e5 == pytest.approx(0.082, abs=6e-4)
    assert found.classes[2].area_m2.error / 1e5 == pytest.approx(0.064, abs=6e-4)
    assert (found.overall.value, found.overall.error) == pytest.approx((0.63, 0.085), abs=6e-4)
    of_b = found.classes[1]
    assert of_b.users is not None
    assert of_b.producers is not None
    assert (of_b.users.value, of_b.users.error) == pytest.approx((0.574, 0.125), abs=6e-4)
    assert (of_b.producers.value, of_b.producers.error) == pytest.approx((0.794, 0.114), abs=3e-3)
    assert found.matrix[1][2] == pytest.approx(0.08)


def test_unit_areas_count_by_hand() -> None:
    answers = Answers(np.zeros(4, int), np.array([1, 1, 2, 2]), np.array([1, 2, 2, 2]), np.array([1.0, 2, 3, 4]),
                      np.array([1000]))  # fmt: skip
    found = estimate(answers, 2)
    assert found.classes[0].area_m2.value == pytest.approx(1000 * 1 / 4)
    assert found.classes[1].area_m2.value == pytest.approx(1000 * 9 / 4)
    assert found.overall.value == pytest.approx(8 / 10)
    spread = np.var([0, 2, 3, 4], ddof=1)
    assert found.classes[1].area_m2.error == pytest.approx(1000 * math.sqrt((1 - 4 / 1000) * spread / 4))


@pytest.mark.parametrize("degrees", [False, True])
def test_intervals_hold_as_often_as_they_say(degrees: bool) -> None:
    random = np.random.default_rng(7)
    pixels = 60_000
    mapped = random.choice([1, 2, 3], pixels, p=[0.1, 0.3, 0.6])
    true = np.where(
        random.random(pixels) < np.array([0, 0.8, 0.85, 0.9])[mapped], mapped, random.integers(1, 4, pixels)
    )
    areas = np.cos(np.linspace(0.3, 1.1, pixels)) if degrees else np.ones(pixels)
    sizes = np.bincount(mapped, minlength=4)[1:]
    members = [np.flatnonzero(mapped == number) for number in (1, 2, 3)]
    wanted = [areas[mapped == true].sum() / areas.sum(), *(areas[true == number].sum() for number in (1, 2, 3))]
    held = np.zeros(4)
    for _ in range(1000):
        chosen = np.concatenate([random.choice(own, size, replace=False) for own, size in zip(members, (75, 75, 150))])
        found = estimate(Answers(mapped[chosen] - 1, mapped[chosen], true[chosen], areas[chosen], sizes), 3, 0.9)
        intervals = [found.overall, *(own.area_m2 for own in found.classes)]
        held += [interval.low <= value <= interval.high for interval, value in zip(intervals, wanted)]
    assert ((held >= 870) & (held <= 930)).all(), held


def test_a_simple_random_sample_is_poststratified_to_the_map() -> None:
    plain = Answers(np.zeros(565, int), *(getattr(answers_of(OLOFSSON, OLOFSSON_PIXELS), name)
                    for name in ("mapped", "true", "areas_m2")), np.array([10_000_000]))  # fmt: skip
    answers = Answers(plain.strata[: len(plain.mapped)], plain.mapped, plain.true, plain.areas_m2, plain.sizes)
    again = estimate(poststratified(answers, OLOFSSON_PIXELS), 4)
    assert again.overall == estimate(answers_of(OLOFSSON, OLOFSSON_PIXELS), 4).overall
    assert again.matrix == estimate(answers_of(OLOFSSON, OLOFSSON_PIXELS), 4).matrix


def test_a_simple_random_sample_serves_a_map_of_other_pixels_and_with_a_rare_class() -> None:
    random = np.random.default_rng(1)
    true = np.where(random.random(60) < 0.25, 2, 1)
    mapped = np.where(random.random(60) < 0.1, 3 - true, true)
    answers = Answers(np.zeros(60, int), mapped, true, np.full(60, 100.0), np.array([40_000]))
    areas = np.array([3_000_000.0, 1_000_000.0, 0.0])
    plain = estimate(poststratified(answers, areas), 3)
    assert sum(one.area_m2.value for one in plain.classes) == pytest.approx(4_000_000)
    rare = estimate(
        poststratified(answers, areas + np.array([-600.0, 0.0, 600.0])), 3
    )  # of which no point happens to lie on it
    assert sum(one.area_m2.value for one in rare.classes) == pytest.approx(4_000_000)
    assert rare.classes[0].area_m2.value == pytest.approx(plain.classes[0].area_m2.value, rel=1e-3)
    off = Answers(answers.strata, np.where(np.arange(60) < 12, 0, mapped), true, answers.areas_m2, answers.sizes)
    parts = estimate(poststratified(off, np.array([2_400_000.0, 800_000.0, 0.0])), 3)
    assert sum(one.area_m2.value for one in parts.classes) == pytest.approx(4_000_000)
    alone = Answers(np.zeros(2, int), np.array([1, 2]), np.array([1, 2]), np.ones(2), np.array([10]))
    assert estimate(poststratified(alone, np.array([5.0, 5.0])), 2).overall.value == 1.0


@pytest.mark.parametrize("error", [0.01, 0.03])
def test_accuracies_of_1_hold_as_often_as_they_say(error: float) -> None:
    """Of a large stratum and small ones with as many points each, in which hardly any point is wrong."""
    random = np.random.default_rng(3)
    sizes = np.array([950_000, *[5_000] * 10])
    strata = np.repeat(np.arange(len(sizes)), 30)
    held = np.zeros(2)
    producers = sizes[1] / (sizes[1] + error * sizes[0])
    for _ in range(200):
        wrong = (strata == 0) & (random.random(len(strata)) < error)
        found = estimate(Answers(strata, strata + 1, np.where(wrong, 2, strata + 1), np.ones(len(strata)), sizes), 11)
        one = found.classes[1].producers
        assert one is not None
        for place, (interval, value) in enumerate(
            ((found.overall, 1 - error * sizes[0] / sizes.sum()), (one, producers))
        ):
            held[place] += interval.low <= value <= interval.high
    assert (held / 200 > 0.9).all()


def test_where_all_agree_the_interval_is_not_empty() -> None:
    answers = Answers(np.zeros(30, int), np.ones(30, int), np.ones(30, int), np.ones(30), np.array([10_000]))
    found = estimate(answers, 2, 0.95)
    assert found.overall.high == 1.0
    exact = binomtest(30, 30).proportion_ci(0.95, "exact").low
    assert found.overall.low == pytest.approx(1 - (1 - exact) * math.sqrt(1 - 30 / 10_000))  # of a finite population
    assert found.classes[1].users is None


def test_points_off_the_map_count_for_areas_only() -> None:
    answers = Answers(np.zeros(4, int), np.array([1, 0, 2, 2]), np.array([1, 2, 2, 1]), np.ones(4), np.array([400]))
    found = estimate(answers, 2)
    assert found.overall.value == pytest.approx(2 / 3)
    assert found.classes[1].area_m2.value == pytest.approx(200)
    assert found.classes[1].producers is not None
    assert found.classes[1].producers.value == pytest.approx(0.5)


def test_too_few_answers_are_refused_by_name() -> None:
    with pytest.raises(BadInputError, match=r"“dike” \(1\), “pond” \(0\)"):
        check_strata(["rock", "dike", "pond"], np.array([0, 0, 0, 1]))


def test_two_maps_are_compared_by_an_exact_test() -> None:
    first, second = np.array([1] * 15 + [2] * 5 + [3] * 2), np.array([2] * 15 + [1] * 5 + [4] * 2)
    found = compare_two(first, second, np.full(22, 1), np.ones(22), 0.2)
    assert (found.first_right, found.second_right, found.neither) == (15, 5, 2)
    assert found.p_value == pytest.approx(0.04138947)
    assert found.difference.value == pytest.approx(0.2 * 10 / 22)
    low, high = (0.2 * ((10 / 24) + sign * 1.959964 * math.sqrt(21 - 100 / 24) / 24) for sign in (-1, 1))
    assert (found.difference.low, found.difference.high) == pytest.approx((low, high))  # Agresti & Min 2005, by hand
    assert found.first_share.low < 0.75 < found.first_share.high
    with pytest.raises(BadInputError, match="Neither map"):
        compare_two(np.array([1]), np.array([2]), np.array([3]), np.ones(1), 0.2)
    wide = compare_two(np.array([1, 2]), np.array([2, 1]), np.array([1, 1]), np.array([3.0, 1.0]), 0.2)
    assert wide.difference.value == pytest.approx(0.2 * (3 - 1) / 4)  # every point counts with its own area


def test_the_gain_of_one_map_holds_as_often_as_it_says() -> None:
    random, held = np.random.default_rng(4), 0
    population = random.choice([1, -1, 0], 100_000, p=[0.5, 0.3, 0.2])
    for _ in range(1000):
        won = population[random.integers(0, 100_000, 60)]
        first, second = np.where(won == 1, 1, 2), np.where(won == -1, 1, 3)
        gain = compare_two(first, second, np.ones(60, int), np.ones(60), 0.25, 0.9).difference
        held += gain.low <= 0.25 * population.mean() <= gain.high
    assert 870 <= held <= 930, held


@pytest.mark.parametrize("points", [4, 8])
def test_small_samples_do_not_promise_too_much(points: int) -> None:
    """Areas of classes that are common in every stratum, from a handful of points: by z they hold but in 83 of 100."""
    random, held = np.random.default_rng(9), 0
    sizes = np.array([30_000, 20_000])
    shares = np.array([0.45, 0.6])
    true = [np.where(random.random(size) < share, 1, 2) for size, share in zip(sizes, shares)]
    wanted = sum(int((own == 1).sum()) for own in true)
    strata = np.repeat([0, 1], points)
    for _ in range(1000):
        answers = np.concatenate([random.choice(own, points, replace=False) for own in true])
        area = estimate(Answers(strata, strata + 1, answers, np.ones(2 * points), sizes), 2, 0.9).classes[0].area_m2
        held += area.low <= wanted <= area.high
    assert 860 <= held <= 960, held


def test_where_every_stratum_agrees_with_itself_no_interval_is_empty() -> None:
    strata = np.repeat([0, 1], [21, 20])
    answers = Answers(strata, strata + 1, np.ones(41, int), np.ones(41), np.array([4400, 4200]))
    found = estimate(answers, 2, 0.95)
    assert found.overall.value == pytest.approx(4400 / 8600)
    assert found.overall.low < 0.45
    assert found.overall.high > 0.58
    area, none = (own.area_m2 for own in found.classes)
    assert (area.value, area.high) == (pytest.approx(8600), pytest.approx(8600))
    assert area.low < 8000
    assert (none.value, none.low) == (0, 0)
    assert none.high > 600
    whole = estimate(Answers(strata, strata + 1, np.ones(41, int), np.ones(41), np.array([21, 20])), 2)
    assert whole.overall.low == whole.overall.high == pytest.approx(21 / 41)
