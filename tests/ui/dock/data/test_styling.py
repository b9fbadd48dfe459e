"""Layers are styled by classes once somebody looks at the page, and what the analyst has styled stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


def test_what_the_analyst_has_styled_stays(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors, qtbot: QtBot
) -> None:
    layer = make_polygons()
    own = [QgsRendererCategory("dike", QgsFillSymbol.createSimple({"color": "red"}), "Dike")]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", own))
    project.addMapLayers([make_imagery(), layer])
    qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=10_000)
    assert [category.label() for category in layer.renderer().categories()] == ["Dike"]
    layer.startEditing()
    qtbot.waitUntil(lambda: bool(dock.data_page.refresh() or len(layer.renderer().categories()) > 1), timeout=10_000)
    layer.rollBack()


def test_nothing_is_styled_before_the_page_is_looked_at(
    project: QgsProject, canvas: QgsMapCanvas, messages: Messages, make_imagery: Rasters, make_polygons: Vectors,
    qtbot: QtBot, request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    layer = make_polygons()
    notes = {feature.id(): {1: f"note {feature.id() % 2}"} for feature in layer.getFeatures()}
    layer.dataProvider().changeAttributeValues(notes)
    project.addMapLayers([make_imagery(), layer])
    made = OutcropDock(project, canvas, messages)
    qtbot.addWidget(made)
    request.addfinalizer(made.shutdown)
    qtbot.waitUntil(lambda: made.data_page.choice.ready, timeout=10_000)
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)
    assert layer.styleManager().styles() == ["default"]
    made.show()
    qtbot.waitUntil(lambda: isinstance(layer.renderer(), QgsCategorizedSymbolRenderer), timeout=10_000)
    made.data_page.class_field.setField("note")
    qtbot.waitUntil(lambda: layer.renderer().classAttribute() == "note", timeout=10_000)
