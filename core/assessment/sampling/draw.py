"""A stratified random sample of a map's pixels, drawn in two passes over its windows: memory follows the windows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from ...geodata.grid import Grid, Window
from ...geodata.pixel_areas import row_areas_m2

Strata = Callable[[Window], np.ndarray]
"""Gives the stratum of every pixel of a window (H, W), from 1; 0 belongs to none."""


@dataclass(frozen=True, eq=False)
class Population:
    """What there is to draw from.

    Attributes:
        pixels: By stratum (H,).
        areas_m2: By stratum (H,).
        by_window: Pixels of each window and stratum (windows, H).
    """

    pixels: np.ndarray
    areas_m2: np.ndarray
    by_window: np.ndarray


@dataclass(frozen=True, eq=False)
class Drawn:
    """The pixels drawn, in the order in which they are to be answered: every beginning of it is a random sample too.

    Attributes:
        rows: Of each (N,).
        cols: Of each (N,).
        strata: The stratum of each (N,), from 1.
        areas_m2: The area of each pixel (N,).
    """

    rows: np.ndarray
    cols: np.ndarray
    strata: np.ndarray
    areas_m2: np.ndarray


def count(strata: Strata, number: int, grid: Grid, windows: Iterable[Window]) -> Population:
    """Count the pixels of every stratum 1…number."""
    by_window, areas = [], np.zeros(number + 1)
    for window in windows:
        values = strata(window)
        rows = row_areas_m2(grid, window)
        if np.ptp(rows) > 0:
            bins = values.astype(np.int64) + np.arange(window.height)[:, None] * (number + 1)
            by_row = np.bincount(bins.ravel(), minlength=window.height * (number + 1)).reshape(window.height, -1)
            counts = by_row.sum(axis=0)
            areas += rows @ by_row
        else:
            counts = np.bincount(values.ravel(), minlength=number + 1)
            areas += counts * rows[0]
        by_window.append(counts[1:])
    table = np.array(by_window, np.int64).reshape(-1, number)
    return Population(table.sum(axis=0), areas[1:], table)


def draw(
    strata: Strata, population: Population, points: np.ndarray, grid: Grid, windows: Iterable[Window], seed: int
) -> Drawn:
    """Draw so many pixels of each stratum (H,), without replacement, each of a stratum with the same chance.

    Args:
        strata: As when they were counted.
        population: What was counted.
        points: How many to draw of each.
        grid: The map's pixels.
        windows: The same ones in the same order.
        seed: The same seed draws the same pixels.
    """
    random = np.random.default_rng(seed)
    ranks = [
        np.sort(random.choice(int(size), int(wanted), replace=False, shuffle=False)) if wanted else np.zeros(0, int)
        for size, wanted in zip(population.pixels, points)
    ]
    before = np.vstack([np.zeros(len(points), np.int64), population.by_window.cumsum(axis=0)])
    parts: list[np.ndarray] = []
    for number, window in enumerate(windows):
        by_stratum = [
            drawn[(drawn >= before[number, h]) & (drawn < before[number + 1, h])] - before[number, h]
            for h, drawn in enumerate(ranks)
        ]
        if not any(len(chosen) for chosen in by_stratum):
            continue
        values, areas = strata(window).ravel(), row_areas_m2(grid, window)
        for h, chosen in enumerate(by_stratum, start=1):
            if len(chosen):
                rows, cols = np.divmod(np.flatnonzero(values == h)[chosen], window.width)
                parts.append(
                    np.column_stack([window.row + rows, window.col + cols, np.full(len(rows), h), areas[rows]])
                )
    table = random.permutation(np.concatenate(parts))
    rows, cols, own_strata = table[:, :3].astype(np.int64).T
    return Drawn(rows, cols, own_strata, table[:, 3])
