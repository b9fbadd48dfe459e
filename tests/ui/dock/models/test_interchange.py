"""Models go out as ONNX and come in from it; what a file doesn't say of itself is asked for once it is missed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.models.interchange import ImportDialog
from pytestqt.qtbot import QtBot
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog


def job_files(folder: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted(folder.glob("work/runs/*/request.json"))]


@pytest.fixture
def trained(ready: OutcropDock, qtbot: QtBot) -> OutcropDock:
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    ready.tabs.setCurrentWidget(ready.predict_page)
    return ready


def test_model_is_exported_where_it_is_wanted(
    trained: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, messages: object
) -> None:
    wanted = tmp_path / "dikes v1.2"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(wanted), ""))
    trained.library.actions["export"].trigger()
    qtbot.waitUntil(lambda: "was exported" in messages.of("success"), timeout=60_000)
    assert (tmp_path / "dikes v1.2.onnx").exists()
    job = next(job for job in job_files(tmp_path) if job["job"] == "export_onnx")
    assert job["model"].endswith(".safetensors")


def test_onnx_file_becomes_a_model(
    dock: OutcropDock, qtbot: QtBot, tmp_path: Path, project: object, make_imagery: Callable[..., QgsRasterLayer]
) -> None:
    project.addMapLayer(make_imagery())
    (tmp_path / "theirs.onnx").write_bytes(b"graph")
    with qtbot.waitSignal(dock.library.changed, timeout=60_000):
        dock.library.import_files([str(tmp_path / "theirs.onnx")])
    assert dock.predict_page.models.topLevelItem(0).text(0) == "theirs"
    assert [entry.name for entry in dock.predict_page.models.checked()] == ["theirs"]


def test_what_the_file_does_not_say_is_asked_for(
    dock: OutcropDock, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "bad_input")
    (tmp_path / "theirs.onnx").write_bytes(b"graph")
    dock.library.import_files([str(tmp_path / "theirs.onnx")])
    qtbot.waitUntil(lambda: dock.findChild(ImportDialog) is not None, timeout=60_000)
    dialog = dock.findChild(ImportDialog)
    assert "no field" in dialog.reason.text()
    dialog.form.set_values({"classes": ("rock", "dike"), "pixel_size_m": 0.5})
    monkeypatch.delenv("OUTCROP_STUB")
    with qtbot.waitSignal(dock.library.changed, timeout=60_000):
        dialog.accept()
    jobs = [job for job in job_files(tmp_path) if job["job"] == "import_model"]
    assert jobs[-1]["settings"]["classes"] == ["rock", "dike"]
    assert jobs[-1]["settings"]["pixel_size_m"] == 0.5


def test_failed_export_is_told(
    trained: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, messages: object
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "crash")
    entry = trained.predict_page.models.checked()[0]
    trained.library.interchange.export(entry, tmp_path / "dikes.onnx")
    qtbot.waitUntil(lambda: "status 7" in messages.of("error"), timeout=60_000)
    assert not (tmp_path / "dikes.onnx").exists()
