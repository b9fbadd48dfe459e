"""Overviews: a raster of bytes halved again and again, a few rows at a time."""

from __future__ import annotations

from pathlib import Path

import numpy as np

_CHUNK_BYTES = 4 << 20


def halve_classes(values: np.ndarray) -> np.ndarray:
    """Halve class ids (H, W), both even: of four pixels the value that most have, the upper left one among equals."""
    a, b, c, d = values[0::2, 0::2], values[0::2, 1::2], values[1::2, 0::2], values[1::2, 1::2]
    halved = np.where((b == c) | (b == d), b, np.where(c == d, c, a))
    np.copyto(halved, a, where=(a == b) | (a == c) | (a == d))
    return halved


def halve_quantities(values: np.ndarray) -> np.ndarray:
    """Halve bytes 1…255 (H, W), both even: the mean of those of four pixels that aren't 0."""
    total = np.zeros((values.shape[0] // 2, values.shape[1] // 2), np.uint16)
    count = np.zeros_like(total)
    for row in (0, 1):
        for col in (0, 1):
            part = values[row::2, col::2]
            total += part
            count += part > 0
    count = np.maximum(count, 1)
    return ((total + count // 2) // count).astype(np.uint8)


def write_halved(source: Path, target: Path, shape: tuple[int, int, int], classes: bool) -> tuple[int, int, int]:
    """Write a raster of bytes at half its size; odd sides are rounded up.

    Args:
        source: The bytes of a raster, band after band.
        target: The file to write.
        shape: Bands, height and width of the source.
        classes: Whether the bytes are class ids, else quantities.

    Returns:
        Bands, height and width of what was written.
    """
    bands, height, width = shape
    rows = max(2, _CHUNK_BYTES // width // 2 * 2)
    halve = halve_classes if classes else halve_quantities
    with source.open("rb") as reader, target.open("wb") as writer:
        for _band in range(bands):
            for first in range(0, height, rows):
                count = min(rows, height - first)
                chunk = np.frombuffer(reader.read(count * width), np.uint8).reshape(count, width)
                if count % 2 or width % 2:
                    chunk = np.pad(chunk, ((0, count % 2), (0, width % 2)), mode="edge")
                writer.write(np.ascontiguousarray(halve(chunk)).data)
    return bands, (height + 1) // 2, (width + 1) // 2
