"""The line network: chains of pixels that meet at junctions, taken apart and joined one by one."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

Pixel = tuple[int, int]
_STRAIGHT_DEGREES = 60.0
_SPUR_LENGTH = 1.2
_BRIDGE_LENGTH = 2.0
_AWAY_PX = 10


class LineNetwork:
    """Lines (chains of neighbouring pixels) by number, and which of them end at each pixel.

    Every change touches only the lines around it, so that a skeleton of 100,000 branches is done in seconds.
    """

    def __init__(self, lines: Iterable[list[Pixel]]) -> None:
        """Take the lines; each runs from one end or junction to the next."""
        self._lines: dict[int, list[Pixel]] = {}
        self._lengths: dict[int, float] = {}
        self._ends: dict[Pixel, list[int]] = defaultdict(list)
        self._next = 0
        for line in lines:
            self._add(list(line))

    def lines(self) -> list[list[Pixel]]:
        """Give the lines in the order in which they were made."""
        return [self._lines[number] for number in sorted(self._lines)]

    def drop_spurs(self, distance: np.ndarray) -> None:
        """Drop lines with a free end that are no longer than the feature is wide where they begin, the shortest first.

        Args:
            distance: (H, W) every pixel's distance to the feature's edge.
        """
        spurs = {number for number in self._lines if self._is_spur(number, distance)}
        waiting = [(len(self._lines[number]), number) for number in spurs]
        heapq.heapify(waiting)
        while waiting and len(spurs) < len(self._lines):
            _, spur = heapq.heappop(waiting)
            if spur not in spurs:
                continue
            spurs.discard(spur)
            for changed in self._without(spur):
                spurs.discard(changed)
                if changed in self._lines and self._is_spur(changed, distance):
                    spurs.add(changed)
                    heapq.heappush(waiting, (len(self._lines[changed]), changed))

    def close_bridges(self, distance: np.ndarray) -> None:
        """Make one junction of two that are no further apart than the feature is wide: crossing lines have two."""
        waiting = sorted(self._lines)
        heapq.heapify(waiting)
        while waiting:
            bridge = heapq.heappop(waiting)
            if bridge in self._lines and self._is_bridge(bridge, distance):
                for changed in self._closed(bridge):
                    heapq.heappush(waiting, changed)

    def join_straight(self) -> None:
        """Join the lines that go on straight through a junction, the straightest first."""
        for node in sorted(pixel for pixel, numbers in self._ends.items() if len(numbers) > 2):
            while True:
                bend, one, two = min(self._bends(node), default=(_STRAIGHT_DEGREES + 1, 0, 0))
                if bend > _STRAIGHT_DEGREES:
                    break
                self._link(one, two, node)

    def _add(self, line: list[Pixel]) -> int:
        number, self._next = self._next, self._next + 1
        self._put(number, line, _length(line))
        return number

    def _put(self, number: int, line: list[Pixel], length: float) -> None:
        self._lines[number] = line
        self._lengths[number] = length
        self._ends[line[0]].append(number)
        self._ends[line[-1]].append(number)

    def _remove(self, number: int) -> list[Pixel]:
        line = self._lines.pop(number)
        self._ends[line[0]].remove(number)
        self._ends[line[-1]].remove(number)
        return line

    def _link(self, one: int, two: int, node: Pixel) -> int:
        """Make one line of two that end at a pixel; give its number."""
        length = self._lengths.pop(one) + self._lengths.pop(two)
        first, second = self._remove(one), self._remove(two)
        first = first if first[-1] == node else first[::-1]
        second = second if second[0] == node else second[::-1]
        number, self._next = self._next, self._next + 1
        self._put(number, first + second[1:], length)
        return number

    def _without(self, number: int) -> set[int]:
        """Take a line away and join what it parted; give the lines around it that are others now."""
        line = self._remove(number)
        del self._lengths[number]
        around: set[int] = set()
        for node in (line[0], line[-1]):
            ending = self._ends[node]
            if len(ending) == 2 and ending[0] != ending[1]:
                around.update(ending)
                joined = self._lines[self._link(ending[0], ending[1], node)]
                around.update(self._ends[joined[0]], self._ends[joined[-1]])
            around.update(ending)
        return around

    def _closed(self, bridge: int) -> set[int]:
        """Lead the lines at both ends of a bridge to its middle; give their numbers."""
        line = self._remove(bridge)
        del self._lengths[bridge]
        middle = len(line) // 2
        ways = {line[0]: line[: middle + 1], line[-1]: line[middle:][::-1]}
        longer = {end: _length(way) for end, way in ways.items()}
        leading = {number for end in ways for number in self._ends[end]}
        for number in sorted(leading):
            led = self._remove(number)
            length = self._lengths[number] + longer.get(led[0], 0.0) + longer.get(led[-1], 0.0)
            led = led + ways[led[-1]][1:] if led[-1] in ways else led
            led = ways[led[0]][:0:-1] + led if led[0] in ways else led
            self._put(number, led, length)
        return leading

    def _is_spur(self, number: int, distance: np.ndarray) -> bool:
        line = self._lines[number]
        first, last = len(self._ends[line[0]]), len(self._ends[line[-1]])
        if (first > 1) == (last > 1):
            return False
        root = line[0] if first > 1 else line[-1]
        return self._lengths[number] <= _SPUR_LENGTH * float(distance[root])

    def _is_bridge(self, number: int, distance: np.ndarray) -> bool:
        line = self._lines[number]
        first, last = line[0], line[-1]
        if first == last or len(self._ends[first]) < 3 or len(self._ends[last]) < 3:
            return False
        return bool(self._lengths[number] <= _BRIDGE_LENGTH * max(distance[first], distance[last]))

    def _bends(self, node: Pixel) -> list[tuple[float, int, int]]:
        """Give by how many degrees each pair of lines turns at a junction, with their numbers; rings are left out."""
        at = sorted(number for number in self._ends[node] if self._lines[number][0] != self._lines[number][-1])
        ways = {number: _way_from(self._lines[number], node) for number in at}
        return [(_bend(ways[one], ways[two]), one, two) for i, one in enumerate(at) for two in at[i + 1 :]]


def _way_from(line: list[Pixel], node: Pixel) -> tuple[float, float]:
    """Give the direction (rows, columns), of length 1, from one of a line's ends to a pixel some way along it."""
    index = min(len(line) - 1, _AWAY_PX)
    row, col = line[index] if line[0] == node else line[-1 - index]
    down, right = row - node[0], col - node[1]
    length = math.hypot(down, right) or 1.0
    return down / length, right / length


def _bend(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Give by how many degrees one way, come along, turns into another."""
    return math.degrees(math.acos(max(-1.0, min(1.0, -one[0] * two[0] - one[1] * two[1]))))


def _length(line: list[Pixel]) -> float:
    return sum(map(math.dist, line, line[1:]))
