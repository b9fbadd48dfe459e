"""What is chosen in the dock is saved with the QGIS project, and shown again by another dock that reads it."""

from __future__ import annotations

import runpy
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.project_state import KEY, SCOPE
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorFileWriter, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


@pytest.fixture
def other_dock(
    qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas, messages: object
) -> Iterator[Callable[[], OutcropDock]]:
    """Give a maker of further docks, as a second start of QGIS would have them."""
    made: list[OutcropDock] = []

    def make() -> OutcropDock:
        dock = OutcropDock(project, canvas, messages)
        qtbot.addWidget(dock)
        dock.show()
        made.append(dock)
        return dock

    yield make
    for dock in made:
        assert dock.shutdown()


@pytest.fixture
def polygons(make_polygons: Vectors, project: QgsProject, tmp_path: Path) -> QgsVectorLayer:
    """Give polygons in a file, which a project can find again."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    file = tmp_path / "training_2026.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(make_polygons(), str(file), project.transformContext(), options)
    return QgsVectorLayer(str(file), "training_2026", "ogr")


@pytest.fixture
def filled(
    dock: OutcropDock, qtbot: QtBot, project: QgsProject, make_imagery: Rasters, make_polygons: Callable,
    polygons: QgsVectorLayer,
) -> OutcropDock:  # fmt: skip
    """Give a dock in which nothing is as it was at first."""
    heights = make_imagery("heights", bands=("Elevation",))
    area = make_polygons((("", 0, 0, 60),), name="area")
    project.addMapLayers([make_imagery(), heights, polygons, area])
    page = dock.data_page
    page.polygons.setLayer(polygons)
    qtbot.waitUntil(lambda: page.choice.ready, timeout=60_000)
    page.stack.set_layers([heights.id()])
    page.bands.set_chosen([(heights.id(), 1), (page.imagery.currentLayer().id(), 2)])
    page.refresh()
    page.class_field.setField("note")
    page.elsewhere.choose_layer(area)
    page.table.colour_chosen.emit("dike", "#123456")
    form = dock.train_page.form
    form.recipes.setCurrentIndex(form.recipes.findData("tailings_pond"))
    form.models.setCurrentIndex(form.models.findData("random_forest"))
    form.models.setCurrentIndex(form.models.findData("unet"))
    form.recipe_form.set_values({"epochs": 7, "learning_rate": 0.0005})
    form.minutes.setCurrentIndex(form.minutes.findData(30.0))
    dock.train_page.device.setCurrentIndex(1)
    dock.predict_page.where.setCurrentIndex(1)
    dock.predict_page.hide_background.setChecked(False)
    dock.predict_page.make["uncertainty"].setChecked(True)
    dock.tabs.setCurrentIndex(2)
    return dock


def written(project: QgsProject, folder: Path) -> str:
    path = str(folder / "project.qgz")
    assert project.write(path)
    return path


def test_another_dock_shows_the_same(
    filled: OutcropDock, other_dock: Callable[[], OutcropDock], project: QgsProject, tmp_path: Path
) -> None:
    before = filled.state._collect()
    path = written(project, tmp_path)
    filled.state.stop()
    project.clear()
    fresh = other_dock()
    assert fresh.state._collect() != before
    assert project.read(path)
    assert fresh.state._collect() == before
    assert fresh.data_page.choice.imagery.bands == ("Elevation", "Green")
    assert fresh.train_page.form.recipe().epochs == 7
    assert fresh.train_page.form.recipe().minutes == 30.0
    assert fresh.tabs.currentIndex() == 2


def test_opening_a_project_does_not_change_it(
    filled: OutcropDock, project: QgsProject, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(project, tmp_path)
    assert project.read(path)
    qtbot.wait(500)
    assert not project.isDirty()
    filled.train_page.form.recipe_form.set_values({"epochs": 8})
    qtbot.waitUntil(project.isDirty, timeout=60_000)


def test_new_project_starts_afresh(filled: OutcropDock, project: QgsProject) -> None:
    project.clear()
    assert filled.train_page.form.recipe().name == "quick"
    assert filled.train_page.form.recipe_form.state() == {}
    assert filled.tabs.currentIndex() == 0
    assert filled.predict_page.hide_background.isChecked()


def test_last_training_is_the_next_projects_default(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, other_dock: Callable[[], OutcropDock]
) -> None:
    form = ready.train_page.form
    form.models.setCurrentIndex(form.models.findData("random_forest"))
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    project.clear()
    assert form.models.currentData() == "random_forest"
    assert other_dock().train_page.form.models.currentData() == "random_forest"


def test_renamed_and_removed_layers(
    filled: OutcropDock, project: QgsProject, tmp_path: Path, polygons: QgsVectorLayer
) -> None:
    polygons.setName("another name")
    path = written(project, tmp_path)
    project.clear()
    (tmp_path / "heights.tif").unlink()
    assert project.read(path)
    assert filled.data_page.polygons.currentLayer().name() == "another name"
    assert filled.data_page.class_field.currentField() == "note"
    assert "heights" in "\n".join(problem.text for problem in filled.data_page.choice.problems)
    project.removeMapLayer(filled.data_page.stack.layer_ids[0])
    assert filled.data_page.choice.imagery.bands == ("Green",)
    project.removeAllMapLayers()
    assert filled.data_page.choice.imagery is None


@pytest.mark.parametrize(
    "entry",
    [
        "{", "[]", "3", '{"data": 3, "train": [], "predict": "x", "page": "y"}',
        '{"data": {"imagery": {"a": 1}, "bands": [3, [1]], "colours": [], "class_field": 3}, "page": 99}',
        '{"train": {"form": {"recipe": "gone", "model": "gone", "minutes": "x", "settings": {"epochs": "many"}}}}',
        '{"predict": {"models": 3, "make": 3, "more_form": [], "where": -5, "imagery": {}}}',
    ],
)  # fmt: skip
def test_entries_edited_by_hand_do_no_harm(ready: OutcropDock, project: QgsProject, tmp_path: Path, entry: str) -> None:
    path = written(project, tmp_path)
    project.writeEntry(SCOPE, KEY, entry)
    ready.state._entry = entry
    assert project.write(path)
    project.writeEntry(SCOPE, KEY, entry)
    ready.state._on_read()
    assert 0 <= ready.tabs.currentIndex() < 3
    assert ready.train_page.form.recipe().epochs > 0


def test_project_switched_in_mid_training(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project: QgsProject, tmp_path: Path
) -> None:
    first = written(project, tmp_path)
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    heard: list[object] = []
    ready.training.heard.connect(heard.extend)
    qtbot.mouseClick(ready.train_page.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(heard) > 5, timeout=60_000)
    project.clear()
    assert ready.training.is_running
    assert project.read(first)
    assert ready.train_page.run.state == "running"
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.run.finish.click()
    assert "on pixels held back" in ready.train_page.run.status.text()


def test_file_of_the_imagery_replaced_between_two_starts(
    filled: OutcropDock, project: QgsProject, tmp_path: Path
) -> None:
    path = written(project, tmp_path)
    project.clear()
    gdal.GetDriverByName("GTiff").Delete(str(tmp_path / "heights.tif"))
    made = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "heights.tif"), 80, 60, 2)
    made.SetGeoTransform(gdal.Open(str(tmp_path / "atsuma_rgb.tif")).GetGeoTransform())
    made.SetProjection(gdal.Open(str(tmp_path / "atsuma_rgb.tif")).GetProjection())
    made = None
    assert project.read(path)
    assert filled.data_page.choice.imagery.bands == ("heights 1", "Green")


def test_what_the_list_checks_by_itself_is_no_choice(
    ready: OutcropDock, project: QgsProject, tmp_path: Path, qtbot: QtBot
) -> None:
    write = runpy.run_path(str(Path(__file__).parents[1] / "stub_worker.py"))["write_model"]
    folder = tmp_path / "work" / "models"
    folder.mkdir(parents=True)
    models = ready.predict_page.models
    for name in ("old", "new"):
        write(str(folder / f"{name}.safetensors"), {"name": name, "recipe": {"model": "unet"}})
        time.sleep(0.02)
        ready.predict_page.refresh()
        assert models.wanted() == []
        assert models.state() == []
    assert [entry.path.stem for entry in models.checked()] == ["new"]
    models.restore(["old.safetensors"])
    assert models.state() == ["old.safetensors"]
    assert [entry.path.stem for entry in models.checked()] == ["old"]
