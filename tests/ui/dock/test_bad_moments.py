"""Layers and projects change at bad moments: while a job runs, while a card is open, in another window."""

from __future__ import annotations

import errno
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.predict.predict_page import POLYGONS
from outcrop.ui.settings import INTERPRETER
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication


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


def requests(folder: Path, kind: str) -> list[dict[str, Any]]:
    found = [json.loads(path.read_text()) for path in folder.glob("work/runs/*/request.json")]
    return [job for job in found if job["job"] == kind]


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
    table = training.data_page.table
    qtbot.waitUntil(lambda: sorted(table.topLevelItem(row).text(1) for row in (0, 1)) == ["0", "1"], timeout=60_000)
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


def test_layers_renamed_in_mid_training(training: OutcropDock, qtbot: QtBot) -> None:
    page = training.data_page
    page.polygons.currentLayer().setName("other polygons")
    page.imagery.currentLayer().setName("other imagery")
    finish(training, qtbot)
    assert page.choice.ready
    assert (page.imagery.currentText(), page.polygons.currentText()) == ("other imagery", "other polygons")


def test_polygons_edited_in_mid_prediction_are_those_of_its_start(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project: QgsProject, messages: Any,
    tmp_path: Path,
) -> None:  # fmt: skip
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    page = ready.predict_page
    ready.tabs.setCurrentWidget(page)
    page.where.setCurrentIndex(POLYGONS)
    page.mask_layer.setLayer(ready.data_page.polygons.currentLayer())
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    page.predict.click()
    qtbot.waitUntil(lambda: ready.prediction._queue.is_running, timeout=60_000)
    layer = page.mask_layer.currentLayer()
    assert layer.startEditing()
    layer.deleteFeatures(layer.allFeatureIds())
    qtbot.waitUntil(lambda: len(requests(tmp_path, "predict")) == 1, timeout=60_000)
    job = requests(tmp_path, "predict")[0]
    assert QgsVectorLayer(f"{job['mask']}|layername={job['mask_layer']}", "mask", "ogr").featureCount() == 3
    layer.rollBack()
    project.removeMapLayer(layer.id())
    page.cancel.click()
    qtbot.waitUntil(lambda: not ready.prediction._queue.is_running, timeout=60_000)
    assert messages.of("error") == ""


def test_project_cleared_while_a_preview_is_computed(
    ready: OutcropDock, qtbot: QtBot, canvas: QgsMapCanvas, monkeypatch: pytest.MonkeyPatch, project: QgsProject,
    messages: Any,
) -> None:  # fmt: skip
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    canvas.show()
    ready.tabs.setCurrentWidget(ready.predict_page)
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    qtbot.mouseClick(ready.predict_page.preview, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 75))
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() > 0, timeout=60_000)
    with qtbot.captureExceptions() as raised:
        project.clear()
        qtbot.wait(500)
    assert raised == []
    assert project.mapLayers() == {}
    assert messages.of("error") == ""


def test_environment_deleted_in_mid_training(
    training: OutcropDock, qtbot: QtBot, tmp_path: Path, messages: Any
) -> None:
    """What runs has its program in memory; the next job is told before it starts."""
    INTERPRETER.set_value(str(tmp_path / "gone" / "python"))
    finish(training, qtbot)
    training.train_page.train.click()
    assert not training.training.is_running
    assert "is gone or can't be run" in messages.of("error") + training.banner.text.text()


def test_worker_that_dies_in_mid_training_is_told_and_the_page_is_free_again(
    training: OutcropDock, qtbot: QtBot, messages: Any
) -> None:
    with qtbot.waitSignal(training.training.ended, timeout=60_000):
        os.kill(training.training._task._process._process.pid, signal.SIGKILL)
    assert "The worker was killed" in messages.of("error")
    assert training.train_page.train.isEnabled()


def test_full_disk_when_training_starts(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, messages: Any
) -> None:
    def refuse(_folder: Path, *_arguments: Any, **_options: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "mkdir", refuse)
        ready.train_page.train.click()
        QApplication.processEvents()
    assert not ready.training.is_running
    assert "can't be made: No space left on device. Choose another one in the settings" in messages.of("error")
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    assert "on pixels held back" in ready.train_page.run.status.text()


@pytest.mark.parametrize("what", ["parts", "sample", "counting"])
def test_dock_that_goes_away_in_the_middle(
    qtbot: QtBot, what: str, project: QgsProject, canvas: QgsMapCanvas, messages: Any, monkeypatch: pytest.MonkeyPatch,
    make_imagery: Callable[..., QgsRasterLayer], make_polygons: Callable[..., QgsVectorLayer],
) -> None:  # fmt: skip
    made = OutcropDock(project, canvas, messages)
    qtbot.addWidget(made)
    made.show()
    project.addMapLayers([make_imagery(), make_polygons()])
    if what != "counting":
        qtbot.waitUntil(lambda: made.data_page.choice.ready, timeout=60_000)
        monkeypatch.setenv("OUTCROP_STUB", "slow")
    if what == "parts":
        made.tabs.setCurrentWidget(made.train_page)
        made.train_page.show_map.click()
    elif what == "sample":
        made.environment.open_sample()
    if what != "counting":
        qtbot.waitUntil(lambda: made._launcher.running == 1, timeout=60_000)
        qtbot.wait(200)
    with qtbot.captureExceptions() as raised:
        assert made.shutdown()
        qtbot.wait(300)
    assert raised == []
    assert messages.of("error") == ""
