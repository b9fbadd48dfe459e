"""Surfaces in space (polyhedral surfaces, triangulated networks, triangles, multipatches) as flat polygons."""

from __future__ import annotations

import struct
from typing import Optional

_POLYGON, _MULTIPOLYGON = 3, 6
_FLAT_KINDS = {15: _MULTIPOLYGON, 16: _MULTIPOLYGON, 17: _POLYGON}
"""Well-known binary has the same form for them as for what they become."""


def surface_as_polygons(wkb: bytes) -> Optional[bytes]:
    """Give the polygons of a surface's faces as well-known binary without Z; None for any other geometry."""
    order = "<" if wkb[:1] == b"\x01" else ">"
    if len(wkb) < 9:
        return None
    (kind,) = struct.unpack_from(f"{order}I", wkb, 1)
    if kind not in _FLAT_KINDS:
        return None
    changed = bytearray(wkb)
    struct.pack_into(f"{order}I", changed, 1, _FLAT_KINDS[kind])
    if _FLAT_KINDS[kind] == _POLYGON:
        return bytes(changed)
    (faces,) = struct.unpack_from(f"{order}I", wkb, 5)
    offset = 9
    try:
        for _ in range(faces):
            struct.pack_into(f"{order}I", changed, offset + 1, _POLYGON)
            offset = _end_of_face(wkb, offset, order)
    except struct.error:
        return None
    return bytes(changed)


def _end_of_face(wkb: bytes, offset: int, order: str) -> int:
    (rings,) = struct.unpack_from(f"{order}I", wkb, offset + 5)
    offset += 9
    for _ in range(rings):
        (points,) = struct.unpack_from(f"{order}I", wkb, offset)
        offset += 4 + 16 * points
    return offset
