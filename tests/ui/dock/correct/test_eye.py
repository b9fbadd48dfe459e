"""Help for the eye: band combinations, stretches, a second view, hillshade."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.ui.correction.eye.hillshade import hillshade_of
from pytestqt.qtbot import QtBot
from qgis.core import QgsMultiBandColorRenderer, QgsProject, QgsRasterLayer, QgsSingleBandGrayRenderer
from qgis.gui import QgsMapCanvas

from .conftest import Hand

MakeImagery = Callable[..., QgsRasterLayer]


@pytest.fixture
def imagery(hand: Hand, project: QgsProject, canvas: QgsMapCanvas, make_imagery: MakeImagery) -> QgsRasterLayer:
    made = make_imagery("scene", bands=("Blue", "Green", "Red", "NIR"))
    project.addMapLayer(made)
    canvas.setLayers([hand.target.layer, made])
    return made


def bands(layer: QgsRasterLayer) -> tuple[int, ...]:
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        return renderer.redBand(), renderer.greenBand(), renderer.blueBand()
    assert isinstance(renderer, QgsSingleBandGrayRenderer)
    return (renderer.grayBand(),)


def test_keys_combine_bands_and_lead_back(hand: Hand, imagery: QgsRasterLayer) -> None:
    before = bands(imagery)
    hand.key("n")
    assert bands(imagery) == (3, 2, 1)
    hand.key("c")
    assert bands(imagery) == (4, 3, 2)
    hand.key("m")
    hand.key("m")
    assert bands(imagery) == (2,)
    hand.key("u")
    assert bands(imagery) == before
    assert len(hand.target.layer.renderer().classes()) == 3


def test_the_stretch_follows_the_view(hand: Hand, imagery: QgsRasterLayer) -> None:
    hand.key("n")
    hand.key("v")
    enhancement = imagery.renderer().redContrastEnhancement()
    assert (enhancement.minimumValue(), enhancement.maximumValue()) == (1.0, 3.0)


def test_missing_bands_are_told(hand: Hand, project: QgsProject, canvas: QgsMapCanvas, make_imagery: MakeImagery,
                                messages: object) -> None:  # fmt: skip
    heights = make_imagery("heights", bands=("Elevation",))
    project.addMapLayer(heights)
    canvas.setLayers([hand.target.layer, heights])
    hand.key("c")
    assert "no bands for that" in messages.of("warning")


def test_a_second_view_follows_and_leads(hand: Hand, qtbot: QtBot, imagery: QgsRasterLayer) -> None:
    second = QgsMapCanvas()
    qtbot.addWidget(second)
    second.resize(300, 300)
    second.show()
    hand.control.eye.new_canvas = lambda: second
    hand.control.eye.fill()
    menu = {action.text(): action for action in hand.page.eye_menu.actions()}
    views = menu["Second map view with"].menu()
    {action.text(): action for action in views.actions()}["scene"].trigger()
    assert second.layers() == [imagery]
    assert second.center().distance(hand.canvas.center()) < 1
    hand.canvas.zoomByFactor(0.5)
    assert second.mapUnitsPerPixel() == pytest.approx(hand.canvas.mapUnitsPerPixel(), rel=0.02)
    second.setCenter(hand.target.pixel_map().point_of((10, 10)))
    assert second.center().distance(hand.canvas.center()) < 1


def test_hillshade_comes_and_goes(hand: Hand, project: QgsProject, make_imagery: MakeImagery) -> None:
    heights = make_imagery("heights", bands=("Elevation",))
    project.addMapLayer(heights)
    for shown in (True, False):
        hand.control.eye.fill()
        menu = {action.text(): action for action in hand.page.eye_menu.actions()}
        {action.text(): action for action in menu["Hillshade over the map"].menu().actions()}["heights"].trigger()
        assert (hillshade_of(project, heights) is not None) is shown
