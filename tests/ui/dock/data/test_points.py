"""Points as labels on the Data page: offered, counted, coloured, and never taken where polygons are meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.ui.dock.data.data_page import DataPage
from outcrop.ui.dock.data.labels_box import LabelsBox
from outcrop.ui.dock.dock import OutcropDock
from qgis.core import QgsCategorizedSymbolRenderer, QgsMarkerSymbol, QgsProject, QgsRasterLayer, QgsVectorLayer

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]
SURVEY = (("dike", 5.5, 5.5), ("dike", 9.5, 5.5), ("snow", 20.5, 30.5), ("", 21.5, 30.5), ("snow", 500.5, 5.5))


@pytest.fixture
def page(dock: OutcropDock) -> DataPage:
    return dock.data_page


def problems(page: DataPage) -> str:
    return "\n".join(problem.text for problem in page.choice.problems)


def test_points_are_counted_and_drawn_in_the_classes_colours(
    page: DataPage, project: QgsProject, make_imagery: Rasters, make_points: Vectors
) -> None:
    layer = make_points(SURVEY)
    project.addMapLayers([make_imagery(), layer])
    items = [page.table.topLevelItem(row) for row in range(page.table.topLevelItemCount())]
    shown = [(item.text(0), item.text(2), item.text(3)) for item in items]
    assert shown == [("dike", "2", "200 m²"), ("snow", "1", "100 m²")]
    assert page.table.isColumnHidden(1)
    assert all(item.icon(2).isNull() for item in items)
    assert "1 point lies outside the imagery" in problems(page)
    assert "1 point has no class" in problems(page)
    assert page.next.isEnabled()
    assert page.choice.polygons == 0
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert all(isinstance(one.symbol(), QgsMarkerSymbol) for one in renderer.categories())
    colours = {one.label(): one.symbol().color().name() for one in renderer.categories()}
    assert {name: colours[name] for name in ("dike", "snow")} == page.choice.colours


def test_nothing_is_drawn_into_points(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_points: Vectors
) -> None:
    project.addMapLayers([make_imagery(), make_points(SURVEY)])
    assert not dock.data_page.table._buttons
    assert dock.data_page.new_class.isHidden()
    assert dock.suspects._layer(dock.data_page.choice) is None


@pytest.mark.parametrize(
    ("points", "text"),
    [
        ((), "has no points yet"),
        ((("dike", 500, 5),), "lie outside “atsuma_rgb”"),
        ((("dike", 5, 5),), "There is one class only"),
    ],
)
def test_points_that_cannot_work_are_told(
    page: DataPage, project: QgsProject, make_imagery: Rasters, make_points: Vectors,
    points: tuple[tuple[str, float, float], ...], text: str,
) -> None:  # fmt: skip
    project.addMapLayers([make_imagery(), make_points(points)])
    assert text in problems(page)
    assert not page.next.isEnabled()


def test_polygons_are_chosen_before_points(
    project: QgsProject, make_imagery: Rasters, make_polygons: Vectors, make_points: Vectors
) -> None:
    towns = make_points(SURVEY, name="a town")
    project.addMapLayers([make_imagery(), towns])
    box = LabelsBox(project)
    assert box.labels is towns
    training = make_polygons()
    project.addMapLayer(training)
    box.look()
    assert box.labels is training
    box.setLayer(towns)
    box.look()
    assert box.labels is towns
