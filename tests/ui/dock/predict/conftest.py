"""A dock that is ready to predict, with models as they are written, and what it asks the worker for."""

from __future__ import annotations

import json
import runpy
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import Qt

STUB = Path(__file__).parents[2] / "stub_worker.py"
Write = Callable[..., Path]


@pytest.fixture
def write_model(tmp_path: Path) -> Write:
    """Give a writer of model files without weights in the work folder."""
    write = runpy.run_path(str(STUB))["write_model"]

    def make(
        name: str = "U-Net", architecture: str = "unet", bands: tuple[str, ...] = (), shrinks: bool = False
    ) -> Path:
        path = tmp_path / "work" / "models" / f"{name}.safetensors"
        path.parent.mkdir(parents=True, exist_ok=True)
        recipe = {"model": architecture, **({"tile_px": 64, "resize_px": 32} if shrinks else {})}
        write(str(path), {"name": name, "recipe": recipe}, list(bands) or None)
        time.sleep(0.02)  # the list is sorted by time
        return path

    return make


@pytest.fixture
def page_ready(ready: OutcropDock, write_model: Write) -> OutcropDock:
    """Give a dock with one model, on the Predict page."""
    write_model()
    ready.tabs.setCurrentWidget(ready.predict_page)
    return ready


def press_predict(dock: OutcropDock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.prediction.ended, timeout=60_000):
        qtbot.mouseClick(dock.predict_page.predict, Qt.MouseButton.LeftButton)


def jobs(folder: Path) -> list[dict[str, object]]:
    files = sorted(folder.glob("work/runs/*/request.json"), key=lambda path: path.stat().st_mtime_ns)
    return [json.loads(path.read_text()) for path in files]


def check_all(dock: OutcropDock) -> None:
    models = dock.predict_page.models
    for place in range(models.topLevelItemCount()):
        models.topLevelItem(place).setCheckState(0, Qt.CheckState.Checked)
