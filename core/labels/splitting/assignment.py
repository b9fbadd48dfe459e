"""Assigning whole units (blocks, polygons, scenes) to the parts of a split, so that every class is in every part."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

_TRIALS = 16
_SWAPS = 200
_MANY = 5_000
"""From so many units on, chance alone spreads the classes."""
_GOOD = 0.02
"""A draw no worse than this isn't bettered unit by unit (ours)."""

Measure = Callable[[np.ndarray], np.ndarray]
"""From the part of each unit (N,) to the pixels that each part then has of each class (P, C)."""


def assign(
    counts: np.ndarray, shares: np.ndarray, rng: np.random.Generator, measure: Measure | None = None
) -> tuple[np.ndarray, float]:
    """Assign units to parts at random, stratified by class: the best of several draws, bettered unit by unit.

    A draw is iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011, ECML PKDD) with pixels as weights: the
    rarest class first, each of its units to the part that lacks most of it.

    Args:
        counts: Pixels of each class in each unit (N, C).
        shares: Share of each part (P,), the training part first; they sum to 1.
        rng: Where chance comes from.
        measure: What the parts are left with; by default the sum of their units.

    Returns:
        The part of each unit (N,) from 0, and how bad the outcome is, as `badness` has it.
    """
    totals = counts.sum(axis=0)

    def loss(parts: np.ndarray) -> float:
        sums = _sums(counts, parts, len(shares)) if measure is None else measure(parts)
        return badness(sums, shares, totals)

    many = len(counts) > _MANY
    best, least = np.zeros(len(counts), np.int64), np.inf
    for _ in range(2 if many else _TRIALS):
        parts = _dealt(counts, shares, rng) if many else _mended(counts, _stratified(counts, shares, rng), len(shares))
        current = loss(parts)
        if current < least:
            best, least = parts, current
    if many or len(shares) < 2:
        return best, float(least)
    for _ in range(_SWAPS):
        if least <= _GOOD:
            break
        parts = best.copy()
        unit = rng.integers(len(parts))
        parts[unit] = (parts[unit] + rng.integers(1, len(shares))) % len(shares)
        current = loss(parts)
        if current < least:
            best, least = parts, current
    return best, float(least)


def assign_more(counts: np.ndarray, fixed: np.ndarray, shares: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Assign those units that have no part yet, so that the parts come near their shares of all units.

    Args:
        counts: Pixels of each class in each unit (N, C).
        fixed: The part of each unit (N,) from 0; −1 for those without one.
        shares: Share of each part (P,), the training part first.
        rng: Where chance comes from.

    Returns:
        The part of each unit (N,); those that had one keep it.
    """
    return _stratified(counts, shares, rng, fixed)


def badness(sums: np.ndarray, shares: np.ndarray, totals: np.ndarray) -> float:
    """Tell how far parts (P, C) are from their shares (P,) of the classes' totals (C,).

    100 for each class that training lacks (without validation it can still be learnt), 10 for any other part that is
    empty, 1 for each class that it lacks, and between 0 and 1 for missed shares.
    """
    present = totals > 0
    if not present.any():
        return 0.0
    lacking = (sums[:, present] == 0).astype(float)
    lacking[0] *= 100.0
    empty = np.count_nonzero(sums.sum(axis=1) == 0)
    reached = sums[:, present] / (totals[present] * shares[:, None])
    overall = sums.sum(axis=1) / (totals.sum() * shares)
    missed = 0.5 * _squares(reached) + 0.5 * _squares(overall)
    return float(10.0 * empty + lacking.sum() + min(missed, 0.999))


def _squares(reached: np.ndarray) -> float:
    """Average the squared distances from 1, between 0 and 1."""
    return float(np.square(np.clip(reached, 0.0, 2.0) - 1.0).mean())


def _sums(counts: np.ndarray, parts: np.ndarray, number: int) -> np.ndarray:
    return np.stack([counts[parts == part].sum(axis=0) for part in range(number)])


def _stratified(
    counts: np.ndarray, shares: np.ndarray, rng: np.random.Generator, fixed: np.ndarray | None = None
) -> np.ndarray:
    need = shares[:, None] * counts.sum(axis=0)
    parts = np.full(len(counts), -1) if fixed is None else fixed.copy()
    need -= _sums(counts, parts, len(shares))
    units = (counts > 0).sum(axis=0)
    order = rng.permutation(len(counts))
    for index in np.argsort(units, kind="stable"):
        for unit in order[(counts[order, index] > 0) & (parts[order] < 0)]:
            part = 0 if units[index] == 1 else _neediest(need, index)
            parts[unit] = part
            need[part] -= counts[unit]
    parts[parts < 0] = 0
    return parts


def _neediest(need: np.ndarray, column: int) -> int:
    """Give the part that lacks most of a class, and among equals most of all classes."""
    most = np.flatnonzero(need[:, column] >= need[:, column].max() - 1e-9)
    return int(most[np.argmax(need[most].sum(axis=1))])


def _mended(counts: np.ndarray, parts: np.ndarray, number: int) -> np.ndarray:
    """Give each part that lacks a class the smallest unit of it that another part can spare."""
    for index in np.argsort((counts > 0).sum(axis=0), kind="stable"):
        holders = np.flatnonzero(counts[:, index] > 0)
        for part in range(number):
            if (parts[holders] == part).any():
                continue
            spare = [unit for unit in holders.tolist() if _can_spare(counts, parts, unit)]
            if spare:
                parts[min(spare, key=lambda unit: counts[unit].sum())] = part
    return parts


def _can_spare(counts: np.ndarray, parts: np.ndarray, unit: int) -> bool:
    """Say whether a unit's part keeps every class that the unit holds when it goes."""
    present = counts[unit] > 0
    others = parts == parts[unit]
    others[unit] = False
    return bool((counts[others][:, present].sum(axis=0) > 0).all())


def _dealt(counts: np.ndarray, shares: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Deal units in random order until each part has its share of all pixels."""
    order = rng.permutation(len(counts))
    reached = counts.sum(axis=1)[order].cumsum() / counts.sum()
    parts = np.empty(len(counts), np.int64)
    parts[order] = np.searchsorted(shares.cumsum()[:-1], reached - 1e-12, side="right")
    return parts
