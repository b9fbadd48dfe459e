"""The Data page says what is missing or wrong, counts what is there, and gives the choice that training needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.dock.data import counting
from outcrop.ui.dock.data.data_page import DataPage
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.predictions import MODEL_PROPERTY
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QToolButton

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


@pytest.fixture
def page(dock: OutcropDock) -> DataPage:
    return dock.data_page


def rows(page: DataPage) -> list[list[str]]:
    items = [page.table.topLevelItem(row) for row in range(page.table.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items]


def problems(page: DataPage) -> str:
    return "\n".join(problem.text for problem in page.choice.problems)


def test_empty_project_says_what_to_do(page: DataPage) -> None:
    assert "Load imagery first" in problems(page)
    assert not page.next.isEnabled()
    assert not page.new.isEnabled()


def test_empty_project_offers_the_sample(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(dock.environment.sample, "open", opened.append)
    assert not dock.data_page.sample.isHidden()
    dock.data_page.sample.click()
    for action in dock.data_page.sample.menu().actions():
        action.trigger()
    assert opened == ["pegmatite", "pegmatite", "lithology", "tailings", "landslides"]
    project.addMapLayer(make_imagery())
    assert dock.data_page.sample.isHidden()


def test_imagery_alone_asks_for_polygons(page: DataPage, project: QgsProject, make_imagery: Rasters) -> None:
    project.addMapLayer(make_imagery())
    assert page.summary.text() == "3 bands · 10 m · EPSG:32654 · Byte"
    assert "Choose polygons or points, or press New" in problems(page)
    assert page.new.isEnabled()


def test_classes_are_counted_and_next_is_free(ready: OutcropDock) -> None:
    page = ready.data_page
    assert rows(page) == [["dike", "2", "244", "2.44 ha"], ["snow", "1", "400", "4.00 ha"]]
    assert page.class_field.currentField() == "kind"
    assert page.next.isEnabled()
    page.next.click()
    assert ready.tabs.currentWidget() is ready.train_page


def test_few_pixels_are_pointed_out(ready: OutcropDock) -> None:
    item = ready.data_page.table.topLevelItem(0)
    assert "Of fewer than 400, what is held back" in item.toolTip(2)
    assert not item.icon(2).isNull()
    assert ready.data_page.table.topLevelItem(1).icon(2).isNull()


@pytest.mark.parametrize(
    ("squares", "text"),
    [
        ((), "has no polygons yet"),
        ((("dike", 500, 0, 5),), "lie outside “atsuma_rgb”"),
        ((("dike", 5, 5, 5),), "one class only, “dike”"),
        ((("", 5, 5, 5),), "has a class yet"),
    ],
)
def test_polygons_that_cannot_work_are_told(
    page: DataPage,
    project: QgsProject,
    make_imagery: Rasters,
    make_polygons: Vectors,
    squares: tuple[object, ...],
    text: str,
) -> None:
    project.addMapLayers([make_imagery(), make_polygons(squares)])
    assert text in problems(page)
    assert not page.next.isEnabled()


def test_class_without_a_pixel_is_told(
    page: DataPage, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors
) -> None:
    layer = make_polygons((("dike", 5, 5, 10), ("speck", 30, 30, 0.3)))
    project.addMapLayers([make_imagery(), layer])
    assert "Class “speck” covers no pixel" in problems(page)


def test_warning_zooms_to_what_it_is_about(
    ready: OutcropDock, make_polygons: Vectors, project: QgsProject, qtbot: QtBot
) -> None:
    layer = make_polygons((("dike", 5, 5, 10), ("snow", 30, 10, 10), ("snow", 300, 10, 10)), name="far")
    project.addMapLayer(layer)
    ready.data_page.polygons.setLayer(layer)
    assert "1 polygon lies outside the imagery." in problems(ready.data_page)
    assert ready.data_page.next.isEnabled()
    show = next(button for button in ready.data_page.problem_list.findChildren(QToolButton))
    show.click()
    assert ready._canvas.extent().contains(603_050, 4_739_850)


def test_polygons_in_another_coordinate_system_count_the_same(
    page: DataPage, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors
) -> None:
    project.addMapLayers([make_imagery(), make_polygons(crs="EPSG:4326")])
    assert [row[:2] for row in rows(page)] == [["dike", "2"], ["snow", "1"]]
    assert page.choice.ready


def test_field_that_goes_away_is_told(ready: OutcropDock, qtbot: QtBot) -> None:
    page = ready.data_page
    layer = page.polygons.currentLayer()
    layer.startEditing()
    for name in ("kind", "note"):
        layer.deleteAttribute(layer.fields().indexOf(name))
    layer.commitChanges()
    qtbot.waitUntil(lambda: not page.choice.ready, timeout=60_000)
    assert "field" in problems(page)


def test_drawing_is_seen_while_it_happens(ready: OutcropDock, make_polygons: Vectors, qtbot: QtBot) -> None:
    layer = ready.data_page.polygons.currentLayer()
    layer.startEditing()
    feature = next(make_polygons((("scree", 5, 40, 10),)).getFeatures())
    assert layer.addFeature(feature)
    qtbot.waitUntil(lambda: [row[0] for row in rows(ready.data_page)] == ["dike", "snow", "scree"], timeout=60_000)
    layer.rollBack()


def test_colours_come_from_the_style_and_can_be_changed(ready: OutcropDock, qtbot: QtBot) -> None:
    page = ready.data_page
    layer = page.polygons.currentLayer()
    symbol = QgsFillSymbol.createSimple({"color": "#123456"})
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", [QgsRendererCategory("dike", symbol, "dike")]))
    layer.triggerRepaint()
    layer.emitStyleChanged()
    qtbot.waitUntil(lambda: page.choice.colours["dike"] == "#123456", timeout=60_000)
    page.table.colour_chosen.emit("snow", "#abcdef")
    assert page.choice.colours["snow"] == "#abcdef"
    assert layer.renderer().categories()[0].symbol().color().name() == "#123456"


def test_background_asks_for_its_area_and_counts_as_a_class(
    page: DataPage, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors
) -> None:
    polygons, area = make_polygons((("dike", 5, 5, 10),)), make_polygons((("", 0, 0, 60),), name="area")
    project.addMapLayers([make_imagery(), polygons])
    page.polygons.setLayer(polygons)
    assert not page.choice.ready
    project.addMapLayer(area)
    page.elsewhere.choose_layer(area)
    assert page.choice.ready
    assert page.choice.area.layer_id == area.id()


def test_selection_can_be_taken_alone(ready: OutcropDock, qtbot: QtBot) -> None:
    page = ready.data_page
    assert page.only_selected.isHidden()
    layer = page.polygons.currentLayer()
    layer.selectByIds([feature.id() for feature in layer.getFeatures()][1:])
    qtbot.waitUntil(lambda: not page.only_selected.isHidden(), timeout=60_000)
    assert page.only_selected.text() == "Only the 2 selected polygons"
    assert rows(page)[0][1] == "2"
    page.only_selected.setChecked(True)
    assert rows(page)[0][1] == "1"
    assert page.choice.only_selected


def test_large_layers_are_counted_in_the_background(
    page: DataPage,
    project: QgsProject,
    make_imagery: Rasters,
    make_polygons: Vectors,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(counting, "_AT_ONCE", 1)
    project.addMapLayers([make_imagery(), make_polygons()])
    qtbot.waitUntil(lambda: page.choice.ready, timeout=60_000)
    assert rows(page)[0][:2] == ["dike", "2"]


def test_counting_that_fails_is_told(
    page: DataPage,
    project: QgsProject,
    make_imagery: Rasters,
    make_polygons: Vectors,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("the index is broken")

    monkeypatch.setattr(counting, "_AT_ONCE", 1)
    monkeypatch.setattr("outcrop.ui.layers.classes.class_counts.ClassCounter.count", fail)
    project.addMapLayers([make_imagery(), make_polygons()])
    qtbot.waitUntil(lambda: "the index is broken" in problems(page), timeout=60_000)
    assert not page.next.isEnabled()


def test_layers_that_go_away_are_no_longer_chosen(ready: OutcropDock, project: QgsProject) -> None:
    project.removeAllMapLayers()
    assert ready.data_page.choice.imagery is None
    assert "Load imagery first" in problems(ready.data_page)


def test_renaming_is_followed(ready: OutcropDock, qtbot: QtBot) -> None:
    layer = ready.data_page.imagery.currentLayer()
    layer.setName("north")
    ready.data_page.refresh()
    assert ready.data_page.choice.imagery.name == "north"


def test_predictions_are_not_offered_as_imagery(ready: OutcropDock, project: QgsProject, make_imagery: Rasters) -> None:
    made = make_imagery("classes")
    made.setCustomProperty(MODEL_PROPERTY, "m.safetensors")
    project.addMapLayer(made)
    assert [ready.data_page.imagery.layer(index).name() for index in range(ready.data_page.imagery.count())] == [
        "atsuma_rgb"
    ]


def test_predictions_that_arrive_do_not_count_the_polygons_again(
    ready: OutcropDock, project: QgsProject, make_imagery: Rasters, qtbot: QtBot
) -> None:
    made = make_imagery("classes")
    made.setCustomProperty(MODEL_PROPERTY, "m.safetensors")
    pause = next(timer for timer in ready.data_page.findChildren(QTimer) if timer.interval() == counting._PAUSE_MS)
    qtbot.waitUntil(lambda: not pause.isActive(), timeout=60_000)  # the polygons were styled just now
    with qtbot.assertNotEmitted(ready.data_page.changed):
        project.addMapLayer(made)
        project.removeMapLayer(made.id())


@pytest.fixture
def saved_map(tmp_path: Path, make_imagery: Rasters) -> QgsRasterLayer:
    """Give a map without a word in it of what it is."""
    path = str(tmp_path / "a map saved anew.tif")
    dataset = gdal.Translate(path, make_imagery("small").source(), bandList=[1])
    dataset.GetRasterBand(1).WriteArray(np.kron(np.array([[1, 2], [2, 3]]), np.ones((30, 40))))
    del dataset
    return QgsRasterLayer(path, "a map saved anew")


def test_a_map_saved_anew_takes_no_imagerys_place(
    ready: OutcropDock, project: QgsProject, saved_map: QgsRasterLayer
) -> None:
    pages = ready.data_page, ready.predict_page
    chosen = ready.data_page.imagery.currentLayer()
    project.addMapLayer(saved_map)
    assert [page.imagery.count() for page in pages] == [1, 1]
    project.removeMapLayer(chosen.id())
    assert [page.imagery.currentLayer() for page in pages] == [None, None]


def test_a_raster_taken_for_a_map_can_be_taken_for_imagery(
    dock: OutcropDock, project: QgsProject, saved_map: QgsRasterLayer
) -> None:
    page = dock.data_page
    project.addMapLayer(saved_map)
    assert "“a map saved anew” looks like a map of classes, not like imagery." in problems(page)
    buttons = page.problem_list.findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Take it").click()
    assert page.imagery.currentLayer() is saved_map
    assert dock.predict_page.imagery.currentLayer() is saved_map
    assert page.summary.text().startswith("1 band")


def test_a_map_beside_imagery_can_be_taken_from_the_menu(
    ready: OutcropDock, project: QgsProject, saved_map: QgsRasterLayer
) -> None:
    page = ready.data_page
    project.addMapLayer(saved_map)
    menu = page.stack.add.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert saved_map.name() in texts, "it may well lie on the imagery as one more layer"
    left_out = menu.actions()[texts.index("Take for imagery what looks like a map")].menu()
    left_out.actions()[0].trigger()
    assert page.imagery.currentLayer() is saved_map
    ready.show_prediction_of(saved_map)
    assert ready.predict_page.imagery.currentLayer() is saved_map


def test_raster_from_a_file_is_preferred_to_a_base_map(
    page: DataPage, project: QgsProject, make_imagery: Rasters
) -> None:
    base = QgsRasterLayer("type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=19&zmin=0", "a base map", "wms")
    project.addMapLayer(base)
    assert page.imagery.currentLayer() is base
    imagery = make_imagery()
    project.addMapLayer(imagery)
    assert page.imagery.currentLayer() == imagery
    page.imagery.setLayer(base)
    assert page.choice.imagery.is_rendered


def test_new_layer_is_made_chosen_and_ready_for_drawing(
    page: DataPage, dock: OutcropDock, project: QgsProject, make_imagery: Rasters, tmp_path: Path
) -> None:
    project.addMapLayer(make_imagery())
    page.new.click()
    layer = page.polygons.currentLayer()
    assert layer.source().startswith(str(tmp_path / "training_atsuma_rgb.gpkg"))
    assert layer.crs().authid() == "EPSG:32654"
    assert layer.isEditable()
    assert page.class_field.currentField() == "kind"
    assert page.new_class.name.isVisible()
    layer.rollBack()


def test_everything_has_a_tooltip(ready: OutcropDock) -> None:
    page = ready.data_page
    for widget in (
        page.imagery,
        page.summary,
        page.polygons,
        page.new,
        page.class_field,
        page.elsewhere,
        page.table,
        page.next,
    ):
        assert widget.toolTip()


def test_a_coordinate_system_that_is_set_is_followed(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors, qtbot: QtBot
) -> None:
    page, imagery = dock.data_page, make_imagery(crs="")
    project.addMapLayers([imagery, make_polygons()])
    assert "no coordinate system" in problems(page)
    imagery.setCrs(QgsCoordinateReferenceSystem("EPSG:32654"))
    qtbot.waitUntil(lambda: page.choice.ready, timeout=10_000)
    imagery.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    qtbot.waitUntil(lambda: page.choice.imagery.crs.authid() == "EPSG:32633", timeout=10_000)
