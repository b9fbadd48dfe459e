"""Packing: pixels as few bytes, for the disk."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

import numpy as np

from .runs import Runs

_HEAD = struct.Struct("<4sI")
_PART = struct.Struct("<BI")
_KINDS = "bhiq"


def pack(runs: Runs) -> bytes:
    """Pack a set of pixels: how far each run lies from the one before, and its length, deflated."""
    row, start, end = (part.astype(np.int64) for part in runs.arrays)
    streams = [_small(np.diff(row, prepend=0)), _small(np.diff(start, prepend=0)), _small(end - start)]
    kinds = "".join(stream.dtype.char for stream in streams).encode("ascii") + b"1"
    return _HEAD.pack(kinds, len(runs)) + zlib.compress(b"".join(stream.tobytes() for stream in streams), 6)


def unpack(packed: bytes) -> Runs:
    """Unpack a set of pixels.

    Raises:
        ValueError: When it isn't one.
    """
    try:
        kinds, count = _HEAD.unpack_from(packed)
        kinds, content = kinds[:3].decode("ascii"), zlib.decompress(packed[_HEAD.size :])
    except (struct.error, zlib.error, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    streams, offset = [], 0
    for kind in kinds:
        if kind not in _KINDS:
            raise ValueError(f"unknown kind of number {kind!r}")
        streams.append(np.frombuffer(content, np.dtype("<" + kind), count, offset).astype(np.int64))
        offset += count * np.dtype(kind).itemsize
    row, start = np.cumsum(streams[0]), np.cumsum(streams[1])
    return Runs(*(part.astype(np.int32) for part in (row, start, start + streams[2])))


def pack_values(parts: Mapping[int, Runs]) -> bytes:
    """Pack sets of pixels by the value (0…255) of each."""
    packed = {value: pack(runs) for value, runs in parts.items()}
    return b"".join(_PART.pack(value, len(content)) + content for value, content in packed.items())


def unpack_values(packed: bytes) -> dict[int, Runs]:
    """Unpack sets of pixels by value.

    Raises:
        ValueError: When they aren't any.
    """
    parts, offset = {}, 0
    while offset < len(packed):
        try:
            value, length = _PART.unpack_from(packed, offset)
        except struct.error as error:
            raise ValueError(str(error)) from error
        offset += _PART.size
        parts[value] = unpack(packed[offset : offset + length])
        offset += length
    return parts


def _small(numbers: np.ndarray) -> np.ndarray:
    """Give whole numbers in as few bytes as hold them all, little-endian."""
    low, high = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, 0)
    kind = next(k for k in _KINDS if np.iinfo(k).min <= low and high <= np.iinfo(k).max)
    return numbers.astype("<" + kind)
