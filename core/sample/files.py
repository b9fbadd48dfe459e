"""The sample scene's files: GeoTIFF for pixels, GeoPackage for polygons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Optional

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.transform import Affine
from rasterio.warp import transform
from shapely.geometry import Polygon

from ..files.whole_file import whole_file
from ..geodata.vector.geopackage import write_geopackage

GRID_CRS = "EPSG:32647"
ANALYST_CRS = "EPSG:4326"
_WEST, _NORTH = 541_000.0, 4_085_000.0
_COLOURS = (ColorInterp.blue, ColorInterp.green, ColorInterp.red)
_NO_TAGS: Mapping[str, str] = MappingProxyType({})


def write_image(
    path: Path, numbers: NDArray[np.uint16], names: Sequence[str], nodata: int, pixel_m: float = 1.0
) -> None:
    """Write the bands (bands, rows, columns) with their names and colours, the first three blue, green and red."""
    with whole_file(path) as partial, rasterio.open(partial, "w", **_profile(numbers, nodata, pixel_m)) as target:
        target.write(numbers)
        target.colorinterp = [*_COLOURS, *[ColorInterp.undefined] * len(numbers)][: len(numbers)]
        _name(target, names)


def write_layer(
    path: Path, values: NDArray[np.float32], names: Sequence[str], pixel_m: float, tags: Mapping[str, str] = _NO_TAGS
) -> None:
    """Write measured values (bands, rows, columns) with their names and what else is to be known of them."""
    with whole_file(path) as partial, rasterio.open(partial, "w", **_profile(values, None, pixel_m)) as target:
        target.write(values)
        _name(target, names)
        target.update_tags(**tags)


def write_classes(path: Path, classes: NDArray[np.uint8], pixel_m: float = 1.0) -> None:
    """Write a class raster (rows, columns) on the image's grid; 0 is nodata."""
    with whole_file(path) as partial, rasterio.open(partial, "w", **_profile(classes[None], 0, pixel_m)) as target:
        target.write(classes, 1)
        target.set_band_description(1, "Class")


def write_polygons(
    path: Path, polygons: Sequence[Polygon], crs: str, kinds: Sequence[str], codes: Sequence[int], pixel_m: float = 1.0
) -> None:
    """Write polygons (N,), given in pixel coordinates, as one layer named like the file, with their kind and code."""
    fields = {"kind": np.array(kinds, dtype=object), "code": np.array(codes, np.int32)}
    _write_shapes(path, np.array(polygons, dtype=object), "Polygon", fields, crs, pixel_m)


def write_points(
    path: Path, points: NDArray[np.float64], fields: Mapping[str, NDArray[np.generic]], pixel_m: float
) -> None:
    """Write points (N, 2), given in pixel coordinates, with their fields (N,) by name."""
    _write_shapes(path, shapely.points(points), "Point", fields, GRID_CRS, pixel_m)


def _write_shapes(
    path: Path, shapes: NDArray[np.object_], kind: str, fields: Mapping[str, NDArray[np.generic]], crs: str,
    pixel_m: float,
) -> None:  # fmt: skip
    placed = shapely.transform(shapes, lambda points: _placed(points * pixel_m, crs))
    with whole_file(path) as partial:
        write_geopackage(partial, path.stem, shapely.to_wkb(placed), kind, fields, crs)


def _name(target: rasterio.io.DatasetWriter, names: Sequence[str]) -> None:
    for band, name in enumerate(names, 1):
        target.set_band_description(band, name)
    target.update_tags(TITLE="Outcrop sample scene: made by code, shows no real place")


def _profile(bands: NDArray[np.generic], nodata: Optional[float], pixel_m: float) -> dict[str, object]:
    count, height, width = bands.shape
    return {
        "driver": "GTiff", "count": count, "height": height, "width": width, "dtype": bands.dtype.name,
        "crs": CRS.from_string(GRID_CRS), "transform": Affine(pixel_m, 0, _WEST, 0, -pixel_m, _NORTH),
        "nodata": nodata, "tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate",
        "predictor": 3 if bands.dtype.kind == "f" else 2,
    }  # fmt: skip


def _placed(points: NDArray[np.float64], crs: str) -> NDArray[np.float64]:
    """Move (x, y) metres from the north-west corner to map coordinates in a CRS."""
    east, north = _WEST + points[:, 0], _NORTH - points[:, 1]
    if crs == GRID_CRS:
        return np.column_stack([east, north])
    return np.column_stack(transform(GRID_CRS, crs, east, north))
