"""Coordinate systems: whether two are the same, the way between them, and how far off their datums may lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from ..message import Message
from .grid import Grid

if TYPE_CHECKING:
    from pyproj import CRS, Transformer

_LEAST_M = 3.0
"""Less isn't spoken of: WGS 84 as such is known to 2 m, and everybody takes other systems for it (ours)."""


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


def datum_warnings(name: str, source: CRS, grid: Grid) -> tuple[str, ...]:
    """Say where no exact transformation from a coordinate system to a grid's is known here, with the size of the error.

    Args:
        name: What is brought to the grid.
        source: Its coordinate system.
        grid: The grid.
    """
    from pyproj import CRS
    from pyproj.exceptions import ProjError
    from pyproj.transformer import TransformerGroup

    target = CRS.from_wkt(grid.crs.to_wkt())
    if _same_datum(source, target):
        return ()
    try:
        operations = TransformerGroup(source, target, always_xy=True, area_of_interest=_place(grid))
    except ProjError:
        return ()
    between = Message(
        "“{name}” is in {source}, the imagery in {target}", name=name, source=source.name, target=target.name
    )
    missing = _grids(operations.unavailable_operations)
    advice = Message(" An exact one needs {missing}.", missing=missing) if missing else ""
    is_ballpark = not operations.transformers or "ballpark" in operations.transformers[0].description.lower()
    if is_ballpark and _is_geocentric(source) and _is_geocentric(target):
        return ()
    if is_ballpark:
        text = Message(
            (
                "{between}; no transformation between their datums is known here, so it may lie off by about 50 to 200 "
                "m.{advice} Compare it with the imagery, or bring it to the imagery's coordinate system with the "
                "parameters of your survey first."
            ),
            between=between,
            advice=advice,
        )
        return (text,)
    accuracy = operations.transformers[0].accuracy
    if accuracy < max(_LEAST_M, grid.pixel_size_m):
        return ()
    pixels = accuracy / grid.pixel_size_m
    return (
        Message(
            "{between}; the way between their datums is good to {accuracy:g} m only, {pixels:.1f} pixels.{advice}",
            between=between, accuracy=accuracy, pixels=pixels, advice=advice,
        ),
    )  # fmt: skip


def image_datum_warnings(name: str, crs: Any, grid: Grid) -> tuple[str, ...]:
    """Do what `datum_warnings` does for a raster's coordinate system, as rasterio has it."""
    if crs == grid.crs:
        return ()
    from pyproj import CRS

    return datum_warnings(name, CRS.from_wkt(crs.to_wkt()), grid)


def _same_datum(source: CRS, target: CRS) -> bool:
    one, other = source.geodetic_crs, target.geodetic_crs
    return one is None or other is None or are_same(one, other)


def _is_geocentric(crs: CRS) -> bool:
    """Say whether a datum is one of today's, by its ellipsoid (GRS 80 or WGS 84): they agree within about 2 m."""
    ellipsoid = crs.ellipsoid
    if ellipsoid is None:
        return False
    return abs(ellipsoid.semi_major_metre - 6_378_137) < 0.5 and abs(ellipsoid.inverse_flattening - 298.257) < 1e-3


def _place(grid: Grid) -> Any:
    from pyproj.aoi import AreaOfInterest
    from pyproj.exceptions import ProjError
    from rasterio.errors import CRSError, RasterioError
    from rasterio.warp import transform_bounds

    try:
        west, south, east, north = transform_bounds(grid.crs, "EPSG:4326", *grid.extent)
        return AreaOfInterest(west, south, east, north)
    except (CRSError, RasterioError, ProjError):
        return None


def _grids(operations: Sequence[Any]) -> str:
    """Name the files that the best of some operations would need."""
    lacking = ([grid.short_name for grid in one.grids if not grid.available] for one in operations)
    return next((", ".join(f"“{name}”" for name in names) for names in lacking), "")
