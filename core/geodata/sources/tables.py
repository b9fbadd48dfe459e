"""Tables: functions of a band's numbers that GDAL computes while it reads, so that their means can be taken.

Angles can't be averaged (that of 359° and 1° is 0°, not 180°), nor can bytes of an embedding: their sines and cosines,
and the values that they stand for, can.
"""

from __future__ import annotations

import numpy as np

from .embeddings import BYTE_NODATA, values_of_bytes

Table = tuple[tuple[float, float], ...]
"""Pairs of a number and what it becomes; between two of them it is interpolated."""
_STEP = 0.25
_TURNS = (-360.0, 720.0)
"""Degrees that angles may have; a table with steps of ¼° is good to 0.0002°."""


def sine_and_cosine(scale: float = 1.0, offset: float = 0.0) -> tuple[Table, Table]:
    """Give the tables of sine and cosine of an angle that is number × scale + offset, in degrees."""
    degrees = np.arange(_TURNS[0], _TURNS[1] + _STEP, _STEP)
    numbers, order = (degrees - offset) / scale, slice(None, None, -1 if scale < 0 else 1)
    radians = np.radians(degrees)
    return _table(numbers[order], np.sin(radians)[order]), _table(numbers[order], np.cos(radians)[order])


def bytes_of_embedding() -> Table:
    """Give the table of what an embedding's signed bytes stand for."""
    return _table(np.arange(BYTE_NODATA, 128), values_of_bytes())


def degrees_of(sine: np.ndarray, cosine: np.ndarray) -> np.ndarray:
    """Give the directions (float32) of means of sine and cosine: 0 ≤ degrees < 360."""
    return whole_turn(np.degrees(np.arctan2(sine.astype(np.float64), cosine)))


def whole_turn(degrees: np.ndarray) -> np.ndarray:
    """Bring angles to 0 ≤ degrees < 360 (float32)."""
    with np.errstate(invalid="ignore"):  # what is infinite becomes no number
        turned = np.mod(degrees, 360.0).astype(np.float32)
    return np.where(turned >= 360.0, np.float32(0.0), turned)  # a hair below 0 is rounded up


def _table(numbers: np.ndarray, values: np.ndarray) -> Table:
    return tuple(zip(numbers.tolist(), values.tolist()))
