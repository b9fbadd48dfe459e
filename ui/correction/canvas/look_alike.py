"""Look-alike pixels: what is around a place in a picture and has colours close to it, as QuPath's wand finds it.

The picture is what is drawn on the screen around the cursor, of constant size: the cost is always the same, and zoom
sets the scale (QuPath, `WandToolEventHandler`; own implementation).
"""

from __future__ import annotations

from collections import deque

import numpy as np

SIDE = 149
"""Side of the picture in pixels of the screen; odd, so that the cursor is in its middle."""
_BLUR = (1.0, 4.0, 6.0, 4.0, 1.0)
_NEAR_PX, _LEAST_SPREAD, _SPREADS = 3, 1.0, 3.0
"""Half the side of the square whose spread counts, its least value, and how many of them are still alike."""


def look_alike(picture: np.ndarray, tolerance: float) -> np.ndarray:
    """Find what is connected with the picture's middle and looks like it.

    Args:
        picture: Colours (H, W, 3) as they are drawn.
        tolerance: How many times the picture's local spread a colour may be away.

    Returns:
        A mask (H, W), true in the middle.
    """
    smooth = _blurred(picture.astype(np.float32))
    row, col = picture.shape[0] // 2, picture.shape[1] // 2
    near = smooth[max(0, row - 1) : row + 2, max(0, col - 1) : col + 2].reshape(-1, smooth.shape[2])
    distance = np.sqrt(((smooth - near.mean(axis=0)) ** 2).sum(axis=2))
    rows, cols = (slice(max(0, middle - _NEAR_PX), middle + _NEAR_PX + 1) for middle in (row, col))
    spread = max(float(np.median(distance[rows, cols])), _LEAST_SPREAD)
    alike = distance <= _SPREADS * spread * tolerance
    alike[row, col] = True
    return _without_holes(connected(alike, row, col))


def connected(mask: np.ndarray, row: int, col: int) -> np.ndarray:
    """Give the part of a mask (H, W) that is connected with one of its pixels by edges.

    Walks over runs of pixels instead of pixels: a few hundred steps for a picture.
    """
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    steps = np.diff(padded, axis=1)
    runs = [list(zip(np.flatnonzero(line == 1), np.flatnonzero(line == -1))) for line in steps]
    region = np.zeros(mask.shape, bool)
    start = next((number for number, (first, after) in enumerate(runs[row]) if first <= col < after), None)
    if start is None:
        return region
    todo = deque([(row, start)])
    seen = {(row, start)}
    while todo:
        at, number = todo.popleft()
        first, after = runs[at][number]
        region[at, first:after] = True
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(runs):
                for other, (begin, end) in enumerate(runs[beside]):
                    if begin < after and end > first and (beside, other) not in seen:
                        seen.add((beside, other))
                        todo.append((beside, other))
    return region


def _without_holes(mask: np.ndarray) -> np.ndarray:
    """Fill what the mask encloses."""
    outside = np.ones((mask.shape[0] + 2, mask.shape[1] + 2), bool)
    outside[1:-1, 1:-1] = ~mask
    return ~connected(outside, 0, 0)[1:-1, 1:-1]


def _blurred(picture: np.ndarray) -> np.ndarray:
    """Smooth a picture by a binomial kernel of five pixels along both axes."""
    kernel = np.array(_BLUR, np.float32) / sum(_BLUR)
    for axis in (0, 1):
        widths = [(2, 2) if axis == at else (0, 0) for at in range(picture.ndim)]
        padded = np.pad(picture, widths, mode="edge")
        length = picture.shape[axis]
        shifted = (np.take(padded, range(shift, shift + length), axis) for shift in range(len(kernel)))
        picture = sum(weight * part for weight, part in zip(kernel, shifted))
    return picture
