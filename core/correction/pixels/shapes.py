"""Shapes: what is drawn with brush, polygon or rectangle, as the pixels whose centres lie in it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from .runs import Runs

Point = tuple[float, float]
"""Column and row, in pixels from the raster's upper left corner; the first pixel's centre is at (0.5, 0.5)."""
_NEAR = 1e-9


def polygon_runs(rings: Sequence[np.ndarray]) -> Runs:
    """Give the pixels whose centres lie in a polygon.

    A centre counts as inside where a line to the left crosses the rings an odd number of times. Of a border that goes
    exactly through centres the left and the upper side are inside, so that polygons side by side share no pixel.

    Args:
        rings: Columns and rows (N, 2) of every ring; shells and holes alike, closed or not.
    """
    crossings = [_crossings(np.asarray(ring, np.float64).reshape(-1, 2)) for ring in rings]
    if not crossings:
        return Runs.none()
    row, x = (np.concatenate(part) for part in zip(*crossings))
    order = np.lexsort((x, row))
    row, col = row[order], np.ceil(x[order] - 0.5).astype(np.int64)
    return Runs.of_pieces(row[0::2], col[0::2], col[1::2])


def stroke_runs(points: Sequence[Point], size_px: float) -> Runs:
    """Give the pixels that a round brush covers on its way along straight lines; see `GrowingStroke`.

    Args:
        points: Columns and rows; one point is a single dab.
        size_px: The brush's diameter.
    """
    stroke = GrowingStroke(size_px)
    for col, row in points:
        stroke.to(col, row)
    return stroke.runs


class GrowingStroke:
    """A brush's stroke while it grows.

    A brush is a whole number of pixels wide. An odd one sits on pixel centres, an even one on corners, so that it
    covers the same pixels wherever in a pixel the hand is: one of 1 covers one, of 2 four, of 3 nine.
    """

    def __init__(self, size_px: float) -> None:
        """Begin without a point.

        Args:
            size_px: The brush's diameter in pixels.
        """
        self._size = max(1, round(size_px))
        self._last: Point | None = None
        self._parts: list[Runs] = []

    @property
    def runs(self) -> Runs:
        """The pixels of all lines so far, put together when they are asked for."""
        self._parts = [Runs.joined(self._parts)]
        return self._parts[0]

    def to(self, col: float, row: float) -> Runs:
        """Draw a straight line from the last point to this one, and give the pixels of that line."""
        point = self._snapped(col), self._snapped(row)
        last = self._last or point
        added = _line(last, point) if self._size == 1 else _capsule(last, point, self._size / 2)
        self._gather(added)
        self._last = point
        return added

    def _gather(self, added: Runs) -> None:
        """Put a line to those before; larger ones are joined seldom, so that letting go has little left to do."""
        self._parts.append(added)
        while len(self._parts) > 1 and len(self._parts[-2]) <= 2 * len(self._parts[-1]):
            self._parts[-2:] = [Runs.joined(self._parts[-2:])]

    def _snapped(self, coordinate: float) -> float:
        return math.floor(coordinate) + 0.5 if self._size % 2 else float(math.floor(coordinate + 0.5))


def _crossings(ring: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find where a ring's edges cross the middle lines of rows: rows (M,) and columns (M,)."""
    x0, y0 = ring.T
    x1, y1 = np.roll(ring, -1, axis=0).T
    low, high = np.minimum(y0, y1), np.maximum(y0, y1)
    first, last = (np.ceil(side - 0.5).astype(np.int64) for side in (low, high))
    counts = last - first
    edge = np.repeat(np.arange(len(ring)), counts)
    row = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts - first, counts)
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (x1 - x0) / (y1 - y0)
    x = x0[edge] + (row + 0.5 - y0[edge]) * slope[edge]
    return row, x


def _capsule(start: Point, end: Point, radius: float) -> Runs:
    """Give the pixels whose centres are within a distance of a line; each row has one stretch of them."""
    (x0, y0), (x1, y1) = sorted((start, end), key=lambda point: point[1])
    rows = np.arange(math.floor(y0 - radius), math.floor(y1 + radius) + 1)
    middle = rows + 0.5
    low, high = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    for x, y in ((x0, y0), (x1, y1)):
        reach = radius**2 - (middle - y) ** 2
        half = np.where(reach >= 0, np.sqrt(np.maximum(reach, 0.0)), -np.inf)
        low, high = np.minimum(low, x - half), np.maximum(high, x + half)
    length = math.hypot(x1 - x0, y1 - y0)
    if length > 0:
        side_low, side_high = _band(middle, (x0, y0), ((x1 - x0) / length, (y1 - y0) / length), length, radius)
        low, high = np.minimum(low, side_low), np.maximum(high, side_high)
    crossed = np.isfinite(low) & np.isfinite(high)
    first = np.ceil(low[crossed] - 0.5 - _NEAR).astype(np.int64)
    last = np.floor(high[crossed] - 0.5 + _NEAR).astype(np.int64) + 1
    return Runs.of_pieces(rows[crossed], first, last)


def _band(
    middle: np.ndarray, start: Point, along: Point, length: float, radius: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give the columns from … to … in which rows cross the rectangle on both sides of a line; inf, −inf where not."""
    (x, y), (ux, uy) = start, along
    low, high = np.full(len(middle), -np.inf), np.full(len(middle), np.inf)
    offset = middle - y
    # a centre (x + dx, y + dy) is in the rectangle where 0 ≤ dx·ux + dy·uy ≤ length and |dy·ux − dx·uy| ≤ radius
    for factor, projected, least, most in ((ux, offset * uy, 0.0, length), (-uy, offset * ux, -radius, radius)):
        if abs(factor) < _NEAR:
            outside = (projected < least) | (projected > most)
            low[outside], high[outside] = np.inf, -np.inf
            continue
        one, other = (least - projected) / factor, (most - projected) / factor
        low, high = np.maximum(low, np.minimum(one, other)), np.minimum(high, np.maximum(one, other))
    crossed = low <= high
    return np.where(crossed, x + low, np.inf), np.where(crossed, x + high, -np.inf)


def _line(start: Point, end: Point) -> Runs:
    """Give the pixels of a line one pixel wide between two pixel centres: each touches the next, if at a corner."""
    (x0, y0), (x1, y1) = start, end
    steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
    share = np.linspace(0.0, 1.0, steps + 1)
    cols, rows = (np.floor(a + (b - a) * share + _NEAR).astype(np.int64) for a, b in ((x0, x1), (y0, y1)))
    return Runs.of_pieces(rows, cols, cols + 1)
