"""The live preview: a click shows a square, the next one moves it, Esc takes it away and gives the canvas back."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt

STUB = Path(__file__).parents[2] / "stub_worker.py"


@pytest.fixture(autouse=True)
def small_square(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outcrop.ui.dock.predict.predict_control.SIDE_PX", 20)


@pytest.fixture
def previewing(ready: OutcropDock, canvas: QgsMapCanvas, tmp_path: Path, qtbot: QtBot) -> OutcropDock:
    """Give a dock with two models, one checked, and the preview's tool taken."""
    write = runpy.run_path(str(STUB))["write_model"]
    folder = tmp_path / "work" / "models"
    folder.mkdir(parents=True)
    for name in ("older", "newer"):
        write(str(folder / f"{name}.safetensors"), {"name": name, "recipe": {"model": "unet"}})
    canvas.show()
    canvas.pan = QgsMapToolPan(canvas)
    canvas.setMapTool(canvas.pan)
    ready.tabs.setCurrentWidget(ready.predict_page)
    qtbot.mouseClick(ready.predict_page.preview, Qt.MouseButton.LeftButton)
    return ready


def click(canvas: QgsMapCanvas, qtbot: QtBot, x: int, y: int) -> None:
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def shown(project: QgsProject) -> list[str]:
    return [layer.id() for layer in project.mapLayers().values() if layer.name() == "preview"]


def last_job(dock: OutcropDock) -> dict[str, Any]:
    files = sorted(dock.predicting.preview._folder.glob("*/request.json"))
    return dict(json.loads(files[-1].read_text()))


def test_a_click_shows_a_square_around_it(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject
) -> None:
    assert previewing.predict_page.preview.isChecked()
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: bool(shown(project)), timeout=60_000)
    job = last_job(previewing)
    box = QgsRectangle(*job["extent"])
    assert (round(box.width()), round(box.height())) == (200, 200)
    assert box.center().distance(canvas.extent().center()) < 20
    assert job["centre"] == pytest.approx([box.center().x(), box.center().y()])
    groups = [group.name() for group in project.layerTreeRoot().findGroups(True)]
    assert any(name.startswith("Preview · ") for name in groups)
    assert "move it" in previewing.predict_page.status.text()


def test_the_next_click_moves_it(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject
) -> None:
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: bool(shown(project)), timeout=60_000)
    first, folder = shown(project)[0], previewing.predicting.preview._folder
    click(canvas, qtbot, 40, 40)
    qtbot.waitUntil(lambda: bool(shown(project)) and shown(project)[0] != first, timeout=60_000)
    assert len(shown(project)) == 1
    assert not folder.exists()


def test_a_click_while_it_computes_overtakes_it(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    click(canvas, qtbot, 100, 75)
    qtbot.wait(300)
    assert previewing.predicting.preview.is_running
    monkeypatch.setenv("OUTCROP_STUB", "good")
    click(canvas, qtbot, 40, 40)
    qtbot.waitUntil(lambda: bool(shown(project)), timeout=60_000)
    assert last_job(previewing)["extent"][0] < 600_200


def test_every_checked_model_is_shown(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject
) -> None:
    models = previewing.predict_page.models
    for place in range(2):
        models.topLevelItem(place).setCheckState(0, Qt.CheckState.Checked)
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: len(shown(project)) == 2, timeout=60_000)
    group = project.layerTreeRoot().findGroup("Outcrop · atsuma_rgb")
    listed = [models.topLevelItem(place).text(0) for place in range(2)]
    assert [child.name() for child in group.children()] == [f"Preview · {name}" for name in listed]


def test_escape_takes_it_away_and_gives_the_former_tool_back(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject
) -> None:
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: bool(shown(project)), timeout=60_000)
    folder = previewing.predicting.preview._folder
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert shown(project) == []
    assert canvas.mapTool() is canvas.pan
    assert not previewing.predict_page.preview.isChecked()
    assert not folder.exists()


def test_another_tool_leaves_the_preview_on_the_map(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject
) -> None:
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: bool(shown(project)), timeout=60_000)
    canvas.setMapTool(canvas.pan)
    assert not previewing.predict_page.preview.isChecked()
    assert shown(project)
    with qtbot.waitSignal(previewing.prediction.ended, timeout=60_000):
        previewing.predict_page.predict.click()
    assert not shown(project)


def test_click_beside_the_imagery_is_told(previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    click(canvas, qtbot, 100, 75)
    assert "Click on the imagery" in previewing.predict_page.status.text()
    assert not previewing.predicting.preview.is_running


def test_failure_is_told_and_leaves_nothing(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "crash")
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: "status 7" in previewing.predict_page.status.text(), timeout=60_000)
    assert shown(project) == []


def test_a_preview_is_not_shown_in_the_next_project(
    previewing: OutcropDock, canvas: QgsMapCanvas, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    click(canvas, qtbot, 100, 75)
    qtbot.waitUntil(lambda: previewing.predicting.preview.is_running, timeout=10_000)
    project.clear()
    qtbot.waitUntil(lambda: not previewing.predicting.preview.is_running, timeout=60_000)
    assert not project.mapLayers()
