"""Accuracy and areas from a stratified random sample, with standard errors and confidence intervals.

Where the strata are the map's classes these are the estimators of Olofsson et al. 2014 (Remote Sensing of Environment
148, 42–57, doi 10.1016/j.rse.2014.02.015); where they aren't, as with a sample that was drawn for another map, those of
Stehman 2014 (International Journal of Remote Sensing 35, 4923–4939, doi 10.1080/01431161.2014.930207), of which
Olofsson's are a case. Every sample unit counts with its own area, as in Tyukavina et al. 2025 (Remote Sensing of
Environment 324, 114714, doi 10.1016/j.rse.2025.114714, appendix A.1.1), so that degrees are no hindrance. Limits are
Student's, by the effective degrees of freedom of a stratified sample (Cochran 1977, Sampling Techniques, equation
5.16), so that small samples don't promise too much.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import BadInputError

_FEWEST = 2
"""Points of a stratum: of one alone no spread is known."""


@dataclass(frozen=True)
class Estimate:
    """An estimate with its standard error and the limits of its confidence interval."""

    value: float
    error: float
    low: float
    high: float


@dataclass(frozen=True)
class ClassEstimates:
    """What the sample says of one class; None where the map, or the sample, has none of it.

    Attributes:
        users: User's accuracy: the share of what is mapped as the class that is it.
        producers: Producer's accuracy: the share of the class that is mapped as it.
        area_m2: The class's true area, from the answers, not from counting pixels.
        mapped: Points on pixels mapped as the class.
        answered: Points answered as it.
    """

    users: Estimate | None
    producers: Estimate | None
    area_m2: Estimate
    mapped: int
    answered: int


@dataclass(frozen=True)
class DesignEstimates:
    """What the sample says of the map.

    Attributes:
        overall: Overall accuracy.
        classes: Every class, in the order of their ids.
        matrix: The population matrix: estimated shares of the area, rows mapped, columns true (K, K).
        counts: The points likewise (K, K).
        points: How many were used.
    """

    overall: Estimate
    classes: tuple[ClassEstimates, ...]
    matrix: tuple[tuple[float, ...], ...]
    counts: tuple[tuple[int, ...], ...]
    points: int


@dataclass(frozen=True, eq=False)
class Answers:
    """The sample units that have an answer.

    Attributes:
        strata: Place of each one's stratum (N,), from 0.
        mapped: Class id of the map (N,), 0 where the map has none.
        true: Class id of the answer (N,).
        areas_m2: Area of each unit (N,).
        sizes: Units of each stratum in the whole map (H,).
    """

    strata: np.ndarray
    mapped: np.ndarray
    true: np.ndarray
    areas_m2: np.ndarray
    sizes: np.ndarray


class _Design:
    """Totals and ratios over a stratified sample."""

    def __init__(self, answers: Answers, confidence: float) -> None:
        self._strata, self._sizes = answers.strata, answers.sizes.astype(float)
        self._points = np.bincount(self._strata, minlength=len(self._sizes))
        self._weights = (self._sizes / np.maximum(self._points, 1))[self._strata]
        self._fraction = np.maximum(0.0, 1.0 - self._points / self._sizes)
        self._miss = 1.0 - confidence

    def total(self, values: np.ndarray) -> float:
        """Estimate the total of a quantity over the map (Tyukavina et al. 2025, A.7)."""
        return float(self._weights @ values)

    def error(self, values: np.ndarray) -> float:
        """Give the standard error of a total; strata count apart, with their finite population."""
        return math.sqrt(float(self._variances(values).sum()))

    def _variances(self, values: np.ndarray) -> np.ndarray:
        """Give what each stratum adds to the variance of a total (H,)."""
        means = np.bincount(self._strata, values, len(self._sizes)) / np.maximum(self._points, 1)
        squares = np.bincount(self._strata, (values - means[self._strata]) ** 2, len(self._sizes))
        variances = squares / np.maximum(self._points - 1, 1)
        parts: np.ndarray = self._sizes**2 * self._fraction * variances / np.maximum(self._points, 1)
        return parts

    def _half_width(self, values: np.ndarray) -> float:
        """Give how far the limits of a total's interval lie from it."""
        from scipy.stats import t

        parts = self._variances(values)
        whole, below = float(parts.sum()), float((parts**2 / np.maximum(self._points - 1, 1)).sum())
        return float(t.ppf(1.0 - self._miss / 2, whole**2 / below)) * math.sqrt(whole) if below > 0 else 0.0

    def sum(self, areas: np.ndarray, chosen: np.ndarray) -> Estimate:
        """Estimate the area of the units that are chosen, with its interval between 0 and the whole area.

        Where all units of every stratum agree, the limits are those that `_reach` gives.
        """
        values, whole = areas * chosen, self.total(areas)
        value, error = self.total(values), self.error(values)
        reach = self._reach(areas) if self._agree(values) else self._half_width(values)
        return Estimate(value, error, max(0.0, value - reach), min(max(value, whole), value + reach))

    def mapped_ratio(self, right: np.ndarray, mapped: np.ndarray) -> Estimate | None:
        """Estimate which share is right of what the map says, with its interval within 0…1 (Stehman 2014, equation 27).

        Where the units of every stratum agree, the spread in the sample is 0 though that of the map need not be: then
        the limits are those that `_reach` gives.
        """
        whole = self.total(mapped)
        if whole <= 0:
            return None
        value, error, half_width = self._ratio(right, mapped, whole)
        reach = self._reach(mapped) / whole if self._agree(right) and self._agree(mapped) else half_width
        return Estimate(value, error, max(0.0, value - reach), min(1.0, value + reach))

    def true_ratio(self, areas: np.ndarray, is_mapped: np.ndarray, is_true: np.ndarray) -> Estimate | None:
        """Estimate which share of a class is mapped as it, with its interval within 0…1 (Stehman 2014, equation 27).

        Where no unit of the class was met that is mapped as something else, or none that is mapped as it, there may be
        some all the same, in strata of any size: as many as `_reach` leaves open, however often the class was met.
        """
        whole = self.total(areas * is_true)
        if whole <= 0:
            return None
        value, error, half_width = self._ratio(areas * is_mapped * is_true, areas * is_true, whole)
        if 0 < value < 1:
            agree = self._agree(areas * is_mapped * is_true) and self._agree(areas * is_true)
            reach = self._reach(areas) / whole if agree else half_width
            return Estimate(value, error, max(0.0, value - reach), min(1.0, value + reach))
        unmet = self._reach(areas * (is_mapped == (value == 0)))
        far = unmet / (whole + unmet)
        return Estimate(value, error, max(0.0, value - far), min(1.0, value + far))

    def _ratio(self, above: np.ndarray, below: np.ndarray, whole: float) -> tuple[float, float, float]:
        """Give a ratio of totals, its standard error, and how far its limits lie from it."""
        value = self.total(above) / whole
        residuals = above - value * below
        return value, self.error(residuals) / whole, self._half_width(residuals) / whole

    def _agree(self, values: np.ndarray) -> bool:
        """Say whether all units of each stratum have the quantity, or none of them has."""
        having = np.bincount(self._strata, values != 0, len(self._sizes))
        return bool(((having == 0) | (having == self._points)).all())

    def _reach(self, areas: np.ndarray) -> float:
        """Give how far a total may be off though each stratum's units agree: from the exact limits of their shares."""
        shares = 1.0 - (self._miss / 2) ** (1.0 / np.maximum(self._points, 1))
        means = np.bincount(self._strata, areas, len(self._sizes)) / np.maximum(self._points, 1)
        return math.sqrt(float(((self._sizes * means * shares) ** 2 * self._fraction).sum()))


def estimate(answers: Answers, classes: int, confidence: float = 0.95) -> DesignEstimates:
    """Estimate accuracy and areas of a map of class ids 1…classes.

    Units where the map has no class count for areas, and for the producer's accuracy of what they are; not for the
    overall accuracy.

    Raises:
        BadInputError: When a stratum that is part of the map has fewer than two answers.
    """
    design = _Design(answers, confidence)
    areas, mapped, true = answers.areas_m2, answers.mapped, answers.true
    right = areas * (mapped == true)
    overall = design.mapped_ratio(right, areas * (mapped > 0))
    if overall is None:
        raise BadInputError("No answered point lies where the map has a class. Choose the map of the same place.")
    class_estimates = []
    for number in range(1, classes + 1):
        is_mapped, is_true = mapped == number, true == number
        class_estimates.append(
            ClassEstimates(
                design.mapped_ratio(areas * is_mapped * is_true, areas * is_mapped),
                design.true_ratio(areas, is_mapped, is_true), design.sum(areas, is_true),
                int(np.count_nonzero(is_mapped)), int(np.count_nonzero(is_true)),
            )
        )  # fmt: skip
    cells = [[areas * ((mapped == i) & (true == j)) for j in range(1, classes + 1)] for i in range(1, classes + 1)]
    whole = design.total(areas)
    return DesignEstimates(
        overall, tuple(class_estimates), tuple(tuple(design.total(cell) / whole for cell in row) for row in cells),
        tuple(tuple(int(np.count_nonzero(cell)) for cell in row) for row in cells), len(mapped),
    )  # fmt: skip


def check_strata(names: Sequence[str], strata: np.ndarray) -> None:
    """Refuse a sample of which too little is answered.

    Raises:
        BadInputError: Naming the strata that have fewer than two answers.
    """
    points = np.bincount(strata, minlength=len(names))
    thin = [f"“{name}” ({number})" for name, number in zip(names, points) if number < _FEWEST]
    if thin:
        raise BadInputError(
            (
                "At least two points of every stratum need an answer; there are fewer in {thin}. Answer more points "
                "first: they are in random order, so that every beginning of them is a sample."
            ),
            thin=", ".join(thin),
        )


def poststratified(answers: Answers, areas_m2: np.ndarray) -> Answers:
    """Give the answers of a simple random sample as those of one stratified by the map's classes (Olofsson, section 5).

    Points where the map has no class are a stratum: what is left of the ground that the sample was drawn from. Strata
    of fewer than two points, which say nothing of their spread, are one, with the smallest other one if need be.

    Args:
        answers: Of one stratum.
        areas_m2: The area of class 1…K in the map (K,).
    """
    points = np.bincount(answers.mapped, minlength=len(areas_m2) + 1)
    of_classes = areas_m2 / answers.areas_m2.mean()
    rest = max(answers.sizes[0] - of_classes.sum(), 1.0) if points[0] else 0.0
    sizes = np.array([rest, *of_classes])
    present = np.flatnonzero((sizes > 0) | (points > 0))
    order = present[np.argsort(points[present] * sizes.max() + sizes[present])]  # the fewest points, then the smallest
    groups = [[int(order[0])]]
    for number in order[1:].tolist():
        if points[groups[0]].sum() < _FEWEST or points[number] < _FEWEST:
            groups[0].append(number)
        else:
            groups.append([number])
    stratum_of = np.zeros(len(sizes), np.int64)
    for index, group in enumerate(groups):
        stratum_of[group] = index
    totals = np.array([sizes[group].sum() for group in groups])
    return Answers(stratum_of[answers.mapped], answers.mapped, answers.true, answers.areas_m2, totals)


@dataclass(frozen=True)
class TwoMaps:
    """Two maps judged where they differ.

    Attributes:
        first_right: Points where only the first map is right.
        second_right: Points where only the second is.
        neither: Points where neither is.
        first_share: The share of the decided points that the first has right, with its exact interval.
        p_value: How likely so uneven a count is if both were as good: the exact sign test on both sides, which is
            McNemar's exact test (McNemar 1947, doi 10.1007/BF02295996).
        difference: By how much the first map's overall accuracy is higher, over the area that both cover, with the
            interval of Agresti & Min 2005 (doi 10.1002/sim.1781; half a point a cell is added).
    """

    first_right: int
    second_right: int
    neither: int
    first_share: Estimate
    p_value: float
    difference: Estimate


def compare_two(first: np.ndarray, second: np.ndarray, true: np.ndarray, areas_m2: np.ndarray, differing_share: float,
                confidence: float = 0.95) -> TwoMaps:  # fmt: skip
    """Compare two maps by points drawn where they differ, each pixel there with the same chance.

    Args:
        first: Class ids of the first map (N,).
        second: Of the second.
        true: Of the answers.
        areas_m2: Area of each point's pixel (N,).
        differing_share: The share of the area on which the maps differ.
        confidence: Of the interval.

    Raises:
        BadInputError: When there is no point where one of them is right and the other isn't.
    """
    from scipy.stats import binomtest

    won, lost = int(np.count_nonzero(first == true)), int(np.count_nonzero(second == true))
    if not won + lost:
        raise BadInputError("Neither map is right at any of the points, so they can't be told apart. Answer more.")
    test = binomtest(won, won + lost)
    limits = test.proportion_ci(confidence, method="exact")
    share = won / (won + lost)
    spread = math.sqrt(share * (1 - share) / (won + lost))
    gained = (first == true).astype(int) - (second == true)
    return TwoMaps(
        won, lost, len(true) - won - lost, Estimate(share, spread, float(limits.low), float(limits.high)),
        float(test.pvalue), _gain(gained, areas_m2, differing_share, confidence),
    )  # fmt: skip


def _gain(won: np.ndarray, areas_m2: np.ndarray, differing_share: float, confidence: float) -> Estimate:
    """Estimate the gain in accuracy from points that are won (1), lost (−1) or neither (0), each with its area (N,)."""
    from scipy.stats import norm

    mean_area, count = float(areas_m2.mean()), len(won)
    value = float(areas_m2 @ won / areas_m2.sum())
    spread = _root_of_squares(areas_m2 * (won - value)) / areas_m2.sum()
    middle = float(areas_m2 @ won) / ((count + 2) * mean_area)  # as if half a point were won, half lost, one neither
    added = mean_area**2 * (0.5 * (1 - middle) ** 2 + 0.5 * (1 + middle) ** 2 + middle**2)
    squares = float(((areas_m2 * (won - middle)) ** 2).sum()) + added
    reach = float(norm.ppf(0.5 + confidence / 2)) * math.sqrt(squares) / ((count + 2) * mean_area)
    low, high = max(-1.0, middle - reach), min(1.0, middle + reach)
    return Estimate(*(differing_share * one for one in (value, spread, min(low, value), max(high, value))))


def _root_of_squares(values: np.ndarray) -> float:
    return math.sqrt(float((values**2).sum()))
