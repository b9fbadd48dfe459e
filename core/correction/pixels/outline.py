"""The outline of pixels: rings along their borders, exactly."""

from __future__ import annotations

import numpy as np

from .runs import Runs

Rings = list[np.ndarray]
"""A polygon: closed rings (N, 2) of columns and rows, the shell first and then the holes."""


def outline(runs: Runs) -> list[Rings]:
    """Draw the borders of a set of pixels as polygons, one for each 4-connected piece.

    Corners are where a vertical border begins or ends. Sorted by row, each is joined with its neighbour by a horizontal
    border; sorted by column, by a vertical one. Where two pixels touch at a corner alone, it counts twice: once for
    each where they belong to two pieces, so that these stay apart; within one piece it parts what lies between them,
    so that no ring touches itself.

    Returns:
        For every piece its rings, float64 columns and rows of pixel corners.
    """
    if runs.is_empty:
        return []
    corners = _corners(runs)
    _pass_through(runs, corners)
    walk, starts = _walked(corners)
    parents = _parents(runs, corners, walk, starts)
    polygons: dict[int, Rings] = {}
    for number, ring in enumerate(_closed(corners, walk, starts)):
        polygons.setdefault(parents[number], []).append(ring)
    return list(polygons.values())


def _corners(runs: Runs) -> np.ndarray:
    """Find the corners int64 (N, 3) as row, column, and 0 for a right border or 1 for a left one, sorted.

    Neighbours in this order, the first with the second and so on, are joined by a horizontal border.
    """
    row = np.concatenate([runs.row, runs.row]).astype(np.int64)
    side = np.concatenate([runs.end.astype(np.int64) * 2, runs.start.astype(np.int64) * 2 + 1])
    low = int(side.min())
    span = int(side.max()) - low + 1
    keys = np.concatenate([row, row + 1]) * span + np.concatenate([side, side]) - low
    keys.sort()
    same = np.zeros(len(keys), bool)  # a border that goes on through two rows meets itself here: no corner
    same[1:] = keys[1:] == keys[:-1]
    same[:-1] |= same[1:]
    rows, sides = np.divmod(keys[~same], span)
    sides += low
    return np.column_stack([rows, sides >> 1, sides & 1])


def _pass_through(runs: Runs, corners: np.ndarray) -> None:
    """Change the order of corners that count twice where the pixels that touch there belong to one piece."""
    twice = np.flatnonzero((corners[1:, :2] == corners[:-1, :2]).all(axis=1))
    if not len(twice):
        return
    row, col = corners[twice, 0], corners[twice, 1]
    piece = runs.components()
    sides = []
    for side in (runs.end, runs.start):
        keys = (runs.row.astype(np.int64) << 32) + side
        indices = [np.searchsorted(keys, (line << 32) + col).clip(max=len(keys) - 1) for line in (row - 1, row)]
        above = keys[indices[0]] == ((row - 1) << 32) + col
        sides.append(piece[np.where(above, *indices)])
    same = twice[sides[0] == sides[1]]
    corners[same], corners[same + 1] = corners[same + 1], corners[same].copy()


def _walked(corners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Walk along the borders: the places of the corners ring after ring, and where in them every ring starts.

    A ring starts at its uppermost corner, the left one of these.
    """
    order = np.lexsort((corners[:, 0], corners[:, 2], corners[:, 1]))
    vertical = np.empty(len(corners), np.int64)
    vertical[order[0::2]], vertical[order[1::2]] = order[1::2], order[0::2]
    down = vertical.tolist()
    seen = bytearray(len(corners))
    walk: list[int] = []
    starts: list[int] = []
    for first in range(0, len(corners), 2):
        if seen[first]:
            continue
        starts.append(len(walk))
        index = first
        while not seen[index]:
            across = index ^ 1
            seen[index] = seen[across] = 1
            walk += (index, across)
            index = down[across]
    return np.array(walk), np.array(starts)


def _closed(corners: np.ndarray, walk: np.ndarray, starts: np.ndarray) -> list[np.ndarray]:
    """Give the rings as closed lines of columns and rows."""
    ends = np.append(starts[1:], len(walk))
    points = np.insert(walk, ends, walk[starts])
    return np.split(corners[points][:, 1::-1].astype(np.float64), ends[:-1] + np.arange(1, len(ends)))


def _parents(runs: Runs, corners: np.ndarray, walk: np.ndarray, starts: np.ndarray) -> list[int]:
    """Give the shell that every ring belongs to, by number.

    A hole lies to the right of a run; the left border of that run belongs to the shell, or to an earlier hole of it.
    """
    parents = list(range(len(starts)))
    holes = np.flatnonzero(corners[walk[starts], 2] == 0)
    if not len(holes):
        return parents
    ring = np.empty(len(corners), np.int64)
    ring[walk] = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(walk))))
    row, col = corners[walk[starts[holes]], :2].T
    ends = (runs.row.astype(np.int64) << 32) + runs.end
    begun = runs.start[np.searchsorted(ends, (row << 32) + col)].astype(np.int64)
    left = np.flatnonzero(corners[:, 2] == 1)
    keys = (corners[left, 1] << 32) + corners[left, 0]
    order = np.argsort(keys)
    borders = left[order[np.searchsorted(keys[order], (begun << 32) + row, "right") - 1]]
    for hole, before in zip(holes.tolist(), ring[borders].tolist()):
        parents[hole] = parents[before]
    return parents
