"""The survey before a correction: which of the pixels can be painted, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ..geodata.grid import Window
from ..prediction.raster.byte_counts import count_bytes
from .ground import BLANK, UNTOUCHED, Ground
from .pixels.runs import Runs


@dataclass(frozen=True)
class PixelSurvey:
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


def survey(ground: Ground, runs: Runs, *, over_nodata: bool, corrected_only: bool = False) -> PixelSurvey:
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
    for window, part, predicted in _read_ahead(ground, runs):
        painted = _painted(ground, window, part)
        untouched = part - Runs.joined(painted.values()) if painted else part
        for value, covered in painted.items():
            before.setdefault(value, []).append(covered)
            said[0 if value == BLANK else value] += covered.pixels
        if corrected_only:
            left_out.append(untouched)
            continue
        values = untouched.values(predicted, window)
        counts = count_bytes(values)
        if counts[0] and not over_nodata:
            left_out.append(untouched.kept(window, values == 0))
            nodata += int(counts[0])
            counts[0] = 0
        said += counts
    rest = runs - Runs.joined(left_out) if left_out else runs
    return PixelSurvey(rest, said, {value: Runs.joined(pieces) for value, pieces in sorted(before.items())}, nodata)


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


def _painted(ground: Ground, window: Window, part: Runs) -> dict[int, Runs]:
    """Give what the overlay holds under pixels that lie in a window, by value; the rest is untouched."""
    overlay = ground.overlay.read(window)
    if overlay is None:
        return {}
    runs_by_value = {value: runs & part for value, runs in Runs.by_value(overlay, window.row, window.col).items()}
    return {value: runs for value, runs in runs_by_value.items() if not runs.is_empty}


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
