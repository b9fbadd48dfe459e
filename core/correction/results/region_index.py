"""The index of regions, made by the worker row after row: memory doesn't grow with the prediction."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ...errors import BadInputError
from ...files.disk import START_AGAIN, disk_trouble_told
from ...files.mapped_array import mapped_array
from ...files.unfinished import temporary_folder
from ...files.whole_file import whole_file
from ...geodata.grid import Window
from ..regions import ARRAYS, HEAD, MAGIC

_PIXELS_AT_ONCE = 8 << 20
_RUNS_AT_ONCE = 4 << 20
_MOST_RUNS = 1 << 32
Read = Callable[[Window], np.ndarray]


@dataclass(frozen=True)
class _Band:
    """Some rows cut into runs of one value, all pixels covered; row 0 is the last of the band before, if there is one.

    Attributes:
        row: Row of every run, from 0, int64 (N,).
        start: Its first column, int64 (N,).
        value: Its value, uint8 (N,).
        part: Its connected part within the band, (N,).
        width: Columns.
    """

    row: np.ndarray
    start: np.ndarray
    value: np.ndarray
    part: np.ndarray
    width: int


def make_region_index(
    read: Read, height: int, width: int, digest: str, target: Path, progress: Callable[[float], None]
) -> int:
    """Write the index of the 4-connected regions of equal values of a raster.

    Args:
        read: Reads class ids of a window.
        height: Rows.
        width: Columns.
        digest: SHA-256 of the raster's file, by which the index is known as its own.
        target: The file, which appears whole or not at all.
        progress: Told how far it is, from 0 to 1; may raise to stop.

    Returns:
        How many regions there are.

    Raises:
        BadInputError: When the raster is too noisy for an index.
        DiskError: When the disk is full.
    """
    with disk_trouble_told(target, START_AGAIN), temporary_folder(target) as folder:
        first = _label(read, height, width, folder, lambda done: progress(0.7 * done))
        runs = int(first[-1])
        regions = _number(folder, runs, lambda done: progress(0.7 + 0.25 * done))
        sizes = {"first": height + 1, "start": runs, "region": runs, "order": runs, "offset": regions + 1,
                 "value": regions}  # fmt: skip
        first.astype(ARRAYS["first"]).tofile(folder / "first")
        with whole_file(target) as partial, partial.open("wb") as file:
            _write_head(file, {"width": width, "height": height, "digest": digest, "sizes": sizes})
            for name in ARRAYS:
                with (folder / name).open("rb") as part:
                    shutil.copyfileobj(part, file, 1 << 20)
                file.write(b"\0" * (-file.tell() % 8))
        progress(1.0)
    return regions


def _label(read: Read, height: int, width: int, folder: Path, progress: Callable[[float], None]) -> np.ndarray:
    """Write every run's start and provisional part, every part's value and the parts that bands join; give `first`."""
    first = np.zeros(height + 1, np.int64)
    rows = max(1, _PIXELS_AT_ONCE // width)
    above: np.ndarray | None = None
    parts_above = np.zeros(0, np.int64)
    parts = 0
    with _files(folder, "start", "parts", "values", "pairs") as (starts, run_parts, values, pairs):
        for top in range(0, height, rows):
            progress(top / height)
            pixels = read(Window(top, 0, min(rows, height - top), width))
            band = _cut(pixels if above is None else np.concatenate([above, pixels]))
            is_new = band.row > 0 if above is not None else np.ones(len(band.row), bool)
            number = parts + band.part.astype(np.int64)
            if above is not None:
                joined = np.unique(np.column_stack([parts_above, number[~is_new]]), axis=0)
                pairs.write(joined.astype("<i8").tobytes())
            count = int(band.part.max()) + 1
            of_part = np.zeros(count, np.uint8)
            of_part[band.part] = band.value
            values.write(of_part.tobytes())
            starts.write(band.start[is_new].astype(ARRAYS["start"]).tobytes())
            run_parts.write(number[is_new].astype("<i8").tobytes())
            counted = np.bincount(band.row[is_new] - int(above is not None), minlength=len(pixels))
            first[top + 1 : top + 1 + len(pixels)] = first[top] + np.cumsum(counted)
            if first[top + len(pixels)] >= _MOST_RUNS:
                raise BadInputError("The prediction is too noisy to look up regions in it. Clean it up first.")
            above, parts_above, parts = pixels[-1:], number[band.row == band.row[-1]], parts + count
    return first


def _cut(pixels: np.ndarray) -> _Band:
    """Cut rows (H, W) into runs of one value, and connect those that lie over each other."""
    height, width = pixels.shape
    begins = np.ones((height, width), bool)
    np.not_equal(pixels[:, 1:], pixels[:, :-1], out=begins[:, 1:])
    flat = np.flatnonzero(begins)
    row, start = np.divmod(flat, width)
    value = pixels.reshape(-1)[flat]
    end = np.append(flat[1:], height * width)  # a row's last run ends where the next row begins
    upper = np.searchsorted(flat, flat + width, "right") - 1
    lower = np.searchsorted(flat, end - 1 + width, "right") - 1
    counts = np.where(row < height - 1, lower - upper + 1, 0)
    one = np.repeat(np.arange(len(flat)), counts)
    other = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts - upper, counts)
    same = value[one] == value[other]
    graph = coo_array((np.ones(int(same.sum()), bool), (one[same], other[same])), shape=(len(flat), len(flat)))
    _, part = connected_components(graph, directed=False)
    return _Band(row, start, value, part, width)


def _number(folder: Path, runs: int, progress: Callable[[float], None]) -> int:
    """Give parts that belong together one number, and sort the runs by it: region, order, offset and value."""
    values = np.memmap(folder / "values", np.uint8, "r")
    pairs = np.fromfile(folder / "pairs", "<i8").reshape(-1, 2)
    number = mapped_array(folder / "number", "<u4", (len(values),))
    regions = _joined(pairs, number)
    of_region = mapped_array(folder / "value", ARRAYS["value"], (regions,))
    for low in range(0, len(values), _RUNS_AT_ONCE):
        of_region[number[low : low + _RUNS_AT_ONCE]] = values[low : low + _RUNS_AT_ONCE]
    parts = np.memmap(folder / "parts", "<i8", "r")
    region = mapped_array(folder / "region", ARRAYS["region"], (runs,))
    offset = mapped_array(folder / "offset", ARRAYS["offset"], (regions + 1,))
    for low in _steps(runs):
        progress(0.5 * low / runs)
        region[low : low + _RUNS_AT_ONCE] = number[parts[low : low + _RUNS_AT_ONCE]]
        numbers, counts = np.unique(region[low : low + _RUNS_AT_ONCE], return_counts=True)
        offset[numbers.astype(np.int64) + 1] += counts
    np.cumsum(offset, out=offset)
    order = mapped_array(folder / "order", ARRAYS["order"], (runs,))
    filled = mapped_array(folder / "filled", "<i8", (regions,))
    for low in _steps(runs):
        progress(0.5 + 0.5 * low / runs)
        piece = np.asarray(region[low : low + _RUNS_AT_ONCE], np.int64)
        sorted_ = np.argsort(piece, kind="stable")
        numbers, begins, counts = np.unique(piece[sorted_], return_index=True, return_counts=True)
        within = np.arange(len(piece)) - np.repeat(begins, counts)
        order[np.repeat(offset[numbers] + filled[numbers], counts) + within] = low + sorted_
        filled[numbers] += counts
    for array in (of_region, region, offset, order):
        array.flush()
    return regions


def _joined(pairs: np.ndarray, number: np.ndarray) -> int:
    """Write every part's number, the same for those that are paired; give how many numbers there are."""
    paired = np.unique(pairs)
    local = np.searchsorted(paired, pairs)
    graph = coo_array((np.ones(len(local), bool), (local[:, 0], local[:, 1])), shape=(len(paired), len(paired)))
    count, group = connected_components(graph, directed=False) if len(paired) else (0, np.zeros(0, np.int64))
    next_number = count
    for low in range(0, len(number), _RUNS_AT_ONCE):
        piece = np.arange(low, min(low + _RUNS_AT_ONCE, len(number)))
        alone = np.ones(len(piece), bool)
        inside = paired[(paired >= low) & (paired < low + len(piece))] - low
        alone[inside] = False
        values = next_number + np.cumsum(alone) - 1
        values[inside] = group[np.searchsorted(paired, inside + low)]
        number[low : low + len(piece)] = values
        next_number += int(alone.sum())
    return int(next_number)


def _steps(count: int) -> Iterator[int]:
    yield from range(0, count, _RUNS_AT_ONCE)


@contextmanager
def _files(folder: Path, *names: str) -> Iterator[list[BinaryIO]]:
    """Open files to write, for as long as a block lasts."""
    with ExitStack() as stack:
        yield [stack.enter_context((folder / name).open("wb")) for name in names]


def _write_head(file: BinaryIO, facts: dict[str, object]) -> None:
    """Write what the file is; the arrays begin after it, at a multiple of 8 bytes."""
    length = 4096
    begin = HEAD.size + length
    text = json.dumps({**facts, "begin": begin}).encode("ascii").ljust(length)
    file.write(HEAD.pack(MAGIC, length) + text)
