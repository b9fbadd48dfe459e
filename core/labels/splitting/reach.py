"""Reach: how far the ground lies from labels, and what is held back from what trains.

What is held back tells what a map of the rest is worth where it lies as far from the training's labels as the rest does
from all labels: nearer flatters the map, farther asks more of the model than the map will (nearest neighbour distance
matching; Linnenbrink et al. 2024, Geoscientific Model Development 17, 5897, doi 10.5194/gmd-17-5897-2024). Distances
are counted in the squares of a table, so that they take no longer and no more memory in a large scene.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from scipy.ndimage import distance_transform_edt

from ...geodata.grid import Grid
from .block_table import BlockTable

Ground = Callable[[tuple[int, int]], np.ndarray]
"""Says where a scene has values, reduced to so many rows and columns (H, W)."""
_NEAREST = 0.1
"""Where even this share of a scene lies too far from labels, it isn't looked at where it has values (ours)."""


def ground_reach(
    tables: Sequence[BlockTable], grids: Sequence[Grid], grounds: Sequence[Ground | None], most_px: float
) -> float:
    """Give the mean distance in pixels from the ground without labels to the nearest label.

    Args:
        tables: Labelled pixels of whole grids.
        grids: The grid of each.
        grounds: Where each has values; None is everywhere. They are read only where labels lie all over.
        most_px: What is farther needn't be told.

    Returns:
        Infinite where all of it is labelled, so that there is nothing to map, where a grid has no label, and beyond
        `most_px`.
    """
    found = []
    for table, grid, ground in zip(tables, grids, grounds):
        labelled = table.counts.sum(axis=2)
        if not labelled.any():
            return math.inf
        distances = distance_transform_edt(labelled == 0) * table.side_px
        within = labelled > 0
        distances[within] = (
            table.side_px / 2 / np.sqrt(labelled[within])
        )  # about as of so many points strewn in a square
        if np.quantile(distances, _NEAREST) > most_px:
            return math.inf
        lengths = (
            np.minimum(table.side_px, length - table.side_px * np.arange(count))
            for length, count in zip((grid.height, grid.width), labelled.shape)
        )
        weights = np.maximum(np.outer(*lengths) - labelled, 0)
        found.append((distances, weights if ground is None else weights * ground(labelled.shape)))
    reach = _mean(found)
    return reach if reach <= most_px else math.inf


def held_reach(tables: Sequence[BlockTable], trains: Sequence[np.ndarray], held: Sequence[np.ndarray]) -> float:
    """Give the mean distance in pixels from what is held back to the nearest label that trains.

    Args:
        tables: Labelled pixels.
        trains: For each table, the squares (rows, columns) of which a label trains.
        held: For each table, the squares whose labels are held back.

    Returns:
        Infinite where nothing is held back, and where something is held back in a table of which nothing trains.
    """
    found = []
    for table, training, mask in zip(tables, trains, held):
        weights = np.where(mask, table.counts.sum(axis=2), 0)
        near = distance_transform_edt(~training) * table.side_px if training.any() else np.full(mask.shape, math.inf)
        found.append((near, weights))
    return _mean(found)


def _mean(found: Sequence[tuple[np.ndarray, np.ndarray]]) -> float:
    """Average distances by weights, each (rows, columns); infinite where nothing weighs."""
    pairs = [(distances[weights > 0], weights[weights > 0]) for distances, weights in found]
    distances, weights = (np.concatenate(each) for each in zip(*pairs))
    return float(np.average(distances, weights=weights)) if len(weights) else math.inf
