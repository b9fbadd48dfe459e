"""The box of layers: predictions by their names and groups, the uppermost first."""

from __future__ import annotations

from outcrop.ui.dock.correct.layer_box import LayerBox
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer

from .conftest import Hand, MakePrediction


def names(box: object) -> list[str]:
    return [box.itemText(place) for place in range(box.count())]


def test_the_newest_prediction_is_chosen_until_one_is_held(
    hand: Hand, qtbot: QtBot, project: QgsProject, make_prediction: MakePrediction
) -> None:
    other = make_prediction("other")
    other.setName("other map")
    group = project.layerTreeRoot().insertGroup(0, "forest")
    project.addMapLayer(other, False)
    group.addLayer(other)
    qtbot.waitUntil(lambda: hand.page.layer.count() == 2)
    assert names(hand.page.layer) == ["forest · other map", "classes"]
    assert hand.page.layer.current_layer() is hand.target.layer
    assert names(hand.page.other) == ["forest · other map"]
    hand.control._set_target(None)
    hand.page.layer.set_layer(other)
    qtbot.waitUntil(lambda: hand.page.layer.current_layer() is other)


def test_a_map_comes_before_polygons_that_lie_above_it(
    qtbot: QtBot, project: QgsProject, make_prediction: MakePrediction
) -> None:
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32654&field=kind:string", "polygons", "memory")
    mapped = make_prediction("mapped")
    box = LayerBox(project, lambda _layer: True)
    qtbot.addWidget(box)
    project.addMapLayers([mapped, polygons])
    project.layerTreeRoot().insertLayer(0, polygons)
    qtbot.waitUntil(lambda: box.count() == 2)
    assert box.current_layer() is mapped
