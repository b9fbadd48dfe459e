"""The manual's walk-through of one subject, inside QGIS: its sample opened, a model trained, the scene mapped."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QDockWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import maps
from opening import opened_dock
from robot import Robot, Step


def walk(robot: Robot) -> Generator[Step, None, None]:
    """Go through a subject by its name, with the facts `model` and `minutes`; with `again`, use what was trained."""
    subject = str(robot.facts["subject"])
    dock = yield from opened_dock(robot, 350)
    yield from open_sample(robot, dock, subject)
    robot.shoot(f"{subject}-data")
    if not robot.facts.get("again"):
        yield from train(robot, dock)
        robot.shoot(f"{subject}-train")
    yield from predict(robot, dock)
    robot.shoot(f"{subject}-map")


def open_sample(robot: Robot, dock: QDockWidget, subject: str) -> Generator[Step, None, None]:
    """Choose the subject in the first steps and open its sample; stack what lies beside it."""
    dock.environment.open_first_steps()
    steps = dock.environment.first_steps
    yield lambda: steps.isVisible() and steps.sample.isEnabled()
    yield 0.5
    robot.shoot("first-steps", steps)
    steps.sample.requested.emit(subject)
    page = dock.data_page
    yield lambda: bool(page.choice.ready)
    imagery = page.imagery.currentLayer()
    imagery.renderer().setRedBand(3)
    imagery.renderer().setBlueBand(1)
    rasters = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsRasterLayer)]
    survey = [layer.id() for layer in rasters if layer is not imagery]
    if survey:
        page.stack.set_layers(survey)
    imagery.triggerRepaint()
    yield 2.0
    yield lambda: bool(page.choice.ready)
    yield 1.0


def train(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Train the model that the walk-through speaks of."""
    page = dock.train_page
    robot.click(dock.data_page.next)
    yield lambda: dock.tabs.currentWidget() is page
    form = page.form
    form.models.setCurrentIndex(form.models.findData(str(robot.facts["model"])))
    yield 0.5
    place = form.minutes.findData(float(robot.facts["minutes"]))
    if form.minutes.isEnabled() and place >= 0:
        form.minutes.setCurrentIndex(place)
    yield 0.5
    robot.click(page.train)
    yield lambda: dock.training.is_running
    yield lambda: not dock.training.is_running
    yield 1.0
    if page.predict.isHidden():
        raise AssertionError(page.run.status.text())
    robot.told["achieved"] = page.run.status.text()


def predict(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Map what the canvas shows, which is the whole scene."""
    dock.tabs.setCurrentWidget(dock.predict_page)
    yield 1.0
    yield dock.predict_page.predict.isEnabled
    robot.click(dock.predict_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    tree = QgsProject.instance().layerTreeRoot()
    for layer in QgsProject.instance().mapLayers().values():
        if not isinstance(layer, QgsRasterLayer):
            tree.findLayer(layer.id()).setItemVisibilityChecked(False)
    robot.hover(robot.iface.mapCanvas(), QPoint(20, 20))
    yield 3.0


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(walk, (1280, 760))
