"""Layers and projects change at bad moments: while a job runs, while a card is open, in another window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt


@pytest.fixture
def training(ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> OutcropDock:
    """Give a dock in which a training goes on for minutes, unless it is told to finish."""
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    heard: list[object] = []
    ready.training.heard.connect(heard.extend)
    qtbot.mouseClick(ready.train_page.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(heard) > 5, timeout=60_000)
    return ready


def finish(dock: OutcropDock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.training.ended, timeout=60_000):
        dock.train_page.run.finish.click()
    assert "on pixels held back" in dock.train_page.run.status.text()


def labels_of_the_job(folder: Path) -> QgsVectorLayer:
    request = next(folder.glob("work/runs/*/request.json"))
    scene = json.loads(request.read_text())["scenes"][0]
    return QgsVectorLayer(f"{scene['labels']}|layername={scene['layer']}", "labels", "ogr")


def test_polygons_edited_in_mid_training_are_those_of_its_start(
    training: OutcropDock, qtbot: QtBot, tmp_path: Path
) -> None:
    layer = training.data_page.polygons.currentLayer()
    assert layer.startEditing()
    layer.deleteFeatures(layer.allFeatureIds()[:2])
    qtbot.waitUntil(lambda: training.data_page.table.topLevelItemCount() == 1, timeout=60_000)
    assert labels_of_the_job(tmp_path).featureCount() == 3
    finish(training, qtbot)
    assert layer.isEditable()
    layer.rollBack()


def test_class_field_renamed_or_deleted_in_mid_training(training: OutcropDock, qtbot: QtBot) -> None:
    layer = training.data_page.polygons.currentLayer()
    layer.dataProvider().deleteAttributes([layer.fields().indexOf("kind")])
    layer.updateFields()
    qtbot.waitUntil(lambda: not training.data_page.choice.ready, timeout=60_000)
    finish(training, qtbot)
    assert not training.train_page.train.isEnabled()


def test_stack_that_loses_a_layer_in_mid_training(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project: QgsProject,
    make_imagery: Callable[..., QgsRasterLayer],
) -> None:  # fmt: skip
    heights = make_imagery("heights", bands=("Elevation",))
    project.addMapLayer(heights)
    ready.data_page.stack.set_layers([heights.id()])
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    heard: list[object] = []
    ready.training.heard.connect(heard.extend)
    ready.train_page.train.click()
    qtbot.waitUntil(lambda: len(heard) > 5, timeout=60_000)
    project.removeMapLayer(heights.id())
    assert ready.data_page.choice.imagery.bands == ("Red", "Green", "Blue")
    finish(ready, qtbot)


def test_project_closed_while_labels_are_split(ready: OutcropDock, qtbot: QtBot, project: QgsProject) -> None:
    ready.tabs.setCurrentWidget(ready.train_page)
    ready.train_page.show_map.click()
    project.clear()
    qtbot.waitUntil(lambda: ready.validation_map._task is None, timeout=60_000)
    assert project.mapLayers() == {}


def test_model_folder_deleted_while_it_is_looked_at(
    ready: OutcropDock, qtbot: QtBot, tmp_path: Path, messages: object
) -> None:
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    ready.tabs.setCurrentWidget(ready.predict_page)
    for file in (tmp_path / "work" / "models").iterdir():
        file.unlink()
    (tmp_path / "work" / "models").rmdir()
    ready.library.show_card()
    ready.predict_page.refresh()
    assert ready.predict_page.models.topLevelItemCount() == 0
    assert "no models yet" in ready.predict_page.problem_list.problems[0].text
