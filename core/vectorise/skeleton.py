"""Skeletons: from the pixels of a thin feature to the lines along its middle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from skimage.morphology import skeletonize

from .line_network import LineNetwork, Pixel

_AROUND = tuple((row, col) for row in (-1, 0, 1) for col in (-1, 0, 1) if (row, col) != (0, 0))
_SMOOTHED_OVER = 5


@dataclass(frozen=True, eq=False)
class MiddleLine:
    """One line along the middle of a feature.

    Attributes:
        points: (N, 2) column and row, in pixels; the first pixel's centre is 0.5, 0.5.
        width: The feature's mean width along it, in pixels: the area nearest to the line over its length.
    """

    points: np.ndarray
    width: float


def middle_lines(feature: np.ndarray) -> list[MiddleLine]:
    """Find the lines along the middle of one connected feature (H, W).

    Its skeleton is taken apart at junctions; spurs shorter than the feature is wide are dropped, what goes straight on
    through a junction is joined again, and free ends are drawn out to the feature's own end.
    """
    padded = np.pad(feature, 1)
    distance = ndimage.distance_transform_edt(padded)
    network = LineNetwork(_branches(skeletonize(padded)))
    network.drop_spurs(distance)
    network.close_bridges(distance)
    network.join_straight()
    lines = network.lines()
    areas = _areas(lines, padded)
    return [_measured(line, area, distance) for line, area in zip(lines, areas)]


def _areas(lines: list[list[Pixel]], feature: np.ndarray) -> np.ndarray:
    """Count the feature's pixels that are nearest to every line (N,)."""
    owner = np.zeros(feature.shape, np.int32)
    for number, line in enumerate(lines, start=1):
        owner[tuple(np.array(line).T)] = number
    nearest = ndimage.distance_transform_edt(owner == 0, return_distances=False, return_indices=True)
    owners = owner[tuple(nearest[:, feature])]
    counts: np.ndarray = np.bincount(owners, minlength=len(lines) + 1)[1:]
    return counts


def _links(skeleton: np.ndarray) -> dict[Pixel, list[Pixel]]:
    """Give the pixels next to every pixel of a skeleton (H, W) whose edge is empty.

    A diagonal step that two straight ones make anyway is no connection.
    """
    rows, cols = np.nonzero(skeleton)
    pixels = list(zip(rows.tolist(), cols.tolist()))
    links: dict[Pixel, list[Pixel]] = {pixel: [] for pixel in pixels}
    for down, right in _AROUND:
        linked = skeleton[rows + down, cols + right]
        if down and right:
            linked = linked & ~(skeleton[rows + down, cols] | skeleton[rows, cols + right])
        for row, col in zip(rows[linked].tolist(), cols[linked].tolist()):
            links[row, col].append((row + down, col + right))
    return links


def _branches(skeleton: np.ndarray) -> list[list[Pixel]]:
    """Take a skeleton apart into chains of pixels between ends and junctions; a ring begins anywhere."""
    links = _links(skeleton)
    nodes = [pixel for pixel in sorted(links) if len(links[pixel]) != 2]
    walked: set[tuple[Pixel, Pixel]] = set()
    branches = []
    for node in nodes:
        if not links[node]:
            branches.append([node])
        branches += [_walk(node, step, links, walked) for step in links[node] if (node, step) not in walked]
    seen = {pixel for branch in branches for pixel in branch}
    for pixel in sorted(links.keys() - seen):
        if pixel not in seen:
            ring = _walk(pixel, links[pixel][0], links, walked)
            seen.update(ring)
            branches.append(ring)
    return branches


def _walk(node: Pixel, step: Pixel, links: dict[Pixel, list[Pixel]], walked: set[tuple[Pixel, Pixel]]) -> list[Pixel]:
    """Follow a chain from a node until the next one, or around to where it began."""
    chain = [node, step]
    while len(links[chain[-1]]) == 2 and chain[-1] != node:
        one, two = links[chain[-1]]
        chain.append(two if one == chain[-2] else one)
    walked.update(((chain[0], chain[1]), (chain[-1], chain[-2])))
    return chain


def _measured(line: list[Pixel], area: int, distance: np.ndarray) -> MiddleLine:
    """Smooth a chain of pixels of the padded feature, draw out its free ends, and measure the width along it."""
    chain = np.array(line, dtype=np.float64)
    reach = distance[tuple(np.array(line).T)]
    ring = len(line) > 2 and line[0] == line[-1]
    if ring:
        smoothed = ndimage.uniform_filter1d(chain[:-1], _SMOOTHED_OVER, axis=0, mode="wrap")
        smoothed = np.concatenate([smoothed, smoothed[:1]])
    else:
        smoothed = ndimage.uniform_filter1d(chain, _SMOOTHED_OVER, axis=0, mode="nearest")
        smoothed[0], smoothed[-1] = chain[0], chain[-1]
        smoothed = _drawn_out(smoothed, reach, distance)
    length = float(np.hypot(*np.diff(smoothed, axis=0).T).sum())
    return MiddleLine(smoothed[:, ::-1] - 0.5, area / max(length, 1.0))


def _drawn_out(points: np.ndarray, reach: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """Lengthen a line (N, 2) at both ends, straight on, for as long as it stays in the feature."""
    if len(points) < 2:
        half = np.array([0.0, 0.5])
        return np.stack([points[0] - half, points[0] + half])
    back = min(len(points) - 1, 6)
    first = _last_inside(points[0], points[back], float(reach[0]), distance)
    last = _last_inside(points[-1], points[-1 - back], float(reach[-1]), distance)
    return np.concatenate([first[None], points, last[None]])


def _last_inside(end: np.ndarray, inner: np.ndarray, far: float, distance: np.ndarray) -> np.ndarray:
    """Go on from a line's end, away from a point within it, to the feature's edge or as far as it is thick there."""
    along = (end - inner) / max(1e-9, float(np.linalg.norm(end - inner)))
    steps = np.arange(0.0, far + 0.75, 0.25)
    pixels = np.rint(end + along * steps[:, None]).astype(int)
    inside = distance[tuple(np.clip(pixels, 0, np.array(distance.shape) - 1).T)] > 0
    count = len(steps) if inside.all() else max(1, int(inside.argmin()))
    result: np.ndarray = end + along * steps[count - 1]
    return result
