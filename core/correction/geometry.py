"""Geometries as a GeoPackage keeps them: a short head with the extent, and well-known binary."""

from __future__ import annotations

import struct

import numpy as np

from .pixels.outline import Rings, outline
from .pixels.runs import Runs
from .place import Place

_HEAD = struct.Struct("<2sBBi4d")
_PART = struct.Struct("<BII")
_POLYGON, _MULTIPOLYGON = 3, 6
_LITTLE_ENDIAN = 1
_EXTENT_FLAGS = 0b00000011
"""Little-endian, with an extent of x and y."""


def geometry_of(runs: Runs, place: Place, srs_id: int) -> bytes:
    """Give the outline of pixels as a multipolygon on the map."""
    return multipolygon([[place.to_map(ring) for ring in rings] for rings in outline(runs)], srs_id)


def multipolygon(polygons: list[Rings], srs_id: int) -> bytes:
    """Give polygons, rings (N, 2) of x and y each, as a GeoPackage's geometry.

    Source: OGC 12-128r17, GeoPackage Encoding Standard, 2.1.3.
    """
    low = np.min([rings[0].min(axis=0) for rings in polygons], axis=0)
    high = np.max([rings[0].max(axis=0) for rings in polygons], axis=0)
    extent = (low[0], high[0], low[1], high[1])
    return _HEAD.pack(b"GP", 0, _EXTENT_FLAGS, srs_id, *extent) + multipolygon_wkb(polygons)


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
    place = _HEAD.size
    _, _, polygons = _PART.unpack_from(geometry, place)
    place += _PART.size
    rings = []
    for _ in range(polygons):
        _, _, count = _PART.unpack_from(geometry, place)
        place += _PART.size
        for _ in range(count):
            (points,) = struct.unpack_from("<I", geometry, place)
            rings.append(np.frombuffer(geometry, "<f8", 2 * points, place + 4).reshape(points, 2))
            place += 4 + 16 * points
    return rings
