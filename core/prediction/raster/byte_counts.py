"""How often every value of bytes comes up, several times as fast as NumPy counts alone."""

from __future__ import annotations

import numpy as np

_FEW = 10
"""So few values are counted faster one by one."""


def count_bytes(values: np.ndarray) -> np.ndarray:
    """Count every value of bytes of any shape, two at a time: (256,)."""
    flat = values.reshape(-1)
    if len(flat) < 1 << 16:
        return np.bincount(flat, minlength=256)
    highest = int(flat.max())
    if highest < _FEW:
        return np.array([np.count_nonzero(flat == value) for value in range(highest + 1)] + [0] * (255 - highest))
    pairs = np.bincount(flat[: len(flat) // 2 * 2].view(np.uint16), minlength=1 << 16).reshape(256, 256)
    counts: np.ndarray = pairs.sum(axis=0) + pairs.sum(axis=1)
    counts[flat[-1:]] += len(flat) % 2
    return counts
