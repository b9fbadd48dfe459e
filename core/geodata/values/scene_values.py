"""Scene values: how the values of whole scenes are distributed, from windows spread over them, in a second or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..grid import Window
from ..stack import Stack
from .band_values import BandValues

_WINDOWS, _WINDOW_PX = (12, 40), 48
"""Windows along an axis, and more of them where nodata leaves few pixels."""
_FEWEST = 500


def scene_values(stacks: Sequence[Stack]) -> Optional[BandValues]:
    """Describe the values of scenes of the same bands, which count alike; None where there are hardly any.

    All of a scene counts, whatever of it is labelled or mapped; nodata and masked clouds are left out.
    """
    known = [values for values in map(scene_pixels, stacks) if values.shape[1] >= _FEWEST]
    if not known:
        return None
    rng = np.random.default_rng(0)
    most = min(values.shape[1] for values in known)
    return BandValues.of(
        np.concatenate(
            [values[:, np.sort(rng.choice(values.shape[1], most, replace=False))] for values in known], axis=1
        )
    )


def scene_pixels(stack: Stack) -> np.ndarray:
    """Give the values (B, n) of valid pixels in windows of a regular pattern."""
    values = np.zeros((len(stack.bands), 0))
    for windows in _WINDOWS:
        values = _read(stack, windows)
        if values.shape[1] >= _FEWEST:
            break
    return values


def _read(stack: Stack, windows: int) -> np.ndarray:
    height, width = stack.grid.height, stack.grid.width
    side = min(_WINDOW_PX, height), min(_WINDOW_PX, width)
    rows = np.unique(np.linspace(0, height - side[0], windows).astype(int)).tolist()
    cols = np.unique(np.linspace(0, width - side[1], windows).astype(int)).tolist()
    pixels = []
    for row in rows:  # row by row, for images that are stored in rows
        for col in cols:
            image, valid = stack.read(Window(row, col, *side))
            values = image[:, valid].astype(np.float64)
            pixels.append(values[:, np.isfinite(values).all(axis=0)] if stack.is_masked else values)
    return np.concatenate(pixels, axis=1)
