"""Embeddings: vectors of a foundation model, stored as signed bytes, and the numbers that they stand for.

AlphaEarth Foundations (Brown et al. 2025, arXiv 2507.22291) stores unit vectors of 64 components, each as a signed
byte b with value sign(b) · (|b| / 127.5)², and −128 where there is no data.
"""

from __future__ import annotations

import numpy as np

BYTE_NODATA = -128
_STEPS = 127.5


def values_of_bytes() -> np.ndarray:
    """Give what the bytes −128…127 stand for (256,), float64; −128 is no data and counts as −1."""
    stored = np.arange(-128, 128) / _STEPS
    return np.sign(stored) * np.minimum(np.abs(stored), 1.0) ** 2


_VALUES = values_of_bytes().astype(np.float32)


def dequantised(stored: np.ndarray) -> np.ndarray:
    """Give the values (float32) of an array of signed bytes."""
    values: np.ndarray = _VALUES[stored.astype(np.int16) + 128]
    return values


def quantised(values: np.ndarray) -> np.ndarray:
    """Give the signed bytes, −127…127, whose values lie nearest by their roots to an array's, which are in −1…1."""
    roots = np.sign(values) * np.sqrt(np.abs(values)) * _STEPS
    return np.clip(np.rint(roots), -127, 127).astype(np.int8)


def unit_vectors(values: np.ndarray) -> np.ndarray:
    """Bring vectors (B, …) to length 1; those of length 0 stay."""
    length = np.sqrt(np.square(values).sum(axis=0, keepdims=True))
    return values / np.where(length > 0, length, 1)
