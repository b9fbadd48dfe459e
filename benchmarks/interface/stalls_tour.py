"""The tour of the stall benchmark, inside QGIS: the same work done by the dock and by a command line outside.

Every phase is measured by a ticker: what a phase of the dock has more of than its control is the dock's doing.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import maps
from robot import Robot, Step
from ticker import Ticker

_STEPS, _STEP_PX = 40, 8
_WORKERS_NICENESS = "10"


class Phases:
    """Measures one phase after the other."""

    def __init__(self, robot: Robot) -> None:
        self._robot = robot
        self._name, self._ticker = "", None
        robot.told["phases"] = []

    def begin(self, name: str) -> None:
        """End the phase before and begin one."""
        self.end()
        self._name, self._ticker = name, Ticker(self._robot.window, tells_where=bool(self._robot.facts["where"]))

    def end(self) -> None:
        """End the phase."""
        if self._ticker is not None:
            self._robot.told["phases"].append({"phase": self._name, **self._ticker.stop()})
            self._ticker = None


def stalls(robot: Robot) -> Generator[Step, None, None]:
    """Go through all phases, `seconds` each or as long as the work takes."""
    dock = yield from prepare(robot)
    phases, seconds = Phases(robot), float(robot.facts["seconds"])
    phases.begin("idle")
    yield seconds
    yield from pan(robot, phases, "idle, panned", seconds)
    yield from train_outside(robot, phases, seconds)
    yield from train_in_dock(robot, dock, phases, seconds)
    yield from predict_in_dock(robot, dock, phases)
    yield from predict_outside(robot, dock, phases)


def prepare(robot: Robot) -> Generator[Step, None, QDockWidget]:
    """Load the scene, fill in the Data page, and look at the Train page."""
    plugin = qgis.utils.plugins["outcrop"]
    yield 1.0
    plugin.action.trigger()
    dock = plugin.dock
    yield dock.isVisible
    for other in robot.window.findChildren(QDockWidget):
        if other.objectName() == "Browser":
            other.hide()
    robot.window.resizeDocks([dock], [360], Qt.Orientation.Horizontal)
    folder = Path(robot.facts["sample"])
    imagery = QgsRasterLayer(str(robot.facts["image"]), "scene")
    polygons = QgsVectorLayer(str(folder / "training.gpkg"), "training", "ogr")
    area = QgsVectorLayer(str(folder / "labelled_area.gpkg"), "labelled area", "ogr")
    QgsProject.instance().addMapLayers([imagery, polygons, area])
    page = dock.data_page
    page.polygons.setLayer(polygons)
    page.elsewhere.choose_layer(area)
    show(robot.iface.mapCanvas(), imagery, int(robot.facts["predicted_px"]))
    yield lambda: bool(page.choice.ready)
    robot.click(page.next)
    yield lambda: dock.tabs.currentWidget() is dock.train_page
    robot.iface.actionPan().trigger()
    yield 3.0
    return dock


def show(canvas: QgsMapCanvas, imagery: QgsRasterLayer, side: int) -> None:
    """Show so many pixels of the imagery's middle."""
    middle, half = imagery.extent().center(), side * imagery.rasterUnitsPerPixelX() / 2
    canvas.setExtent(QgsRectangle(middle.x() - half, middle.y() - half, middle.x() + half, middle.y() + half))
    canvas.refresh()


def pan(robot: Robot, phases: Phases, name: str, seconds: float) -> Generator[Step, None, None]:
    """Drag the map to and fro with the mouse."""
    middle = robot.iface.mapCanvas().mapToGlobal(robot.iface.mapCanvas().rect().center())
    moves = ["xdotool", "mousemove", str(middle.x()), str(middle.y())]
    times = round(seconds / (2 * _STEPS * 0.03 + 0.2))
    for turn in range(2 * times):
        step = _STEP_PX if turn % 2 else -_STEP_PX
        moves += ["mousedown", "1"]
        moves += ["mousemove_relative", "--", str(step), str(step // 2), "sleep", "0.03"] * _STEPS
        moves += ["mouseup", "1", "sleep", "0.1"]
    process = subprocess.Popen(moves)
    yield 0.3
    phases.begin(name)
    yield lambda: process.poll() is not None
    phases.end()


def train_outside(robot: Robot, phases: Phases, seconds: float) -> Generator[Step, None, None]:
    """Train by the command line, with the dock idle."""
    folder, run = Path(robot.facts["sample"]), Path(robot.facts["work"]) / "outside.run"
    given = ["--image", str(robot.facts["image"]), "--labels", str(folder / "training.gpkg"), "--class-field", "kind"]
    given += ["--labelled-area", str(folder / "labelled_area.gpkg"), "--minutes", "30", "--run", str(run)]
    phases.begin("training begins, outside")
    process = outside(robot, ["train", *given, "--out", str(run.with_suffix(".safetensors"))])
    record = run / "events.jsonl"
    yield lambda: record.is_file() and '"miou"' in record.read_text(encoding="utf-8")
    phases.begin("training, outside")
    yield seconds
    phases.end()
    yield from pan(robot, phases, "training, panned, outside", seconds)
    os.killpg(process.pid, signal.SIGTERM)
    yield lambda: process.poll() is not None
    yield 1.0


def train_in_dock(robot: Robot, dock: QDockWidget, phases: Phases, seconds: float) -> Generator[Step, None, None]:
    """Train in the dock, and keep the best model."""
    page = dock.train_page
    page.form.minutes.setCurrentIndex(page.form.minutes.findData(30.0))
    yield 0.5
    phases.begin("training begins, dock")
    robot.click(page.train)
    yield lambda: bool(page.run.curves.miou.xs) or (page.train.isVisible() and bool(page.run.status.text()))
    if not dock.training.is_running:
        raise AssertionError(page.run.status.text())
    phases.begin("training, dock")
    yield seconds
    phases.end()
    yield from pan(robot, phases, "training, panned, dock", seconds)
    phases.begin("training ends, dock")
    robot.click(page.run.finish)
    yield lambda: not dock.training.is_running
    yield 1.0
    phases.end()


def predict_in_dock(robot: Robot, dock: QDockWidget, phases: Phases) -> Generator[Step, None, None]:
    """Predict what the canvas shows, with the live layer."""
    show(robot.iface.mapCanvas(), dock.predict_page.imagery.currentLayer(), int(robot.facts["predicted_px"]))
    yield 2.0
    phases.begin("predicting, dock")
    robot.click(dock.train_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 1.0
    phases.end()


def predict_outside(robot: Robot, dock: QDockWidget, phases: Phases) -> Generator[Step, None, None]:
    """Predict the same by the command line."""
    box = robot.iface.mapCanvas().extent()
    model = dock.predict_page.models.checked()[0].path
    given = ["--model", str(model), "--image", str(robot.facts["image"])]
    given += ["--out", str(Path(robot.facts["work"]) / "outside.tif"), "--extent"]
    given += [str(edge) for edge in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())]
    dock.tabs.setCurrentWidget(dock.data_page)
    yield 8.0
    phases.begin("predicting, outside")
    process = outside(robot, ["predict", *given])
    yield lambda: process.poll() is not None
    phases.end()
    if process.returncode:
        raise AssertionError(f"outcrop predict ended with {process.returncode}")


def outside(robot: Robot, arguments: list[str]) -> subprocess.Popen[bytes]:
    """Start the command line as nice as the dock's worker is."""
    command = ["nice", "-n", _WORKERS_NICENESS, str(robot.facts["outcrop"]), *arguments]
    with (Path(robot.facts["work"]) / "outside.log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(stalls, (1366, 768))
