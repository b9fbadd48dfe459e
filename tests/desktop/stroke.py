"""One correction by hand, inside QGIS: a stroke of the brush, undone and done again by QGIS's own keys for that."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from robot import Robot, Step


def stroke(robot: Robot) -> Generator[Step, None, None]:
    """Paint over the prediction that the fact `prediction` names."""
    plugin = qgis.utils.plugins["outcrop"]
    dock, canvas = plugin.dock, robot.iface.mapCanvas()
    yield 0.5
    robot.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield dock.isVisible
    layer = QgsRasterLayer(str(robot.facts["prediction"]), "classes")
    QgsProject.instance().addMapLayer(layer)
    canvas.setExtent(layer.extent())
    canvas.refresh()
    yield 0.5
    dock.tabs.setCurrentWidget(dock.correct_page)
    page = dock.correct_page
    yield lambda: not page.tools.isHidden()
    robot.click(page.tools.buttons["brush"])
    yield lambda: dock.correcting.target is not None
    session = dock.correcting.target.session
    robot.press("2")
    yield lambda: page.choice.class_id == 2
    middle = canvas.rect().center()
    yield from robot.drag(canvas, [middle + QPoint(x, 0) for x in (-60, 0, 60)])
    yield lambda: session.undo_count == 1
    pan, undo = robot.iface.actionPan(), page.undo.text()
    for keys, count in (("ctrl+z", 0), ("ctrl+shift+z", 1)):
        robot.press(keys)
        yield lambda wanted=count: session.undo_count == wanted
    robot.told["undo"] = undo
    robot.told["class"] = dock.correcting.target.class_at(canvas.getCoordinateTransform().toMapCoordinates(middle))
    robot.press("Escape")
    yield lambda: dock.correcting.tools.current is None
    robot.told["pans"] = pan.isChecked() or canvas.mapTool() is not None


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(stroke, (1366, 768))
