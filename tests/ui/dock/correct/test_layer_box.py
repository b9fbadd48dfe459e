"""The box of layers: predictions by their names and groups, the uppermost first."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from qgis.core import QgsProject

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
