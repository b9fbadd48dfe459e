"""The closed loop inside QGIS, by mouse and keys: six polygons over the live map, train, ten tiles, train again, fewer.

The facts are the imagery, where the pictures go and, if it isn't the usual one, the window's size.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QDockWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import draw_polygon, maps
from robot import Robot, Step

_CORNERS = tuple(QPoint(x, y) for x, y in ((-22, -18), (22, -18), (22, 18), (-22, 18)))
_BORDER, _STRIPE = 140, 180
"""Columns: west of the first is shade; between them lies snow that looks like neither, east of it plain snow."""


def closed_loop(robot: Robot) -> Generator[Step, None, None]:
    """Go round the loop once."""
    for other in robot.window.findChildren(QDockWidget):
        if other.objectName() == "Browser":
            other.hide()
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    yield 0.5
    button = robot.iface.pluginToolBar().widgetForAction(plugin.action)
    if button.isVisible():
        robot.click(button)
    else:  # a small window has no room for it
        plugin.action.trigger()
    yield dock.isVisible
    robot.window.resizeDocks([dock], [380], Qt.Orientation.Horizontal)
    imagery = QgsRasterLayer(str(robot.facts["image"]), "imagery")
    QgsProject.instance().addMapLayer(imagery)
    robot.iface.mapCanvas().setExtent(imagery.extent())
    robot.iface.mapCanvas().refresh()
    yield 1.0
    begin = time.monotonic()
    yield from draw(robot, dock, imagery)
    yield from train(robot, dock)
    yield from review(robot, dock, imagery)
    yield from again(robot, dock)
    yield from fewer(robot, dock)
    robot.told["seconds"] = round(time.monotonic() - begin)


def draw(robot: Robot, dock: Any, imagery: QgsRasterLayer) -> Generator[Step, None, None]:
    """Draw three polygons of both classes while the live map follows."""
    page, live = dock.data_page, dock.live.live_map
    shown: list[float] = []
    live.shown.connect(lambda: shown.append(time.monotonic()))
    robot.click(page.new, QPoint(12, 12))
    yield lambda: page.polygons.currentLayer() is not None
    yield page.live.live.isEnabled
    yield 0.5
    robot.click(page.live.live)
    yield lambda: live.is_live
    yield 0.5
    for y in (0.2, 0.5, 0.8):
        for x, kind in ((0.15, "shade"), (0.85, "snow")):
            middle = pixel_of(robot, imagery, x, y)
            yield from draw_polygon(robot, dock, [middle + corner for corner in _CORNERS], kind)
    yield lambda: bool(shown) and live._task is None and bool(page.choice.ready)
    yield 1.0
    robot.told["live"] = page.live.status.text()
    robot.told["sketches"] = len(shown)
    robot.shoot("loop-1-live")
    robot.press("Escape")
    yield 0.5
    robot.click(page.live.live)
    yield lambda: not live.is_live
    yield 0.5


def train(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Train a forest, and map what the canvas shows."""
    robot.click(dock.data_page.next)
    yield dock.train_page.isVisible
    yield 0.5
    form = dock.train_page.form
    form.models.setCurrentIndex(form.models.findData("random_forest"))
    yield 0.3
    robot.click(dock.train_page.train)
    yield lambda: dock.training.is_running
    yield lambda: not dock.training.is_running
    robot.told["trained"] = dock.train_page.run.status.text()
    yield dock.train_page.predict.isVisible
    yield 0.5
    robot.click(dock.train_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 1.0
    robot.shoot("loop-2-mapped")


def review(robot: Robot, dock: Any, imagery: QgsRasterLayer) -> Generator[Step, None, None]:
    """Answer a round of the queue as the truth has it, and correct what the map has wrong by a rectangle."""
    bar, row, queue = dock.tabs.tabBar(), dock.queue_row, dock.queue.queue
    robot.click(bar, bar.tabRect(3).center())
    yield lambda: dock.tabs.currentWidget() is dock.correct_page
    yield lambda: not dock.correct_page.tools.isHidden()
    yield 0.5
    robot.shoot("loop-3-correct", dock)
    area(dock.correct_page).ensureWidgetVisible(row)
    yield 0.5
    robot.click(row.ask)
    yield lambda: queue.layer is not None
    yield 1.0
    items = queue._items()
    robot.told["tiles"] = sum(not item.is_place for item in items)
    robot.told["places"] = sum(item.is_place for item in items)
    corrected = 0
    for number, item in enumerate(items, start=1):
        yield lambda wanted=item: queue._number == wanted.number
        yield lambda: not robot.iface.mapCanvas().isDrawing()
        if item.is_place:
            kind = truth(imagery, item.feature.geometry().asPoint())
            if "loop-5-place" not in robot.told:
                robot.told["loop-5-place"] = True
                robot.shoot("loop-5-place")
            robot.iface.mapCanvas().setFocus()
            robot.press(str(1 + queue._classes.index(kind)))
        elif not corrected and overlaps(imagery, item):
            corrected += 1
            yield from correct(robot, dock, imagery, item)
            robot.iface.mapCanvas().setFocus()
            robot.press("shift+c")
        else:
            robot.iface.mapCanvas().setFocus()
            robot.press("shift+r" if not overlaps(imagery, item) else "shift+k")
        yield lambda wanted=number: sum(bool(own.answer) for own in queue._items()) == wanted
        yield 0.4
    robot.told["corrected"] = corrected
    robot.told["accuracy"] = row.accuracy.text()
    area(dock.correct_page).ensureWidgetVisible(row.accuracy)
    yield 0.5
    robot.shoot("loop-6-answered")


def correct(robot: Robot, dock: Any, imagery: QgsRasterLayer, item: Any) -> Generator[Step, None, None]:
    """Paint the stripe within a tile as snow, with the rectangle."""
    page, canvas = dock.correct_page, robot.iface.mapCanvas()
    area(page).ensureWidgetVisible(page.tools)
    yield 0.4
    robot.click(page.tools.buttons["rectangle"])
    yield lambda: page.tools.buttons["rectangle"].defaultAction().isChecked()
    yield lambda: dock.correcting.target is not None
    page.choice.take_class(dock.correcting.target.legend.id_of("snow"))
    yield 0.5
    box = item.feature.geometry().boundingBox()
    left = imagery.extent().xMinimum()
    west, east = max(box.xMinimum(), left + 10 * _BORDER), min(box.xMaximum(), left + 10 * _STRIPE)
    to_pixel = canvas.mapSettings().mapToPixel()
    ends = [to_pixel.transform(QgsPointXY(x, y)).toQPointF().toPoint() for x, y in
            ((west + 1, box.yMaximum() - 1), (east - 1, box.yMinimum() + 1))]  # fmt: skip
    yield from robot.drag(canvas, ends, pause=lambda: robot.shoot("loop-4-tile"))
    yield lambda: dock.correcting.target.session.undo_count > 0
    yield 0.5


def again(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Train again, and look at what changed."""
    robot.iface.mapCanvas().setFocus()
    robot.press("Escape", "Escape")
    yield 0.5
    ended: list[str] = []
    dock.again.ended.connect(ended.append)
    area(dock.correct_page).ensureWidgetVisible(dock.queue_row.again)
    yield 0.5
    robot.click(dock.queue_row.again)
    yield lambda: bool(ended)
    robot.told["ended"] = ended[0]
    layers = QgsProject.instance().mapLayersByName("changes")
    robot.told["changes"] = len(layers)
    if layers:
        robot.iface.mapCanvas().setExtent(layers[0].extent())
        robot.iface.mapCanvas().refresh()
    yield 0.5
    yield lambda: not robot.iface.mapCanvas().isDrawing()
    yield 1.5
    robot.shoot("loop-7-changes", with_messages=True)


def fewer(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Have less of a class on the newest map: make its probabilities, move the slider, and keep what is seen."""
    page, row, bar = dock.correct_page, dock.threshold.row, dock.tabs.tabBar()
    robot.iface.messageBar().clearWidgets()
    robot.click(bar, bar.tabRect(3).center())
    yield row.open.isVisible
    yield 1.0
    newest = page.chosen_layer
    area(page).ensureWidgetVisible(row.open)
    yield 0.5
    robot.click(row.open)
    yield row.open.isChecked
    yield row.make.isVisible
    area(page).ensureWidgetVisible(row.make)
    yield 0.5
    robot.shoot("loop-8-no-probabilities", dock)
    robot.click(row.make)
    yield row.slider.isVisible
    yield lambda: "% of the map" in row.status.text()
    robot.told["share"] = row.status.text()
    area(page).ensureWidgetVisible(row.leave)
    yield 0.5
    y, width = row.slider.height() // 2, row.slider.width()
    handle = row.slider.value() * width // (row.slider.maximum() + 1)
    yield from robot.drag(row.slider, [QPoint(handle, y), QPoint(2, y)])
    yield lambda: row.status.text() != robot.told["share"]
    robot.told["moved"] = row.status.text()
    yield lambda: not robot.iface.mapCanvas().isDrawing()
    yield 0.5
    robot.shoot("loop-9-fewer")
    robot.click(row.keep)
    yield lambda: page.chosen_layer is not newest
    robot.told["kept"] = page.chosen_layer.name()
    yield lambda: not robot.iface.mapCanvas().isDrawing()
    yield 0.5
    robot.shoot("loop-10-kept", with_messages=True)


def overlaps(imagery: QgsRasterLayer, item: Any) -> bool:
    """Whether a tile reaches into the stripe."""
    box, left = item.feature.geometry().boundingBox(), imagery.extent().xMinimum()
    return box.xMinimum() < left + 10 * _STRIPE and box.xMaximum() > left + 10 * _BORDER


def truth(imagery: QgsRasterLayer, point: QgsPointXY) -> str:
    """Give the true class of a place."""
    return "shade" if point.x() < imagery.extent().xMinimum() + 10 * _BORDER else "snow"


def area(page: Any) -> Any:
    """Give what scrolls in a page."""
    from qgis.PyQt.QtWidgets import QScrollArea

    return page.findChild(QScrollArea)


def pixel_of(robot: Robot, imagery: QgsRasterLayer, x: float, y: float) -> QPoint:
    """Give where on the canvas a place of the imagery is, by its share of width and height."""
    extent = imagery.extent()
    place = QgsPointXY(extent.xMinimum() + x * extent.width(), extent.yMaximum() - y * extent.height())
    return robot.iface.mapCanvas().mapSettings().mapToPixel().transform(place).toQPointF().toPoint()


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(closed_loop, tuple(ROBOT.facts.get("size", (1366, 768))))
