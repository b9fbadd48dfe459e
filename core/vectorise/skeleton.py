"""Skeletons: from the pixels of a thin feature to the lines along its middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from skimage.morphology import remove_small_holes, skeletonize

from .line_network import LineNetwork, Pixel

_AROUND = tuple((row, col) for row in (-1, 0, 1) for col in (-1, 0, 1) if (row, col) != (0, 0))
_SMOOTHED_OVER, _HOLE_PX = 5, 9
_BACK_PX, _STEP_PX = 6, 0.25
"""A free end goes on in the direction of its last pixels, in steps of so much."""


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

    Holes of a few pixels are closed before: the line would go around each. Its skeleton is taken apart at junctions;
    spurs shorter than the feature is wide are dropped, what goes straight on through a junction is joined again, and
    free ends are drawn out to the feature's own end.
    """
    padded = remove_small_holes(np.pad(feature, 2), max_size=_HOLE_PX)[1:-1, 1:-1]  # around it is no hole
    distance = ndimage.distance_transform_edt(padded)
    network = LineNetwork(_branches(skeletonize(padded)))
    network.drop_spurs(distance)
    network.close_bridges(distance)
    network.join_straight()
    lines = network.lines()
    return _measured(lines, _areas(lines, padded), distance)


def _areas(lines: list[list[Pixel]], feature: np.ndarray) -> np.ndarray:
    """Count the feature's pixels that are nearest to every line (N,)."""
    owner = np.zeros(feature.shape, np.int32)
    for number, line in enumerate(lines, start=1):
        owner[tuple(np.array(line).T)] = number
    nearest = ndimage.distance_transform_edt(owner == 0, return_distances=False, return_indices=True)
    owners = owner[tuple(nearest[:, feature])]
    counts: np.ndarray = np.bincount(owners, minlength=len(lines) + 1)[1:]
    return counts


def _branches(skeleton: np.ndarray) -> list[list[Pixel]]:
    """Take a skeleton (H, W) with an empty edge apart into chains of pixels between ends and junctions.

    A ring begins anywhere. Pixels are numbers while they are followed: a dictionary of pairs is several times as slow.
    """
    width = skeleton.shape[1]
    links = _links(skeleton).ravel()
    pixels = np.flatnonzero(skeleton)
    around = [row * width + col for row, col in _AROUND]
    steps = [tuple(step for bit, step in enumerate(around) if code >> bit & 1) for code in range(256)]
    nodes = pixels[np.array([len(step) != 2 for step in steps])[links[pixels]]]
    walk = _Walk(links.tobytes(), steps)
    chains = [chain for node in nodes.tolist() for chain in walk.from_node(node)]
    seen = np.zeros(skeleton.size, bool)
    seen[[pixel for chain in chains for pixel in chain]] = True
    for pixel in pixels[~seen[pixels]].tolist():
        if not seen[pixel]:
            chains.append(walk.along(pixel, pixel + steps[links[pixel]][0]))
            seen[chains[-1]] = True
    return [[divmod(pixel, width) for pixel in chain] for chain in chains]


def _links(skeleton: np.ndarray) -> np.ndarray:
    """Say of every pixel of a skeleton (H, W) whose edge is empty which of those around it it goes on to, a bit each.

    A diagonal step that two straight ones make anyway is no connection.
    """
    links = np.zeros(skeleton.shape, np.uint8)
    rows, cols = np.nonzero(skeleton)
    for bit, (down, right) in enumerate(_AROUND):
        linked = skeleton[rows + down, cols + right]
        if down and right:
            linked = linked & ~(skeleton[rows + down, cols] | skeleton[rows, cols + right])
        links[rows, cols] |= linked.astype(np.uint8) << bit
    return links


class _Walk:
    """Follows chains of pixels, each once."""

    def __init__(self, links: bytes, steps: list[tuple[int, ...]]) -> None:
        """Take every pixel's links as bits, and the steps to where these lead."""
        self._links, self._steps = links, steps
        self._walked: set[tuple[int, int]] = set()

    def from_node(self, node: int) -> Iterator[list[int]]:
        """Give the chains that begin at an end or junction and were not walked before; itself where it is alone."""
        steps = self._steps[self._links[node]]
        if not steps:
            yield [node]
        for step in steps:
            if (node, node + step) not in self._walked:
                chain = self.along(node, node + step)
                self._walked.update(((chain[0], chain[1]), (chain[-1], chain[-2])))
                yield chain

    def along(self, node: int, step: int) -> list[int]:
        """Follow a chain from a pixel until the next end or junction, or around to where it began."""
        chain, before = [node, step], node
        while len(ways := self._steps[self._links[step]]) == 2 and step != node:
            on = step + ways[0]
            before, step = step, step + ways[1] if on == before else on
            chain.append(step)
        return chain


def _measured(lines: list[list[Pixel]], areas: np.ndarray, distance: np.ndarray) -> list[MiddleLine]:
    """Smooth chains of pixels of the padded feature, draw out their free ends, and measure the width along them.

    All lines are treated at once: noise has tens of thousands of them, of a few pixels each.
    """
    counts = np.array([len(line) for line in lines])
    chains = np.array([pixel for line in lines for pixel in line], np.float64)
    starts = np.cumsum(counts) - counts
    rings = np.array([len(line) > 2 and line[0] == line[-1] for line in lines])
    smoothed = _smoothed(chains, starts, counts, rings)
    first, last = _ends(smoothed, starts, counts, distance)
    kept = np.where(counts > 1, counts, 0)  # of a line of one pixel its two ends are left
    sizes = np.where(rings, counts, kept + 2)
    begins = np.cumsum(sizes) - sizes
    points = np.empty((int(sizes.sum()), 2))
    points[begins[~rings]], points[(begins + sizes - 1)[~rings]] = first[~rings], last[~rings]
    line = np.repeat(np.arange(len(lines)), kept)
    points[begins[line] + ~rings[line] + _within(kept)] = smoothed[starts[line] + _within(kept)]
    steps = np.append(np.hypot(*np.diff(points, axis=0).T), 0.0)
    steps[begins + sizes - 1] = 0.0  # from one line to the next
    widths = areas / np.maximum(np.add.reduceat(steps, begins), 1.0)
    points = points[:, ::-1] - 0.5
    ends = (begins + sizes).tolist()
    return [MiddleLine(points[begin:end], width) for begin, end, width in zip(begins.tolist(), ends, widths.tolist())]


def _within(counts: np.ndarray) -> np.ndarray:
    """Number the members of groups of so many, one group behind the other, each from 0."""
    numbers = np.arange(int(counts.sum()))
    result: np.ndarray = numbers - np.repeat(np.cumsum(counts) - counts, counts)
    return result


def _smoothed(chains: np.ndarray, starts: np.ndarray, counts: np.ndarray, rings: np.ndarray) -> np.ndarray:
    """Average chains (N, 2), one behind the other, over some pixels; free ends stay, rings go on around."""
    line = np.repeat(np.arange(len(counts)), counts)
    place, count = _within(counts), counts[line]
    around = np.maximum(count - 1, 1)  # a ring's last pixel is its first
    total = np.zeros_like(chains)
    for step in range(-(_SMOOTHED_OVER // 2), _SMOOTHED_OVER // 2 + 1):
        other = np.where(rings[line], (place + step) % around, np.clip(place + step, 0, count - 1))
        total += chains[starts[line] + other]
    smoothed = total / _SMOOTHED_OVER
    ends = ~rings[line] & ((place == 0) | (place == count - 1))
    smoothed[ends] = chains[ends]
    return np.asarray(smoothed)


def _ends(
    points: np.ndarray, starts: np.ndarray, counts: np.ndarray, distance: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Lengthen lines (N, 2), one behind the other, at both ends, straight on, for as long as they stay in the feature.

    Returns:
        Where each line begins and ends then, both (L, 2); half a pixel to both sides of a line of one pixel.
    """
    last = starts + counts - 1
    back = np.minimum(counts - 1, _BACK_PX)
    first = _last_inside(points[starts], points[starts + back], distance)
    final = _last_inside(points[last], points[last - back], distance)
    half = np.where(counts[:, None] == 1, (0.0, 0.5), 0.0)
    return first - half, final + half


def _last_inside(ends: np.ndarray, inner: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """Go on from ends (L, 2), away from points within their lines, to the feature's edge or as far as it is thick."""
    away = ends - inner
    along = away / np.maximum(np.hypot(*away.T), 1e-9)[:, None]
    far = distance[tuple(np.rint(ends).astype(int).T)]
    reached = np.zeros(len(ends))
    going, step = np.arange(len(ends)), 0
    limits = np.array(distance.shape) - 1
    while len(going):
        step += 1
        going = going[_STEP_PX * step < far[going] + 3 * _STEP_PX]
        pixels = np.rint(ends[going] + along[going] * (_STEP_PX * step)).astype(int)
        going = going[distance[tuple(np.clip(pixels, 0, limits).T)] > 0]
        reached[going] = _STEP_PX * step
    return np.asarray(ends + along * reached[:, None])
