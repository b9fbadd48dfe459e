"""A layer that is reloaded shows its file as it is, whatever was drawn from it meanwhile, and stays as it looked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.layers.reloading import reload
from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsRasterDataProvider, QgsRasterLayer, QgsRasterRange
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtXml import QDomDocument

SIZE = 64
Write = Callable[[int], None]


def write(path: Path, value: int) -> None:
    """Write a raster, or what is in one that is there, through a handle of its own."""
    if path.exists():
        dataset = gdal.Open(str(path), gdal.GA_Update)
    else:
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIZE, SIZE, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform((0, 1, 0, SIZE, 0, -1))
        dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset.GetRasterBand(1).Fill(value)
    del dataset


@pytest.fixture(params=["GeoTIFF", "VRT"])
def raster(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[QgsRasterLayer, Write]:
    """Make a layer whose file can be written to, as it is or as the source of a virtual one."""
    path, shown = tmp_path / "map.tif", str(tmp_path / "map.tif")
    write(path, 1)
    if request.param == "VRT":
        shown = str(tmp_path / "map.vrt")
        gdal.BuildVRT(shown, [str(path)]).FlushCache()
    return QgsRasterLayer(shown, "map"), lambda value: write(path, value)


def seen(provider: QgsRasterDataProvider) -> set[int]:
    """Give the values that a provider reads."""
    block = provider.block(1, provider.extent(), SIZE, SIZE)
    return set(np.frombuffer(block.data().data(), np.uint8).tolist())


def style(layer: QgsMapLayer) -> str:
    """Give a layer's style as text."""
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return str(document.toString())


def test_a_drawing_that_ends_later_leaves_nothing_old(raster: tuple[QgsRasterLayer, Write]) -> None:
    layer, write_value = raster
    for value in range(2, 8):
        drawn_before = layer.dataProvider().clone()
        assert seen(drawn_before) == {value - 1}
        write_value(value)
        reload(layer)
        drawn_meanwhile = layer.dataProvider().clone()
        assert seen(drawn_meanwhile) == {value}
        sip.delete(drawn_before)
        drawn_after = layer.dataProvider().clone()
        assert seen(drawn_after) == seen(layer.dataProvider()) == {value}
        sip.delete(drawn_meanwhile)
        sip.delete(drawn_after)


def test_it_looks_as_before_and_only_asks_to_be_drawn(raster: tuple[QgsRasterLayer, Write]) -> None:
    layer, write_value = raster
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    layer.setOpacity(0.4)
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(7, 9)])
    before, told = style(layer), []
    for signal in ("rendererChanged", "legendChanged", "styleChanged", "crsChanged", "dataSourceChanged"):
        getattr(layer, signal).connect(lambda *_args, signal=signal: told.append(signal))
    layer.repaintRequested.connect(lambda *_args: told.append("repaintRequested"))
    write_value(3)
    reload(layer)
    assert (style(layer), layer.crs().authid(), layer.name()) == (before, "EPSG:32633", "map")
    provider = layer.dataProvider()
    assert not provider.useSourceNoDataValue(1)
    assert [(kept.min(), kept.max()) for kept in provider.userNoDataValues(1)] == [(7, 9)]
    assert told == ["repaintRequested"]
    assert seen(provider) == {3}
