"""Training on a base map: what lies under the polygons is rendered first, then the worker reads it as a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.imagery import PIXEL_SIZE_PROPERTY
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage

METRES_PER_UNIT, STEP = 0.99664, 0.005
"""A unit of Web Mercator on the ground at the equator, the mean of both directions, and the steps it is taken in."""


@pytest.fixture
def base_map(tmp_path: Path) -> QgsRasterLayer:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    path = tmp_path / "tiles" / "14" / "8192" / "8191.png"
    path.parent.mkdir(parents=True)
    image.save(str(path))
    uri = f"type=xyz&url=file://{tmp_path}/tiles/{{z}}/{{x}}/{{y}}.png&zmin=14&zmax=14"
    layer = QgsRasterLayer(uri, "base map", "wms")
    layer.setCustomProperty(PIXEL_SIZE_PROPERTY, 10.0)
    return layer


@pytest.fixture
def polygons() -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:3857&field=kind:string(20)", "training", "memory")
    features = []
    for kind, left in (("dike", 300.0), ("snow", 900.0)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([kind])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 300, left + 300, 600)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def test_training_gets_what_lies_under_the_polygons(
    dock: OutcropDock, project: QgsProject, base_map: QgsRasterLayer, polygons: QgsVectorLayer, qtbot: QtBot,
    tmp_path: Path,
) -> None:  # fmt: skip
    project.addMapLayers([base_map, polygons])
    dock.data_page.imagery.setLayer(base_map)
    qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=60_000)
    assert dock.data_page.choice.imagery.is_rendered
    with qtbot.waitSignal(dock.training.ended, timeout=60_000):
        qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)
    (file,) = tmp_path.glob("work/runs/*/request.json")
    image = json.loads(file.read_text())["scenes"][0]["images"][0]
    rendered = QgsRasterLayer(image, "rendered")
    assert rendered.isValid()
    ground_m = rendered.rasterUnitsPerPixelX() * METRES_PER_UNIT
    assert ground_m == pytest.approx(10.0, rel=STEP / 2)
    assert rendered.extent().contains(polygons.extent())
    assert rendered.width() == pytest.approx(90 + 128 + 30 + 98, abs=4)


def test_a_base_map_is_learned_at_the_pixel_size_chosen_with_it(
    dock: OutcropDock, project: QgsProject, base_map: QgsRasterLayer, polygons: QgsVectorLayer, qtbot: QtBot,
    make_imagery: Callable[..., QgsRasterLayer],
) -> None:  # fmt: skip
    file = make_imagery()
    project.addMapLayers([base_map, polygons, file])
    page = dock.data_page
    page.imagery.setLayer(file)
    assert page.pixel_size.isHidden()
    page.imagery.setLayer(base_map)
    assert not page.pixel_size.isHidden()
    assert page.pixel_size.value() == 10.0
    page.pixel_size.setValue(5.0)
    qtbot.waitUntil(lambda: page.choice.ready, timeout=60_000)
    assert page.choice.imagery.pixel_size_m == 5.0
    assert "5 m" in page.summary.text()
    dock.predict_page.refresh()
    assert dock.predict_page.pixel_size.value() == 5.0
