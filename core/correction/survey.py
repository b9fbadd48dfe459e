"""The survey before a correction: which of the pixels can be painted, and what stands there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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
    for window, part in ground.parts(runs):
        overlay = ground.overlay.read(window)
        if overlay is None and corrected_only:
            left_out.append(part)
            continue
        predicted = part.values(ground.prediction.read(window), window)
        painted = None if overlay is None else part.values(overlay, window)
        kept = np.ones(predicted.shape, bool)
        if corrected_only and painted is not None:
            kept = painted != UNTOUCHED
        elif not over_nodata and predicted.min() == 0:
            kept = (predicted != 0) if painted is None else (predicted != 0) | (painted != UNTOUCHED)
            nodata += int(len(kept) - kept.sum())
        shown = over(predicted, painted)
        if not kept.all():
            left_out.append(part.kept(window, ~kept))
            shown = shown[kept]
        said += np.bincount(shown, minlength=256)
        if painted is not None:
            for value in np.unique(painted[kept]).tolist():
                if value != UNTOUCHED:
                    before.setdefault(value, []).append(part.kept(window, kept & (painted == value)))
    rest = runs - Runs.joined(left_out) if left_out else runs
    return Survey(rest, said, {value: Runs.joined(found) for value, found in sorted(before.items())}, nodata)


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
