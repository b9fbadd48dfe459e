"""Coordinate systems: whether two are the same, and the way from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from pyproj import CRS, Transformer


def are_same(one: CRS, other: CRS) -> bool:
    """Say whether two coordinate systems are the same; the order of their axes doesn't count, it is x, y everywhere."""
    return bool(one.equals(other, ignore_axis_order=True))


def way_between(source: CRS, target: CRS) -> Optional[Transformer]:
    """Give the transformation of x, y from one coordinate system to another; None where they are the same.

    Raises:
        ProjError: When there is none.
    """
    from pyproj import Transformer

    return None if are_same(source, target) else Transformer.from_crs(source, target, always_xy=True)
