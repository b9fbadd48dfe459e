"""The slider fades the newest map of the imagery, and follows what comes, goes and is changed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.labels.legend import Legend
from outcrop.ui.dock.predict.map_opacity import MapOpacity
from outcrop.ui.layers.predictions import PredictionLayers, add_prediction
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

LEGEND = Legend.from_names(["background", "dike"])


@pytest.fixture
def imagery(make_imagery: Callable[..., QgsRasterLayer], project: QgsProject) -> QgsRasterLayer:
    layer = make_imagery()
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def opacity(qtbot: QtBot, project: QgsProject, imagery: QgsRasterLayer) -> MapOpacity:
    made = MapOpacity(project)
    qtbot.addWidget(made)
    made.follow(imagery)
    return made


def add(project: QgsProject, imagery: QgsRasterLayer, model: str) -> QgsRasterLayer:
    place = PredictionLayers(imagery.id(), imagery.name(), model, "m.safetensors")
    return add_prediction(project, place, Path(imagery.source()), LEGEND)


def test_newest_map_is_faded_by_key(
    opacity: MapOpacity, project: QgsProject, imagery: QgsRasterLayer, qtbot: QtBot
) -> None:
    assert opacity.isHidden()
    older, newest = (add(project, imagery, model) for model in ("a", "b"))
    qtbot.waitUntil(lambda: opacity.layer is newest)
    assert not opacity.isHidden()
    opacity.show()
    QTest.keyClick(opacity.slider, Qt.Key.Key_PageDown)
    assert (newest.opacity(), older.opacity()) == (0.75, 1.0)
    assert opacity.share.text() == "75 %"


def test_it_follows_what_is_changed_elsewhere(
    opacity: MapOpacity, project: QgsProject, imagery: QgsRasterLayer, qtbot: QtBot
) -> None:
    older, newest = (add(project, imagery, model) for model in ("a", "b"))
    qtbot.waitUntil(lambda: opacity.layer is newest)
    newest.setOpacity(0.4)
    assert opacity.slider.value() == 40
    project.removeMapLayer(newest.id())
    qtbot.waitUntil(lambda: opacity.layer is older)
    assert opacity.slider.value() == 100
    opacity.follow(None)
    assert opacity.isHidden()
    project.clear()
    qtbot.wait(20)
    assert opacity.layer is None
