"""Rows that occur once: in 8-bit imagery many pixels are equal, and each need be classified only once."""

from __future__ import annotations

from typing import Optional

import numpy as np

_PROBE = 2048
_WORTH = 0.7
"""The share of distinct rows under which joining pays (ours)."""
_MIX = 0x9E3779B97F4A7C15


def distinct_rows(samples: np.ndarray) -> tuple[np.ndarray, Optional[np.ndarray]]:
    """Give the distinct rows of samples (n, F) float32, and each sample's place (n,) among them.

    Where joining wouldn't pay, the samples themselves come back, without places.
    """
    if len(np.unique(_hashes(samples[:_PROBE]))) > _WORTH * min(len(samples), _PROBE):
        return samples, None
    _, first, inverse = np.unique(_hashes(samples), return_index=True, return_inverse=True)
    rows = samples[first]
    if len(first) > _WORTH * len(samples) or not np.array_equal(rows[inverse], samples):  # two rows shared a hash
        return samples, None
    return rows, inverse


def _hashes(samples: np.ndarray) -> np.ndarray:
    """Mix every row's bits into 64."""
    bits = (samples + np.float32(0.0)).view(np.uint32)  # −0 becomes 0
    hashes = np.zeros(len(samples), np.uint64)
    for column in range(bits.shape[1]):
        hashes ^= bits[:, column]
        hashes *= np.uint64(_MIX)
        hashes ^= hashes >> np.uint64(29)
    return hashes
