"""The first start, inside QGIS, of a plugin without an environment: first steps, setting up, and stopping that."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.PyQt.QtCore import Qt

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from robot import Robot, Step

_SEEN_TO_WORK = 0.15
"""How far setting up goes before it is stopped: far enough to show a package and its size."""


def first_start(robot: Robot) -> Generator[Step, None, None]:
    """Open the dock for the first time, set up for a while, and cancel."""
    plugin = qgis.utils.plugins["outcrop"]
    dock, panel = plugin.dock, plugin.dock.environment
    yield 0.5
    robot.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield lambda: panel.first_steps is not None and panel.first_steps.isVisible()
    yield 0.5
    robot.shoot("first-steps", panel.first_steps)
    robot.click(panel.first_steps.close_button)
    yield lambda: not panel.first_steps.isVisible()
    robot.window.resizeDocks([dock], [int(robot.facts["width"])], Qt.Orientation.Horizontal)
    yield 0.5
    robot.shoot("no-environment", dock)
    robot.click(dock.banner.setup)
    yield lambda: panel.dialog is not None and panel.dialog.go.isEnabled()
    yield 0.5
    robot.shoot("set-up", panel.dialog)
    robot.click(panel.dialog.go)
    yield lambda: panel.keeper.is_busy
    yield lambda: panel.keeper.state().fraction > _SEEN_TO_WORK or not panel.keeper.is_busy
    if not panel.keeper.is_busy:
        raise AssertionError(panel.keeper.ending.sentence)
    robot.shoot("setting-up", dock)
    robot.click(panel.dialog.stop)
    yield lambda: not panel.keeper.is_busy


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(first_start, (1366, 768))
