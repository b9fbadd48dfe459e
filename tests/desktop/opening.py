"""Opening the dock in a real QGIS as an analyst does, with the Layers panel alone beside it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import qgis.utils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget
from robot import Robot, Step


def opened_dock(robot: Robot, width: int) -> Generator[Step, None, Any]:
    """Click on the plugin's button, make the dock so many pixels wide, and give it."""
    for other in robot.window.findChildren(QDockWidget):
        if other.objectName() in ("Browser", "Layers"):
            other.setVisible(other.objectName() == "Layers")
    yield 1.0
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    robot.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield dock.isVisible
    robot.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    return dock
