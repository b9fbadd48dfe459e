"""Layers are stacked and bands chosen on the Data page; training and prediction take them as they stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.preparation.functions import FUNCTIONS
from outcrop.ui.dock.data.scene import scene_of
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.sources.source_button import SourceButton
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QToolButton

Rasters = Callable[..., QgsRasterLayer]


@pytest.fixture
def heights(ready: OutcropDock, project: QgsProject, make_imagery: Rasters) -> QgsRasterLayer:
    layer = make_imagery("heights", bands=("Elevation",))
    project.addMapLayer(layer)
    return layer


def job_files(folder: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted(folder.glob("work/runs/*/request.json"))]


def buttons(dock: OutcropDock) -> list[QToolButton]:
    return [button for button in dock.data_page.stack.findChildren(QToolButton) if button.menu() is None]


def test_layer_is_added_by_the_button(ready: OutcropDock, heights: QgsRasterLayer) -> None:
    page = ready.data_page
    menu = page.stack.add.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["heights", "", "Save the stack…", "Prepare a layer"]
    assert not menu.actions()[2].isEnabled(), "there is one layer alone"
    menu.actions()[0].trigger()
    assert page.choice.imagery.bands == ("Red", "Green", "Blue", "Elevation")
    assert page.summary.text().startswith("4 bands · 10 m")
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()


def test_layer_is_prepared_by_an_algorithm(
    ready: OutcropDock, project: QgsProject, make_imagery: Rasters, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveys = {"terrain": "Elevation_2019 of the valley", "magnetics": "airborne magnetics"}
    surveys["radiometrics"] = "airborne gamma rays, potassium"
    layers = {key: make_imagery(name, bands=("One",)) for key, name in surveys.items()}
    for layer in layers.values():
        project.addMapLayer(layer)
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr("outcrop.ui.dock.data.imagery.stack_rows.open_dialog", lambda *words: opened.append(words))
    page = ready.data_page
    menu = page.stack.add.menu()
    menu.aboutToShow.emit()
    made = menu.actions()[-1].menu()
    assert [action.text() for action in made.actions()] == [f"{function.title}…" for function in FUNCTIONS]
    for action in made.actions():
        action.trigger()
    assert [key for key, _ in opened] == [f"outcrop:{function.algorithm}" for function in FUNCTIONS]
    imagery = page.imagery.currentLayer().id()
    for (_, values), function in zip(opened, FUNCTIONS):
        wanted = {"INPUT": imagery} if function.of_imagery else {}
        if function.key in layers:
            wanted = {"INPUT": layers[function.key].id()}
        assert values == wanted, function.key


def test_the_stack_is_saved_by_an_algorithm(
    ready: OutcropDock, heights: QgsRasterLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr("outcrop.ui.dock.data.imagery.stack_rows.open_dialog", lambda *words: opened.append(words))
    page = ready.data_page
    page.stack.set_layers([heights.id()])
    menu = page.stack.add.menu()
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text().startswith("Save")]
    action.trigger()
    first = page.imagery.currentLayer().id()
    assert opened == [("outcrop:savestack", {"INPUT": first, "MORE_RASTERS": [heights.id()]})]


def test_layer_is_raised_and_taken_out(ready: OutcropDock, heights: QgsRasterLayer) -> None:
    page = ready.data_page
    page.stack.set_layers([heights.id()])
    buttons(ready)[0].click()
    assert page.imagery.currentLayer().id() == heights.id()
    assert page.choice.imagery.name == "heights"
    assert len(page.choice.imagery.bands) == 4
    page.stack._take_out(page.stack.layer_ids[0])
    assert page.choice.imagery.bands == ("Elevation",)


def choose(button: SourceButton, *texts: str) -> None:
    """Choose in a button's menu, or in one of its submenus, what begins with a text."""
    menu = button.menu()
    menu.aboutToShow.emit()
    for text in texts:
        (action,) = [action for action in menu.actions() if action.text().startswith(text)]
        menu = action.menu()
    action.trigger()


def test_what_a_layers_numbers_are_is_shown_chosen_and_trained_with(
    ready: OutcropDock, heights: QgsRasterLayer, project: QgsProject, tmp_path: Path
) -> None:
    page = ready.data_page
    page.stack.set_layers([heights.id()])
    (button,) = page.stack.findChildren(SourceButton)
    assert (page.stack.first_source.text(), button.text()) == ("Measurements", "Categories")
    assert "Guessed from the file" in button.toolTip(), "its few whole numbers may be names"
    assert scene_of(page.choice, project, tmp_path).sources == ("2=category",)
    heard: list[object] = []
    page.changed.connect(heard.append)
    choose(button, "Measurements")
    choose(button, "Between pixels", "Nearest pixel")
    assert button.text() == "Measurements"
    assert "Chosen by you" in button.toolTip()
    assert heard, "a live map is drawn anew"
    assert scene_of(page.choice, project, tmp_path).sources == ("2=measurement,nearest",)
    project.write(str(tmp_path / "p.qgs"))
    assert "measurement,nearest" in (tmp_path / "p.qgs").read_text()
    choose(button, "As guessed")
    choose(button, "Between pixels", "As it suits them")
    assert scene_of(page.choice, project, tmp_path).sources == ("2=category",)


def test_layer_that_is_removed_leaves_the_stack(
    ready: OutcropDock, heights: QgsRasterLayer, project: QgsProject
) -> None:
    page = ready.data_page
    page.stack.set_layers([heights.id()])
    project.removeMapLayer(heights.id())
    assert page.choice.imagery.bands == ("Red", "Green", "Blue")
    assert page.choice.ready


def test_bands_are_left_out_and_dragged(ready: OutcropDock) -> None:
    page = ready.data_page
    bands = page.bands.list
    bands.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert page.choice.imagery.bands == ("Red", "Blue")
    assert page.summary.text().startswith("2 of 3 bands")
    bands.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    assert page.choice.imagery.bands == ("Blue", "Red")
    page.bands.all.click()
    assert page.choice.imagery.bands == ("Red", "Green", "Blue")


def test_last_band_cannot_be_left_out(ready: OutcropDock) -> None:
    bands = ready.data_page.bands.list
    for row in range(3):
        bands.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert ready.data_page.choice.imagery.bands == ("Blue",)


def test_bands_are_moved_by_keys(ready: OutcropDock, qtbot: QtBot) -> None:
    bands = ready.data_page.bands.list
    bands.setCurrentRow(0)
    qtbot.keyClick(bands, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert ready.data_page.choice.imagery.bands == ("Green", "Red", "Blue")


def test_stack_and_bands_reach_both_jobs(
    ready: OutcropDock, heights: QgsRasterLayer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ready.data_page
    page.stack.set_layers([heights.id()])
    page.bands.set_chosen([(heights.id(), 1), (page.choice.imagery.layer_id, 3)])
    page.refresh()
    monkeypatch.setenv("OUTCROP_STUB_BANDS", "Elevation,Blue")
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    scene = job_files(tmp_path)[0]["scenes"][0]
    assert scene["images"] == [str(tmp_path / "atsuma_rgb.tif"), str(tmp_path / "heights.tif")]
    assert scene["bands"] == ["2:1", "1:3"]
    ready.tabs.setCurrentWidget(ready.predict_page)
    with qtbot.waitSignal(ready.prediction.ended, timeout=60_000):
        ready.predict_page.predict.click()
    job = job_files(tmp_path)[1]
    assert (job["images"], job["bands"]) == (scene["images"], ["2:1", "1:3"])
