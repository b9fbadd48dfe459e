"""Classes that are written in two ways are told, can be merged, and aren't made anew."""

from __future__ import annotations

from collections.abc import Callable

from outcrop.ui.dock.data.data_page import DataPage
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QToolButton

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


def classes(page: DataPage) -> list[list[str]]:
    """Give name and number of polygons of each class in the table."""
    items = [page.table.topLevelItem(row) for row in range(page.table.topLevelItemCount())]
    return [[item.text(column) for column in range(2)] for item in items]


def problems(page: DataPage) -> str:
    return "\n".join(problem.text for problem in page.choice.problems)


def test_classes_written_in_two_ways_can_be_merged(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors, qtbot: QtBot
) -> None:
    layer = make_polygons(
        (("Dike", 5, 5, 10), ("dike", 30, 10, 12), ("dike", 5, 30, 8), ("d\u200bike", 20, 30, 4), ("snow", 50, 30, 20))
    )
    project.addMapLayers([make_imagery(), layer])
    page = dock.data_page
    assert "“Dike”, “dike”, “d⟨U+200B⟩ike” differ only in how they are written" in problems(page)
    assert page.next.isEnabled()
    merge = next(button for button in page.problem_list.findChildren(QToolButton) if button.text() == "Merge")
    merge.click()
    qtbot.waitUntil(lambda: classes(page) == [["dike", "4"], ["snow", "1"]])
    assert "written" not in problems(page)
    assert layer.isEditable(), "so that it can be undone"
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: "differ only" in problems(page))


def test_classes_of_a_layer_that_cannot_be_edited_are_told_all_the_same(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors
) -> None:
    layer = make_polygons((("Dike", 5, 5, 10), ("dike", 30, 10, 12)))
    layer.setReadOnly(True)
    project.addMapLayers([make_imagery(), layer])
    assert "If they are one, give all of it one name." in problems(dock.data_page)
    assert not [one for one in dock.data_page.problem_list.findChildren(QToolButton) if one.text() == "Merge"]


def test_a_class_typed_in_another_way_is_the_one_that_is_there(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors
) -> None:
    project.addMapLayers([make_imagery(), make_polygons()])
    dock.data_page.new_class.name.setText("DIKE ")
    dock.data_page.new_class.name.returnPressed.emit()
    assert dock.labelling.drawing.name == "dike"
    assert [name for name, _ in classes(dock.data_page)] == ["dike", "snow"]
