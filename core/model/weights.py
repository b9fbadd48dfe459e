"""The arrays of a model file: its header looked at before anything is allocated, and what was read compared with it."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import numpy as np

METADATA = "__metadata__"
_TYPES = {
    "F64": ("<f8", 8), "F32": ("<f4", 4), "F16": ("<f2", 2), "I64": ("<i8", 8), "I32": ("<i4", 4), "I16": ("<i2", 2),
    "I8": ("|i1", 1), "U64": ("<u8", 8), "U32": ("<u4", 4), "U16": ("<u2", 2), "U8": ("|u1", 1), "BOOL": ("|b1", 1),
}  # fmt: skip
"""NumPy's types and their bytes by safetensors' names."""


@dataclass(frozen=True)
class Entry:
    """What a header says of one array: safetensors' type, shape, first byte and the byte after the last."""

    name: str
    kind: str
    shape: tuple[int, ...]
    first: int
    end: int


def entries_of(header: Mapping[str, Any], length: int) -> list[Entry]:
    """Read what a header says of its arrays, in the order in which they lie.

    Args:
        header: The header's JSON.
        length: Bytes of the file behind its header.

    Raises:
        ValueError: When arrays overlap, leave gaps, are of an unknown type or don't end with the file.
    """
    entries = sorted((_entry(name, value) for name, value in header.items() if name != METADATA), key=_place)
    reached = 0
    for entry in entries:
        count = math.prod(entry.shape) * _TYPES[entry.kind][1]
        if entry.first != reached or entry.end - entry.first != count:
            raise ValueError(f"“{entry.name}” doesn't lie where it should")
        reached = entry.end
    if reached != length:
        raise ValueError(f"{reached} bytes of weights were written, {length} are there")
    return entries


def read_arrays(file: BinaryIO, entries: list[Entry]) -> dict[str, np.ndarray]:
    """Read the arrays of an open file that stands behind its header.

    Raises:
        ValueError: When the file ends early, or a weight is no finite number.
    """
    import numpy as np

    arrays: dict[str, np.ndarray] = {}
    for entry in entries:
        array = np.empty(entry.shape, _TYPES[entry.kind][0])
        if array.size and file.readinto(array.reshape(-1).view(np.uint8)) != array.nbytes:  # type: ignore[attr-defined]
            raise ValueError(f"it ends within “{entry.name}”")
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise ValueError(f"“{entry.name}” holds what is no finite number")
        arrays[entry.name] = array
    return arrays


def weights_digest(arrays: Mapping[str, np.ndarray]) -> str:
    """Give a digest of arrays with their names, types and shapes."""
    import numpy as np

    digest = hashlib.blake2b(digest_size=16)
    for name in sorted(arrays):
        array = np.asarray(arrays[name], order="C")
        digest.update(json.dumps([name, array.dtype.newbyteorder("<").str, array.shape]).encode())
        digest.update(array.reshape(-1).view(np.uint8).data if array.size else b"")
    return digest.hexdigest()


def head_digest(card: str, weights: str, entries: list[Entry]) -> str:
    """Give a digest of a card's text, the weights' digest and what the header says of the arrays."""
    listed = sorted([entry.name, entry.kind, list(entry.shape)] for entry in entries)
    return hashlib.blake2b(json.dumps([card, weights, listed]).encode(), digest_size=16).hexdigest()


def entry_of(name: str, array: np.ndarray) -> Entry:
    """Give what a header says of an array, its place left open."""
    kind = next(kind for kind, (numpy_name, _) in _TYPES.items() if array.dtype.newbyteorder("<") == numpy_name)
    return Entry(name, kind, array.shape, 0, 0)


def _entry(name: str, value: Any) -> Entry:
    kind, shape, (first, end) = value["dtype"], value["shape"], value["data_offsets"]
    if kind not in _TYPES:
        raise ValueError(f"“{name}” is of an unknown type")
    if not all(type(number) is int and number >= 0 for number in (*shape, first, end)):
        raise ValueError(f"“{name}” has a shape or place that no array can have")
    return Entry(name, kind, tuple(shape), first, end)


def _place(entry: Entry) -> tuple[int, int]:
    return entry.first, entry.end
