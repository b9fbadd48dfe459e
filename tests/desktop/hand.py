"""The whole loop by hand, inside QGIS, with the real worker: draw, train, predict, all of it by mouse and keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import draw_polygon, maps
from robot import Robot, Step

_CORNERS = tuple(QPoint(x, y) for x, y in ((-35, -30), (35, -30), (35, 30), (-35, 30)))


def by_hand(robot: Robot) -> Generator[Step, None, None]:
    """Go through the loop: two polygons on each half of the imagery, named by the facts `west` and `east`."""
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    yield 0.5
    robot.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield dock.isVisible
    imagery = QgsRasterLayer(str(robot.facts["image"]), "imagery")
    QgsProject.instance().addMapLayer(imagery)
    canvas = robot.iface.mapCanvas()
    canvas.setExtent(imagery.extent())
    canvas.refresh()
    yield 1.0
    robot.click(dock.data_page.new, QPoint(12, 12))
    yield lambda: dock.data_page.polygons.currentLayer() is not None
    yield 0.5
    for x, kind in ((0.2, "west"), (0.8, "east")):
        for y in (0.25, 0.75):
            middle = pixel_of(robot, imagery, x, y)
            yield from draw_polygon(robot, dock, [middle + corner for corner in _CORNERS], str(robot.facts[kind]))
    yield lambda: bool(dock.data_page.choice.ready)
    robot.told["classes"] = sorted(dock.data_page.choice.colours)
    robot.click(dock.data_page.class_field)
    yield 0.4
    robot.press("Escape")
    yield 0.4
    for wanted in (dock.train_page.isVisible, lambda: dock.training.is_running):
        robot.press("ctrl+Return")
        yield wanted
        yield 0.5
    yield lambda: len(dock.train_page.run.curves.miou.xs) > 2 or not dock.training.is_running
    yield lambda: dock.train_page.run.finish.isEnabled() or not dock.training.is_running  # some seconds after the start
    robot.press("ctrl+Return")
    yield lambda: not dock.training.is_running
    robot.told["ended"] = dock.train_page.run.status.text()
    yield dock.train_page.predict.isVisible
    yield 0.5
    robot.press("ctrl+Return")
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 0.5
    made = maps()[0]
    names = {entry.value: entry.label for entry in made.renderer().classes()}
    for x, kind in ((0.15, "west"), (0.85, "east")):
        value, _inside = made.dataProvider().sample(place_of(imagery, x, 0.5), 1)
        robot.told[kind] = names.get(int(value))


def place_of(imagery: QgsRasterLayer, x: float, y: float) -> QgsPointXY:
    """Give a place of the imagery by its share of width and height, from the upper left."""
    extent = imagery.extent()
    return QgsPointXY(extent.xMinimum() + x * extent.width(), extent.yMaximum() - y * extent.height())


def pixel_of(robot: Robot, imagery: QgsRasterLayer, x: float, y: float) -> QPoint:
    """Give where on the canvas such a place is."""
    return robot.iface.mapCanvas().mapSettings().mapToPixel().transform(place_of(imagery, x, y)).toQPointF().toPoint()


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(by_hand, (1366, 768))
