"""Skeletons: from the pixels of a thin feature to the lines along its middle."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from skimage.morphology import skeletonize

Pixel = tuple[int, int]
_AROUND = tuple((row, col) for row in (-1, 0, 1) for col in (-1, 0, 1) if (row, col) != (0, 0))
_SMOOTHED_OVER = 5
_STRAIGHT = 60.0


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
    branches = _branches(skeletonize(padded))
    branches = _without_bridges(_without_spurs(branches, distance), distance)
    lines = _joined(branches)
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


def _neighbours(pixel: Pixel, pixels: set[Pixel]) -> list[Pixel]:
    """Give the pixels next to one; a diagonal step that two straight ones make anyway is no connection."""
    row, col = pixel
    found = []
    for down, right in _AROUND:
        other = row + down, col + right
        shortcut = down and right and ((row + down, col) in pixels or (row, col + right) in pixels)
        if other in pixels and not shortcut:
            found.append(other)
    return found


def _branches(skeleton: np.ndarray) -> list[list[Pixel]]:
    """Take a skeleton apart into chains of pixels between ends and junctions; a ring begins anywhere."""
    pixels = set(zip(*(axis.tolist() for axis in np.nonzero(skeleton))))
    links = {pixel: _neighbours(pixel, pixels) for pixel in pixels}
    nodes = [pixel for pixel in sorted(pixels) if len(links[pixel]) != 2]
    walked: set[tuple[Pixel, Pixel]] = set()
    branches = []
    for node in nodes:
        if not links[node]:
            branches.append([node])
        for step in links[node]:
            if (node, step) in walked:
                continue
            chain = _walk(node, step, links, walked)
            branches.append(chain)
    seen = {pixel for branch in branches for pixel in branch}
    for pixel in sorted(pixels - seen):
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


def _without_spurs(branches: list[list[Pixel]], distance: np.ndarray) -> list[list[Pixel]]:
    """Drop branches with a free end that are no longer than the feature is wide where they begin."""
    kept = list(branches)
    while True:
        degree = _degrees(kept)
        spurs = [branch for branch in kept if _is_spur(branch, degree, distance)]
        if not spurs or len(spurs) == len(kept):
            return kept
        shortest = min(spurs, key=len)
        kept = _merged([branch for branch in kept if branch is not shortest])


def _degrees(branches: list[list[Pixel]]) -> dict[Pixel, int]:
    degree: dict[Pixel, int] = defaultdict(int)
    for branch in branches:
        degree[branch[0]] += 1
        degree[branch[-1]] += 1
    return degree


def _is_spur(branch: list[Pixel], degree: dict[Pixel, int], distance: np.ndarray) -> bool:
    first, last = degree[branch[0]], degree[branch[-1]]
    if min(first, last) > 1 or max(first, last) < 2:
        return False
    root = branch[0] if first > 1 else branch[-1]
    return _length(branch) <= 1.2 * float(distance[root])


def _length(branch: list[Pixel]) -> float:
    return sum(math.dist(one, two) for one, two in zip(branch, branch[1:]))


def _merged(branches: list[list[Pixel]]) -> list[list[Pixel]]:
    """Join pairs of branches that are the only two at a node."""
    merged = [list(branch) for branch in branches]
    while True:
        at: dict[Pixel, list[int]] = defaultdict(list)
        for number, branch in enumerate(merged):
            at[branch[0]].append(number)
            at[branch[-1]].append(number)
        pair = next((found for found in at.values() if len(found) == 2 and found[0] != found[1]), None)
        if pair is None:
            return merged
        one, two = merged[pair[0]], merged[pair[1]]
        merged = [branch for number, branch in enumerate(merged) if number not in pair]
        merged.append(_linked(one, two))


def _linked(one: list[Pixel], two: list[Pixel]) -> list[Pixel]:
    """Put two chains that share an end into one."""
    if one[-1] not in (two[0], two[-1]):
        one = one[::-1]
    return one + (two if two[0] == one[-1] else two[::-1])[1:]


def _without_bridges(branches: list[list[Pixel]], distance: np.ndarray) -> list[list[Pixel]]:
    """Make one junction of two that are no further apart than the feature is wide: crossing lines have two."""
    kept = [list(branch) for branch in branches]
    while True:
        degree = _degrees(kept)
        bridge = next((branch for branch in kept if _is_bridge(branch, degree, distance)), None)
        if bridge is None:
            return kept
        middle = len(bridge) // 2
        ways = {bridge[0]: bridge[: middle + 1], bridge[-1]: bridge[middle:][::-1]}
        kept = [_led_on(branch, ways) for branch in kept if branch is not bridge]


def _is_bridge(branch: list[Pixel], degree: dict[Pixel, int], distance: np.ndarray) -> bool:
    ends = branch[0], branch[-1]
    if ends[0] == ends[1] or min(degree[end] for end in ends) < 3:
        return False
    return _length(branch) <= 2.0 * max(float(distance[end]) for end in ends)


def _led_on(branch: list[Pixel], ways: dict[Pixel, list[Pixel]]) -> list[Pixel]:
    """Lengthen a branch that ends where a way begins, to where the way ends."""
    branch = branch + ways[branch[-1]][1:] if branch[-1] in ways else branch
    return ways[branch[0]][:0:-1] + branch if branch[0] in ways else branch


def _joined(branches: list[list[Pixel]]) -> list[list[Pixel]]:
    """Join the branches at a junction that go on straight through it, the straightest first."""
    lines = [list(branch) for branch in branches]
    for node in sorted(pixel for pixel, count in _degrees(lines).items() if count > 2):
        while True:
            at = [line for line in lines if node in (line[0], line[-1]) and line[0] != line[-1]]
            pairs = [(_bend(one, two, node), i, j) for i, one in enumerate(at) for j, two in enumerate(at) if i < j]
            bend, i, j = min(pairs, default=(_STRAIGHT + 1, 0, 0))
            if bend > _STRAIGHT:
                break
            lines = [line for line in lines if line is not at[i] and line is not at[j]]
            lines.append(_linked(at[i], at[j]))
    return lines


def _bend(one: list[Pixel], two: list[Pixel], node: Pixel) -> float:
    """Give by how many degrees the way from one branch through a node into another turns."""

    def away(line: list[Pixel]) -> np.ndarray:
        chain = line if line[0] == node else line[::-1]
        return np.subtract(chain[min(len(chain) - 1, 10)], node)

    first, second = -away(one), away(two)
    cosine = first @ second / max(1e-9, float(np.linalg.norm(first) * np.linalg.norm(second)))
    return math.degrees(math.acos(float(np.clip(cosine, -1, 1))))


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
    return MiddleLine(smoothed[:, ::-1] - 0.5, area / length)


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
    places = np.rint(end + along * steps[:, None]).astype(int)
    inside = distance[tuple(np.clip(places, 0, np.array(distance.shape) - 1).T)] > 0
    count = len(steps) if inside.all() else max(1, int(inside.argmin()))
    result: np.ndarray = end + along * steps[count - 1]
    return result
