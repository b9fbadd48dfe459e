"""The tour through the whole loop, inside QGIS: draw, choose, train, predict, with a picture of each step."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QDockWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import draw_polygon, maps
from robot import Robot, Step
from ticker import Ticker

_DIKE = ((-30, -102), (-12, -98), (20, -52), (48, 6), (40, 10), (4, -40))
"""A dike of the sample scene, in pixels of the canvas from its middle."""


def tour(robot: Robot) -> Generator[Step, None, None]:
    """Go through the loop; with the fact `again`, use the models of an earlier tour."""
    for other in robot.window.findChildren(QDockWidget):
        if other.objectName() == "Browser":
            other.hide()
    yield 1.0
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    toolbar = robot.iface.pluginToolBar()
    robot.click(toolbar.widgetForAction(plugin.action))
    yield dock.isVisible
    robot.window.resizeDocks([dock], [360], Qt.Orientation.Horizontal)
    yield 0.5
    if robot.facts.get("again"):
        yield from load(robot)
        yield from choose(robot, dock)
        yield from predict_again(robot, dock)
        return
    yield from load(robot)
    yield from draw(robot, dock)
    yield from choose(robot, dock)
    robot.shoot("data")
    robot.click(dock.data_page.next)
    yield lambda: dock.tabs.currentWidget() is dock.train_page
    yield 0.5
    yield from train(robot, dock)
    yield from preview(robot, dock)
    yield from predict(robot, dock)


def load(robot: Robot) -> Generator[Step, None, None]:
    """Load the imagery, red as red."""
    imagery = QgsRasterLayer(str(Path(robot.facts["sample"]) / "image.tif"), "valley_2026")
    imagery.renderer().setRedBand(3)
    imagery.renderer().setBlueBand(1)
    QgsProject.instance().addMapLayer(imagery)
    yield 1.0
    robot.iface.mapCanvas().setExtent(imagery.extent())
    robot.iface.mapCanvas().refresh()
    yield 1.5


def draw(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Press New, and draw a polygon over the imagery."""
    robot.click(dock.data_page.new, QPoint(12, 12))
    yield lambda: dock.data_page.polygons.currentLayer() is not None
    yield 0.5
    canvas = robot.iface.mapCanvas()
    layer = dock.data_page.polygons.currentLayer()
    middle = canvas.rect().center()
    yield from draw_polygon(robot, dock, [middle + QPoint(dx, dy) for dx, dy in _DIKE], "pegmatite")
    yield 1.0
    robot.shoot("draw")
    dock.labelling.drawing.stop()
    layer.commitChanges()
    QgsProject.instance().removeMapLayer(layer)
    robot.iface.actionPan().trigger()
    yield 0.3


def choose(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Choose the polygons of the sample, with what they lie in."""
    folder = Path(robot.facts["sample"])
    area = QgsVectorLayer(str(folder / "labelled_area.gpkg"), "labelled area", "ogr")
    polygons = QgsVectorLayer(str(folder / "training.gpkg"), "training_2026", "ogr")
    area.setRenderer(QgsSingleSymbolRenderer(outline("#ffffff", "#ffffff", "0.4")))
    category = QgsRendererCategory("pegmatite", outline("#e4384f", "#4fe3ff", "0.4"), "pegmatite")
    polygons.setRenderer(QgsCategorizedSymbolRenderer("kind", [category]))
    QgsProject.instance().addMapLayers([area, polygons])
    page = dock.data_page
    page.polygons.setLayer(polygons)
    page.elsewhere.choose_layer(area)
    yield lambda: page.choice.ready
    yield 1.5


def outline(colour: str, edge: str, width: str) -> QgsFillSymbol:
    """Make a symbol of a colour through which the imagery shows: only its edge is drawn."""
    return QgsFillSymbol.createSimple({"color": colour, "style": "no", "outline_color": edge, "outline_width": width})


def train(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Train for some minutes, and measure whether the window stays awake."""
    page = dock.train_page
    page.form.minutes.setCurrentIndex(page.form.minutes.findData(float(robot.facts["minutes"])))
    yield 0.2
    ticker = Ticker(robot.window)
    robot.click(page.train)
    yield lambda: dock.training.is_running
    yield lambda: len(page.run.curves.miou.xs) >= 4 or not dock.training.is_running
    robot.told["stalls"] = ticker.stop()
    robot.shoot("training")
    yield lambda: not dock.training.is_running
    yield 0.5
    if page.predict.isHidden():
        raise AssertionError(page.run.status.text())
    robot.told["achieved"] = page.run.status.text()


def preview(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Map a square around a click, and take it away again."""
    page, canvas = dock.predict_page, robot.iface.mapCanvas()
    dock.tabs.setCurrentWidget(page)
    yield page.preview.isEnabled
    yield 0.5
    robot.click(page.preview)
    yield page.preview.isChecked
    yield 0.3
    robot.click(canvas, canvas.rect().center() + QPoint(110, -60))
    yield lambda: bool(QgsProject.instance().mapLayersByName("preview"))
    yield 2.0
    robot.shoot("preview")
    robot.click(page.preview)
    yield lambda: not page.preview.isChecked()
    dock.tabs.setCurrentWidget(dock.train_page)
    yield 0.5


def predict(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Predict what the canvas shows."""
    robot.click(dock.train_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 2.5
    dock.tabs.setCurrentWidget(dock.train_page)
    yield 0.5
    robot.shoot("loop")


def predict_again(robot: Robot, dock: QDockWidget) -> Generator[Step, None, None]:
    """Predict with the model that is there."""
    dock.tabs.setCurrentWidget(dock.predict_page)
    yield 0.5
    robot.click(dock.predict_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 2.5
    robot.shoot("dark")


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(tour, (1366, 768))
