"""Assigning whole units (blocks, polygons, scenes) to the parts of a split, so that every class is in every part."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

_TRIALS = 16
_MANY = 5_000
"""From so many units on, chance alone spreads the classes."""


def assign(
    counts: np.ndarray,
    shares: np.ndarray,
    rng: np.random.Generator,
    measured: Callable[[np.ndarray], np.ndarray] | None = None,
) -> tuple[np.ndarray, float]:
    """Assign units to parts at random, stratified by class; the best of several draws.

    The draw is iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011, ECML PKDD) with pixels as weights: the
    rarest class first, each of its units to the part that lacks most of it.

    Args:
        counts: Pixels of each class in each unit (N, C).
        shares: Share of each part (P,), the training part first; they sum to 1.
        rng: Where chance comes from.
        measured: Gives the pixels that each part has of each class (P, C) by the units' parts (N,); by default their sum.

    Returns:
        The part of each unit (N,) from 0, and how bad the draw is: 1 for each class that a part lacks, a fraction for
        shares that are missed.
    """
    measured = measured or (lambda parts: _sums(counts, parts, len(shares)))
    many = len(counts) > _MANY
    best, least = np.zeros(len(counts), np.int64), np.inf
    for _ in range(2 if many else _TRIALS):
        parts = _dealt(counts, shares, rng) if many else _mended(counts, _stratified(counts, shares, rng), len(shares))
        loss = badness(measured(parts), shares, counts.sum(axis=0))
        if loss < least:
            best, least = parts, loss
    return best, float(least)


def badness(sums: np.ndarray, shares: np.ndarray, totals: np.ndarray) -> float:
    """Tell how far parts (P, C) are from their shares (P,) of the classes' totals (C,).

    1 for each class that a part lacks and 10 where that is the training part, and between 0 and 1 for missed shares.
    """
    present = totals > 0
    if not present.any():
        return 0.0
    lacking = (sums[:, present] == 0).astype(float)
    lacking[0] *= 10.0
    reached = sums[:, present] / (totals[present] * shares[:, None])
    by_class = np.abs(np.clip(reached, 0.0, 2.0) - 1.0).mean()
    overall = np.abs(np.clip(sums.sum(axis=1) / (totals.sum() * shares), 0.0, 2.0) - 1.0).mean()
    return float(lacking.sum() + min(0.5 * by_class + 0.5 * overall, 0.999))


def _sums(counts: np.ndarray, parts: np.ndarray, number: int) -> np.ndarray:
    return np.stack([counts[parts == part].sum(axis=0) for part in range(number)])


def _stratified(counts: np.ndarray, shares: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    need = shares[:, None] * counts.sum(axis=0)
    parts = np.full(len(counts), -1)
    units = (counts > 0).sum(axis=0)
    order = rng.permutation(len(counts))
    for place in np.argsort(units, kind="stable"):
        for unit in order[(counts[order, place] > 0) & (parts[order] < 0)]:
            if units[place] == 1:
                part = 0
            else:
                lack = need[:, place]
                most = np.flatnonzero(lack >= lack.max() - 1e-9)
                part = int(most[np.argmax(need[most].sum(axis=1))])
            parts[unit] = part
            need[part] -= counts[unit]
    parts[parts < 0] = 0
    return parts


def _mended(counts: np.ndarray, parts: np.ndarray, number: int) -> np.ndarray:
    """Give each part that lacks a class the smallest unit of it that another part can spare."""
    for place in np.argsort((counts > 0).sum(axis=0), kind="stable"):
        holders = np.flatnonzero(counts[:, place] > 0)
        for part in range(number):
            if (parts[holders] == part).any():
                continue
            spare = [unit for unit in holders if _can_spare(counts, parts, unit)]
            if spare:
                parts[min(spare, key=lambda unit: counts[unit].sum())] = part
    return parts


def _can_spare(counts: np.ndarray, parts: np.ndarray, unit: int) -> bool:
    """Say whether a unit's part keeps every class that the unit holds when it goes."""
    own = counts[unit] > 0
    others = parts == parts[unit]
    others[unit] = False
    return bool((counts[others][:, own].sum(axis=0) > 0).all())


def _dealt(counts: np.ndarray, shares: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Deal units in random order until each part has its share of all pixels."""
    order = rng.permutation(len(counts))
    reached = counts.sum(axis=1)[order].cumsum() / counts.sum()
    parts = np.empty(len(counts), np.int64)
    parts[order] = np.searchsorted(shares.cumsum()[:-1], reached - 1e-12, side="right")
    return parts
