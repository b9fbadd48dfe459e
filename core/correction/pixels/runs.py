"""Runs: a set of pixels as horizontal stretches, so that its cost goes with its outline and not with its area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...geodata.grid import Window
from .connected import connected

_ROW_BITS = 32
_HALF = 1 << (_ROW_BITS - 1)
_LONG = 48
"""From this mean length on, a slice a run is faster than an index a pixel."""
_UNION = np.array([False, True, True, True])
_INTERSECTION = np.array([False, False, False, True])
_MINUS = np.array([False, True, False, False])


@dataclass(frozen=True, eq=False)
class Runs:
    """A set of pixels; immutable. Runs are sorted by row and column, apart from each other, and as long as can be.

    Attributes:
        row: Row of every run, int32 (N,); may lie outside any raster, as columns may.
        start: Its first column, int32 (N,).
        end: The column after its last, int32 (N,).
    """

    row: np.ndarray
    start: np.ndarray
    end: np.ndarray

    @classmethod
    def none(cls) -> Runs:
        """Give the empty set."""
        return cls(*(np.zeros(0, np.int32) for _ in range(3)))

    @classmethod
    def of_window(cls, window: Window) -> Runs:
        """Give all pixels of a window."""
        if window.height <= 0 or window.width <= 0:
            return cls.none()
        row = np.arange(window.row, window.row + window.height, dtype=np.int32)
        return cls(row, np.full_like(row, window.col), np.full_like(row, window.col + window.width))

    @classmethod
    def of_mask(cls, mask: np.ndarray, row: int = 0, col: int = 0) -> Runs:
        """Give the pixels that are true in a mask (H, W), whose upper left pixel lies at that row and column."""
        return cls.by_value(mask.view(np.uint8), row, col).get(1, cls.none())

    @classmethod
    def by_value(cls, values: np.ndarray, row: int = 0, col: int = 0) -> dict[int, Runs]:
        """Give the pixels of each value but 0 in an array (H, W), whose first pixel lies at that row and column."""
        width, flat = values.shape[1], np.ascontiguousarray(values).reshape(-1)
        turns = np.ones(flat.size, bool)
        np.not_equal(flat[1:], flat[:-1], out=turns[1:])
        turns[:: max(width, 1)] = True
        first = np.flatnonzero(turns)
        after, said = np.append(first[1:], flat.size)[: first.size], flat[first]
        runs_by_value = {}
        for value in np.flatnonzero(np.bincount(said, minlength=1)).tolist():
            if value:
                here = said == value
                rows, cols = np.divmod(first[here], width)
                runs = (rows + row, cols + col, cols + col + after[here] - first[here])
                runs_by_value[value] = cls(*(part.astype(np.int32) for part in runs))
        return runs_by_value

    @classmethod
    def of_pieces(cls, row: np.ndarray, start: np.ndarray, end: np.ndarray) -> Runs:
        """Give the pixels of stretches in any order, (N,) each, that may overlap or be empty."""
        kept = end > start
        return cls._swept([(row[kept], start[kept], end[kept], 1)], np.array([False, True]), capped=True)

    @classmethod
    def joined(cls, parts: Iterable[Runs]) -> Runs:
        """Give the pixels that are in any of several sets."""
        sets = list(parts)
        if not sets:
            return cls.none()
        if len(sets) == 1:
            return sets[0]
        return cls.of_pieces(*(np.concatenate([getattr(part, name) for part in sets]) for name in _NAMES))

    @property
    def pixels(self) -> int:
        """How many pixels it has."""
        return int((self.end.astype(np.int64) - self.start).sum())

    @property
    def is_empty(self) -> bool:
        """Whether it has none."""
        return len(self.row) == 0

    @property
    def window(self) -> Window:
        """The smallest window around it."""
        if self.is_empty:
            return Window(0, 0, 0, 0)
        row, col = int(self.row[0]), int(self.start.min())
        return Window(row, col, int(self.row[-1]) + 1 - row, int(self.end.max()) - col)

    def __len__(self) -> int:
        return len(self.row)

    def __or__(self, other: Runs) -> Runs:
        return self._swept([(*self.arrays, 1), (*other.arrays, 2)], _UNION)

    def __and__(self, other: Runs) -> Runs:
        return self._swept([(*self.arrays, 1), (*other.arrays, 2)], _INTERSECTION)

    def __sub__(self, other: Runs) -> Runs:
        return self._swept([(*self.arrays, 1), (*other.arrays, 2)], _MINUS)

    @property
    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Row, start and end."""
        return self.row, self.start, self.end

    def same_as(self, other: Runs) -> bool:
        """Say whether both have the same pixels."""
        return all(np.array_equal(mine, theirs) for mine, theirs in zip(self.arrays, other.arrays))

    def touches(self, other: Runs) -> bool:
        """Say whether both have a pixel in common."""
        return not (self.clipped(other.window) & other).is_empty

    def contains(self, row: int, col: int) -> bool:
        """Say whether it has a pixel."""
        first, last = np.searchsorted(self.row, (row, row + 1))
        index = int(first + np.searchsorted(self.start[first:last], col, "right")) - 1
        return bool(index >= first and self.end[index] > col)

    def shifted(self, rows: int, cols: int) -> Runs:
        """Give the set moved down and to the right."""
        step = np.int32(cols)
        return Runs(self.row + np.int32(rows), self.start + step, self.end + step)

    def clipped(self, window: Window) -> Runs:
        """Give the part that lies in a window."""
        first, last = np.searchsorted(self.row, (window.row, window.row + window.height))
        row = self.row[first:last]
        start = np.maximum(self.start[first:last], np.int32(window.col))
        end = np.minimum(self.end[first:last], np.int32(window.col + window.width))
        kept = end > start
        return Runs(row, start, end) if kept.all() else Runs(row[kept], start[kept], end[kept])

    def chosen(self, which: np.ndarray) -> Runs:
        """Give some of the runs, by a mask (N,) or sorted places."""
        return Runs(self.row[which], self.start[which], self.end[which])

    def kept(self, window: Window, which: np.ndarray) -> Runs:
        """Give those of its pixels for which a mask (pixels,), in the runs' order, is true; all lie in the window."""
        mask = np.zeros(window.shape, bool)
        self.paint(mask, window, which)
        return Runs.of_mask(mask, window.row, window.col)

    def mask(self, window: Window | None = None) -> np.ndarray:
        """Give it as a mask (H, W) over a window; without one, over its own."""
        area = self.window if window is None else window
        mask = np.zeros(area.shape, bool)
        self.clipped(area).paint(mask, area, True)
        return mask

    def paint(self, array: np.ndarray, window: Window, value: int | np.ndarray) -> None:
        """Set its pixels in an array (H, W), C-ordered, that lies at a window; it must not reach beyond that.

        Args:
            array: Changed in place.
            window: Where the array lies.
            value: One for all, or one for each pixel in the order of the runs.
        """
        if isinstance(value, np.ndarray) and value.ndim:
            self._paint_each(array, window, value)
        elif self._fills(window):
            array[...] = value
        elif self._is_long():
            for row, start, end in self._slices(window):
                array[row, start:end] = value
        else:
            array.reshape(-1)[self._places(window)] = value

    def values(self, array: np.ndarray, window: Window) -> np.ndarray:
        """Give the values of its pixels (pixels,) in an array (H, W) that lies at a window, in the runs' order."""
        if self._fills(window):
            return array.reshape(-1)
        if self._is_long():
            parts = [array[row, start:end] for row, start, end in self._slices(window)]
            return np.concatenate(parts) if parts else array.reshape(-1)[:0]
        return np.asarray(array.reshape(-1)[self._places(window)])

    def components(self) -> np.ndarray:
        """Number the 4-connected pieces: the number of every run's piece from 0, (N,), by the first run of each."""
        first, second = self._neighbours()
        return connected(len(self), first, second)

    def _neighbours(self) -> tuple[np.ndarray, np.ndarray]:
        """Pair the runs that lie over each other in rows that follow: their places (M,), (M,)."""
        above = self.row.astype(np.int64) + 1
        low = np.searchsorted(_position(self.row, self.end), _position(above, self.start), "right")
        high = np.searchsorted(_position(self.row, self.start), _position(above, self.end), "left")
        counts = np.maximum(high - low, 0)
        first = np.repeat(np.arange(len(self)), counts)
        offset = np.cumsum(counts) - counts
        second = np.arange(len(first)) - np.repeat(offset - low, counts)
        return first, second

    def _paint_each(self, array: np.ndarray, window: Window, values: np.ndarray) -> None:
        if not self._is_long():
            array.reshape(-1)[self._places(window)] = values
            return
        done = 0
        for row, start, end in self._slices(window):
            array[row, start:end] = values[done : done + end - start]
            done += end - start

    def _fills(self, window: Window) -> bool:
        return len(self) == window.height and self.pixels == window.height * window.width

    def _is_long(self) -> bool:
        return self.pixels > _LONG * len(self)

    def _slices(self, window: Window) -> Iterator[tuple[int, int, int]]:
        moved = (self.row - window.row, self.start - window.col, self.end - window.col)
        return zip(*(part.tolist() for part in moved))

    def _places(self, window: Window) -> np.ndarray:
        """Give the place of every pixel (pixels,) in the flat array of a window."""
        length = self.end.astype(np.int64) - self.start
        first = (self.row.astype(np.int64) - window.row) * window.width + self.start - window.col
        before = np.cumsum(length) - length
        return np.arange(int(length.sum())) + np.repeat(first - before, length)

    @classmethod
    def _swept(
        cls, sets: list[tuple[np.ndarray, np.ndarray, np.ndarray, int]], inside: np.ndarray, capped: bool = False
    ) -> Runs:
        """Go along all beginnings and ends in order, and keep the stretches whose state is one of those wanted."""
        positions = [_position(row, side) for row, start, end, _ in sets for side in (start, end)]
        steps = [np.full(len(row), sign * weight) for row, _, _, weight in sets for sign in (1, -1)]
        position, step = np.concatenate(positions), np.concatenate(steps)
        order = np.argsort(position, kind="stable")
        position, state = position[order], np.cumsum(step[order])
        last = np.append(position[1:] != position[:-1], True)[: len(position)]
        position, state = position[last], state[last]
        kept = inside[np.minimum(state, 1) if capped else state]
        turned = np.diff(kept, prepend=False)
        first, end = position[turned & kept], position[turned & ~kept]
        row = (first + _HALF) >> _ROW_BITS
        moved = row << _ROW_BITS
        return cls(row.astype(np.int32), (first - moved).astype(np.int32), (end - moved).astype(np.int32))


_NAMES = ("row", "start", "end")


def uncovered(parts: Sequence[Runs]) -> Iterator[Runs]:
    """Give of each of several sets of pixels those that are in none of the later ones."""
    windows = [runs.window for runs in parts]
    boxes = np.array([(w.row, w.col, w.row + w.height, w.col + w.width) for w in windows]).reshape(-1, 4)
    for number, runs in enumerate(parts):
        top, left, bottom, right = boxes[number]
        later = boxes[number + 1 :]
        near = (later[:, 0] < bottom) & (later[:, 2] > top) & (later[:, 1] < right) & (later[:, 3] > left)
        covers = [parts[number + 1 + index].clipped(runs.window) for index in np.flatnonzero(near).tolist()]
        yield runs - Runs.joined(covers) if covers else runs


def _position(row: np.ndarray, col: np.ndarray) -> np.ndarray:
    """Put pixels (N,) in one order, row after row: int64."""
    return (row.astype(np.int64) << _ROW_BITS) + col
