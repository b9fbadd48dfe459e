"""The survey before a correction: which of the pixels can be painted, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..geodata.byte_counts import count_bytes
from ..geodata.grid import Window
from .ground import UNTOUCHED, Ground, over
from .pixels.runs import Runs


@dataclass(frozen=True)
class Survey:
    """What was found under pixels.

    Attributes:
        runs: Those that can be painted.
        said: How often the map says each value there, (256,).
        before: What the overlay holds there: pixels by value; the rest is untouched.
        nodata: How many were left out because the prediction has nothing there.
    """

    runs: Runs
    said: np.ndarray
    before: dict[int, Runs]
    nodata: int


def survey(ground: Ground, runs: Runs, *, over_nodata: bool, corrected_only: bool = False) -> Survey:
    """Look at pixels, some tiles at a time.

    Args:
        ground: Where they lie.
        runs: The pixels, all inside the raster.
        over_nodata: Whether pixels are kept where the prediction has nothing and nothing was painted.
        corrected_only: Whether pixels are kept only where something was painted.
    """
    said = np.zeros(256, np.int64)
    before: dict[int, list[Runs]] = {}
    left_out: list[Runs] = []
    nodata = 0
    for window, given, whole in _read_ahead(ground, runs):
        part = given
        overlay = ground.overlay.read(window)
        if overlay is None and corrected_only:
            left_out.append(part)
            continue
        predicted = part.values(whole, window)
        painted = None if overlay is None else part.values(overlay, window)
        kept = _kept(predicted, painted, over_nodata, corrected_only)
        if kept is not None:
            left_out.append(part.kept(window, ~kept))
            nodata += 0 if corrected_only else len(kept) - int(kept.sum())
            part, predicted = part.kept(window, kept), predicted[kept]
            painted = None if painted is None else painted[kept]
        said += count_bytes(over(predicted, painted))
        if painted is not None:
            for value, found in _values_in(part, window, painted):
                before.setdefault(value, []).append(found)
    rest = runs - Runs.joined(left_out) if left_out else runs
    return Survey(rest, said, {value: Runs.joined(found) for value, found in sorted(before.items())}, nodata)


def _read_ahead(ground: Ground, runs: Runs) -> Iterator[tuple[Window, Runs, np.ndarray]]:
    """Give the pixels part by part with what was predicted around them; the next is read while one is looked at."""
    parts = list(ground.parts(runs))
    if len(parts) == 1:
        yield (*parts[0], ground.prediction.read(parts[0][0]))
        return
    with ThreadPoolExecutor(1) as reader:
        reading = [reader.submit(ground.prediction.read, parts[0][0])] if parts else []
        for number, (window, part) in enumerate(parts):
            predicted = reading[0].result()
            if number + 1 < len(parts):
                reading = [reader.submit(ground.prediction.read, parts[number + 1][0])]
            yield window, part, predicted


def _kept(
    predicted: np.ndarray, painted: Optional[np.ndarray], over_nodata: bool, corrected_only: bool
) -> Optional[np.ndarray]:
    """Say which pixels (pixels,) can be painted; None where all can."""
    if corrected_only:
        kept = painted != UNTOUCHED if painted is not None else np.zeros(predicted.shape, bool)
    elif over_nodata or predicted.all():
        return None
    else:
        kept = (predicted != 0) if painted is None else (predicted != 0) | (painted != UNTOUCHED)
    return None if kept.all() else kept


def _values_in(part: Runs, window: Window, painted: np.ndarray) -> Iterator[tuple[int, Runs]]:
    """Give the pixels of each value that was painted (pixels,) before."""
    counts = count_bytes(painted)
    for value in np.flatnonzero(counts).tolist():
        if value != UNTOUCHED:
            yield value, part if counts[value] == len(painted) else part.kept(window, painted == value)


def paint_overlay(ground: Ground, runs: Runs, value: int) -> None:
    """Set the overlay's value under pixels, some tiles at a time.

    Raises:
        DiskError: When it can't be written.
    """
    for window, part in ground.parts(runs):
        whole = part.pixels == window.height * window.width
        painted = None if whole else ground.overlay.read(window)
        if painted is None:
            if value == UNTOUCHED and not whole:
                continue
            painted = np.zeros(window.shape, np.uint8)
        part.paint(painted, window, value)
        ground.overlay.write(window, painted)
