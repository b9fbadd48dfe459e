"""Wetness: how much ground drains through every pixel, which only the whole raster tells.

Hollows are filled up to where they overflow; water runs to the steepest neighbour, across filled and level ground the
shortest way to where it falls on. The areas are added up by doubling: each round looks twice as far down the streams.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.ndimage import distance_transform_edt, map_coordinates
from skimage.morphology import reconstruction

from ...events import Events
from ...geodata.grid import Window
from ...geodata.pixel_areas import metres_per_pixel, row_areas_m2
from ...geodata.stack import Stack
from ..base.reduced import reduced, reduced_grid

MOST_PIXELS = 4_000_000
"""Of how many pixels at most the water is followed: all are in memory, with some 100 bytes each. Larger rasters are
reduced for it."""
_NEIGHBOURS = tuple((row, col) for row in (-1, 0, 1) for col in (-1, 0, 1) if (row, col) != (0, 0))


class DrainedArea:
    """How much ground drains through every pixel of a raster of any size."""

    def __init__(self, stack: Stack, events: Events) -> None:
        """Follow the water over all of it, on larger pixels where it has more than `MOST_PIXELS`."""
        grid = stack.grid
        self._factor = math.ceil(math.sqrt(grid.width * grid.height / MOST_PIXELS))
        if self._factor > 1:
            events.log(
                "The water is followed on means of {factor} by {factor} pixels, since the raster is large; slopes are "
                "those of its own pixels.",
                factor=self._factor,
            )
        ground = reduced(
            stack, self._factor, lambda share: events.progress(0.05 * share, "Reading the elevation model")
        )
        coarse = reduced_grid(grid, self._factor)
        events.progress(0.05, "Filling hollows")
        filled = fill_hollows(ground)
        events.progress(0.15, "Following the water")
        target = run_off(filled, metres_per_pixel(coarse))
        valid = ~np.isnan(ground)
        area = np.broadcast_to(row_areas_m2(coarse, coarse.window)[:, None], ground.shape)
        total = added_up(target, np.where(valid, area, 0.0), events)
        sides = np.sqrt(area[:, :1])
        self._per_width = np.where(valid, total / sides, np.nan).astype(np.float32)
        if self._factor > 1 and valid.any():
            nearest = distance_transform_edt(~valid, return_distances=False, return_indices=True)
            self._per_width = np.log(self._per_width[tuple(nearest)])

    def per_width(self, window: Window) -> np.ndarray:
        """Give the area in m² that drains through a pixel, its own included, over a pixel's width in m (H, W)."""
        if self._factor == 1:
            return self._per_width[window.slices()]
        rows = (window.row + np.arange(window.height) + 0.5) / self._factor - 0.5
        cols = (window.col + np.arange(window.width) + 0.5) / self._factor - 0.5
        at = np.meshgrid(rows, cols, indexing="ij")
        return np.exp(map_coordinates(self._per_width, at, order=1, mode="nearest"))


def fill_hollows(ground: np.ndarray) -> np.ndarray:
    """Fill hollows up to where they overflow at the edge of the raster or of nodata (H, W), NaN kept.

    Morphological reconstruction by erosion: Soille & Gratin 1994, Journal of Visual Communication and Image
    Representation 5(2), 181–189; the surface is that of Wang & Liu 2006, doi 10.1080/13658810500433453.
    """
    known = ~np.isnan(ground)
    if not known.any():
        return ground
    lowest, highest = float(np.nanmin(ground)), float(np.nanmax(ground))
    padded = np.pad(np.where(known, ground, lowest), 1, constant_values=lowest)
    open_to = np.pad(~known, 1, constant_values=True)  # where water leaves
    seed = np.where(open_to, padded, highest)
    filled = reconstruction(seed, padded, method="erosion")[1:-1, 1:-1]
    return np.where(known, filled, np.nan)


def run_off(filled: np.ndarray, sides: tuple[float, float] = (1.0, 1.0)) -> np.ndarray:
    """Give where the water of every pixel runs to (H·W,), by flat index; itself where it leaves the raster.

    `sides` are the width and the height of a pixel.

    O'Callaghan & Mark 1984, doi 10.1016/S0734-189X(84)80011-0, the steepest of eight neighbours; over level ground the
    way of fewest steps.
    """
    height, width = filled.shape
    padded = np.pad(filled, 1, constant_values=np.nan)
    cell_index = np.arange(height * width).reshape(height, width)
    target, best = cell_index.copy(), np.zeros(filled.shape)
    at_edge = np.zeros(filled.shape, bool)
    for row, col in _NEIGHBOURS:
        near = padded[1 + row : 1 + row + height, 1 + col : 1 + col + width]
        at_edge |= np.isnan(near)
        fall = (filled - near) / np.hypot(row * sides[1], col * sides[0])
        steeper = fall > best
        best[steeper], target[steeper] = fall[steeper], (cell_index + row * width + col)[steeper]
    level = ~np.isnan(filled) & (best == 0) & ~at_edge
    if level.any():
        _cross_level(filled, level, target)
    return target.ravel()


def _cross_level(filled: np.ndarray, level: np.ndarray, target: np.ndarray) -> None:
    """Lead water over level ground to the nearest pixel of the same height from which it falls or leaves.

    From those pixels on, the ground that is as high is gone over step by step, each step all around at once.
    """
    width = filled.shape[1] + 2
    around = np.pad(filled, 1, constant_values=np.nan).ravel()
    waiting = np.pad(level, 1).ravel()
    numbers = np.pad(np.arange(filled.size).reshape(filled.shape), 1).ravel()
    steps = [row * width + col for row, col in _NEIGHBOURS]
    flat = target.reshape(-1)
    starting = np.zeros(waiting.shape, bool)
    for step in steps:
        near = np.flatnonzero(waiting) + step
        starting[near[(around[near] == around[near - step]) & ~waiting[near]]] = True
    front = np.flatnonzero(starting)
    while len(front):
        reached = []
        for step in steps:
            onward = front + step
            cell_index = waiting[onward] & (around[onward] == around[front])
            flat[numbers[onward[cell_index]]] = numbers[front[cell_index]]
            waiting[onward[cell_index]] = False
            reached.append(onward[cell_index])
        front = np.concatenate(reached)


def added_up(target: np.ndarray, area: np.ndarray, events: Events) -> np.ndarray:
    """Add up what reaches every pixel (H, W) along the ways of the water, in as many rounds as a way's length has bits.

    After round k a pixel holds what comes from fewer than 2ᵏ steps away, and knows where its water is 2ᵏ steps on.
    """
    total = area.ravel().astype(np.float64)
    far = np.where(target == np.arange(total.size), -1, target)
    rounds = max(1, total.size.bit_length())
    for number in range(rounds):
        moving = np.flatnonzero(far >= 0)
        if not len(moving):
            break
        events.progress(0.2 + 0.25 * number / rounds, "Following the water")
        total += np.bincount(far[moving], weights=total[moving], minlength=total.size)
        further = np.full(total.size, -1)
        further[moving] = far[far[moving]]
        far = further
    return total.reshape(area.shape)
