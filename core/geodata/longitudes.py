"""Rasters whose longitudes run another way round than those of what they lie on: from 0 to 360, or from −180 to 180."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Optional

from .extent import Extent
from .grid import Grid


def facing(source: Grid, grid: Grid) -> Optional[tuple[Grid, Grid]]:
    """Turn a raster or the grid on which it is going to be seen by a whole circle, where they overlap more so.

    Args:
        source: The raster's pixels.
        grid: The grid.

    Returns:
        Both, with the pixels they had, as they lie on each other; None where the raster misses the grid.

    Raises:
        RasterioError: There is no way from one coordinate system to the other.
        CRSError: Likewise.
    """
    if grid.crs.is_geographic:
        circle = _circle(grid)
        turn = _turn(grid.extent, _bounds(source, grid, circle), circle)
        return None if turn is None else (source, _turned(grid, turn))
    circle = _circle(source)
    if not circle:
        return (source, grid) if _turn(grid.extent, _bounds(source, grid, 0.0), 0.0) is not None else None
    turn = _turn(source.extent, _bounds(grid, source, circle), circle)
    return None if turn is None else (_turned(source, turn), grid)


def _bounds(one: Grid, other: Grid, circle: float) -> Extent:
    """Give a grid's extent in another's coordinate system; what lies across the end of its longitudes in one piece."""
    from rasterio.warp import transform_bounds

    if one.crs == other.crs:
        return one.extent
    left, bottom, right, top = transform_bounds(one.crs, other.crs, *one.extent)
    return left, bottom, right + circle if right < left else right, top


def _turn(turned: Extent, fixed: Extent, circle: float) -> Optional[float]:
    """Give the turn, out of none and one either way, by which one extent overlaps the other most; None without any."""
    xmin, ymin, xmax, ymax = turned
    left, bottom, right, top = fixed
    turns = (0.0, circle, -circle)
    widths = [min(right, xmax + turn) - max(left, xmin + turn) for turn in turns]
    overlaps = max(widths) > 0 and bottom < ymax and top > ymin
    return turns[widths.index(max(widths))] if overlaps else None


def _turned(grid: Grid, turn: float) -> Grid:
    return replace(grid, transform=type(grid.transform).translation(turn, 0) @ grid.transform) if turn else grid


def _circle(grid: Grid) -> float:
    """Give the whole circle in a grid's units; 0 where they are no angles."""
    return 2 * math.pi / float(grid.crs.units_factor[1]) if grid.crs.is_geographic else 0.0
