"""Geometries as a GeoPackage keeps them: a short head, and well-known binary."""

from __future__ import annotations

import struct

import numpy as np

from ..geodata.grid import PixelGrid
from .pixels.outline import Rings, outline
from .pixels.runs import Runs
from .pixels.shapes import polygon_runs

_HEAD = struct.Struct("<2sBBi")
_PART = struct.Struct("<BII")
_POLYGON, _MULTIPOLYGON = 3, 6
_LITTLE_ENDIAN = 1
_PLAIN_FLAGS = 0b00000001
"""Little-endian, without an extent: 32 bytes a correction less, and readers work it out."""
_EXTENT_BYTES = (0, 32, 48, 48, 64)
"""How long the extent is for each value of the flags that tell of it."""


def geometry_of(runs: Runs, grid: PixelGrid, srs_id: int) -> bytes:
    """Give the outline of pixels as a multipolygon on the map."""
    return multipolygon([[grid.to_map(ring) for ring in rings] for rings in outline(runs)], srs_id)


def pixels_of(geometry: bytes, grid: PixelGrid) -> Runs:
    """Give the pixels that such an outline encloses, which `geometry_of` has drawn.

    Raises:
        ValueError: When it isn't one.
    """
    try:
        return polygon_runs([np.rint(grid.to_pixels(ring)) for ring in rings_of(geometry)])
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from error


def multipolygon(polygons: list[Rings], srs_id: int) -> bytes:
    """Give polygons, rings (N, 2) of x and y each, as a GeoPackage's geometry.

    Source: OGC 12-128r17, GeoPackage Encoding Standard, 2.1.3.
    """
    return _HEAD.pack(b"GP", 0, _PLAIN_FLAGS, srs_id) + multipolygon_wkb(polygons)


def multipolygon_wkb(polygons: list[Rings]) -> bytes:
    """Give polygons, rings (N, 2) of x and y each, as well-known binary."""
    pieces = [_PART.pack(_LITTLE_ENDIAN, _MULTIPOLYGON, len(polygons))]
    for rings in polygons:
        pieces.append(_PART.pack(_LITTLE_ENDIAN, _POLYGON, len(rings)))
        for ring in rings:
            pieces.append(struct.pack("<I", len(ring)))
            pieces.append(np.ascontiguousarray(ring, "<f8").tobytes())
    return b"".join(pieces)


def rings_of(geometry: bytes) -> list[np.ndarray]:
    """Give all rings of such a multipolygon, (N, 2) of x and y each."""
    _, _, flags, _ = _HEAD.unpack_from(geometry)
    offset = _HEAD.size + _EXTENT_BYTES[flags >> 1 & 0b111]
    _, _, polygons = _PART.unpack_from(geometry, offset)
    offset += _PART.size
    rings = []
    for _ in range(polygons):
        _, _, count = _PART.unpack_from(geometry, offset)
        offset += _PART.size
        for _ in range(count):
            (points,) = struct.unpack_from("<I", geometry, offset)
            rings.append(np.frombuffer(geometry, "<f8", 2 * points, offset + 4).reshape(points, 2))
            offset += 4 + 16 * points
    return rings
