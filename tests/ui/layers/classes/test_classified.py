"""Maps are known by what is in the file after QGIS or GDAL has saved them anew; imagery isn't taken for a map."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.core.prediction.raster.tags import LEGEND_TAG
from outcrop.ui.layers.own_rasters import is_likely_map, is_own
from qgis.analysis import QgsRasterCalculator, QgsRasterCalculatorEntry
from qgis.core import QgsCoordinateTransformContext, QgsProject, QgsRasterFileWriter, QgsRasterLayer, QgsRasterPipe

LEGEND = [{"id": 1, "name": "background", "colour": "#c8c8c8"}, {"id": 2, "name": "dike", "colour": "#d1495b"}]
Save = Callable[[QgsRasterLayer, str], None]


def write(path: Path, values: np.ndarray, kind: int = gdal.GDT_Byte, nodata: float | None = None) -> gdal.Dataset:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(values)
    return dataset


def a_map() -> np.ndarray:
    """Give classes 1 and 2 in patches, with some nodata."""
    values = np.ones((500, 700), np.uint8)
    values[100:300, 50:90] = values[250:, 400:420] = 2
    values[:20] = 0
    return values


@pytest.fixture
def prediction(tmp_path: Path) -> QgsRasterLayer:
    dataset = write(tmp_path / "map.tif", a_map(), nodata=0)
    dataset.SetMetadataItem(LEGEND_TAG, json.dumps(LEGEND))
    table = gdal.ColorTable()
    table.SetColorEntry(1, (200, 200, 200, 255))
    table.SetColorEntry(2, (209, 73, 91, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset.GetRasterBand(1).SetCategoryNames(["", "background", "dike"])
    del dataset, table
    return QgsRasterLayer(str(tmp_path / "map.tif"), "map")


def save_as(layer: QgsRasterLayer, path: str) -> None:
    pipe = QgsRasterPipe()
    pipe.set(layer.dataProvider().clone())
    writer = QgsRasterFileWriter(path)
    writer.writeRaster(
        pipe, layer.width(), layer.height(), layer.extent(), layer.crs(), QgsCoordinateTransformContext()
    )


def calculate(layer: QgsRasterLayer, path: str) -> None:
    entry = QgsRasterCalculatorEntry()
    entry.ref, entry.raster, entry.bandNumber = "map@1", layer, 1
    context = QgsProject.instance().transformContext()
    size = layer.extent(), layer.crs(), layer.width(), layer.height()
    assert QgsRasterCalculator('"map@1" * 1', path, "GTiff", *size, [entry], context).processCalculation() == 0


def clip(layer: QgsRasterLayer, path: str) -> None:
    gdal.Translate(path, layer.source(), srcWin=[30, 40, 300, 300])


def warp(layer: QgsRasterLayer, path: str) -> None:
    gdal.Warp(path, layer.source(), dstSRS="EPSG:4326", resampleAlg="near")


def calculate_by_gdal(layer: QgsRasterLayer, path: str) -> None:
    values = gdal.Open(layer.source()).ReadAsArray()
    write(Path(path), values.astype(np.float32), gdal.GDT_Float32, -3.4e38)


@pytest.mark.parametrize("save", [save_as, calculate, clip, warp, calculate_by_gdal])
def test_a_map_that_was_saved_anew_is_no_imagery(prediction: QgsRasterLayer, tmp_path: Path, save: Save) -> None:
    path = str(tmp_path / "anew.tif")
    save(prediction, path)
    anew = QgsRasterLayer(path, "anew")
    assert anew.isValid()
    assert is_own(anew) or is_likely_map(anew)


@pytest.mark.parametrize("values", [(0, 1), (0, 255), (1, 7, 30), (11, 21, 22, 23, 31, 41, 42, 43, 52, 71, 81, 82, 90)])
def test_maps_of_other_programs_are_no_imagery(tmp_path: Path, values: tuple[int, ...]) -> None:
    coarse = np.random.default_rng(1).choice(values, (60, 80))
    write(tmp_path / "cover.tif", np.kron(coarse, np.ones((9, 9))), gdal.GDT_Int16)
    assert is_likely_map(QgsRasterLayer(str(tmp_path / "cover.tif"), "cover"))


def heights(high: float) -> np.ndarray:
    rows, columns = np.mgrid[:500, :700]
    return high * (np.sin(rows / 90) + np.cos(columns / 130) + 2) / 4


DARK = np.random.default_rng(1).normal(12, 3, (500, 700)).clip(0, 30)
RASTERS = {
    "dark imagery": (DARK.astype(np.uint8), gdal.GDT_Byte),
    "flat ground": (heights(12).round(), gdal.GDT_Int16),
    "fractions": (heights(1), gdal.GDT_Float32),
    "a height of nothing": (np.zeros((500, 700)), gdal.GDT_Float32),
    "below the sea": (heights(8).round() - 20, gdal.GDT_Int16),
    "grey levels": (np.random.default_rng(1).integers(0, 256, (500, 700)), gdal.GDT_Byte),
}


@pytest.mark.parametrize("name", RASTERS)
def test_imagery_is_no_map(tmp_path: Path, name: str) -> None:
    write(tmp_path / "imagery.tif", *RASTERS[name])
    assert not is_likely_map(QgsRasterLayer(str(tmp_path / "imagery.tif"), "imagery"))


def test_a_scan_with_a_palette_of_many_colours_is_no_map(tmp_path: Path) -> None:
    dataset = write(tmp_path / "scan.tif", np.random.default_rng(1).integers(0, 200, (300, 300)))
    table = gdal.ColorTable()
    table.CreateColorRamp(0, (0, 0, 0), 255, (255, 255, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    del dataset
    assert not is_likely_map(QgsRasterLayer(str(tmp_path / "scan.tif"), "scan"))
