"""Disks that are full, or that can't be written, under the Correct page: told in words, and nothing drawn is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from outcrop.core.correction.session import Session
from outcrop.ui.dock.correct.control import CorrectControl
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QFileDialog

from .conftest import PIXEL_M, Hand, MakePrediction, usual_map

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None, reason="only root mounts a disk"
)
SIZE_KB = 3072
PLACES = ((10, 45), (30, 25), (45, 45), (60, 25))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def leave_free(disk: Path) -> Callable[[float], None]:
    """Fill the disk but for some KB."""

    def leave(kilobytes: float) -> None:
        filler = disk / "filler"
        filler.unlink(missing_ok=True)
        facts = os.statvfs(disk)
        fill = facts.f_bavail * facts.f_frsize - int(1024 * kilobytes)
        with filler.open("wb") as file:
            file.write(bytes(max(0, fill)))

    return leave


@pytest.fixture
def layer(disk: Path, make_prediction: MakePrediction, project: QgsProject, canvas: QgsMapCanvas) -> QgsRasterLayer:
    """Show the usual prediction, from the small disk."""
    made = make_prediction()
    moved = disk / "map.tif"
    shutil.move(made.source(), moved)
    made.setDataSource(str(moved), "classes", "gdal")
    project.addMapLayer(made)
    canvas.setLayers([made])
    box = made.extent()
    box.grow(2 * PIXEL_M)
    canvas.setExtent(box)
    return made


@pytest.fixture
def full(correcting: CorrectControl, layer: QgsRasterLayer, canvas: QgsMapCanvas, qtbot: QtBot) -> Hand:
    """Give a hand on that disk, before a session is begun."""
    qtbot.waitUntil(lambda: not correcting.page.tools.isHidden(), timeout=20_000)
    return Hand(correcting, correcting.page, canvas, qtbot)


def model(places: tuple[tuple[int, int], ...]) -> np.ndarray:
    values = usual_map()
    for col, row in places:
        values[row, col] = 3
    return values


@pytest.mark.parametrize("free_kb", [0, 4, 8, 16, 24, 32, 36, 40, 48, 64, 96])
def test_a_disk_that_gets_full_while_correcting(
    full: Hand, leave_free: Callable[[float], None], messages: object, free_kb: float
) -> None:
    full.take("brush", size=1)
    full.click(*PLACES[0])
    leave_free(free_kb)
    for place in PLACES[1:]:
        full.click(*place)
    assert full.page.unsaved.isVisible() == bool(full.control._unsaved)
    assert (
        not messages.of("error") or "disk" in messages.of("error").lower() or "Free some space" in messages.of("error")
    )
    told_as_saved = full.target.session.undo_count
    assert told_as_saved + len(full.control._unsaved) == len(PLACES)
    full.key("z")  # undoing writes, too
    leave_free(2048)
    if full.page.unsaved.isVisible():
        full.page.unsaved.click()
        assert not full.page.unsaved.isVisible()
    while full.page.redo.isEnabled():
        full.key("y")
    count = full.target.session.undo_count
    assert count >= len(PLACES) - 1
    for _ in range(count):
        full.key("z")
    assert np.array_equal(full.map(), usual_map())
    for _ in range(count):
        full.key("y")
    painted = {tuple(place[::-1]) for place in np.argwhere(full.map() != usual_map()).tolist()}
    assert painted <= set(PLACES)
    assert len(painted) == count
    prediction, file = full.target.session.prediction, full.target.session.path
    shown = full.map()
    full.control._set_target(None)
    with Session.open(file, prediction, "me") as session:
        assert session.progress.corrections == count
        values = usual_map()
        for _, value, runs in session.pixels():
            runs.paint(values, prediction.place.window, value)
        assert np.array_equal(values, shown)


@pytest.mark.parametrize("free_kb", [0, 2, 8, 32, 60, 72, 76, 80, 88, 120])
def test_a_disk_that_is_too_full_to_begin(
    full: Hand, leave_free: Callable[[float], None], disk: Path, free_kb: float
) -> None:
    leave_free(free_kb)
    full.page.tools.buttons["brush"].click()
    begun = full.control.target is not None
    if not begun:
        assert "disk" in full.page.line.text().lower() or "space" in full.page.line.text()
    leave_free(2048)
    if not begun:
        full.page.tools.buttons["brush"].click()
    full.take("brush", size=1)
    full.click(*PLACES[0])
    assert np.array_equal(full.map(), model(PLACES[:1]))
    assert len(list(disk.glob("*corrections*.gpkg"))) == 1


def test_a_folder_that_cannot_be_written_asks_for_another(
    full: Hand, disk: Path, messages: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    full.page.tools.buttons["brush"].click()
    assert full.control.target is None
    assert str(disk) in messages.of("warning")
    other = tmp_path / "elsewhere"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_values: str(other))
    messages.actions[-1]()
    full.take("brush", size=1)
    full.click(*PLACES[0])
    assert np.array_equal(full.map(), model(PLACES[:1]))
    assert full.target.session.path.parent == other


def test_a_disk_that_is_taken_for_reading_in_between(full: Hand, disk: Path, messages: object) -> None:
    full.take("brush", size=1)
    full.click(*PLACES[0])
    file, prediction = full.target.session.path, full.target.session.prediction
    full.control._set_target(None)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    full.control._on_layer()
    assert full.control.target is None
    assert str(file) in full.page.line.text() or str(disk) in full.page.line.text()
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    with Session.open(file, prediction, "me") as session:
        assert session.progress.corrections == 1
