"""Models are read about, renamed, noted, deleted and imported; broken and foreign files are told and do no harm."""

from __future__ import annotations

import json
import os
import shutil
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.core.model.card_file import read_card
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.models import model_library
from outcrop.ui.dock.models.card_dialog import CardDialog
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox


def write_model(path: Path, name: str = "dikes", bands: tuple[str, ...] = ("Red", "Green", "Blue")) -> Path:
    """Write a model file with a card and a few bytes in place of weights."""
    scaling = {key: [0.0] * len(bands) for key in ("offset", "low", "mean")}
    scaling |= {key: [1.0] * len(bands) for key in ("scale", "high", "deviation")}
    card = {
        "format": 1, "name": name, "architecture": "unet_improved", "architecture_parameters": {},
        "bands": list(bands), "legend": [{"id": 1, "name": "dike", "colour": "#d1495b"}],
        "normalisation": {"method": "none", **scaling}, "pixel_size_m": 10.0, "data_type": "uint8", "tile_px": 64,
        "margin_px": 8, "recipe": {}, "measures": {"miou": 0.5}, "provenance": {},
    }  # fmt: skip
    header = json.dumps(
        {
            "__metadata__": {"outcrop": json.dumps(card)},
            "w": {"dtype": "U8", "shape": [3], "data_offsets": [0, 3]},
        }
    ).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(header)) + header + b"\x01\x02\x03")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work" / "models"


@pytest.fixture
def library(
    dock: OutcropDock, project: object, make_imagery: Callable[..., QgsRasterLayer], folder: Path
) -> OutcropDock:
    """Give a dock on its Predict page with one model, which is selected."""
    project.addMapLayer(make_imagery())
    write_model(folder / "one.safetensors")
    dock.tabs.setCurrentWidget(dock.predict_page)
    models = dock.predict_page.models
    models.setCurrentItem(models.topLevelItem(0))
    return dock


def names(dock: OutcropDock) -> list[str]:
    models = dock.predict_page.models
    return [models.topLevelItem(place).text(0) for place in range(models.topLevelItemCount())]


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    """Answer the next questions, and keep them."""
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return button

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def test_rename_writes_the_card_and_keeps_the_weights(
    library: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("  Dikes 2026 ", True))
    with qtbot.waitSignal(library.library.changed, timeout=60_000):
        qtbot.keyClick(library.predict_page.models, Qt.Key.Key_F2)
    assert names(library) == ["Dikes 2026"]
    assert read_card(folder / "one.safetensors").name == "Dikes 2026"
    assert (folder / "one.safetensors").read_bytes().endswith(b"\x01\x02\x03")


def test_delete_asks_first(library: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    asked = answer(monkeypatch, QMessageBox.StandardButton.No)
    qtbot.keyClick(library.predict_page.models, Qt.Key.Key_Delete)
    assert "“dikes”" in asked[0]
    assert (folder / "one.safetensors").exists()
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    library.library.actions["delete"].trigger()
    assert names(library) == []
    assert not list(folder.iterdir())


def test_file_that_another_window_has_deleted(
    library: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path, messages: object
) -> None:
    (folder / "one.safetensors").unlink()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("new", True))
    with qtbot.waitSignal(library.library.changed, timeout=60_000):
        library.library.actions["rename"].trigger()
    assert "can't be read" in messages.of("error")
    assert names(library) == []


def test_card_is_shown_with_notes_that_are_kept(library: OutcropDock, qtbot: QtBot, folder: Path) -> None:
    qtbot.keyClick(library.predict_page.models, Qt.Key.Key_Return)
    card = library.findChild(CardDialog)
    text = card.page.toPlainText()
    assert "Improved U-Net" in text
    assert "Red" in text
    assert not card.save.isEnabled()
    card.notes.setPlainText("Only above the tree line.")
    with qtbot.waitSignal(library.library.changed, timeout=60_000):
        card.save.click()
    assert read_card(folder / "one.safetensors").notes == "Only above the tree line."
    card.close()


def test_card_shows_the_run_that_made_the_model(
    library: OutcropDock, tmp_path: Path, project: QgsProject, make_imagery: Callable[..., QgsRasterLayer], folder: Path
) -> None:
    run = tmp_path / "work" / "runs" / "2026-11-20 dikes"
    (run / "samples").mkdir(parents=True)
    shutil.copy(make_imagery("parts").source(), run / "split.tif")
    raster = gdal.GetDriverByName("MEM").Create("", 96, 128, 3)
    gdal.GetDriverByName("PNG").CreateCopy(str(run / "samples" / "epoch_0003.png"), raster)
    outcome = {"model_file": str(folder / "one.safetensors"), "split_rasters": [str(run / "split.tif"), "gone.tif"]}
    (run / "outcome.json").write_text(json.dumps(outcome))
    broken = tmp_path / "work" / "runs" / "2026-11-21 broken"
    broken.mkdir()
    (broken / "outcome.json").write_text("[]")
    library.library.show_card()
    card = library.findChild(CardDialog)
    assert "epoch_0003.png" in card.page.toHtml()
    card.map.click()
    assert len(project.mapLayersByName("training and validation")) == 1
    card.close()


def test_card_opens_in_the_browser(
    library: OutcropDock, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("outcrop.ui.dock.models.card_dialog.QDesktopServices.openUrl", opened.append)
    monkeypatch.setattr("outcrop.ui.dock.models.card_dialog.private_folder", lambda: tmp_path)
    library.library.show_card()
    card = library.findChild(CardDialog)
    card.browse.click()
    assert "<h1>dikes</h1>" in Path(opened[0].toLocalFile()).read_text(encoding="utf-8")
    card.close()


def test_files_are_imported_by_drop(library: OutcropDock, qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    own = write_model(tmp_path / "mail" / "one.safetensors", "from a colleague")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(own))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(library.library.changed, timeout=60_000):
        library.predict_page.models.dropEvent(QDropEvent(QPoint(5, 5), copy, mime, left, plain))
    assert sorted(names(library)) == ["dikes", "from a colleague"]
    assert (folder / "one 2.safetensors").exists()
    assert [entry.name for entry in library.predict_page.models.checked()] == ["from a colleague"]
    assert own.exists()


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("photo.jpg", b"x", "“photo.jpg” can't be imported"),
        ("cut.safetensors", b"\xff", "isn't a model file"),
        ("foreign.safetensors", struct.pack("<Q", 2) + b"{}", "no model card"),
    ],
)
def test_files_that_cannot_be_imported_are_told(
    library: OutcropDock, qtbot: QtBot, tmp_path: Path, folder: Path, messages: object, name: str, content: bytes,
    text: str,
) -> None:  # fmt: skip
    (tmp_path / name).write_bytes(content)
    library.library.import_files([str(tmp_path / name)])
    qtbot.waitUntil(lambda: text in messages.of("error") + messages.of("warning"), timeout=60_000)
    assert [path.name for path in folder.iterdir()] == ["one.safetensors"]


def test_broken_files_are_listed_with_the_reason(library: OutcropDock, folder: Path, messages: object) -> None:
    (folder / "noise.safetensors").write_bytes(os.urandom(300))
    (folder / "empty.safetensors").write_bytes(b"")
    (folder / "folder.safetensors").mkdir()
    later = time.time() + 10
    os.utime(folder / "noise.safetensors", (later, later))
    library.predict_page.refresh()
    assert sorted(names(library)) == ["dikes", "empty", "folder", "noise"]
    models = library.predict_page.models
    models.setCurrentItem(models.topLevelItem(0))
    library.library.show_card()
    assert "noise.safetensors" in messages.of("warning")
    assert not library.library.actions["rename"].isEnabled()


def test_model_that_misses_a_band_has_a_hollow_dot(library: OutcropDock, folder: Path) -> None:
    write_model(folder / "nir.safetensors", "nir", ("Red", "Green", "Blue", "Near infrared"))
    library.predict_page.refresh()
    models = library.predict_page.models
    items = {models.topLevelItem(place).text(0): models.topLevelItem(place) for place in range(2)}
    assert "has no Near infrared" in items["nir"].toolTip(0)
    assert not items["nir"].flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_folder_is_shown(library: OutcropDock, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(model_library.QDesktopServices, "openUrl", opened.append)
    library.library.actions["folder"].trigger()
    assert opened[0].toLocalFile() == str(folder)


def test_every_action_has_a_picture_and_a_tooltip(library: OutcropDock) -> None:
    for action in library.library.actions.values():
        assert not action.icon().isNull()
        assert len(action.toolTip()) > len(action.text())
