"""Models are compared on request, on the same pixels, and the list shows no other figures side by side."""

from __future__ import annotations

import json
import runpy
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer

STUB = Path(__file__).parents[2] / "stub_worker.py"


@pytest.fixture
def models(ready: OutcropDock, tmp_path: Path) -> list[str]:
    """Put three models into the work folder, and show the Predict page."""
    write = runpy.run_path(str(STUB))["write_model"]
    folder = tmp_path / "work" / "models"
    folder.mkdir(parents=True)
    for name in ("a", "b", "c"):
        write(str(folder / f"{name}.safetensors"), {"name": name, "recipe": {"model": "unet"}})
        time.sleep(0.02)
    ready.tabs.setCurrentWidget(ready.predict_page)
    return ["c", "b", "a"]


def figures(dock: OutcropDock) -> list[str]:
    models = dock.predict_page.models
    return [models.topLevelItem(place).text(1) for place in range(models.topLevelItemCount())]


def test_figures_stand_side_by_side_only_when_they_can_be_compared(
    ready: OutcropDock, qtbot: QtBot, models: list[str], tmp_path: Path, project: QgsProject,
    make_polygons: Callable[..., QgsVectorLayer],
) -> None:  # fmt: skip
    assert figures(ready) == ["", "", ""]
    assert "Press Compare" in ready.predict_page.models.headerItem().toolTip(1)
    with qtbot.waitSignal(ready.comparison.compared, timeout=60_000):
        ready.library.actions["assessment"].trigger()
    assert figures(ready) == ["0.30", "0.40", ""]
    assert "same 900 pixels of 4 polygons" in ready.predict_page.status.text()
    assert ready.predict_page.models.topLevelItem(2).toolTip(1) == "It is gone."
    (file,) = tmp_path.glob("work/runs/*comparison*/request.json")
    job = json.loads(file.read_text())
    assert [Path(path).stem for path in job["models"]] == models
    assert job["scene"]["class_field"] == "kind"
    other = make_polygons(name="other")
    project.addMapLayer(other)
    ready.data_page.polygons.setLayer(other)
    assert figures(ready) == ["", "", ""]


def test_what_keeps_models_from_being_compared_is_told(
    dock: OutcropDock, ready: OutcropDock, messages: object, project: QgsProject
) -> None:
    ready.library.actions["assessment"].trigger()
    assert "no two models" in messages.of("error")
    project.removeAllMapLayers()
    ready.library.actions["assessment"].trigger()
    assert "Data page first" in messages.of("error")


def test_figures_of_other_polygons_are_not_shown(
    ready: OutcropDock, qtbot: QtBot, models: list[str], project: QgsProject,
    make_polygons: Callable[..., QgsVectorLayer],
) -> None:  # fmt: skip
    with qtbot.waitSignal(ready.comparison.compared, timeout=60_000):
        ready.library.actions["assessment"].trigger()
        other = make_polygons(name="other")
        project.addMapLayer(other)
        ready.data_page.polygons.setLayer(other)
    assert figures(ready) == ["", "", ""]
