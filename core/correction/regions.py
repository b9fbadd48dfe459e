"""Regions: the connected pieces of one class, looked up in an index that the worker makes once for a prediction."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Optional

import numpy as np

from ..geodata.grid import Window
from .ground import BLANK, UNTOUCHED, Ground, parts
from .pixels.runs import Runs

MAGIC = b"OUTREG1\n"
HEAD = struct.Struct("<8sQ")
ARRAYS = {"first": "<i8", "start": "<i4", "region": "<u4", "order": "<u4", "offset": "<i8", "value": "u1"}
"""What the file holds, one after the other: the first run of every row; of every run its first column and its region;
the runs by region; where in these every region's begin; every region's class id."""
_MANY_RUNS, _MANY_PIXELS = 20_000, 4 << 20
"""A region of more runs, or with so large a window around it, is given for the view alone while the pointer hovers."""
_REACH = 1024
"""How far around the pointer is searched where the view shows more than that, in pixels."""


@dataclass(frozen=True)
class Region:
    """A connected piece of one class of the map.

    Attributes:
        value: Its class id, 0 for nodata.
        runs: Its pixels.
        is_whole: Whether these are all, or only those in the window that was asked for.
    """

    value: int
    runs: Runs
    is_whole: bool = True

    @property
    def pixels(self) -> int:
        """How many pixels."""
        return self.runs.pixels

    @property
    def window(self) -> Window:
        """The smallest window around it."""
        return self.runs.window


def region_file(prediction: str | Path, folder: Optional[Path] = None) -> Path:
    """Give the name of the index of a prediction: beside it, or in a folder where that can't be written."""
    file = Path(prediction)
    return (folder or file.parent) / f"{file.stem}.regions"


class RegionIndex:
    """The regions of a prediction, read from the disk as they are looked up."""

    def __init__(self, file: BinaryIO, facts: dict[str, Any]) -> None:
        """Map a file whose head was read; see `open`."""
        self._file, self._facts, self._width = file, facts, int(facts["width"])
        self._map()

    def _map(self) -> None:
        """Map the file anew, which gives back the memory of all that was looked up before."""
        whole = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        sizes, offset = self._facts["sizes"], int(self._facts["begin"])
        arrays = {}
        for name, kind in ARRAYS.items():
            dtype = np.dtype(kind)
            arrays[name] = np.frombuffer(whole, dtype, int(sizes[name]), offset)
            offset += -(-int(sizes[name]) * dtype.itemsize // 8) * 8
        self._first, self._start, self._region = arrays["first"], arrays["start"], arrays["region"]
        self._order, self._offset, self._value = arrays["order"], arrays["offset"], arrays["value"]

    @classmethod
    def open(cls, path: Path, digest: str) -> Optional[RegionIndex]:
        """Open the index of a prediction; None where there is none, or one of another state of the prediction.

        Args:
            path: The index.
            digest: SHA-256 of the prediction.
        """
        try:
            file = path.open("rb")
        except OSError:
            return None
        try:
            magic, length = HEAD.unpack(file.read(HEAD.size))
            facts = json.loads(file.read(length)) if magic == MAGIC and length < 1 << 20 else {}
            if facts.get("digest") == digest:
                return cls(file, facts)
        except (OSError, ValueError, KeyError, struct.error):
            pass
        file.close()
        return None

    def __len__(self) -> int:
        return len(self._value)

    def number_at(self, row: int, col: int) -> int:
        """Give the number of the region at a pixel of the prediction."""
        first, last = int(self._first[row]), int(self._first[row + 1])
        return int(self._region[first + int(np.searchsorted(self._start[first:last], col, "right")) - 1])

    def runs_of(self, number: int) -> Runs:
        """Give the pixels of a region."""
        return self._runs(np.asarray(self._order[int(self._offset[number]) : int(self._offset[number + 1])], np.int64))

    def runs_in(self, number: int, window: Window) -> Runs:
        """Give the pixels of a region in a window inside the prediction."""
        first, last = int(self._first[window.row]), int(self._first[window.row + window.height])
        indices = first + np.flatnonzero(self._region[first:last] == number)
        return self._runs(indices).clipped(window)

    def region_at(self, row: int, col: int, ground: Ground, within: Optional[Window] = None) -> Region:
        """Give the region of the corrected map at a pixel.

        Where nothing was corrected near it, that is the prediction's. Elsewhere it is what is left of that, with what
        was painted in its class and every region of the prediction that this joins to it.

        Args:
            row: Row of the pixel, inside the prediction.
            col: Its column.
            ground: The map.
            within: The view; of a very large region only what lies there is given.
        """
        self._map()
        value = ground.value_at(row, col)
        number = None if ground.is_corrected(row, col) else self.number_at(row, col)
        if within is not None:
            near = Window(row - _REACH, col - _REACH, 2 * _REACH, 2 * _REACH)
            within = near.clipped(ground.place.height, ground.place.width) if _area(within) > _MANY_PIXELS else within
        if within is not None and number is None:
            return flood(ground.read, row, col, within)
        if within is not None and number is not None and self._is_large(number):
            body = self.runs_in(number, within)
            cleared, _ = corrected_in(ground, within, value)
            return Region(value, _piece(body - cleared, row, col) if not cleared.is_empty else body, is_whole=False)
        return Region(value, self._grown(row, col, ground, value, number))

    def _is_large(self, number: int) -> bool:
        """Say whether a region is too large to be searched at every move of the pointer."""
        if int(self._offset[number + 1] - self._offset[number]) > _MANY_RUNS:
            return True
        return _area(self.runs_of(number).window) > _MANY_PIXELS

    def _grown(self, row: int, col: int, ground: Ground, value: int, number: Optional[int]) -> Runs:
        """Join the prediction's regions and what was painted, until nothing more is joined."""
        whole = ground.place.window
        numbers = set() if number is None else {number}
        body = Runs.none() if number is None else self.runs_of(number)
        piece, margin = Runs.of_window(Window(row, col, 1, 1)), 1
        while True:
            around = _both(piece.window, body.window).padded(margin).clipped(whole.height, whole.width)
            cleared, painted = corrected_in(ground, around, value)
            if cleared.is_empty:
                return body
            grown = _piece((body - cleared) | painted, row, col)
            joined = self._beside(grown & painted, value) - numbers
            needed = _both(grown.window, body.window).padded(1).clipped(whole.height, whole.width)
            if not joined and _both(needed, around) == around:
                return grown
            piece, numbers, margin = grown, numbers | joined, max(1, needed.height // 2, needed.width // 2)
            body = Runs.joined([body, *(self.runs_of(one) for one in sorted(joined))])

    def _beside(self, runs: Runs, value: int) -> set[int]:
        """Give the prediction's regions of a class that lie under pixels or beside them."""
        if runs.is_empty:
            return set()
        height = len(self._first) - 1
        top, bottom = max(int(runs.row[0]) - 1, 0), min(int(runs.row[-1]) + 2, height)
        first, last = int(self._first[top]), int(self._first[bottom])
        rows = np.repeat(np.arange(top, bottom), np.diff(self._first[top : bottom + 1]))
        keys = rows * (self._width + 1) + self._start[first:last]
        neighbours = []
        for step, wider in ((-1, 0), (0, 1), (1, 0)):
            row = runs.row.astype(np.int64) + step
            inside = (row >= top) & (row < bottom)
            row = row[inside]
            low, high = (
                np.searchsorted(keys, row * (self._width + 1) + side[inside].clip(0, self._width - 1), "right") - 1
                for side in (runs.start - wider, runs.end - 1 + wider)
            )
            counts = high - low + 1
            within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts - low, counts)
            neighbours.append(self._region[first:last][within])
        numbers = np.unique(np.concatenate(neighbours))
        return set(numbers[self._value[numbers] == value].tolist())

    def _runs(self, indices: np.ndarray) -> Runs:
        """Give runs by their places in the file, sorted."""
        row = np.searchsorted(self._first, indices, "right") - 1
        following = np.minimum(indices + 1, len(self._start) - 1)
        last = indices + 1 >= self._first[row + 1]
        end = np.where(last, self._width, self._start[following])
        return Runs(row.astype(np.int32), np.asarray(self._start[indices], np.int32), end.astype(np.int32))


def flood(read: Callable[[Window], np.ndarray], row: int, col: int, window: Window) -> Region:
    """Give the region at a pixel as far as it lies in a window, without an index.

    Args:
        read: Reads the map.
        row: Row of the pixel, inside the window.
        col: Its column.
        window: Where to look; cost and memory go with its size.
    """
    values = read(window)
    value = int(values[row - window.row, col - window.col])
    runs = _piece(Runs.of_mask(values == value, window.row, window.col), row, col)
    at_border = runs.window.padded(1).clipped(window.row + window.height, window.col + window.width)
    inside = at_border.row >= window.row and at_border.col >= window.col
    edge = runs.window.row + runs.window.height < window.row + window.height
    return Region(value, runs, is_whole=bool(inside and edge))


def corrected_in(ground: Ground, window: Window, value: int) -> tuple[Runs, Runs]:
    """Give the corrected pixels of a window, and those among them that say a value (0: nodata)."""
    cleared, painted = [], []
    wanted = BLANK if value == 0 else value
    for part, _ in parts(Runs.of_window(window)):
        overlay = ground.overlay.read(part)
        if overlay is None:
            continue
        cleared.append(Runs.of_mask(overlay != UNTOUCHED, part.row, part.col))
        painted.append(Runs.of_mask(overlay == wanted, part.row, part.col))
    return Runs.joined(cleared), Runs.joined(painted)


def _piece(runs: Runs, row: int, col: int) -> Runs:
    """Give the connected piece with a pixel."""
    first, last = np.searchsorted(runs.row, (row, row + 1))
    index = int(first + np.searchsorted(runs.start[first:last], col, "right")) - 1
    pieces = runs.components()
    return runs.chosen(pieces == pieces[index])


def _area(window: Window) -> int:
    return window.height * window.width


def _both(one: Window, other: Window) -> Window:
    """Give the smallest window around two; one without pixels doesn't count."""
    if not other.height:
        return one
    row, col = min(one.row, other.row), min(one.col, other.col)
    bottom, right = (
        max(one.row + one.height, other.row + other.height),
        max(one.col + one.width, other.col + other.width),
    )
    return Window(row, col, bottom - row, right - col)
