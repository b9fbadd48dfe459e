"""The live map over a base map from a server: the view is fetched first, and no more than a sketch needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage

MERCATOR = "EPSG:3857"
SIDE = 2446.0
"""Metres across the one tile there is, whose south-western corner is the origin."""


@pytest.fixture
def base_map(tmp_path: Path) -> QgsRasterLayer:
    """Give a base map that is dark in the west and bright in the east."""
    image, rng = QImage(256, 256, QImage.Format.Format_RGB32), np.random.default_rng(0)
    for row in range(256):
        for column in range(256):
            grey = int(60 + 100 * (column >= 128) + rng.integers(-6, 7))
            image.setPixelColor(column, row, QColor(grey, grey, grey))
    path = tmp_path / "tiles" / "14" / "8192" / "8191.png"
    path.parent.mkdir(parents=True)
    image.save(str(path))
    uri = f"type=xyz&url=file://{tmp_path}/tiles/{{z}}/{{x}}/{{y}}.png&zmin=14&zmax=14"
    return QgsRasterLayer(uri, "base map", "wms")


@pytest.fixture
def polygons() -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={MERCATOR}&field=kind:string", "polygons", "memory")
    for kind, left in (("dark", 300), ("bright", 1800)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([kind])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 1000, left + 300, 1300)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


@pytest.fixture
def dock(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, base_map: QgsRasterLayer, polygons: QgsVectorLayer
) -> Iterator[OutcropDock]:
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    monkeypatch.delenv("OUTCROP_PYTHON")
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    for widget in (canvas, bar):
        qtbot.addWidget(widget)
    canvas.resize(240, 200)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(MERCATOR))
    canvas.setExtent(QgsRectangle(200, 800, 2200, 1600))
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    qtbot.addWidget(made)
    made.show()
    QgsProject.instance().addMapLayers([base_map, polygons])
    made.data_page.imagery.setLayer(base_map)
    made.data_page.choose_polygons(polygons, "kind")
    qtbot.waitUntil(lambda: made.data_page.choice.imagery is not None, timeout=60_000)
    yield made
    assert made.shutdown()


def test_what_is_seen_of_a_base_map_is_fetched_and_sketched(dock: OutcropDock, qtbot: QtBot) -> None:
    live, row = dock.live.live_map, dock.data_page.live
    with qtbot.waitSignal(live.shown, timeout=120_000):
        qtbot.mouseClick(row.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live._task is None, timeout=120_000)
    assert "A sketch, not a trained model" in row.status.text()
    (layer,) = QgsProject.instance().mapLayersByName("sketch")
    names = [entry.label for entry in layer.renderer().classes()]
    classes = np.array(gdal.Open(layer.source()).ReadAsArray())[0]
    third = classes.shape[1] // 3
    assert (classes[:, :third] == 1 + names.index("dark")).mean() > 0.9
    assert (classes[:, -third:] == 1 + names.index("bright")).mean() > 0.9


def test_a_view_with_too_much_to_fetch_is_refused(
    dock: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from outcrop.ui.dock import live_control

    monkeypatch.setattr(live_control, "_MOST_FETCHED_PX", 100)
    qtbot.mouseClick(dock.data_page.live.once, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "too many for a sketch" in dock.data_page.live.status.text(), timeout=60_000)
    assert QgsProject.instance().mapLayersByName("sketch") == []
