"""The sample scene's files: GeoTIFF for pixels, GeoPackage for polygons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.transform import Affine
from rasterio.warp import transform
from shapely.geometry import Polygon

from ...core.geodata.vector.geopackage import write_geopackage
from ...core.whole_file import whole_file

GRID_CRS = "EPSG:32647"
ANALYST_CRS = "EPSG:4326"
_WEST, _NORTH = 541_000.0, 4_085_000.0
_COLOURS = (ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined)


def write_image(path: Path, numbers: NDArray[np.uint16], names: Sequence[str], nodata: int) -> None:
    """Write the bands (bands, rows, columns) with their names and colours, 1 m pixels."""
    with whole_file(path) as partial, rasterio.open(partial, "w", **_profile(numbers, nodata)) as target:
        target.write(numbers)
        target.colorinterp = _COLOURS
        for band, name in enumerate(names, 1):
            target.set_band_description(band, name)
        target.update_tags(TITLE="Outcrop sample scene: made by code, shows no real place")


def write_classes(path: Path, classes: NDArray[np.uint8]) -> None:
    """Write a class raster (rows, columns) on the image's grid; 0 is nodata."""
    with whole_file(path) as partial, rasterio.open(partial, "w", **_profile(classes[None], 0)) as target:
        target.write(classes, 1)
        target.set_band_description(1, "Class")


def write_polygons(path: Path, polygons: Sequence[Polygon], crs: str, kind: str, code: int) -> None:
    """Write polygons, given in pixel coordinates, as one layer named like the file, with fields `kind` and `code`."""
    placed = shapely.transform(np.array(polygons, dtype=object), lambda points: _placed(points, crs))
    count = len(polygons)
    with whole_file(path) as partial:
        fields = {"kind": np.array([kind] * count, dtype=object), "code": np.full(count, code, np.int32)}
        write_geopackage(partial, path.stem, shapely.to_wkb(placed), "Polygon", fields, crs)


def _profile(bands: NDArray[np.generic], nodata: int) -> dict[str, object]:
    count, height, width = bands.shape
    return {
        "driver": "GTiff", "count": count, "height": height, "width": width, "dtype": bands.dtype.name,
        "crs": CRS.from_string(GRID_CRS), "transform": Affine(1, 0, _WEST, 0, -1, _NORTH), "nodata": nodata,
        "tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate", "predictor": 2,
    }  # fmt: skip


def _placed(points: NDArray[np.float64], crs: str) -> NDArray[np.float64]:
    """Move (x, y) pixel coordinates to map coordinates in a CRS."""
    east, north = _WEST + points[:, 0], _NORTH - points[:, 1]
    if crs == GRID_CRS:
        return np.column_stack([east, north])
    return np.column_stack(transform(GRID_CRS, crs, east, north))
