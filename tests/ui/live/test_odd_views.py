"""The live map by its button over imagery in degrees, of 224 bands, changed since, or too large to read at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.slow
HEIGHT, WIDTH = 60, 90
UTM_PLACE, DEGREES_PLACE = (600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0), (141.9, 1e-4, 0.0, 42.8, 0.0, -1e-4)


def write(path: Path, values: np.ndarray, place: Sequence[float], epsg: int) -> None:
    """Write bytes (bands, H, W)."""
    bands, height, width = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, bands, gdal.GDT_Byte)
    locate(dataset, place, epsg)
    dataset.WriteArray(values)


def locate(dataset: gdal.Dataset, place: Sequence[float], epsg: int) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    dataset.SetGeoTransform(place)
    dataset.SetProjection(reference.ExportToWkt())


def halves(bands: int, *, bright_in_the_east: bool = True) -> np.ndarray:
    values = np.random.default_rng(1).normal(60, 5, (bands, HEIGHT, WIDTH))
    values[:, :, WIDTH // 2 :] += 60
    return values.astype(np.uint8)[:, :, :: 1 if bright_in_the_east else -1]


@pytest.fixture
def open_dock(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], OutcropDock]]:
    """Give a maker of docks over all of an image, with a polygon in each half."""
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    monkeypatch.delenv("OUTCROP_PYTHON")
    docks: list[OutcropDock] = []

    def make(path: Path) -> OutcropDock:
        imagery, canvas, bar = QgsRasterLayer(str(path), "imagery"), QgsMapCanvas(), QgsMessageBar()
        polygons = QgsVectorLayer(f"Polygon?crs={imagery.crs().authid()}&field=kind:string", "polygons", "memory")
        extent, features = imagery.extent(), []
        for kind, x in (("dark", 0.2), ("bright", 0.7)):
            left, bottom = extent.xMinimum() + x * extent.width(), extent.yMinimum() + 0.4 * extent.height()
            box = QgsRectangle(left, bottom, left + 0.15 * extent.width(), bottom + 0.2 * extent.height())
            feature = QgsFeature(polygons.fields())
            feature.setAttributes([kind])
            feature.setGeometry(QgsGeometry.fromRect(box))
            features.append(feature)
        polygons.dataProvider().addFeatures(features)
        polygons.updateExtents()
        canvas.resize(240, 160)
        canvas.setDestinationCrs(imagery.crs())
        canvas.setExtent(extent)
        canvas.show()
        docks.append(OutcropDock(QgsProject.instance(), canvas, Messages(bar)))
        for widget in (canvas, bar, docks[-1]):
            qtbot.addWidget(widget)
        docks[-1].show()
        QgsProject.instance().addMapLayers([imagery, polygons])
        qtbot.waitUntil(lambda: docks[-1].data_page.choice.imagery is not None, timeout=60_000)
        return docks[-1]

    yield make
    for dock in docks:
        assert dock.shutdown()


def sketched(dock: OutcropDock, qtbot: QtBot) -> np.ndarray:
    with qtbot.waitSignal(dock.live.live_map.shown, timeout=60_000):
        qtbot.mouseClick(dock.data_page.live.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dock.live.live_map._task is None, timeout=60_000)
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    return np.array(gdal.Open(layer.source()).ReadAsArray())[0]


def is_split(classes: np.ndarray) -> bool:
    """Whether the west of what is mapped is of the second class, “dark”, and the east of the first, “bright”."""
    columns = np.flatnonzero(classes.any(axis=0))
    west, east = np.split(classes[:, columns], [len(columns) // 2], axis=1)
    return bool((west[west > 0] == 2).mean() > 0.9 and (east[east > 0] == 1).mean() > 0.9)


@pytest.mark.parametrize(("bands", "place", "epsg"), [(3, DEGREES_PLACE, 4326), (224, UTM_PLACE, 32654)])
def test_degrees_and_many_bands(
    open_dock: Callable[[Path], OutcropDock], qtbot: QtBot, tmp_path: Path, bands: int, place: Sequence[float],
    epsg: int,
) -> None:  # fmt: skip
    write(tmp_path / "image.tif", halves(bands), place, epsg)
    assert is_split(sketched(open_dock(tmp_path / "image.tif"), qtbot))


def test_imagery_that_changed_since_is_seen_anew(
    open_dock: Callable[[Path], OutcropDock], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "image.tif"
    write(path, halves(3), UTM_PLACE, 32654)
    dock = open_dock(path)
    assert is_split(sketched(dock, qtbot))
    write(path, halves(3, bright_in_the_east=False), UTM_PLACE, 32654)
    polygons = dock.data_page.polygons.currentLayer()
    kinds = {feature.id(): {0: {"dark": "bright", "bright": "dark"}[feature["kind"]]}
             for feature in polygons.getFeatures()}  # fmt: skip
    polygons.dataProvider().changeAttributeValues(kinds)
    assert is_split(sketched(dock, qtbot)[:, ::-1])
    path.unlink()
    qtbot.mouseClick(dock.data_page.live.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "image.tif" in dock.data_page.live.status.text(), timeout=60_000)


def test_a_view_of_too_much_without_overviews_says_what_helps(
    open_dock: Callable[[Path], OutcropDock], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "large.tif"
    options = ["SPARSE_OK=TRUE", "TILED=YES"]
    locate(gdal.GetDriverByName("GTiff").Create(str(path), 24_000, 24_000, 1, gdal.GDT_Byte, options), UTM_PLACE, 32654)
    dock = open_dock(path)
    qtbot.mouseClick(dock.data_page.live.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "has no overviews" in dock.data_page.live.status.text(), timeout=60_000)
    assert "Zoom in" in dock.data_page.live.status.text()
