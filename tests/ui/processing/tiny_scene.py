"""A tiny scene as files: an image, polygons and samples on it, and a coarser raster."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr

SIDE = 96


@dataclass(frozen=True)
class Scene:
    """A tiny scene: two bands in three stripes of rock, polygons and samples on them, the area they were drawn in."""

    folder: Path
    image: str
    polygons: str
    area: str
    points: str
    coarse: str

    @property
    def data(self) -> dict[str, Any]:
        """The scene as an algorithm's parameters."""
        return {"INPUT": self.image, "POLYGONS": self.polygons, "CLASS_FIELD": "kind"}


def make_scene(folder: Path) -> Scene:
    """Make the scene's files."""
    image = folder / "rocks.tif"
    rng = np.random.default_rng(7)
    stripes = np.repeat(np.array([40, 120, 200]), SIDE // 3)[None, :].repeat(SIDE, axis=0)
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(image), SIDE, SIDE, 2, gdal.GDT_Byte, ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
    )
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    for number, name in enumerate(("Red", "Near infrared"), start=1):
        values = stripes + rng.normal(0, 6, stripes.shape) * number
        dataset.GetRasterBand(number).WriteArray(values.clip(0, 255).astype(np.uint8))
        dataset.GetRasterBand(number).SetDescription(name)
    del dataset
    squares = [
        (kind, 32 * place + 3, row, 10) for place, kind in enumerate(("granite", "gneiss", "marble"))
        for row in (4, 24, 44, 64, 82)
    ]  # fmt: skip
    polygons = _squares(folder / "training.geojson", squares)
    area = _squares(folder / "area.geojson", [("", 0, 0, SIDE)])
    return Scene(folder, str(image), polygons, area, _samples(folder / "samples.geojson"), _coarse(folder / "zinc.tif"))


def make_tiles(scene: Scene, folder: Path) -> str:
    """Make a data set of two tiles with masks."""
    for part in ("train", "valid"):
        for kind, source in (("images", scene.image), ("masks", "")):
            (folder / "data" / part / kind).mkdir(parents=True)
            file = folder / "data" / part / kind / "tile.tif"
            if source:
                gdal.Translate(str(file), source, srcWin=[0, 0, 32, 32])
                continue
            mask = gdal.GetDriverByName("GTiff").Create(str(file), 32, 32, 1, gdal.GDT_Byte)
            mask.GetRasterBand(1).WriteArray(np.arange(1024, dtype=np.uint8).reshape(32, 32) % 2 + 1)
    return str(folder / "data")


def _squares(path: Path, squares: list[tuple[str, int, int, int]]) -> str:
    """Write squares, placed by pixel, to a file in degrees: another coordinate system than the image's."""
    from osgeo import ogr

    utm, degrees = osr.SpatialReference(), osr.SpatialReference()
    utm.ImportFromEPSG(32654)
    degrees.ImportFromEPSG(4326)
    for reference in (utm, degrees):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(utm, degrees)
    dataset = ogr.GetDriverByName("GeoJSON").CreateDataSource(str(path))
    layer = dataset.CreateLayer("squares", degrees, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    for kind, column, row, side in squares:
        left, top = 600_000.0 + 10 * column, 4_740_000.0 - 10 * row
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ((0, 0), (side, 0), (side, -side), (0, -side), (0, 0)):
            ring.AddPoint_2D(left + 10 * x, top + 10 * y)
        shape = ogr.Geometry(ogr.wkbPolygon)
        shape.AddGeometry(ring)
        shape.Transform(move)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kind", kind)
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
    del layer, dataset
    return str(path)


def _coarse(path: Path) -> str:
    """Write a raster with pixels ten times as large as the scene's."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE // 10, SIDE // 10, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((600_000.0, 100.0, 0.0, 4_740_000.0, 0.0, -100.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    values = np.arange((SIDE // 10) ** 2, dtype=np.float32).reshape(SIDE // 10, -1) % 7
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.GetRasterBand(1).SetDescription("Zn")
    del dataset
    return str(path)


def _samples(path: Path) -> str:
    """Write samples with a content of zinc that rises to the east."""
    features = [
        {
            "type": "Feature",
            "properties": {"zn": float(column + row % 3), "cu": float(200 - column), "pb": float(30 + row)},
            "geometry": {"type": "Point", "coordinates": [600_005.0 + 10 * column, 4_739_995.0 - 10 * row]},
        }
        for column in range(4, SIDE, 16)
        for row in range(5, SIDE, 20)
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32654"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    return str(path)
