"""The whole loop in the dock, with real buttons and a stub worker; whatever goes wrong is told and nothing hangs."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.settings_dialog import SettingsDialog
from outcrop.ui.settings import INTERPRETER, THREADS
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


def train(dock: OutcropDock, qtbot: QtBot, timeout: int = 15_000) -> None:
    with qtbot.waitSignal(dock.training.ended, timeout=timeout):
        qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)


def predict(dock: OutcropDock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.prediction.ended, timeout=60_000):
        qtbot.mouseClick(dock.predict_page.predict, Qt.MouseButton.LeftButton)


def tree(project: QgsProject) -> list[str]:
    """Write the layer tree as indented names."""
    lines: list[str] = []

    def walk(group: object, depth: int) -> None:
        for child in group.children():
            lines.append("  " * depth + child.name())
            if hasattr(child, "children") and child.children():
                walk(child, depth + 1)

    walk(project.layerTreeRoot(), 0)
    return lines


def the_prediction(project: QgsProject) -> QgsRasterLayer:
    return next(layer for layer in project.mapLayers().values() if layer.customProperty("outcrop/model"))


def job_files(folder: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted(folder.glob("work/runs/*/request.json"))]


def start_slow(dock: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, behaviour: str = "slow") -> int:
    """Start a training that goes on for minutes, wait until it is heard, and give its process's number."""
    monkeypatch.setenv("OUTCROP_STUB", behaviour)
    heard: list[object] = []
    dock.training.heard.connect(heard.extend)
    qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(heard) > 5, timeout=60_000)
    return dock.training._task._process.pid


def test_train_then_predict_gives_a_styled_layer_in_its_group(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, tmp_path: Path
) -> None:
    train(ready, qtbot)
    assert "mIoU 0.63 on pixels held back" in ready.train_page.run.status.text()
    qtbot.mouseClick(ready.train_page.predict, Qt.MouseButton.LeftButton)
    assert ready.tabs.currentWidget() is ready.predict_page
    with qtbot.waitSignal(ready.prediction.ended, timeout=60_000):
        pass
    renderer = the_prediction(project).renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    shown = [(entry.label, entry.color.name(), entry.color.alpha()) for entry in renderer.classes()]
    assert shown == [("background", "#c8c8c8", 0), ("dike", "#d1495b", 255), ("snow", "#3366cc", 255)]
    lines = tree(project)
    assert lines[lines.index("Outcrop · atsuma_rgb") + 1].startswith("  Improved U-Net · ")
    assert lines[lines.index("Outcrop · atsuma_rgb") + 2].startswith("    atsuma_rgb · Improved U-Net · ")
    assert lines.index("Outcrop · atsuma_rgb") == lines.index("atsuma_rgb") - 3
    assert len(list((tmp_path / "work" / "models").glob("*.safetensors"))) == 1


def test_job_says_what_was_chosen(ready: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    THREADS.set_value(1)
    ready.train_page.form.recipe_form.set_values({"epochs": 3})
    ready.train_page.device.setCurrentIndex(1)
    train(ready, qtbot)
    job = job_files(tmp_path)[0]
    assert job["recipe"]["epochs"] == 3
    assert (job["device"], job["threads"]) == ("cpu", 1)
    scene = job["scenes"][0]
    assert scene["images"] == [str(tmp_path / "atsuma_rgb.tif")]
    assert (scene["class_field"], scene["layer"]) == ("kind", "polygons")
    assert QgsVectorLayer(f"{scene['labels']}|layername=polygons", "x", "ogr").featureCount() == 3
    assert set(scene["colours"]) == {"dike", "snow"}


def test_three_coordinate_systems(
    dock: OutcropDock, qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas, make_imagery: Rasters,
    make_polygons: Vectors, tmp_path: Path,
) -> None:  # fmt: skip
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    project.setCrs(web)
    imagery = make_imagery()
    project.addMapLayers([imagery, make_polygons(crs="EPSG:4326")])
    canvas.setDestinationCrs(web)
    wanted = QgsRectangle(600_200, 4_739_600, 600_400, 4_739_800)
    shown = QgsCoordinateTransform(imagery.crs(), web, project).transformBoundingBox(wanted)
    canvas.setExtent(shown)
    qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=60_000)
    train(dock, qtbot)
    dock.tabs.setCurrentWidget(dock.predict_page)
    predict(dock, qtbot)
    xmin, ymin, xmax, ymax = job_files(tmp_path)[1]["extent"]
    assert QgsRectangle(xmin, ymin, xmax, ymax).buffered(1).contains(wanted)
    assert xmax - xmin < 500
    assert the_prediction(project).crs().authid() == "EPSG:32654"


def test_whole_layer_has_no_extent(ready: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.where.setCurrentIndex(1)
    assert ready.predict_page.size_line.text() == "4,800 pixels"
    predict(ready, qtbot)
    assert job_files(tmp_path)[1]["extent"] is None


def test_uncertainty_and_settings_reach_the_job_and_the_layers(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, tmp_path: Path
) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.make["uncertainty"].setChecked(True)
    ready.predict_page.more_form.set_values({"blend": True})
    predict(ready, qtbot)
    job = job_files(tmp_path)[1]
    assert (job["uncertainty"], job["probabilities"], job["blend"]) == (True, False, True)
    assert any(line.endswith(" · uncertainty") for line in tree(project))


def test_time_is_estimated_once_a_model_has_run(ready: OutcropDock, qtbot: QtBot) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.where.setCurrentIndex(1)
    assert ready.predict_page.size_line.text() == "4,800 pixels"
    predict(ready, qtbot)
    assert re.fullmatch(r"4,800 pixels · about [1-9] s", ready.predict_page.size_line.text())


def test_several_models_stand_in_one_group_in_the_lists_order(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject
) -> None:
    for model in ("random_forest", "unet"):
        ready.train_page.form.models.setCurrentIndex(ready.train_page.form.models.findData(model))
        train(ready, qtbot)
        time.sleep(0.02)
    ready.tabs.setCurrentWidget(ready.predict_page)
    models = ready.predict_page.models
    for place in range(models.topLevelItemCount()):
        models.topLevelItem(place).setCheckState(0, Qt.CheckState.Checked)
    listed = [models.topLevelItem(place).text(0) for place in range(2)]
    predict(ready, qtbot)
    group = project.layerTreeRoot().findGroup("Outcrop · atsuma_rgb")
    assert [child.name() for child in group.children()] == listed


def test_background_is_drawn_when_wanted(ready: OutcropDock, qtbot: QtBot, project: QgsProject) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.hide_background.setChecked(False)
    predict(ready, qtbot)
    assert the_prediction(project).renderer().classes()[0].color.alpha() == 255


@pytest.mark.parametrize("behaviour", ["slow", "stubborn"])
def test_cancel_in_mid_training(
    ready: OutcropDock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    is_running: Callable[[int], bool],
    tmp_path: Path,
    behaviour: str,
) -> None:
    pid = start_slow(ready, qtbot, monkeypatch, behaviour)
    begin = time.monotonic()
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        qtbot.mouseClick(ready.train_page.run.cancel, Qt.MouseButton.LeftButton)
    assert time.monotonic() - begin < 2.0
    assert not is_running(pid)
    assert ready.train_page.run.status.text() == "Training was cancelled."
    assert ready.train_page.train.isEnabled()
    assert not list(tmp_path.glob("work/models/*"))


def test_stop_and_keep_best_leaves_a_model(ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    start_slow(ready, qtbot, monkeypatch)
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        qtbot.mouseClick(ready.train_page.run.finish, Qt.MouseButton.LeftButton)
    assert not ready.train_page.predict.isHidden()
    qtbot.waitUntil(lambda: ready.predict_page.models.topLevelItemCount() == 1, timeout=60_000)


def test_progress_is_shown_while_another_page_is_used(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, messages: object
) -> None:
    start_slow(ready, qtbot, monkeypatch)
    ready.tabs.setCurrentWidget(ready.data_page)
    qtbot.waitUntil(lambda: "Epoch 4" in ready.train_page.run.status.text(), timeout=60_000)
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.run.finish.click()
    assert "on pixels held back" in messages.of("success")


def test_tab_shows_that_a_training_runs(ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ready.tabs.indexOf(ready.train_page)
    assert ready.tabs.tabIcon(page).isNull()
    start_slow(ready, qtbot, monkeypatch)
    assert not ready.tabs.tabIcon(page).isNull()
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.run.finish.click()
    assert ready.tabs.tabIcon(page).isNull()


@pytest.mark.parametrize(
    ("behaviour", "text"),
    [
        ("crash", "status 7"),
        ("killed", "memory ran out"),
        ("silent", "without a result"),
        ("bad_input", "no field “kind”"),
    ],
)
def test_worker_that_fails_is_told_and_training_can_be_tried_again(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, messages: object, behaviour: str, text: str
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", behaviour)
    train(ready, qtbot)
    assert text in messages.of("error")
    assert text in ready.train_page.run.status.text()
    assert ready.train_page.predict.isHidden()
    monkeypatch.setenv("OUTCROP_STUB", "garbage")
    train(ready, qtbot)
    assert "on pixels held back" in ready.train_page.run.status.text()


def test_interpreter_that_is_gone_is_told_by_a_banner(ready: OutcropDock, messages: object, tmp_path: Path) -> None:
    assert ready.banner.banner.isHidden()
    INTERPRETER.set_value(str(tmp_path / "gone"))
    ready.train_page.train.click()
    assert "is gone" in ready.banner.text.text()
    assert "is gone" in messages.of("error")
    assert not ready.training.is_running


def test_layers_removed_in_mid_training_do_not_matter(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project: QgsProject
) -> None:
    start_slow(ready, qtbot, monkeypatch)
    project.removeAllMapLayers()
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.run.finish.click()
    assert "on pixels held back" in ready.train_page.run.status.text()
    assert not ready.train_page.train.isEnabled()


def test_layers_removed_before_the_click_are_told(
    ready: OutcropDock, project: QgsProject, messages: object, qtbot: QtBot
) -> None:
    choice = ready.data_page.choice
    project.removeAllMapLayers()
    form = ready.train_page.form
    from outcrop.ui.dock.train.train_page import TrainChoice

    ready.training.start(choice, TrainChoice(form.recipe(), "U-Net", "auto"))
    assert "no longer in the project" in messages.of("error")
    assert not ready.training.is_running


def test_imagery_removed_in_mid_prediction_still_gives_the_layer(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject
) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.predict.click()
    project.removeMapLayer(ready.predict_page.imagery.currentLayer().id())
    qtbot.waitUntil(lambda: not ready.prediction.is_running, timeout=60_000)
    assert "Outcrop · atsuma_rgb" in tree(project)


def test_renaming_in_mid_prediction_does_not_matter(ready: OutcropDock, qtbot: QtBot, project: QgsProject) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.predict.click()
    ready.predict_page.imagery.currentLayer().setName("renamed")
    qtbot.waitUntil(lambda: not ready.prediction.is_running, timeout=60_000)
    lines = tree(project)
    assert lines.index("Outcrop · atsuma_rgb") == lines.index("renamed") - 3


def test_project_that_was_closed_does_not_get_the_layer_unasked(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, messages: object
) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.predict.click()
    project.clear()
    qtbot.waitUntil(lambda: not ready.prediction.is_running, timeout=60_000)
    assert tree(project) == []
    assert "its project was closed" in messages.of("warning")
    messages.actions[0]()
    assert "Outcrop · atsuma_rgb" in tree(project)


def test_cancel_in_mid_prediction(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project: QgsProject
) -> None:
    train(ready, qtbot)
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    ready.tabs.setCurrentWidget(ready.predict_page)
    ready.predict_page.predict.click()
    assert not ready.predict_page.cancel.isHidden()
    begin = time.monotonic()
    with qtbot.waitSignal(ready.prediction.ended, timeout=60_000):
        ready.predict_page.cancel.click()
    assert time.monotonic() - begin < 2.0
    assert ready.predict_page.status.text() == "The prediction was cancelled."
    assert not [layer for layer in project.mapLayers().values() if layer.customProperty("outcrop/model")]


def test_model_for_other_bands_is_refused_with_the_reason(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB_BANDS", "Red,Green,Blue,Near infrared")
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    assert not ready.predict_page.predict.isEnabled()
    assert "has no Near infrared" in ready.predict_page.problem_list.problems[0].text


def test_canvas_that_misses_the_imagery_is_told(ready: OutcropDock, qtbot: QtBot, canvas: QgsMapCanvas) -> None:
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.predict_page)
    assert ready.predict_page.predict.isEnabled()
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    qtbot.waitUntil(lambda: not ready.predict_page.predict.isEnabled(), timeout=60_000)
    assert "shows nothing of “atsuma_rgb”" in ready.predict_page.problem_list.problems[0].text


def test_no_models_yet_is_told(ready: OutcropDock) -> None:
    ready.tabs.setCurrentWidget(ready.predict_page)
    hint = ready.predict_page.problem_list
    assert hint.problems[0].text == "There are no models yet. Train one on the Train page."
    ready.train_page.set_running()
    assert hint.problems[0].text == "There are no models yet. The one that is being trained will be listed here."
    ready.train_page.set_ended("Stopped.", has_model=False)
    assert "Train one" in hint.problems[0].text


def test_settings_are_stored_and_take_effect(ready: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    ready.open_settings()
    dialog = ready.findChild(SettingsDialog)
    assert not dialog.isModal()
    ready.open_settings()
    assert ready.findChildren(SettingsDialog) == [dialog]
    dialog.fields["interpreter"].setFilePath(str(tmp_path / "gone"))
    dialog.fields["threads"].setValue(2)
    dialog.accept()
    assert THREADS.value() == 2
    assert "is gone" in ready.banner.text.text()
